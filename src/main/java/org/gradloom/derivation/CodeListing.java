package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Phase;
import org.gradloom.text.Texts;

/**
 * The passes of a lesson as a program, one or more lines for each matrix of the walk.
 *
 * @param setUp the lines before: imports and the lesson's numbers, so that the whole runs as it is
 * @param closing the lines behind, which print what was computed
 * @param margin what stands before each of the lines in the whole program
 */
public record CodeListing(
    List<String> setUp, List<Statement> lines, List<String> closing, String margin) {
  public CodeListing {
    setUp = List.copyOf(setUp);
    lines = List.copyOf(lines);
    closing = List.copyOf(closing);
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
    return of(derivation, language, Optional.empty(), texts);
  }

  /** The same, with the matrix that a view takes apart made in the view's own way first. */
  public static CodeListing of(Derivation derivation, Language language, Seen seen, Texts texts) {
    return of(derivation, language, Optional.of(seen), texts);
  }

  private static CodeListing of(
      Derivation derivation, Language language, Optional<Seen> seen, Texts texts) {
    CodeStyle style =
        switch (language) {
          case NUMPY -> new NumPy(derivation, texts);
          case PYTORCH -> new PyTorch(derivation, texts);
          case EJML -> new EjmlJava(derivation, texts);
          case MATHS -> new Maths(derivation, texts);
        };
    List<Statement> lines = new ArrayList<>();
    Phase phase = null;
    for (Section section : derivation.sections()) {
      if (section.phase() != phase) {
        phase = section.phase();
        style.opening(phase).forEach(text -> lines.add(new Statement(text, List.of())));
      }
      lines.addAll(
          seen.filter(view -> view.result().equals(section.result()))
              .filter(_ -> !derivation.cover().hidesSomeOf(section.result()))
              .flatMap(view -> ViewCode.of(view.perspective(), section, style))
              .orElseGet(() -> plain(section, style)));
    }
    List<Operand> computed = derivation.sections().stream().map(Section::result).toList();
    return new CodeListing(style.setUp(), lines, style.closing(computed), style.margin());
  }

  private static List<Statement> plain(Section section, CodeStyle style) {
    return style.shown(section).stream()
        .map(text -> new Statement(text, List.of(section.result())))
        .toList();
  }

  /** The whole program. */
  public String text() {
    StringBuilder text = new StringBuilder();
    setUp.forEach(line -> text.append(line).append('\n'));
    lines.forEach(line -> text.append(margin).append(line.text()).append('\n'));
    closing.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
