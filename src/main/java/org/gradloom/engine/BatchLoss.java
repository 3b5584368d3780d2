package org.gradloom.engine;

import org.ejml.data.DMatrixRMaj;
import org.gradloom.lesson.Loss;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Reduction;

/**
 * The loss of one mini-batch and its gradient in one pass over the outputs, by the formulas of
 * {@link Losses}: an exponential that both need is computed once. Logits of ±1000 stay finite.
 */
final class BatchLoss {
  private final Loss.Kind kind;
  private final Reduction reduction;

  BatchLoss(Loss.Kind kind, Reduction reduction) {
    if (kind == Loss.Kind.GIVEN) {
      throw new IllegalArgumentException("Nothing to learn from a given dL/dA");
    }
    this.kind = kind;
    this.reduction = reduction;
  }

  Loss.Kind kind() {
    return kind;
  }

  /**
   * L of the rows {@code order[from]}, {@code order[from + 1]}, … after the reduction, which
   * divides by the rows of this mini-batch.
   *
   * @param a N×M outputs of these rows
   * @param dA N×M, overwritten with dL/dA
   */
  double measure(DMatrixRMaj a, Examples examples, int[] order, int from, DMatrixRMaj dA) {
    double divisor = reduction.divisor(a.numRows);
    double sum = 0;
    for (int i = 0; i < a.numRows; i++) {
      int row = order[from + i];
      int start = i * a.numCols;
      sum +=
          switch (kind) {
            case SQUARED_ERROR -> squaredError(a, examples, row, start, divisor, dA.data);
            case SOFTMAX_CROSS_ENTROPY -> softmax(a, examples.label(row), start, divisor, dA.data);
            case SIGMOID_CROSS_ENTROPY -> sigmoid(a, examples, row, start, divisor, dA.data);
            case GIVEN -> throw new IllegalStateException();
          };
    }
    return sum / divisor;
  }

  private static double squaredError(
      DMatrixRMaj a, Examples examples, int row, int start, double divisor, double[] dA) {
    double sum = 0;
    for (int j = 0; j < a.numCols; j++) {
      double output = a.data[start + j];
      double target = examples.target(row, j);
      sum += Losses.squaredError(output, target);
      dA[start + j] = (output - target) / divisor;
    }
    return sum;
  }

  private static double sigmoid(
      DMatrixRMaj a, Examples examples, int row, int start, double divisor, double[] dA) {
    double sum = 0;
    for (int j = 0; j < a.numCols; j++) {
      double logit = a.data[start + j];
      double target = examples.target(row, j);
      sum += Losses.sigmoidCrossEntropy(logit, target);
      dA[start + j] = (Activation.SIGMOID.value(logit) - target) / divisor;
    }
    return sum;
  }

  private static double softmax(DMatrixRMaj a, int label, int start, double divisor, double[] dA) {
    int end = start + a.numCols;
    double max = a.data[start];
    for (int j = start + 1; j < end; j++) {
      max = Math.max(max, a.data[j]);
    }
    double sum = 0;
    for (int j = start; j < end; j++) {
      double e = Math.exp(a.data[j] - max);
      dA[j] = e;
      sum += e;
    }
    for (int j = start; j < end; j++) {
      dA[j] = dA[j] / sum / divisor;
    }
    dA[start + label] -= 1 / divisor;
    return max + Math.log(sum) - a.data[start + label];
  }
}
