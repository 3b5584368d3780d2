package org.gradloom.marking;

import org.gradloom.matrix.Matrix;

/** When a number that was worked out by hand counts as the right one. */
final class Tolerance {
  /** Whole numbers from here on have no digits of their own in a double. */
  static final double MOST_WHOLE = 0x1p53;

  private static final double WHOLE = 1e-9;
  private static final double SHARE = 0.005;

  private Tolerance() {}

  /** Whole numbers must be met, others within half a percent. */
  static boolean accepts(double given, double right) {
    double allowed = isWhole(right) ? lost(right) : SHARE * Math.abs(right);
    return isNear(given, right, allowed);
  }

  /** True of what is a whole number but for what a few roundings leave of it. */
  static boolean isWhole(double value) {
    return areOne(value, Math.rint(value));
  }

  /** True if a few roundings make one of the other. */
  static boolean areOne(double value, double other) {
    return isNear(value, other, lost(value));
  }

  private static boolean isNear(double one, double other, double allowed) {
    // Of what is infinite half a percent is, too, and everything would be near.
    return Double.isFinite(other) && Math.abs(one - other) <= allowed;
  }

  private static double lost(double value) {
    return WHOLE * Math.max(1, Math.abs(value));
  }

  /** True if every entry of the given is accepted, and the shapes are one. */
  static boolean accepts(Matrix given, Matrix right) {
    return accepts(given, LazyMatrix.of(right));
  }

  /** The same; after an entry that is not accepted no further one is worked out. */
  static boolean accepts(Matrix given, LazyMatrix right) {
    if (!given.shape().equals(right.shape())) {
      return false;
    }
    for (int i = 0; i < given.rows(); i++) {
      for (int j = 0; j < given.columns(); j++) {
        if (!accepts(given.get(i, j), right.at(i, j))) {
          return false;
        }
      }
    }
    return true;
  }
}
