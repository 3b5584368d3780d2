package org.gradloom.engine;

/**
 * The product of small matrices, in tiles of 4×4 sums that stay in registers: each number read is
 * used four times. What is left at the right and the bottom goes in tiles of 2×2 and one by one.
 */
final class TiledGemm {
  private TiledGemm() {}

  /** c ← start + a · b, {@code start} the same in each row; only {@code c} is modified. */
  static void multiply(Strided a, Strided b, Strided start, Strided c) {
    int i = 0;
    for (; i + 4 <= c.rows; i += 4) {
      int j = 0;
      for (; j + 4 <= c.columns; j += 4) {
        four(a, b, start, c, i, j);
      }
      for (; j + 2 <= c.columns; j += 2) {
        two(a, b, start, c, i, j);
        two(a, b, start, c, i + 2, j);
      }
      if (j < c.columns) {
        for (int r = i; r < i + 4; r++) {
          one(a, b, start, c, r, j);
        }
      }
    }
    for (; i + 2 <= c.rows; i += 2) {
      int j = 0;
      for (; j + 2 <= c.columns; j += 2) {
        two(a, b, start, c, i, j);
      }
      if (j < c.columns) {
        one(a, b, start, c, i, j);
        one(a, b, start, c, i + 1, j);
      }
    }
    if (i < c.rows) {
      for (int j = 0; j < c.columns; j++) {
        one(a, b, start, c, i, j);
      }
    }
  }

  private static void four(Strided a, Strided b, Strided start, Strided c, int i, int j) {
    double[] p = a.data;
    double[] q = b.data;
    int down = a.rowStride;
    int right = b.columnStride;
    int pStep = a.columnStride;
    int qStep = b.rowStride;
    double s00 = start.get(0, j);
    double s01 = start.get(0, j + 1);
    double s02 = start.get(0, j + 2);
    double s03 = start.get(0, j + 3);
    double s10 = s00;
    double s11 = s01;
    double s12 = s02;
    double s13 = s03;
    double s20 = s00;
    double s21 = s01;
    double s22 = s02;
    double s23 = s03;
    double s30 = s00;
    double s31 = s01;
    double s32 = s02;
    double s33 = s03;
    int x = i * down;
    int y = j * right;
    for (int k = 0; k < a.columns; k++) {
      double p0 = p[x];
      double p1 = p[x + down];
      double p2 = p[x + 2 * down];
      double p3 = p[x + 3 * down];
      double q0 = q[y];
      double q1 = q[y + right];
      double q2 = q[y + 2 * right];
      double q3 = q[y + 3 * right];
      s00 = Math.fma(p0, q0, s00);
      s01 = Math.fma(p0, q1, s01);
      s02 = Math.fma(p0, q2, s02);
      s03 = Math.fma(p0, q3, s03);
      s10 = Math.fma(p1, q0, s10);
      s11 = Math.fma(p1, q1, s11);
      s12 = Math.fma(p1, q2, s12);
      s13 = Math.fma(p1, q3, s13);
      s20 = Math.fma(p2, q0, s20);
      s21 = Math.fma(p2, q1, s21);
      s22 = Math.fma(p2, q2, s22);
      s23 = Math.fma(p2, q3, s23);
      s30 = Math.fma(p3, q0, s30);
      s31 = Math.fma(p3, q1, s31);
      s32 = Math.fma(p3, q2, s32);
      s33 = Math.fma(p3, q3, s33);
      x += pStep;
      y += qStep;
    }
    c.setRowOfFour(i, j, s00, s01, s02, s03);
    c.setRowOfFour(i + 1, j, s10, s11, s12, s13);
    c.setRowOfFour(i + 2, j, s20, s21, s22, s23);
    c.setRowOfFour(i + 3, j, s30, s31, s32, s33);
  }

  private static void two(Strided a, Strided b, Strided start, Strided c, int i, int j) {
    double[] p = a.data;
    double[] q = b.data;
    int down = a.rowStride;
    int right = b.columnStride;
    int pStep = a.columnStride;
    int qStep = b.rowStride;
    double s00 = start.get(0, j);
    double s01 = start.get(0, j + 1);
    double s10 = s00;
    double s11 = s01;
    int x = i * down;
    int y = j * right;
    for (int k = 0; k < a.columns; k++) {
      double p0 = p[x];
      double p1 = p[x + down];
      double q0 = q[y];
      double q1 = q[y + right];
      s00 = Math.fma(p0, q0, s00);
      s01 = Math.fma(p0, q1, s01);
      s10 = Math.fma(p1, q0, s10);
      s11 = Math.fma(p1, q1, s11);
      x += pStep;
      y += qStep;
    }
    c.set(i, j, s00);
    c.set(i, j + 1, s01);
    c.set(i + 1, j, s10);
    c.set(i + 1, j + 1, s11);
  }

  private static void one(Strided a, Strided b, Strided start, Strided c, int i, int j) {
    double sum = start.get(0, j);
    int x = i * a.rowStride;
    int y = j * b.columnStride;
    for (int k = 0; k < a.columns; k++) {
      sum = Math.fma(a.data[x], b.data[y], sum);
      x += a.columnStride;
      y += b.rowStride;
    }
    c.set(i, j, sum);
  }
}
