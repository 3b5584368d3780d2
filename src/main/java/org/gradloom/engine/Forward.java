package org.gradloom.engine;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.mult.MatrixMatrixMult_DDRM;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.Rowwise;
import org.gradloom.rule.WeightPenalty;
import org.jspecify.annotations.Nullable;

/**
 * The forward pass of a lesson on EJML matrices of its own. It can be run again with one entry of
 * any matrix nudged, which is what a central difference asks for.
 */
final class Forward {
  /** One entry, and what is added to it before anything downstream reads it. */
  record Nudge(Operand operand, Cell cell, double by) {
    private boolean isFor(int layer, MatrixSymbol quantity) {
      return operand.layer() == layer && operand.quantity() == quantity;
    }
  }

  private final Lesson lesson;
  private final DMatrixRMaj x;
  private final DMatrixRMaj[] w;
  private final @Nullable DMatrixRMaj[] b;
  private final @Nullable DMatrixRMaj[] masks;
  private final DMatrixRMaj[] z;
  private final DMatrixRMaj[] a;

  /** What the loss asks of the weights, and what the weights of the last run cost of each. */
  private final List<WeightPenalty> penalties;

  private final double[] costs;

  Forward(Lesson lesson) {
    this.lesson = lesson;
    penalties = lesson.loss().penalties();
    costs = new double[penalties.size()];
    int layers = lesson.layers().size();
    x = Buffers.of(lesson.x());
    w = new DMatrixRMaj[layers];
    b = new @Nullable DMatrixRMaj[layers];
    masks = new @Nullable DMatrixRMaj[layers];
    z = new DMatrixRMaj[layers];
    a = new DMatrixRMaj[layers];
    for (int l = 0; l < layers; l++) {
      Layer layer = lesson.layers().get(l);
      w[l] = Buffers.of(layer.w());
      Matrix bias = layer.b();
      b[l] = bias == null ? null : Buffers.of(bias);
      Matrix mask = layer.mask();
      masks[l] = mask == null ? null : Buffers.of(mask);
      z[l] = new DMatrixRMaj(lesson.samples(), layer.units());
      a[l] = layer.isIdentity() ? z[l] : new DMatrixRMaj(lesson.samples(), layer.units());
    }
  }

  /** Runs the pass; every Z and A is overwritten. */
  void run() {
    run(null);
  }

  /**
   * Runs the pass with one entry of X, W, b, Z or A nudged, if any; the inputs stay as they are.
   */
  void run(@Nullable Nudge nudge) {
    for (int l = 0; l < w.length; l++) {
      runLayer(l, nudge);
    }
  }

  private void runLayer(int l, @Nullable Nudge nudge) {
    DMatrixRMaj input = l == 0 ? nudged(x, nudge, l, MatrixSymbol.X) : a[l - 1];
    DMatrixRMaj weights = nudged(w[l], nudge, l, MatrixSymbol.W);
    for (int k = 0; k < costs.length; k++) {
      costs[k] = Losses.addCosts(l == 0 ? 0 : costs[k], penalties.get(k), weights);
    }
    MatrixMatrixMult_DDRM.mult_small(input, weights, z[l]);
    DMatrixRMaj bias = b[l];
    if (bias != null) {
      Buffers.addToEachRow(z[l], nudged(bias, nudge, l, MatrixSymbol.B));
    }
    addNudge(z[l], nudge, l, MatrixSymbol.Z);
    Layer layer = lesson.layers().get(l);
    if (!layer.isIdentity()) {
      switch (layer.activation()) {
        case Elementwise one -> {
          for (int i = 0; i < z[l].getNumElements(); i++) {
            a[l].data[i] = one.value(z[l].data[i]);
          }
        }
        case Rowwise row -> {
          a[l].setTo(z[l]);
          row.apply(a[l].data, a[l].numRows, a[l].numCols);
        }
      }
      DMatrixRMaj mask = masks[l];
      if (mask != null) {
        CommonOps_DDRM.elementMult(a[l], mask);
      }
      addNudge(a[l], nudge, l, MatrixSymbol.A);
    }
  }

  /** The matrix itself or, where the nudge is meant for it, a nudged copy. */
  private static DMatrixRMaj nudged(
      DMatrixRMaj matrix, @Nullable Nudge nudge, int l, MatrixSymbol quantity) {
    if (nudge == null || !nudge.isFor(l, quantity)) {
      return matrix;
    }
    DMatrixRMaj copy = matrix.copy();
    addNudge(copy, nudge, l, quantity);
    return copy;
  }

  /** Adds the nudge to the matrix, which is modified, where it is meant for it. */
  private static void addNudge(
      DMatrixRMaj matrix, @Nullable Nudge nudge, int l, MatrixSymbol quantity) {
    if (nudge != null && nudge.isFor(l, quantity)) {
      matrix.add(nudge.cell().row(), nudge.cell().column(), nudge.by());
    }
  }

  /** The N×D matrix that layer {@code l} reads. */
  DMatrixRMaj input(int l) {
    return l == 0 ? x : a[l - 1];
  }

  DMatrixRMaj w(int l) {
    return w[l];
  }

  /** What dropout multiplies A by, N×M; null for a layer without it. */
  @Nullable DMatrixRMaj mask(int l) {
    return masks[l];
  }

  DMatrixRMaj z(int l) {
    return z[l];
  }

  DMatrixRMaj a(int l) {
    return a[l];
  }

  /** The last layer's outputs of the last run. */
  Matrix outputs() {
    return Buffers.toMatrix(a[a.length - 1]);
  }

  /** L of the last run. */
  double loss() {
    double loss = Losses.ofOutputs(lesson.loss(), outputs());
    for (int k = 0; k < costs.length; k++) {
      loss += penalties.get(k).factor(lesson.samples()) * costs[k];
    }
    return loss;
  }
}
