package org.gradloom.marking;

import org.gradloom.matrix.Matrix;

/** When a number that was worked out by hand counts as the right one. */
final class Tolerance {
  private static final double WHOLE = 1e-9;
  private static final double SHARE = 0.005;

  private Tolerance() {}

  /** Whole numbers must be met, others within half a percent. */
  static boolean accepts(double given, double right) {
    double allowed = isWhole(right) ? lost(right) : SHARE * Math.abs(right);
    return Math.abs(given - right) <= allowed;
  }

  /** True of what is a whole number but for what a few roundings leave of it. */
  static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) <= lost(value);
  }

  private static double lost(double value) {
    return WHOLE * Math.max(1, Math.abs(value));
  }

  /** True if every entry of the given is accepted, and the shapes are one. */
  static boolean accepts(Matrix given, Matrix right) {
    if (!given.shape().equals(right.shape())) {
      return false;
    }
    for (int i = 0; i < given.rows(); i++) {
      for (int j = 0; j < given.columns(); j++) {
        if (!accepts(given.get(i, j), right.get(i, j))) {
          return false;
        }
      }
    }
    return true;
  }
}
