package org.gradloom.speed;

import org.gradloom.matrix.Matrix;

/** Three loops over arrays of rows, as the formula says it: down a column of W for each cell. */
final class NestedLoops implements PreparedProduct {
  private final double[][] x;
  private final double[][] w;
  private final double[][] z;

  NestedLoops(LayerTask task) {
    x = rows(task.x());
    w = rows(task.w());
    z = new double[task.x().rows()][task.w().columns()];
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
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < z[i].length; j++) {
        double sum = 0;
        for (int k = 0; k < w.length; k++) {
          sum += x[i][k] * w[k][j];
        }
        z[i][j] = sum;
      }
    }
  }

  @Override
  public Matrix result() {
    return Matrix.of(z);
  }
}
