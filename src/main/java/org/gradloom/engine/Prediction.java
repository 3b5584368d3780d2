package org.gradloom.engine;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradloom.lesson.Layer;
import org.gradloom.matrix.Matrix;

/** What a network answers to many rows at once, by the fast products of training. */
public final class Prediction {
  private Prediction() {}

  /**
   * A of every layer, N×M, for the rows of {@code x} (N×D). Overflow is no error.
   *
   * @throws IllegalArgumentException if the first layer has not D inputs
   */
  public static List<Matrix> activations(List<Layer> layers, Matrix x) {
    Gemm products = new Gemm();
    DMatrixRMaj z = new DMatrixRMaj(0, 0);
    List<Matrix> activations = new ArrayList<>();
    DMatrixRMaj input = Buffers.of(x);
    for (Layer layer : layers) {
      DMatrixRMaj a = new DMatrixRMaj(x.rows(), layer.units());
      if (layer.activation().readsInput()) {
        z.reshape(x.rows(), layer.units());
      }
      Matrix b = layer.b();
      Dense.forward(
          products,
          input,
          Buffers.of(layer.w()),
          b == null ? null : Buffers.of(b),
          layer.activation(),
          z,
          a);
      activations.add(Buffers.toMatrix(a));
      input = a;
    }
    return List.copyOf(activations);
  }
}
