package org.gradloom.engine;

import org.ejml.data.DMatrixRMaj;
import org.gradloom.lesson.Layer;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.OptimizerState.Memory;
import org.jspecify.annotations.Nullable;

/** One layer that is trained: its parameters, and the buffers of a mini-batch. */
final class Dense {
  private final Activation activation;
  private final Parameter w;
  private final @Nullable Parameter b;
  private final DMatrixRMaj a = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj dZ = new DMatrixRMaj(0, 0);

  Dense(Layer layer, Optimizer optimizer) {
    activation = layer.activation();
    w = new Parameter(layer.w(), optimizer, layer.remembered(false));
    Matrix bias = layer.b();
    b = bias == null ? null : new Parameter(bias, optimizer, layer.remembered(true));
  }

  /**
   * Makes room for a batch of so many rows. Nothing is allocated up to the largest batch so far.
   */
  void reshape(int rows) {
    a.reshape(rows, w.value().numCols);
    dZ.reshape(rows, w.value().numCols);
  }

  /** A, N×M, of the last forward pass. */
  DMatrixRMaj a() {
    return a;
  }

  /** dL/dA and, after the backward pass, dL/dZ; N×M. */
  DMatrixRMaj dZ() {
    return dZ;
  }

  Parameter w() {
    return w;
  }

  @Nullable Parameter b() {
    return b;
  }

  /** A ← g(X·W + b). */
  void forward(Gemm products, DMatrixRMaj x) {
    forward(products, x, w.value(), b == null ? null : b.value(), activation, a);
  }

  /** {@code a} (N×M) ← g(x·w + b), with shapes N×D, D×M and 1×M; only {@code a} is modified. */
  static void forward(
      Gemm products,
      DMatrixRMaj x,
      DMatrixRMaj w,
      @Nullable DMatrixRMaj b,
      Activation activation,
      DMatrixRMaj a) {
    if (b == null) {
      products.mult(x, w, a);
    } else {
      products.multAdd(x, w, b, a);
    }
    activation.apply(a.data, a.getNumElements());
  }

  /**
   * From dL/dA, which becomes dL/dZ: the gradients of W and b, and dL/dX.
   *
   * @param x N×D as in the forward pass
   * @param dX N×D, overwritten; null where nobody asks for it
   */
  void backward(Gemm products, DMatrixRMaj x, @Nullable DMatrixRMaj dX) {
    backward(
        products,
        x,
        w.value(),
        activation,
        a,
        dZ,
        w.gradient(),
        b == null ? null : b.gradient(),
        dX);
  }

  /**
   * The gradients {@code dW} (D×M), {@code dB} (1×M) and {@code dX} (N×D), where asked for.
   *
   * @param x N×D and {@code a} N×M as in the forward pass
   * @param dZ dL/dA, N×M, which becomes dL/dZ
   */
  static void backward(
      Gemm products,
      DMatrixRMaj x,
      DMatrixRMaj w,
      Activation activation,
      DMatrixRMaj a,
      DMatrixRMaj dZ,
      DMatrixRMaj dW,
      @Nullable DMatrixRMaj dB,
      @Nullable DMatrixRMaj dX) {
    activation.multiplyBySlope(a.data, dZ.data, dZ.getNumElements());
    products.multTransA(x, dZ, dW);
    if (dB != null) {
      Buffers.sumOfRows(dZ, dB);
    }
    if (dX != null) {
      products.multTransB(dZ, w, dX);
    }
  }

  /** See {@link Parameter#propose}. */
  boolean propose(Optimizer optimizer, long step, double[] corrections) {
    return w.propose(optimizer, step, corrections)
        && (b == null || b.propose(optimizer, step, corrections));
  }

  void accept() {
    w.accept();
    if (b != null) {
      b.accept();
    }
  }

  /**
   * A copy of the parameters.
   *
   * @param remembered whether the optimizer has anything to remember yet
   */
  Layer toLayer(Optimizer optimizer, boolean remembered) {
    Matrix bias = b == null ? null : Buffers.toMatrix(b.value());
    return new Layer(
        Buffers.toMatrix(w.value()), bias, activation, remembered ? state(optimizer) : null);
  }

  private @Nullable OptimizerState state(Optimizer optimizer) {
    int names = optimizer.remembers().size();
    if (names == 0) {
      return null;
    }
    Memory[] memories = new Memory[names];
    for (int k = 0; k < names; k++) {
      memories[k] = new Memory(w.memory(k), b == null ? null : b.memory(k));
    }
    return optimizer.state(memories);
  }
}
