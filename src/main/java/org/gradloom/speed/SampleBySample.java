package org.gradloom.speed;

import org.gradloom.engine.DensePass;
import org.gradloom.matrix.Matrix;

/** A product 1×D times D×M for each sample. */
final class SampleBySample implements PreparedProduct {
  private final DensePass layer;
  private final double[][] x;
  private final double[][] z;

  SampleBySample(DensePass layer, LayerTask task) {
    this.layer = layer;
    x = NestedLoops.rows(task.x());
    z = new double[task.x().rows()][task.w().columns()];
  }

  @Override
  public void run() {
    for (int i = 0; i < x.length; i++) {
      layer.forward(1, x[i], z[i]);
    }
  }

  @Override
  public Matrix result() {
    return Matrix.of(z);
  }
}
