package org.gradloom.speed;

import java.util.List;
import org.gradloom.engine.DensePass;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.jspecify.annotations.Nullable;

/** One product for all samples: N×D times D×M, and two more on the way back. */
final class WholeBatch implements PreparedLayer {
  private static final double[] NO_BIAS = {};

  private final DensePass layer;
  private final Shape inputs;
  private final Shape weights;
  private final Shape outputs;
  private final double[] x;
  private final double[] z;
  private final @Nullable Backward backward;

  /** What the backward pass reads and writes. */
  private static final class Backward {
    final double[] dZ;
    final double[] dW;
    final double[] dX;

    Backward(double[] dZ, double[] dW, double[] dX) {
      this.dZ = dZ;
      this.dW = dW;
      this.dX = dX;
    }
  }

  WholeBatch(DensePass layer, LayerTask task) {
    this.layer = layer;
    inputs = task.x().shape();
    weights = task.w().shape();
    outputs = task.result();
    x = task.x().toArray();
    z = new double[outputs.size()];
    backward =
        task.dZ()
            .map(dZ ->
                new Backward(dZ.toArray(), new double[weights.size()], new double[inputs.size()]))
            .orElse(null);
  }

  @Override
  public void run() {
    layer.forward(outputs.rows(), x, z);
    if (backward != null) {
      layer.backward(outputs.rows(), x, z, backward.dZ, backward.dW, NO_BIAS, backward.dX);
    }
  }

  @Override
  public List<Matrix> results() {
    return backward == null
        ? List.of(Matrix.of(outputs, z))
        : List.of(
            Matrix.of(outputs, z), Matrix.of(weights, backward.dW), Matrix.of(inputs, backward.dX));
  }
}
