package org.gradloom.derivation;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.Index;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.formula.Renderer;
import org.gradloom.lesson.Lesson;
import org.gradloom.rule.Optimizer;

/** What the views of one gradient call what they show beside matrices. */
public final class ViewNames {
  private ViewNames() {}

  /**
   * What a sample multiplies for dL/dW: {@code x₄ᵀ dz₄} with samples as rows, {@code dz₄ x₄ᵀ} with
   * samples as columns. In TeX the two wear the colours of their sides.
   *
   * @param card the sample, from 0
   */
  public static String outer(
      Lesson lesson, Operation.Product product, int card, FormulaStyle style) {
    return outer(lesson, product, Integer.toString(card + 1), style);
  }

  /** The same of any sample, by the letter that counts samples. */
  public static String outer(Lesson lesson, Operation.Product product, FormulaStyle style) {
    return outer(lesson, product, "k", style);
  }

  private static String outer(
      Lesson lesson, Operation.Product product, String index, FormulaStyle style) {
    boolean columns = lesson.convention().samplesAreColumns();
    Notation notation = new Notation(lesson);
    String left = vector(notation, product.left().operand(), index, !columns, style);
    String right = vector(notation, product.right().operand(), index, columns, style);
    return switch (style) {
      case TEX -> "\\textcolor{left}{" + left + "}\\,\\textcolor{right}{" + right + "}";
      case PLAIN -> left + " " + right;
    };
  }

  /** What penalties add behind what the samples do: {@code + λ·W}; empty without any. */
  static String penalties(Lesson lesson, Operation.Product product, FormulaStyle style) {
    MatrixFormula rules = new MatrixFormula(lesson);
    return product.penalties().stream()
        .map(penalty -> " + " + rules.sign(penalty, style))
        .collect(Collectors.joining());
  }

  /** A matrix with its border in brackets: {@code [X 1]} beside it, {@code [W; b]} below it. */
  public static String bordered(Bordered matrix, FormulaStyle style) {
    return bordered(matrix, false, style);
  }

  /** The same with a question mark for ones that are covered. */
  public static String bordered(Bordered matrix, boolean covered, FormulaStyle style) {
    Notation notation = new Notation(matrix.lesson());
    String main = name(notation, matrix.main(), style);
    String space = style.of(matrix.below() ? ";\\, " : "\\;\\; ", matrix.below() ? "; " : " ");
    return switch (matrix.border()) {
      case null -> main;
      case Bordered.Ones _ when covered -> "[" + main + space + "?]";
      case Bordered.Ones _ ->
          "[" + main + space + "1" + (matrix.below() ? style.of("^{T}", "ᵀ") : "") + "]";
      case Bordered.OfBias(var bias) -> "[" + main + space + name(notation, bias, style) + "]";
    };
  }

  private static String name(Notation notation, Operation.Factor factor, FormulaStyle style) {
    return notation.name(new Expr.Whole(factor.operand(), factor.transposed()), style);
  }

  /** What η multiplies for a parameter: {@code dL/dW}, and what momentum or Adam make of it. */
  public static String direction(Lesson lesson, Operand parameter, FormulaStyle style) {
    Operand gradient = NudgeEffect.gradientBy(parameter).orElseThrow();
    Optimizer optimizer = lesson.optimizer();
    Expr direction =
        optimizer.directionName(
            optimizer.directionFormula(
                new Expr.Slot(), new Expr.Slot(), 1, new Expr.Whole(gradient, false)));
    return new Renderer(style, new Notation(lesson)).text(direction);
  }

  private static String vector(
      Notation notation, Operand operand, String index, boolean turned, FormulaStyle style) {
    String letter = notation.quantity(operand);
    return switch (style) {
      case TEX -> letter + "_{" + index + "}" + (turned ? "^{T}" : "");
      case PLAIN -> letter + Notation.lowered(index) + (turned ? "ᵀ" : "");
    };
  }

  /**
   * What one sample adds to a gradient: {@code dL₄/dX}.
   *
   * @param sample its number from 1, or the letter that counts samples
   */
  public static String sheet(Lesson lesson, Operand gradient, String sample, FormulaStyle style) {
    Notation notation = new Notation(lesson);
    // The gradient's own name begins with dL.
    return switch (style) {
      case TEX -> "dL_{" + sample + "}" + notation.tex(gradient).substring(2);
      case PLAIN -> "dL" + Notation.lowered(sample) + notation.plain(gradient).substring(2);
    };
  }

  /**
   * What a sample's line of a gradient is made of: {@code dz₄ · Wᵀ}, or {@code Wᵀ · dz₄} with
   * samples as columns.
   *
   * @param sample its number from 1, or the letter that counts samples
   */
  public static String line(Lesson lesson, Operation.Product product, String sample) {
    Notation notation = new Notation(lesson);
    return Stream.of(product.left(), product.right())
        .map(factor ->
            factor.operand().quantity() == MatrixSymbol.W
                ? notation.plain(factor)
                : notation.quantity(factor.operand()) + Notation.lowered(sample))
        .collect(Collectors.joining(" · "));
  }

  /** All slopes of one matrix for another: {@code dZ/dW}. */
  public static String slopes(Lesson lesson, Operand of, Operand by) {
    Notation notation = new Notation(lesson);
    return "d" + notation.plain(of) + "/d" + notation.plain(by);
  }

  /** Any entry of Z, W or X by the letters that count it: {@code zₖⱼ}, {@code wᵢⱼ}. */
  public static String any(Lesson lesson, Operand operand) {
    boolean ofWeights = operand.quantity() == MatrixSymbol.W;
    boolean ofInputs = operand.quantity() == MatrixSymbol.X;
    return entry(
        lesson,
        operand,
        letter(ofWeights ? "i" : "k"),
        letter(ofInputs ? "i" : "j"),
        FormulaStyle.PLAIN);
  }

  static Index letter(String name) {
    return new Index.Letter(name, 1);
  }

  /** An entry by any indices, rows as samples. */
  static String entry(Lesson lesson, Operand operand, Index row, Index column, FormulaStyle style) {
    return new Notation(lesson).name(new Expr.Entry(operand, row, column, false), style);
  }
}
