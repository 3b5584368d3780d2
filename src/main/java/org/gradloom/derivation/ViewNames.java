package org.gradloom.derivation;

import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;

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

  private static String vector(
      Notation notation, Operand operand, String index, boolean turned, FormulaStyle style) {
    String letter = notation.quantity(operand);
    return switch (style) {
      case TEX -> letter + "_{" + index + "}" + (turned ? "^{T}" : "");
      case PLAIN -> letter + Notation.lowered(index) + (turned ? "ᵀ" : "");
    };
  }
}
