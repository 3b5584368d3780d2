package org.gradloom.derivation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.Place;

/**
 * A gradient measured in code, before the statement that derives it: the forward pass once more, as
 * a function of the variable alone, and two calls of it for each entry.
 */
final class NudgeCode {
  private final Section section;
  private final CodeStyle style;
  private final ViewCode.Lines lines;

  private NudgeCode(Section section, CodeStyle style) {
    this.section = section;
    this.style = style;
    this.lines = new ViewCode.Lines(section, style);
  }

  /**
   * The statements; none where there is no gradient, or where the language has no such function.
   */
  static Optional<List<CodeListing.Statement>> of(Section section, CodeStyle style) {
    if (!section.result().quantity().isGradient()) {
      return Optional.empty();
    }
    NudgeCode code = new NudgeCode(section, style);
    return switch (style) {
      case NumPy _ ->
          Optional.of(code.python("np.zeros_like", "for cell in np.ndindex(%s.shape):", ""));
      case PyTorch _ ->
          Optional.of(
              code.python(
                  "torch.zeros_like",
                  "for cell in map(tuple, torch.ones(%s.shape).nonzero().tolist()):",
                  ".item()"));
      case Maths _ -> Optional.of(code.maths());
      case EjmlJava _ -> Optional.empty();
    };
  }

  private List<CodeListing.Statement> python(String zeros, String loop, String number) {
    String variable = style.name(section.result().variable());
    String measured = "measured_" + style.name(section.result());
    lines.before("def loss_of(" + variable + "):");
    forward().forEach(text -> lines.before("    " + text));
    lines.before("    return " + style.name(Operand.ofLoss(MatrixSymbol.L)));
    lines.before("h = 1e-5");
    lines.before(measured + " = " + zeros + "(" + variable + ")");
    lines.before(loop.formatted(variable));
    lines.before("    nudge = " + zeros + "(" + variable + ")");
    lines.before("    nudge[cell] = h");
    lines.always(
        "    %1$s[cell] = (loss_of(%2$s + nudge) - loss_of(%2$s - nudge))%3$s / (2 * h)"
            .formatted(measured, variable, number));
    return lines.followed("code.comment.derived");
  }

  /** The statements of the forward pass that come after the variable, L included. */
  private Stream<String> forward() {
    Operand variable = style.lesson().canonical(section.result().variable());
    int made =
        style.derivation().sections().stream()
            .filter(one -> one.result().equals(variable))
            .mapToInt(Section::index)
            .findFirst()
            .orElse(-1);
    return style.derivation().sections().stream()
        .filter(one -> one.index() > made)
        .filter(one ->
            one.phase() == Phase.FORWARD
                || one.result().quantity() == MatrixSymbol.P
                || one.result().quantity() == MatrixSymbol.L)
        .flatMap(one -> style.shownAgain(one).stream());
  }

  private List<CodeListing.Statement> maths() {
    ViewFormula.of(style.derivation().at(new Place.OfMatrix(section.result())), Perspective.NUDGE)
        .ifPresent(rule -> lines.always(rule.plain()));
    return lines.followed("code.comment.derived");
  }
}
