package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.formula.Operand;
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

  /** A line of code with the matrices it computes; none for a comment. */
  public record Statement(String text, List<Operand> computes) {
    public Statement {
      computes = List.copyOf(computes);
    }

    /** True if this line runs at the step. */
    public boolean runsAt(Step step) {
      return computes.contains(step.result());
    }
  }

  /** The listing of a lesson's walk, its comments in the words of {@code texts}. */
  public static CodeListing of(Derivation derivation, Language language, Texts texts) {
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
      for (String text : style.shown(section)) {
        lines.add(new Statement(text, List.of(section.result())));
      }
    }
    List<Operand> computed = derivation.sections().stream().map(Section::result).toList();
    return new CodeListing(style.setUp(), lines, style.closing(computed), style.margin());
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
