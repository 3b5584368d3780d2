package org.gradloom.engine;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Dropout;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.OptimizerState.Memory;
import org.gradloom.rule.WeightPenalty;
import org.jspecify.annotations.Nullable;

/** One layer that is trained: its parameters, and the buffers of a mini-batch. */
final class Dense {
  private final Activation activation;
  private final Frozen frozen;
  private final Parameter w;
  private final @Nullable Parameter b;

  /** Z, where the backward pass looks at it; as empty as at first otherwise. */
  private final DMatrixRMaj z = new DMatrixRMaj(0, 0);

  private final DMatrixRMaj a = new DMatrixRMaj(0, 0);

  /** What dropout multiplies A by, and what that makes of it; empty in a layer without dropout. */
  private final DMatrixRMaj mask = new DMatrixRMaj(0, 0);

  private final DMatrixRMaj kept = new DMatrixRMaj(0, 0);

  /** Whether the last forward pass dropped units. */
  private boolean drops;

  private final DMatrixRMaj dZ = new DMatrixRMaj(0, 0);

  Dense(Layer layer, Optimizer optimizer) {
    activation = layer.activation();
    frozen = layer.frozen();
    w = new Parameter(layer.w(), optimizer, layer.remembered(false));
    Matrix bias = layer.b();
    b = bias == null ? null : new Parameter(bias, optimizer, layer.remembered(true));
  }

  /**
   * Makes room for a batch of so many rows. Nothing is allocated up to the largest batch so far.
   */
  void reshape(int rows) {
    if (activation.readsInput()) {
      z.reshape(rows, w.value().numCols);
    }
    a.reshape(rows, w.value().numCols);
    dZ.reshape(rows, w.value().numCols);
  }

  /** A, N×M, of the last forward pass, without what was dropped. */
  DMatrixRMaj a() {
    return drops ? kept : a;
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
  void forward(Products products, DMatrixRMaj x) {
    forward(products, x, w.value(), b == null ? null : b.value(), activation, z, a);
    drops = false;
  }

  /** Behind a forward pass: drops what this step drops in this layer. */
  void drop(Dropout dropout, long step, int layer) {
    mask.reshape(a.numRows, a.numCols);
    kept.reshape(a.numRows, a.numCols);
    dropout.draw(step, layer, mask.data, mask.getNumElements());
    CommonOps_DDRM.elementMult(a, mask, kept);
    drops = true;
  }

  /**
   * {@code a} (N×M) ← g(x·w + b), with shapes N×D, D×M and 1×M.
   *
   * @param z N×M, overwritten with x·w + b where the activation's backward pass looks at it
   * @param a overwritten
   */
  static void forward(
      Products products,
      DMatrixRMaj x,
      DMatrixRMaj w,
      @Nullable DMatrixRMaj b,
      Activation activation,
      DMatrixRMaj z,
      DMatrixRMaj a) {
    if (b == null) {
      products.mult(x, w, a);
    } else {
      products.multAdd(x, w, b, a);
    }
    if (activation.readsInput()) {
      System.arraycopy(a.data, 0, z.data, 0, a.getNumElements());
    }
    activation.apply(a.data, a.numRows, a.numCols);
  }

  /**
   * From dL/dA, which becomes dL/dZ: the gradients of W and b, and dL/dX.
   *
   * @param x N×D as in the forward pass
   * @param penalties what the loss asks of the weights
   * @param dX N×D, overwritten; null where nobody asks for it
   */
  void backward(
      Products products, DMatrixRMaj x, WeightPenalty[] penalties, @Nullable DMatrixRMaj dX) {
    if (drops) {
      CommonOps_DDRM.elementMult(dZ, mask);
    }
    backward(
        products,
        x,
        w.value(),
        activation,
        z,
        a,
        dZ,
        frozen.w() ? null : w.gradient(),
        b == null || frozen.b() ? null : b.gradient(),
        dX);
    if (!frozen.w()) {
      for (WeightPenalty penalty : penalties) {
        penalty.addGradients(
            w.value().data, x.numRows, w.gradient().data, w.gradient().getNumElements());
      }
    }
  }

  /**
   * The gradients {@code dW} (D×M), {@code dB} (1×M) and {@code dX} (N×D), where asked for.
   *
   * @param x N×D, {@code z} and {@code a} N×M as in the forward pass
   * @param dZ dL/dA, N×M, which becomes dL/dZ
   */
  static void backward(
      Products products,
      DMatrixRMaj x,
      DMatrixRMaj w,
      Activation activation,
      DMatrixRMaj z,
      DMatrixRMaj a,
      DMatrixRMaj dZ,
      @Nullable DMatrixRMaj dW,
      @Nullable DMatrixRMaj dB,
      @Nullable DMatrixRMaj dX) {
    activation.backward(z.data, a.data, dZ.data, dZ.numRows, dZ.numCols);
    if (dW != null) {
      products.multTransA(x, dZ, dW);
    }
    if (dB != null) {
      Buffers.sumOfRows(dZ, dB);
    }
    if (dX != null) {
      products.multTransB(dZ, w, dX);
    }
  }

  /** See {@link Parameter#propose}; what is frozen is left alone. */
  boolean propose(Optimizer optimizer, long step, double[] corrections) {
    return (frozen.w() || w.propose(optimizer, step, corrections))
        && (b == null || frozen.b() || b.propose(optimizer, step, corrections));
  }

  void accept() {
    if (!frozen.w()) {
      w.accept();
    }
    if (b != null && !frozen.b()) {
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
        Buffers.toMatrix(w.value()),
        bias,
        activation,
        frozen,
        remembered ? state(optimizer) : null);
  }

  private @Nullable OptimizerState state(Optimizer optimizer) {
    int names = optimizer.remembers().size();
    boolean ofW = !frozen.w();
    Parameter learnt = frozen.b() ? null : b;
    if (names == 0 || (!ofW && learnt == null)) {
      return null;
    }
    Memory[] memories = new Memory[names];
    for (int k = 0; k < names; k++) {
      memories[k] = new Memory(ofW ? w.memory(k) : null, learnt == null ? null : learnt.memory(k));
    }
    return optimizer.state(memories);
  }
}
