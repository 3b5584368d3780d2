package org.gradloom.derivation;

import java.util.stream.Collectors;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.Index;
import org.gradloom.formula.Renderer;
import org.gradloom.lesson.Lesson;

/**
 * The contraction of one column of a layer's Jacobian as a formula: {@code ∂L/∂w₃₂ = Σ ∂zₖⱼ/∂w₃₂ ·
 * ∂L/∂zₖⱼ}, where {@code ∂zₖⱼ/∂w₃₂ = xₖ₃} for j = 2, else 0. At a whole matrix it is that of any
 * column.
 */
final class JacobianFormula {
  private final Step step;
  private final Lesson lesson;
  private final LayerJacobian jacobian;
  private final boolean byWeights;

  /** The input that the column is about, and the neuron of a weight or the sample of an x. */
  private final Index input;

  private final Index other;

  JacobianFormula(Step step, LayerJacobian jacobian) {
    this.step = step;
    this.lesson = step.lesson();
    this.jacobian = jacobian;
    this.byWeights = jacobian.counts().byWeights();
    boolean ofCell =
        step.granularity() == Granularity.TERM || step.granularity() == Granularity.CELL;
    int row = step.cell().row();
    int column = step.cell().column();
    this.input = ofCell ? new Index.At(byWeights ? row : column) : ViewNames.letter("i");
    this.other = ofCell ? new Index.At(byWeights ? column : row) : ViewNames.letter("m");
  }

  String tex() {
    String slope =
        coloured(
            slopeIsLeft(),
            "\\frac{\\partial "
                + z(FormulaStyle.TEX)
                + "}{\\partial "
                + variable(FormulaStyle.TEX)
                + "}");
    String blame =
        coloured(!slopeIsLeft(), "\\frac{\\partial L}{\\partial " + z(FormulaStyle.TEX) + "}");
    return "\\textcolor{result}{\\frac{\\partial L}{\\partial "
        + variable(FormulaStyle.TEX)
        + "}} = \\sum_{k,j} "
        + (slopeIsLeft() ? slope + "\\," + blame : blame + "\\," + slope)
        + penalties(FormulaStyle.TEX)
        + ",\\quad\\; "
        + slope
        + " = "
        + coloured(slopeIsLeft(), value(FormulaStyle.TEX))
        + "\\ \\mathrm{for}\\ "
        + condition()
        + "\\mathrm{,\\ else\\ } 0";
  }

  String plain() {
    String slope = "∂" + z(FormulaStyle.PLAIN) + "/∂" + variable(FormulaStyle.PLAIN);
    String blame = "∂L/∂" + z(FormulaStyle.PLAIN);
    return "∂L/∂%s = Σₖ,ⱼ %s · %s%s, %s = %s for %s, else 0"
        .formatted(
            variable(FormulaStyle.PLAIN),
            slopeIsLeft() ? slope : blame,
            slopeIsLeft() ? blame : slope,
            penalties(FormulaStyle.PLAIN),
            slope,
            value(FormulaStyle.PLAIN),
            condition());
  }

  /** True where X or W stands left of dL/dZ in the product that is left over. */
  private boolean slopeIsLeft() {
    return step.operation() instanceof Operation.Product(var left, _, _)
        && lesson.canonical(left.operand()).equals(lesson.canonical(jacobian.repeated()));
  }

  private static String coloured(boolean left, String tex) {
    return "\\textcolor{" + (left ? "left" : "right") + "}{" + tex + "}";
  }

  private String z(FormulaStyle style) {
    return ViewNames.entry(
        lesson, jacobian.z(), ViewNames.letter("k"), ViewNames.letter("j"), style);
  }

  private Expr.Entry variable() {
    return byWeights
        ? new Expr.Entry(jacobian.variable(), input, other, false)
        : new Expr.Entry(jacobian.variable(), other, input, false);
  }

  private String variable(FormulaStyle style) {
    return new Notation(lesson).name(variable(), style);
  }

  /** What the slope is where there is a path. */
  private String value(FormulaStyle style) {
    return byWeights
        ? ViewNames.entry(lesson, jacobian.repeated(), ViewNames.letter("k"), input, style)
        : ViewNames.entry(lesson, jacobian.repeated(), input, ViewNames.letter("j"), style);
  }

  /** Which of the letters of z has to be that of the column. */
  private String condition() {
    return (byWeights ? "j" : "k")
        + " = "
        + switch (other) {
          case Index.At(int number) -> Integer.toString(number + 1);
          case Index.Letter(var name, _) -> name;
          case Index.ClassOf _ -> throw new IllegalStateException("No index of a slope");
        };
  }

  private String penalties(FormulaStyle style) {
    return byWeights ? penalties(lesson, variable(), style) : "";
  }

  /** What the penalties on weights add behind the contraction for one of them. */
  static String penalties(Lesson lesson, Expr.Entry weight, FormulaStyle style) {
    Expr samples = new Expr.Named("N", "N", new Expr.Constant(lesson.samples()));
    Renderer renderer = new Renderer(style, new Notation(lesson));
    return lesson.loss().penalties().stream()
        .map(one -> " + " + renderer.text(one.gradientFormula(one.rate(), weight, samples)))
        .collect(Collectors.joining());
  }
}
