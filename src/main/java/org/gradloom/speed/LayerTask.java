package org.gradloom.speed;

import java.util.Random;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * What every way computes: Z = X·W.
 *
 * @param x N×D, a sample a row
 * @param w D×M, a neuron a column
 */
public record LayerTask(Matrix x, Matrix w) {
  /** N: how many samples are in a batch. */
  public static final int SAMPLES = 64;

  public LayerTask {
    if (x.columns() != w.rows()) {
      throw new IllegalArgumentException(x.shape() + " times " + w.shape());
    }
  }

  /** A batch of the usual number of samples, with n inputs and n neurons and the same numbers. */
  public static LayerTask ofSize(int n) {
    Random random = new Random(n);
    return new LayerTask(
        Matrix.numbers(new Shape(SAMPLES, n), (i, j) -> random.nextGaussian()),
        Matrix.numbers(new Shape(n, n), (i, j) -> random.nextGaussian()));
  }

  /** The shape of Z, N×M. */
  Shape result() {
    return new Shape(x.rows(), w.columns());
  }
}
