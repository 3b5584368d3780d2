package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Phase;
import org.gradloom.text.Texts;

/**
 * The passes of a lesson as a program, one or more lines for each matrix of the walk.
 *
 * @param preparation what comes before, so that the whole runs as it is
 * @param closing the lines behind, which print what was computed
 * @param margin what stands before each of the lines in the whole program
 */
public record CodeListing(
    Preparation preparation, List<Passage> passages, List<String> closing, String margin) {
  public CodeListing {
    passages = List.copyOf(passages);
    closing = List.copyOf(closing);
  }

  /** What a listing is for. */
  public enum Purpose {
    /** To be read beside the walk, and copied. */
    WALK,
    /** To be part of a program that prints what it computed in its own way. */
    PROGRAM,
    /**
     * To be part of a program that makes these passes again and again, over some rows each time.
     */
    TRAINING
  }

  /**
   * What comes before the passes.
   *
   * @param imports and what no library has
   * @param opening what stands around the statements, up to the first of them
   * @param inputs the lesson's numbers; in {@link Purpose#TRAINING} the variables of X and of what
   *     the loss compares with are named {@link #ALL} and hold all rows
   * @param count of the rows, and what depends on it alone
   * @param settings the numbers of loss and optimizer, and what this remembers
   */
  public record Preparation(
      List<String> imports,
      List<String> opening,
      List<Statement> inputs,
      List<String> count,
      List<String> settings) {
    /** What stands before the name of a variable that holds all rows. */
    public static final String ALL = "all_";

    public Preparation {
      imports = List.copyOf(imports);
      opening = List.copyOf(opening);
      inputs = List.copyOf(inputs);
      count = List.copyOf(count);
      settings = List.copyOf(settings);
    }
  }

  /** The lines of one phase. */
  public record Passage(Phase phase, List<Statement> lines) {
    public Passage {
      lines = List.copyOf(lines);
    }
  }

  /** The languages a listing can be in. */
  public enum Language {
    NUMPY,
    PYTORCH,
    EJML,
    MATHS
  }

  /**
   * A line of code with the matrices it computes; none for a comment.
   *
   * @param at the steps that it stands for: a loop's line runs at each term
   */
  public record Statement(String text, List<Operand> computes, Set<Granularity> at) {
    public Statement {
      computes = List.copyOf(computes);
      at = Set.copyOf(at);
    }

    /** A line that runs at every step of what it computes. */
    Statement(String text, List<Operand> computes) {
      this(text, computes, EnumSet.allOf(Granularity.class));
    }

    /** True if this line runs at the step. */
    public boolean runsAt(Step step) {
      return computes.contains(step.result()) && at.contains(step.granularity());
    }
  }

  /**
   * What of a walk a view takes apart.
   *
   * @param result the matrix it is about
   */
  public record Seen(Perspective perspective, Operand result) {
    /** What a step is about, as it is seen. */
    public static Seen of(Perspective perspective, Step step) {
      return new Seen(perspective, step.result());
    }
  }

  /** The listing of a lesson's walk, its comments in the words of {@code texts}. */
  public static CodeListing of(Derivation derivation, Language language, Texts texts) {
    return of(derivation, language, Purpose.WALK, Optional.empty(), texts);
  }

  /** The same, with the matrix that a view takes apart made in the view's own way first. */
  public static CodeListing of(Derivation derivation, Language language, Seen seen, Texts texts) {
    return of(derivation, language, Purpose.WALK, Optional.of(seen), texts);
  }

  /** The statements that a program is made of. */
  public static CodeListing of(
      Derivation derivation, Language language, Purpose purpose, Texts texts) {
    return of(derivation, language, purpose, Optional.empty(), texts);
  }

  private static CodeListing of(
      Derivation derivation, Language language, Purpose purpose, Optional<Seen> seen, Texts texts) {
    CodeStyle style =
        switch (language) {
          case NUMPY -> new NumPy(derivation, purpose, texts);
          case PYTORCH -> new PyTorch(derivation, purpose, texts);
          case EJML -> new EjmlJava(derivation, purpose, texts);
          case MATHS -> new Maths(derivation, purpose, texts);
        };
    List<Passage> passages = new ArrayList<>();
    List<Statement> lines = new ArrayList<>();
    Phase phase = Phase.FORWARD;
    for (Section section : derivation.sections()) {
      if (section.phase() != phase) {
        passages.add(passage(phase, lines, style));
        lines.clear();
        phase = section.phase();
      }
      lines.addAll(
          seen.filter(view -> view.result().equals(section.result()))
              .filter(_ -> !derivation.cover().hidesSomeOf(section.result()))
              .flatMap(view -> ViewCode.of(view.perspective(), section, style))
              .orElseGet(() -> plain(section, style)));
    }
    passages.add(passage(phase, lines, style));
    List<Operand> computed = derivation.sections().stream().map(Section::result).toList();
    return new CodeListing(style.preparation(), passages, style.closing(computed), style.margin());
  }

  private static Passage passage(Phase phase, List<Statement> lines, CodeStyle style) {
    List<Statement> all = new ArrayList<>();
    style.opening(phase).forEach(text -> all.add(new Statement(text, List.of())));
    all.addAll(lines);
    style.ending(phase).forEach(text -> all.add(new Statement(text, List.of())));
    return new Passage(phase, all);
  }

  private static List<Statement> plain(Section section, CodeStyle style) {
    return style.shown(section).stream()
        .map(text -> new Statement(text, List.of(section.result())))
        .toList();
  }

  /** The lines before: imports and the lesson's numbers. */
  public List<String> setUp() {
    List<String> lines = new ArrayList<>(preparation.imports());
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.addAll(preparation.opening());
    Stream.of(
            preparation.inputs().stream().map(Statement::text),
            preparation.count().stream(),
            preparation.settings().stream())
        .flatMap(part -> part)
        .map(line -> margin + line)
        .forEach(lines::add);
    if (!lines.isEmpty()) {
      lines.add("");
    }
    return lines;
  }

  /** The lines of all passes, in the order of the walk. */
  public List<Statement> lines() {
    return passages.stream().flatMap(passage -> passage.lines().stream()).toList();
  }

  /** The lines of one phase, without a margin. */
  public List<String> lines(Phase phase) {
    return passages.stream()
        .filter(passage -> passage.phase() == phase)
        .flatMap(passage -> passage.lines().stream())
        .map(Statement::text)
        .toList();
  }

  /** The whole program. */
  public String text() {
    StringBuilder text = new StringBuilder();
    setUp().forEach(line -> text.append(line).append('\n'));
    lines().forEach(line -> text.append(margin).append(line.text()).append('\n'));
    closing.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
