package org.gradloom.speed;

import org.gradloom.engine.DensePass;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/** One product N×D times D×M. */
final class WholeBatch implements PreparedProduct {
  private final DensePass layer;
  private final Shape shape;
  private final double[] x;
  private final double[] z;

  WholeBatch(DensePass layer, LayerTask task) {
    this.layer = layer;
    shape = task.result();
    x = task.x().toArray();
    z = new double[shape.size()];
  }

  @Override
  public void run() {
    layer.forward(shape.rows(), x, z);
  }

  @Override
  public Matrix result() {
    return Matrix.of(shape, z);
  }
}
