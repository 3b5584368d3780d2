package org.gradloom.blas;

import java.util.Arrays;
import java.util.Random;

/** Holds a library's products against plain loops, before anything else is done with it. */
final class BlasCheck {
  /** What rounding in another order explains, as a part of the largest number. */
  private static final double AGREEMENT = 1e-12;

  /** Rows, columns and terms: single numbers, rows and columns, odd sides, and large blocks. */
  private static final int[][] SHAPES = {
    {1, 1, 1}, {1, 9, 4}, {7, 1, 3}, {3, 5, 2}, {8, 8, 8}, {17, 33, 9}, {64, 70, 130}
  };

  private BlasCheck() {}

  /** True if every product is right, turned or not, written or added. */
  static boolean isRight(Blas blas) {
    BlasCalls calls = new BlasCalls(blas);
    Random random = new Random(11);
    for (int[] shape : SHAPES) {
      for (int kind = 0; kind < 6; kind++) {
        // Never both turned: no product of a layer is.
        boolean turnedA = kind % 3 == 1;
        boolean turnedB = kind % 3 == 2;
        if (!isRight(calls, turnedA, turnedB, shape, kind < 3 ? 0 : 1, random)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isRight(
      BlasCalls calls, boolean turnedA, boolean turnedB, int[] shape, double kept, Random random) {
    int rows = shape[0];
    int columns = shape[1];
    int terms = shape[2];
    double[] a = random.doubles((long) rows * terms, -1, 1).toArray();
    double[] b = random.doubles((long) terms * columns, -1, 1).toArray();
    double[] c = random.doubles((long) rows * columns, -1, 1).toArray();
    double[] right = new double[c.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double sum = kept * c[i * columns + j];
        for (int k = 0; k < terms; k++) {
          sum +=
              a[turnedA ? k * rows + i : i * terms + k]
                  * b[turnedB ? j * terms + k : k * columns + j];
        }
        right[i * columns + j] = sum;
      }
    }
    if (kept == 0) {
      // What is only written must not be read.
      Arrays.fill(c, Double.NaN);
    }
    calls.multiply(turnedA, turnedB, rows, columns, terms, a, b, kept, c);
    for (int i = 0; i < c.length; i++) {
      // The largest number is about the number of terms; false for NaN too.
      if (!(Math.abs(c[i] - right[i]) <= AGREEMENT * terms)) {
        return false;
      }
    }
    return true;
  }
}
