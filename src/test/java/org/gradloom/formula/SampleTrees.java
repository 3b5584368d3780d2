package org.gradloom.formula;

import org.gradloom.matrix.Cell;

/** Trees over a matrix X whose entries show where they stand, and how they are written. */
final class SampleTrees {
  static final Operand X = new Operand(0, MatrixSymbol.X);

  /** An entry of a layer above the first bears its layer, a gradient's result its ∂. */
  static final Names NAMES =
      new Names() {
        @Override
        public String name(Expr.Entry entry, FormulaStyle style) {
          int layer = entry.operand().layer();
          return (entry.asResult() ? "∂" : "")
              + "x"
              + (layer > 0 ? "^{(" + (layer + 1) + ")}" : "")
              + index(entry.row())
              + index(entry.column());
        }

        private String index(Index index) {
          return switch (index) {
            case Index.At(int number) -> Integer.toString(number + 1);
            case Index.Letter(var letter, _) -> letter;
            case Index.ClassOf(_, var sample) -> "y" + sample.name();
          };
        }

        @Override
        public String name(Expr.Whole whole, FormulaStyle style) {
          return "X" + (whole.transposed() ? "'" : "");
        }
      };

  /** x₁₁ = 1, x₁₂ = 2, x₂₁ = 11. */
  static final Entries NUMBERS = (operand, row, column) -> 10 * row + column + 1;

  private SampleTrees() {}

  static Expr x(int row, int column) {
    return Expr.Entry.of(X, new Cell(row, column));
  }

  static Expr number(double value) {
    return new Expr.Value(value);
  }

  static String plain(Expr expr) {
    return new Renderer(FormulaStyle.PLAIN, NAMES).text(expr);
  }

  static String tex(Expr expr) {
    return new Renderer(FormulaStyle.TEX, NAMES).text(expr);
  }

  static double value(Expr expr) {
    return ExprEvaluator.value(expr, NUMBERS);
  }

  static Expr numbers(Expr expr) {
    return ExprEvaluator.inNumbers(expr, NUMBERS, Covered.NOTHING);
  }

  static String inNumbers(Expr expr) {
    return plain(numbers(expr));
  }
}
