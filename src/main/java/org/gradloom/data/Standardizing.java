package org.gradloom.data;

import java.util.List;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * Brings each column to mean 0 and standard deviation 1: z = (x − μ)/σ with μ = Σx/N and σ = √(Σ(x
 * − μ)²/N) of that column.
 *
 * <p>Measure μ and σ on the rows to train on alone and apply them to all others as well: a test
 * that had a say in its own scale would no longer be one. A column that is the same in every row
 * has no spread to divide by; there σ counts as 1, and the column becomes 0.
 *
 * @param mean μ, 1×D
 * @param deviation σ, 1×D, each greater than 0
 */
public record Standardizing(Matrix mean, Matrix deviation) {
  public Standardizing {
    if (mean.rows() != 1 || !mean.shape().equals(deviation.shape())) {
      throw new IllegalArgumentException(mean.shape() + " and " + deviation.shape());
    }
    for (double sigma : deviation.toArray()) {
      if (!(sigma > 0)) {
        throw new IllegalArgumentException("σ = " + sigma);
      }
    }
  }

  /**
   * Measures the columns of x.
   *
   * @param x N×D
   */
  public static Standardizing of(Matrix x) {
    return of(x, List.of());
  }

  /**
   * Measures the columns of x but for these, which stay as they are: μ = 0 and σ = 1.
   *
   * @param x N×D
   * @param asTheyAre columns, from 0, such as those of categories, where 0 and 1 mean something
   */
  public static Standardizing of(Matrix x, List<Integer> asTheyAre) {
    double[] mean = new double[x.columns()];
    double[] deviation = new double[x.columns()];
    for (int j = 0; j < x.columns(); j++) {
      if (asTheyAre.contains(j)) {
        deviation[j] = 1;
      } else if (isConstant(x, j)) {
        // Exactly: a rounded mean would leave a rest that is no 0.
        mean[j] = x.get(0, j);
        deviation[j] = 1;
      } else {
        mean[j] = mean(x, j);
        double sigma = deviation(x, j, mean[j]);
        // The squares of differences below 1e−162 vanish.
        deviation[j] = sigma > 0 ? sigma : 1;
      }
    }
    return new Standardizing(Matrix.row(mean), Matrix.row(deviation));
  }

  private static boolean isConstant(Matrix x, int column) {
    for (int i = 1; i < x.rows(); i++) {
      if (x.get(i, column) != x.get(0, column)) {
        return false;
      }
    }
    return true;
  }

  private static double mean(Matrix x, int column) {
    double sum = 0;
    for (int i = 0; i < x.rows(); i++) {
      sum += x.get(i, column);
    }
    return sum / x.rows();
  }

  private static double deviation(Matrix x, int column, double mean) {
    double sum = 0;
    for (int i = 0; i < x.rows(); i++) {
      double difference = x.get(i, column) - mean;
      sum += difference * difference;
    }
    return Math.sqrt(sum / x.rows());
  }

  /**
   * z = (x − μ)/σ for each row.
   *
   * @param x N×D with any N
   * @return N×D
   */
  public Matrix apply(Matrix x) {
    requireColumns(x);
    return Matrix.numbers(
        x.shape(), (i, j) -> (x.get(i, j) - mean.get(0, j)) / deviation.get(0, j));
  }

  private void requireColumns(Matrix matrix) {
    if (matrix.columns() != mean.columns()) {
      Shape wanted = new Shape(matrix.rows(), mean.columns());
      throw new IllegalArgumentException(matrix.shape() + " where " + wanted + " was measured");
    }
  }
}
