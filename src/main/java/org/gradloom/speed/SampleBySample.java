package org.gradloom.speed;

import java.util.Arrays;
import java.util.List;
import org.gradloom.engine.DensePass;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.jspecify.annotations.Nullable;

/** Products of one row for each sample; dL/dW is the sum of what each sample asks for. */
final class SampleBySample implements PreparedLayer {
  private static final double[] NO_BIAS = {};

  private final DensePass layer;
  private final double[][] x;
  private final double[][] z;
  private final Shape weights;
  private final @Nullable Backward backward;

  /** What the backward pass reads and writes; {@code ofOne} is dL/dW of a single sample. */
  private static final class Backward {
    final double[][] dZ;
    final double[] ofOne;
    final double[] dW;
    final double[][] dX;

    Backward(double[][] dZ, double[] ofOne, double[] dW, double[][] dX) {
      this.dZ = dZ;
      this.ofOne = ofOne;
      this.dW = dW;
      this.dX = dX;
    }
  }

  SampleBySample(DensePass layer, LayerTask task) {
    this.layer = layer;
    x = NestedLoops.rows(task.x());
    weights = task.w().shape();
    z = new double[x.length][weights.columns()];
    backward =
        task.dZ()
            .map(dZ ->
                new Backward(
                    NestedLoops.rows(dZ),
                    new double[weights.size()],
                    new double[weights.size()],
                    new double[x.length][weights.rows()]))
            .orElse(null);
  }

  @Override
  public void run() {
    for (int i = 0; i < x.length; i++) {
      layer.forward(1, x[i], z[i]);
    }
    if (backward != null) {
      back(backward);
    }
  }

  private void back(Backward to) {
    Arrays.fill(to.dW, 0);
    for (int i = 0; i < x.length; i++) {
      layer.backward(1, x[i], z[i], to.dZ[i], to.ofOne, NO_BIAS, to.dX[i]);
      for (int k = 0; k < to.dW.length; k++) {
        to.dW[k] += to.ofOne[k];
      }
    }
  }

  @Override
  public List<Matrix> results() {
    return backward == null
        ? List.of(Matrix.of(z))
        : List.of(Matrix.of(z), Matrix.of(weights, backward.dW), Matrix.of(backward.dX));
  }
}
