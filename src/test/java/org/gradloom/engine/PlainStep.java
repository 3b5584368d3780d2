package org.gradloom.engine;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradloom.lesson.Layer;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;

/**
 * A training step as EJML's manual suggests to write it, the yardstick of {@link StepBenchmark}:
 * {@link CommonOps_DDRM} on buffers allocated once, the activations of {@link Mlp}, tanh or ReLU in
 * hidden layers, no dX of the first one, softmax cross-entropy averaged over the batch, plain SGD.
 */
final class PlainStep {
  private final Activation hidden;
  private final double rate;
  private final DMatrixRMaj[] w;
  private final DMatrixRMaj[] b;
  private final DMatrixRMaj[] a;
  private final DMatrixRMaj[] dZ;
  private final DMatrixRMaj[] dW;
  private final DMatrixRMaj[] dB;
  private final DMatrixRMaj x;
  private final double[] rows;
  private final int[] labels;
  private final int[] batchLabels;

  /** The rows (flat) and labels to train on; all layers with bias. */
  PlainStep(List<Layer> layers, double rate, double[] rows, int[] labels, int batch) {
    int depth = layers.size();
    this.hidden = layers.getFirst().activation();
    this.rate = rate;
    this.rows = rows;
    this.labels = labels;
    batchLabels = new int[batch];
    x = new DMatrixRMaj(batch, layers.getFirst().inputs());
    w = new DMatrixRMaj[depth];
    b = new DMatrixRMaj[depth];
    a = new DMatrixRMaj[depth];
    dZ = new DMatrixRMaj[depth];
    dW = new DMatrixRMaj[depth];
    dB = new DMatrixRMaj[depth];
    for (int l = 0; l < depth; l++) {
      w[l] = Buffers.of(layers.get(l).w());
      b[l] = new DMatrixRMaj(1, w[l].numCols);
      a[l] = new DMatrixRMaj(batch, w[l].numCols);
      dZ[l] = a[l].createLike();
      dW[l] = w[l].createLike();
      dB[l] = b[l].createLike();
    }
  }

  double step(int[] order, int from) {
    int last = w.length - 1;
    gather(order, from);
    for (int l = 0; l <= last; l++) {
      CommonOps_DDRM.mult(l == 0 ? x : a[l - 1], w[l], a[l]);
      addBias(a[l], b[l]);
      if (l < last) {
        hidden.apply(a[l].data, a[l].numRows, a[l].numCols);
      }
    }
    double loss = softmaxCrossEntropy(a[last], dZ[last]);
    for (int l = last; l >= 0; l--) {
      CommonOps_DDRM.multTransA(l == 0 ? x : a[l - 1], dZ[l], dW[l]);
      CommonOps_DDRM.sumCols(dZ[l], dB[l]);
      if (l > 0) {
        CommonOps_DDRM.multTransB(dZ[l], w[l], dZ[l - 1]);
        gate(a[l - 1], dZ[l - 1]);
      }
    }
    for (int l = 0; l <= last; l++) {
      CommonOps_DDRM.addEquals(w[l], -rate, dW[l]);
      CommonOps_DDRM.addEquals(b[l], -rate, dB[l]);
    }
    return loss;
  }

  DMatrixRMaj w(int l) {
    return w[l];
  }

  private void gather(int[] order, int from) {
    for (int i = 0; i < x.numRows; i++) {
      System.arraycopy(rows, order[from + i] * x.numCols, x.data, i * x.numCols, x.numCols);
      batchLabels[i] = labels[order[from + i]];
    }
  }

  private static void addBias(DMatrixRMaj z, DMatrixRMaj bias) {
    int at = 0;
    for (int i = 0; i < z.numRows; i++) {
      for (int j = 0; j < z.numCols; j++) {
        z.data[at++] += bias.data[j];
      }
    }
  }

  private void gate(DMatrixRMaj activated, DMatrixRMaj d) {
    int count = d.getNumElements();
    if (hidden == Elementwise.TANH) {
      for (int i = 0; i < count; i++) {
        d.data[i] *= 1 - activated.data[i] * activated.data[i];
      }
    } else {
      for (int i = 0; i < count; i++) {
        d.data[i] *= activated.data[i] > 0 ? 1 : 0;
      }
    }
  }

  private double softmaxCrossEntropy(DMatrixRMaj z, DMatrixRMaj d) {
    int n = z.numRows;
    int m = z.numCols;
    double loss = 0;
    for (int i = 0; i < n; i++) {
      double max = z.data[i * m];
      for (int j = 1; j < m; j++) {
        max = Math.max(max, z.data[i * m + j]);
      }
      double sum = 0;
      for (int j = 0; j < m; j++) {
        double e = Math.exp(z.data[i * m + j] - max);
        d.data[i * m + j] = e;
        sum += e;
      }
      for (int j = 0; j < m; j++) {
        d.data[i * m + j] /= sum * n;
      }
      d.data[i * m + batchLabels[i]] -= 1.0 / n;
      loss += max + Math.log(sum) - z.data[i * m + batchLabels[i]];
    }
    return loss / n;
  }
}
