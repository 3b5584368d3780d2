package org.gradloom.speed;

import java.util.Optional;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * The numbers of a layer without bias, Z = X·W.
 *
 * @param x N×D, a sample a row
 * @param w D×M, a neuron a column
 * @param dZ dL/dZ, N×M, where the backward pass is computed too
 */
public record LayerTask(Matrix x, Matrix w, Optional<Matrix> dZ) {
  public LayerTask {
    if (x.columns() != w.rows()) {
      throw new IllegalArgumentException(x.shape() + " times " + w.shape());
    }
    Shape result = new Shape(x.rows(), w.columns());
    if (dZ.filter(given -> !given.shape().equals(result)).isPresent()) {
      throw new IllegalArgumentException("dL/dZ must be " + result);
    }
  }

  /** The shape of Z, N×M. */
  Shape result() {
    return new Shape(x.rows(), w.columns());
  }
}
