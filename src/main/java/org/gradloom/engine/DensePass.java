package org.gradloom.engine;

import org.ejml.data.DMatrixRMaj;
import org.gradloom.blas.Blas;
import org.gradloom.lesson.Layer;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Activation;
import org.jspecify.annotations.Nullable;

/**
 * One layer of D inputs and M units, forward and backward over rows that the caller holds, for
 * whoever times one kind of products beside another. Arrays are matrices row by row, and may be
 * longer than what is used of them.
 *
 * <p>The fast products allocate nothing once the largest batch was seen. Not for several threads at
 * once.
 */
public final class DensePass {
  private final Products products;
  private final DMatrixRMaj w;
  private final @Nullable DMatrixRMaj b;
  private final Activation activation;
  private final DMatrixRMaj x = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj z = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj a = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj dZ = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj dW = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj dB = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj dX = new DMatrixRMaj(0, 0);

  /** A layer by the fast products of training. */
  public DensePass(Layer layer) {
    this(layer, new Gemm());
  }

  /** A layer by EJML's own products. */
  public static DensePass onEjml(Layer layer) {
    return new DensePass(layer, new EjmlProducts());
  }

  /** A layer by the machine's BLAS. */
  public static DensePass onBlas(Layer layer, Blas blas) {
    return new DensePass(layer, new BlasProducts(blas));
  }

  private DensePass(Layer layer, Products products) {
    this.products = products;
    Matrix bias = layer.b();
    w = Buffers.of(layer.w());
    b = bias == null ? null : Buffers.of(bias);
    activation = layer.activation();
  }

  /**
   * {@code outputs} ← g(X·W + b).
   *
   * @param inputs X, N×D
   * @param outputs A, N×M, overwritten
   * @throws IllegalArgumentException if an array is too short
   */
  public void forward(int rows, double[] inputs, double[] outputs) {
    view(x, inputs, rows, w.numRows);
    view(a, outputs, rows, w.numCols);
    if (activation.readsInput()) {
      z.reshape(rows, w.numCols);
    }
    Dense.forward(products, x, w, b, activation, z, a);
  }

  /**
   * The gradients of W, b and X from that of A.
   *
   * @param inputs X, N×D, as in the forward pass
   * @param outputs A, N×M, as the forward pass left it
   * @param blame dL/dA, N×M, which becomes dL/dZ
   * @param byWeights dL/dW, D×M, overwritten
   * @param byBias dL/db, M, overwritten; not touched for a layer without bias
   * @param byInputs dL/dX, N×D, overwritten
   * @throws IllegalArgumentException if an array is too short
   */
  public void backward(
      int rows,
      double[] inputs,
      double[] outputs,
      double[] blame,
      double[] byWeights,
      double[] byBias,
      double[] byInputs) {
    view(x, inputs, rows, w.numRows);
    view(a, outputs, rows, w.numCols);
    view(dZ, blame, rows, w.numCols);
    view(dW, byWeights, w.numRows, w.numCols);
    view(dX, byInputs, rows, w.numRows);
    if (b != null) {
      view(dB, byBias, 1, w.numCols);
    }
    Dense.backward(products, x, w, activation, z, a, dZ, dW, b == null ? null : dB, dX);
  }

  private static void view(DMatrixRMaj view, double[] data, int rows, int columns) {
    if (data.length < rows * columns) {
      throw new IllegalArgumentException(
          data.length + " numbers are too few for " + rows + "×" + columns);
    }
    view.data = data;
    view.numRows = rows;
    view.numCols = columns;
  }
}
