package org.gradloom.speed;

import java.util.List;
import org.gradloom.matrix.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Three loops over arrays of rows for each product, as its formula says it: for Z down a column of
 * W for each cell.
 */
final class NestedLoops implements PreparedLayer {
  private final double[][] x;
  private final double[][] w;
  private final double[][] z;
  private final @Nullable Backward backward;

  /** What the backward pass reads and writes. */
  private static final class Backward {
    final double[][] dZ;
    final double[][] dW;
    final double[][] dX;

    Backward(double[][] dZ, double[][] dW, double[][] dX) {
      this.dZ = dZ;
      this.dW = dW;
      this.dX = dX;
    }
  }

  NestedLoops(LayerTask task) {
    x = rows(task.x());
    w = rows(task.w());
    z = new double[x.length][task.w().columns()];
    backward =
        task.dZ()
            .map(dZ ->
                new Backward(
                    rows(dZ), new double[w.length][dZ.columns()], new double[x.length][w.length]))
            .orElse(null);
  }

  static double[][] rows(Matrix matrix) {
    double[][] rows = new double[matrix.rows()][matrix.columns()];
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        rows[i][j] = matrix.get(i, j);
      }
    }
    return rows;
  }

  @Override
  public void run() {
    product(x, w, z);
    if (backward != null) {
      productOfLeftTurned(x, backward.dZ, backward.dW);
      productOfRightTurned(backward.dZ, w, backward.dX);
    }
  }

  /** c ← a·b. */
  private static void product(double[][] a, double[][] b, double[][] c) {
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < c[i].length; j++) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
          sum += a[i][k] * b[k][j];
        }
        c[i][j] = sum;
      }
    }
  }

  /** c ← aᵀ·b. */
  private static void productOfLeftTurned(double[][] a, double[][] b, double[][] c) {
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < c[i].length; j++) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
          sum += a[k][i] * b[k][j];
        }
        c[i][j] = sum;
      }
    }
  }

  /** c ← a·bᵀ. */
  private static void productOfRightTurned(double[][] a, double[][] b, double[][] c) {
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < c[i].length; j++) {
        double sum = 0;
        for (int k = 0; k < a[i].length; k++) {
          sum += a[i][k] * b[j][k];
        }
        c[i][j] = sum;
      }
    }
  }

  @Override
  public List<Matrix> results() {
    return backward == null
        ? List.of(Matrix.of(z))
        : List.of(Matrix.of(z), Matrix.of(backward.dW), Matrix.of(backward.dX));
  }
}
