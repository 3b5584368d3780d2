package org.gradloom.marking;

import org.gradloom.matrix.Matrix;

/**
 * Whether numbers that somebody copied are those that were derived: within 1e-6 of the larger one,
 * or as near as the digits copied can tell. Beside entries of usual size a sum that ought to be 0
 * may be off by what doubles or floats leave of it.
 *
 * @param rounding half a unit of the last digit copied, for each entry
 * @param least how far any entry may be off
 */
record Agreement(Matrix yours, Matrix rounding, double least) {
  private static final double RELATIVE = 1e-6;
  private static final double OF_THE_LARGEST = 1e-7;
  private static final double ABSOLUTE = 1e-12;

  static Agreement of(Matrix yours, Matrix rounding, Matrix derived) {
    double usual = Math.min(largest(yours), largest(derived));
    return new Agreement(yours, rounding, Math.max(ABSOLUTE, OF_THE_LARGEST * usual));
  }

  private static double largest(Matrix matrix) {
    double largest = 0;
    for (double value : matrix.toArray()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  boolean holds(int row, int column, double other) {
    double own = yours.get(row, column);
    double allowed = RELATIVE * Math.max(Math.abs(own), Math.abs(other));
    // A last digit's half is no number that doubles hold.
    double copied = rounding.get(row, column) * (1 + RELATIVE);
    // Everything would be near to what is infinite.
    return Double.isFinite(other)
        && Math.abs(own - other) <= Math.max(Math.max(allowed, copied), least);
  }

  /** True if these are the numbers in every entry. */
  boolean holdsFor(LazyMatrix result) {
    if (!result.shape().equals(yours.shape())) {
      return false;
    }
    for (int i = 0; i < yours.rows(); i++) {
      for (int j = 0; j < yours.columns(); j++) {
        if (!holds(i, j, result.at(i, j))) {
          return false;
        }
      }
    }
    return true;
  }
}
