package org.gradloom.derivation;

import java.util.Optional;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.lesson.Perspective;

/**
 * The rule by which a view takes a matrix apart, in TeX and in plain text.
 *
 * @param plain to be read aloud and shown where there is no TeX
 */
public record ViewFormula(String tex, String plain) {

  /** The rule of a view at a step; none where it is the product's own. */
  public static Optional<ViewFormula> of(Step step, Perspective seen) {
    return switch (seen) {
      case PRODUCT, STACK, JACOBIAN, NUDGE, BIAS, UPDATE -> Optional.empty();
      case CARDS ->
          step.operation() instanceof Operation.Product product
              ? Optional.of(cards(step, product))
              : Optional.empty();
    };
  }

  /** {@code ∂L/∂W = Σₖ xₖᵀ dzₖ}, with the penalty behind. */
  private static ViewFormula cards(Step step, Operation.Product product) {
    Notation notation = new Notation(step.lesson());
    String weights = notation.tex(step.result().variable());
    String tex =
        "\\frac{\\partial L}{\\partial "
            + weights
            + "} = \\sum_{k} "
            + ViewNames.outer(step.lesson(), product, FormulaStyle.TEX);
    String plain =
        notation.plain(step.result())
            + " = Σₖ "
            + ViewNames.outer(step.lesson(), product, FormulaStyle.PLAIN);
    return new ViewFormula(tex, plain);
  }
}
