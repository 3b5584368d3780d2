package org.gradloom.practice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Formula;
import org.gradloom.formula.Expr;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Cell;
import org.gradloom.text.Message;

/**
 * An exercise with its steps written out, for whoever meets its kind for the first time. How many
 * of them are shown, {@link Fading} says; the others are the learner's, one after the other, since
 * what a later one adds up gives away what those before it came to.
 *
 * @param idea what the kind is about, in a sentence or two
 * @param steps the first says where to look
 */
public record WorkedExample(Message idea, List<WorkedStep> steps) {
  /** Beyond it nobody reads on. */
  private static final int MOST_STEPS = 32;

  public WorkedExample {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param title what is done
   * @param text more of it, where more is to be said than numbers do
   * @param lines the numbers; several where the same is done to several entries on the way
   * @param at where in the walk it stands, which tells what meets there; empty where nothing does
   * @param gives the asked cell that it makes, as the matrix itself counts it
   */
  public record WorkedStep(
      Message title,
      Optional<Message> text,
      List<Line> lines,
      Optional<Place> at,
      Optional<Cell> gives) {
    public WorkedStep {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of numbers as sides of an equation.
   *
   * @param formula what they are sides of, whose renderer writes them
   * @param asked what is to be worked out
   * @param reached what it comes to
   */
  public record Line(Formula formula, List<Expr> asked, List<Expr> reached) {
    public Line {
      asked = List.copyOf(asked);
      reached = List.copyOf(reached);
    }

    /** All sides, but for one that repeats the one before. */
    public List<Expr> sides() {
      boolean repeated = formula.plain(asked.getLast()).equals(formula.plain(reached.getFirst()));
      return Stream.concat(asked.stream(), reached.stream().skip(repeated ? 1 : 0)).toList();
    }

    /** All of it in plain text: {@code 3·(−1) + (−2)·(−2) = −3 + 4 = 1}. */
    public String plain() {
      return formula.plain(sides());
    }
  }

  /** The steps of an exercise; empty where there are none to tell, or too many. */
  public static Optional<WorkedExample> of(Exercise exercise) {
    Derivation derivation = Derivation.of(exercise.lesson());
    List<WorkedStep> steps =
        exercise
            .place()
            .flatMap(region ->
                derivation.sections().stream()
                    .filter(section ->
                        section.result().equals(exercise.lesson().canonical(region.operand())))
                    .findFirst()
                    .map(section -> new WorkedSteps(exercise, derivation, section, region).all()))
            .orElseGet(() -> hinted(exercise));
    return steps.isEmpty() || steps.size() > MOST_STEPS
        ? Optional.empty()
        : Optional.of(new WorkedExample(idea(exercise, derivation), steps));
  }

  private static Message idea(Exercise exercise, Derivation derivation) {
    return new FactorSides(derivation, exercise.place()).idea(exercise.draw().kind());
  }

  /** Where no number of the walk is asked for, the hints say it. */
  private static List<WorkedStep> hinted(Exercise exercise) {
    List<Wording> hints = exercise.hints();
    return hints.size() < HINTED.size()
        ? List.of()
        : Stream.iterate(0, n -> n < HINTED.size(), n -> n + 1)
            .map(n ->
                new WorkedStep(
                    HINTED.get(n),
                    Optional.of(Message.of("practice.step.said", hints.get(n))),
                    List.of(),
                    Optional.empty(),
                    Optional.empty()))
            .toList();
  }

  private static final List<Message> HINTED =
      List.of(
          Message.of("practice.step.principle"),
          Message.of("practice.step.where"),
          Message.of("practice.step.form"));
}
