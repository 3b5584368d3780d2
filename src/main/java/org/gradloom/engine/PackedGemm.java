package org.gradloom.engine;

import java.util.Arrays;

/**
 * The product of larger matrices, four rows of C at a time. Rows of B are first copied into arrays
 * of their own, and C is summed in arrays of its own, because the compiler turns a loop into vector
 * instructions only where every array in it is indexed by the bare loop variable.
 */
final class PackedGemm {
  /** Rows of B that are copied at a time: with the width, half of a second-level cache. */
  private static final int DEPTH = 128;

  /** Columns that are summed at a time: four rows of sums stay in the first-level cache. */
  private static final int WIDTH = 512;

  private double[][] panel = new double[0][];
  private final double[][] sums = new double[4][0];

  /** c ← start + a · b; only {@code c} is modified. */
  void multiply(Strided a, Strided b, Strided start, Strided c) {
    reserve(Math.min(DEPTH, b.rows), Math.min(WIDTH, b.columns));
    for (int column = 0; column < c.columns; column += WIDTH) {
      int width = Math.min(WIDTH, c.columns - column);
      for (int term = 0; term < b.rows; term += DEPTH) {
        int depth = Math.min(DEPTH, b.rows - term);
        for (int k = 0; k < depth; k++) {
          b.copyRow(term + k, column, width, panel[k]);
        }
        for (int row = 0; row < c.rows; row += 4) {
          addPanel(a, term == 0 ? start : c, c, row, term, depth, column, width);
        }
      }
    }
  }

  private void reserve(int depth, int width) {
    if (panel.length < depth) {
      int present = panel.length;
      panel = Arrays.copyOf(panel, depth);
      Arrays.fill(panel, present, depth, new double[0]);
    }
    // Another shape may have left some rows shorter than these.
    for (int k = 0; k < depth; k++) {
      if (panel[k].length < width) {
        panel[k] = new double[width];
      }
    }
    if (sums[0].length < width) {
      Arrays.setAll(sums, r -> new double[width]);
    }
  }

  /** Up to four rows of c ← the same rows of {@code before} + their products with the panel. */
  private void addPanel(
      Strided a, Strided before, Strided c, int row, int term, int depth, int column, int width) {
    double[] s0 = sums[0];
    double[] s1 = sums[1];
    double[] s2 = sums[2];
    double[] s3 = sums[3];
    // Past the last row the last one is summed again and not stored.
    int last = c.rows - 1;
    for (int r = 0; r < 4; r++) {
      before.copyRow(Math.min(row + r, last), column, width, sums[r]);
    }
    double[] p = a.data;
    int step = a.columnStride;
    int at0 = row * a.rowStride + term * step;
    int at1 = Math.min(row + 1, last) * a.rowStride + term * step;
    int at2 = Math.min(row + 2, last) * a.rowStride + term * step;
    int at3 = Math.min(row + 3, last) * a.rowStride + term * step;
    int k = 0;
    for (; k + 4 <= depth; k += 4) {
      addFour(
          s0,
          s1,
          s2,
          s3,
          panel[k],
          panel[k + 1],
          panel[k + 2],
          panel[k + 3],
          p,
          at0,
          at1,
          at2,
          at3,
          step,
          width);
      at0 += 4 * step;
      at1 += 4 * step;
      at2 += 4 * step;
      at3 += 4 * step;
    }
    for (; k < depth; k++) {
      addOne(s0, s1, s2, s3, panel[k], p[at0], p[at1], p[at2], p[at3], width);
      at0 += step;
      at1 += step;
      at2 += step;
      at3 += step;
    }
    for (int r = 0; r < 4 && row + r < c.rows; r++) {
      c.setRow(row + r, column, width, sums[r]);
    }
  }

  private static void addFour(
      double[] s0,
      double[] s1,
      double[] s2,
      double[] s3,
      double[] q0,
      double[] q1,
      double[] q2,
      double[] q3,
      double[] p,
      int at0,
      int at1,
      int at2,
      int at3,
      int step,
      int width) {
    double p00 = p[at0];
    double p01 = p[at0 + step];
    double p02 = p[at0 + 2 * step];
    double p03 = p[at0 + 3 * step];
    double p10 = p[at1];
    double p11 = p[at1 + step];
    double p12 = p[at1 + 2 * step];
    double p13 = p[at1 + 3 * step];
    double p20 = p[at2];
    double p21 = p[at2 + step];
    double p22 = p[at2 + 2 * step];
    double p23 = p[at2 + 3 * step];
    double p30 = p[at3];
    double p31 = p[at3 + step];
    double p32 = p[at3 + 2 * step];
    double p33 = p[at3 + 3 * step];
    for (int j = 0; j < width; j++) {
      double b0 = q0[j];
      double b1 = q1[j];
      double b2 = q2[j];
      double b3 = q3[j];
      s0[j] = Math.fma(p03, b3, Math.fma(p02, b2, Math.fma(p01, b1, Math.fma(p00, b0, s0[j]))));
      s1[j] = Math.fma(p13, b3, Math.fma(p12, b2, Math.fma(p11, b1, Math.fma(p10, b0, s1[j]))));
      s2[j] = Math.fma(p23, b3, Math.fma(p22, b2, Math.fma(p21, b1, Math.fma(p20, b0, s2[j]))));
      s3[j] = Math.fma(p33, b3, Math.fma(p32, b2, Math.fma(p31, b1, Math.fma(p30, b0, s3[j]))));
    }
  }

  private static void addOne(
      double[] s0,
      double[] s1,
      double[] s2,
      double[] s3,
      double[] q,
      double p0,
      double p1,
      double p2,
      double p3,
      int width) {
    for (int j = 0; j < width; j++) {
      double b = q[j];
      s0[j] = Math.fma(p0, b, s0[j]);
      s1[j] = Math.fma(p1, b, s1[j]);
      s2[j] = Math.fma(p2, b, s2[j]);
      s3[j] = Math.fma(p3, b, s3[j]);
    }
  }
}
