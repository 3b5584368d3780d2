package org.gradloom.derivation;

import java.util.Optional;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.ViewPart;

/**
 * The rule by which a view takes a matrix apart, in TeX and in plain text.
 *
 * @param plain to be read aloud and shown where there is no TeX
 * @param then what follows of the step's own formula where the step is about a cell
 */
public record ViewFormula(String tex, String plain, Then then) {
  /** What of a step's own formula stands behind a view's rule. */
  public enum Then {
    /** The cell and its terms in symbols. */
    EQUATION,
    /** The terms alone: the rule ends with what they are. */
    TERMS,
    /** Nothing: the numbers below are what is left. */
    NUMBERS
  }

  private ViewFormula and(String moreTex, String morePlain) {
    return new ViewFormula(tex + moreTex, plain + morePlain, then);
  }

  /** The rule of a view at a step; none where it is the product's own. */
  public static Optional<ViewFormula> of(Step step, Perspective seen) {
    return switch (seen) {
      case PRODUCT, UPDATE -> Optional.empty();
      case NUDGE -> Optional.of(nudge(step));
      case BIAS -> step.cover().hides(ViewPart.ONES) ? Optional.empty() : bias(step);
      case CARDS ->
          step.operation() instanceof Operation.Product product
              ? Optional.of(cards(step, product))
              : Optional.empty();
      case STACK -> Optional.of(stack(step));
      // Where a slope has a path is what is asked while they are covered.
      case JACOBIAN ->
          step.cover().hides(ViewPart.GRID)
              ? Optional.empty()
              : LayerJacobian.behind(step.trace(), step.result())
                  .map(jacobian -> new JacobianFormula(step, jacobian))
                  .map(rule -> new ViewFormula(rule.tex(), rule.plain(), Then.NUMBERS));
    };
  }

  private static boolean isOfCell(Step step) {
    return switch (step.granularity()) {
      case TERM, CELL -> true;
      case SAMPLE, MATRIX, PHASE -> false;
    };
  }

  /** {@code ∂L/∂w ≈ (L(w + h) − L(w − h)) / 2h}. */
  private static ViewFormula nudge(Step step) {
    String letter = new Notation(step.lesson()).quantity(step.result()).substring(1);
    return new ViewFormula(
        "\\frac{\\partial L}{\\partial %1$s} \\approx \\frac{L(%1$s + h) - L(%1$s - h)}{2h}"
            .formatted(letter),
        "dL/d%1$s ≈ (L(%1$s + h) − L(%1$s − h)) / 2h".formatted(letter),
        Then.EQUATION);
  }

  /** {@code [X 1] · [W; b] = Z}; a penalty stands behind the product. */
  private static Optional<ViewFormula> bias(Step step) {
    return BiasAsWeight.of(step)
        .map(product ->
            new ViewFormula(
                bias(product, FormulaStyle.TEX), bias(product, FormulaStyle.PLAIN), Then.EQUATION));
  }

  private static String bias(BiasAsWeight product, FormulaStyle style) {
    String factors =
        ViewNames.bordered(product.left(), style)
            + style.of(" \\cdot ", " · ")
            + ViewNames.bordered(product.right(), style);
    return (product.isPenalized() ? factors + style.of(" + \\ldots", " + …") : factors)
        + " = "
        + ViewNames.bordered(product.result(), style);
  }

  /** {@code ∂L/∂W = Σₖ xₖᵀ dzₖ}, with the penalty behind. */
  private static ViewFormula cards(Step step, Operation.Product product) {
    Notation notation = new Notation(step.lesson());
    String weights = notation.tex(step.result().variable());
    String tex =
        "\\frac{\\partial L}{\\partial "
            + weights
            + "} = \\sum_{k} "
            + ViewNames.outer(step.lesson(), product, FormulaStyle.TEX)
            + ViewNames.penalties(step.lesson(), product, FormulaStyle.TEX);
    String plain =
        notation.plain(step.result())
            + " = Σₖ "
            + ViewNames.outer(step.lesson(), product, FormulaStyle.PLAIN)
            + ViewNames.penalties(step.lesson(), product, FormulaStyle.PLAIN);
    return new ViewFormula(tex, plain, Then.EQUATION);
  }

  // ---- sheets

  /** {@code ∂L/∂X = Σₖ ∂Lₖ/∂X}, and of a cell {@code ∂L/∂x₄₃ = ∂L₄/∂x₄₃ =}. */
  private static ViewFormula stack(Step step) {
    Lesson lesson = step.lesson();
    Notation notation = new Notation(lesson);
    Operand gradient = step.result();
    String variable = notation.tex(gradient.variable());
    ViewFormula sum =
        new ViewFormula(
            fraction("L", variable) + " = \\sum_{k} " + fraction("L_{k}", variable),
            notation.plain(gradient)
                + " = Σₖ "
                + ViewNames.sheet(lesson, gradient, "k", FormulaStyle.PLAIN),
            Then.TERMS);
    if (!isOfCell(step)) {
      Captions captions = new Captions(lesson);
      return sum.and(
          " = " + captions.tex(step.section()).split(" = ", 2)[1],
          " = " + captions.rule(step.section()));
    }
    String sample = Integer.toString(step.cell().row() + 1);
    String entry = notation.name(Expr.Entry.of(gradient.variable(), step.cell()), FormulaStyle.TEX);
    String plain = notation.variable(gradient, step.cell());
    return sum.and(
        "\\quad\\; "
            + result(fraction("L", entry))
            + " = "
            + fraction("L_{" + sample + "}", entry)
            + " = ",
        ", dL/d%s = dL%s/d%s = ".formatted(plain, Notation.lowered(sample), plain));
  }

  // ---- how it is written

  private static String fraction(String above, String below) {
    return "\\frac{\\partial " + above + "}{\\partial " + below + "}";
  }

  private static String result(String tex) {
    return "\\textcolor{result}{" + tex + "}";
  }
}
