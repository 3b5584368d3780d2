package org.gradloom.formula;

/** What entries and matrices are called in a formula. */
public interface Names {
  /** An entry: {@code x₂₃}, or with a letter for an index that is summed over. */
  String name(Expr.Entry entry, FormulaStyle style);

  /** A whole matrix: {@code Xᵀ}. */
  String name(Expr.Whole whole, FormulaStyle style);
}
