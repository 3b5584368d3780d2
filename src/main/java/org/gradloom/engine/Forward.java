package org.gradloom.engine;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.mult.MatrixMatrixMult_DDRM;
import org.gradloom.lesson.Activation;
import org.gradloom.lesson.Cell;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Operand;
import org.gradloom.lesson.Quantity;
import org.gradloom.matrix.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The forward pass of a lesson on EJML matrices of its own. It can be run again with one entry of
 * any matrix nudged, which is what a central difference asks for.
 */
final class Forward {
  /** One entry, and what is added to it before anything downstream reads it. */
  record Nudge(Operand operand, Cell cell, double by) {}

  private final Lesson lesson;
  private final DMatrixRMaj x;
  private final DMatrixRMaj[] w;
  private final @Nullable DMatrixRMaj[] b;
  private final DMatrixRMaj[] z;
  private final DMatrixRMaj[] a;

  Forward(Lesson lesson) {
    this.lesson = lesson;
    int layers = lesson.layers().size();
    x = Buffers.of(lesson.x());
    w = new DMatrixRMaj[layers];
    b = new @Nullable DMatrixRMaj[layers];
    z = new DMatrixRMaj[layers];
    a = new DMatrixRMaj[layers];
    for (int l = 0; l < layers; l++) {
      var layer = lesson.layers().get(l);
      w[l] = Buffers.of(layer.w());
      Matrix bias = layer.b();
      b[l] = bias == null ? null : Buffers.of(bias);
      z[l] = new DMatrixRMaj(lesson.samples(), layer.units());
      a[l] =
          layer.activation() == Activation.IDENTITY
              ? z[l]
              : new DMatrixRMaj(lesson.samples(), layer.units());
    }
  }

  /** Runs the pass; every Z and A is overwritten. */
  void run() {
    run(null);
  }

  /**
   * Runs the pass with one entry of X, W, b, Z or A nudged; the inputs are as before afterwards.
   */
  void run(@Nullable Nudge nudge) {
    double kept = nudge == null ? 0 : apply(nudge);
    for (int l = 0; l < w.length; l++) {
      runLayer(l, nudge);
    }
    if (nudge != null) {
      restore(nudge, kept);
    }
  }

  private void runLayer(int l, @Nullable Nudge nudge) {
    MatrixMatrixMult_DDRM.mult_small(input(l), w[l], z[l]);
    DMatrixRMaj bias = b[l];
    if (bias != null) {
      Buffers.addToEachRow(z[l], bias);
    }
    nudgeIf(nudge, l, Quantity.Z, z[l]);
    Activation activation = lesson.layers().get(l).activation();
    if (activation != Activation.IDENTITY) {
      for (int i = 0; i < z[l].getNumElements(); i++) {
        a[l].data[i] = Activations.value(activation, z[l].data[i]);
      }
      nudgeIf(nudge, l, Quantity.A, a[l]);
    }
  }

  private static void nudgeIf(@Nullable Nudge nudge, int l, Quantity quantity, DMatrixRMaj matrix) {
    if (nudge != null && nudge.operand().layer() == l && nudge.operand().quantity() == quantity) {
      matrix.add(nudge.cell().row(), nudge.cell().column(), nudge.by());
    }
  }

  /** Adds the nudge to an input; returns the value it had. Z and A are nudged as they are made. */
  private double apply(Nudge nudge) {
    DMatrixRMaj matrix = inputMatrix(nudge.operand());
    if (matrix == null) {
      return 0;
    }
    double value = matrix.get(nudge.cell().row(), nudge.cell().column());
    matrix.set(nudge.cell().row(), nudge.cell().column(), value + nudge.by());
    return value;
  }

  private void restore(Nudge nudge, double value) {
    DMatrixRMaj matrix = inputMatrix(nudge.operand());
    if (matrix != null) {
      matrix.set(nudge.cell().row(), nudge.cell().column(), value);
    }
  }

  private @Nullable DMatrixRMaj inputMatrix(Operand operand) {
    return switch (operand.quantity()) {
      case X -> x;
      case W -> w[operand.layer()];
      case B -> b[operand.layer()];
      case Z, A -> null;
      case P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DW, DB, DX, W_NEXT, B_NEXT ->
          throw new IllegalArgumentException(operand + " is not nudged");
    };
  }

  /** The N×D matrix that layer {@code l} reads. */
  DMatrixRMaj input(int l) {
    return l == 0 ? x : a[l - 1];
  }

  DMatrixRMaj w(int l) {
    return w[l];
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

  double loss() {
    return Losses.total(lesson.loss(), outputs());
  }
}
