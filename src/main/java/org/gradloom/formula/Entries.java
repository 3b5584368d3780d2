package org.gradloom.formula;

import java.util.function.Function;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;

/** The numbers that matrices hold. */
@FunctionalInterface
public interface Entries {
  /** An entry; row and column from 0. */
  double at(Operand operand, int row, int column);

  /** The same as it was typed. */
  default Entry typed(Operand operand, int row, int column) {
    return Entry.of(at(operand, row, column));
  }

  /** The entries of whole matrices, which remember what was typed as a fraction. */
  static Entries of(Function<Operand, Matrix> matrices) {
    return new Entries() {
      @Override
      public double at(Operand operand, int row, int column) {
        return matrices.apply(operand).get(row, column);
      }

      @Override
      public Entry typed(Operand operand, int row, int column) {
        return matrices.apply(operand).entry(row, column);
      }
    };
  }
}
