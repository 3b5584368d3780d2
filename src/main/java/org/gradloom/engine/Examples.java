package org.gradloom.engine;

import org.gradloom.lesson.Loss;
import org.gradloom.matrix.Matrix;

/**
 * Rows to train on, with what the loss compares their outputs with: flat arrays of its own, which
 * nobody modifies, so that a mini-batch is gathered by copying rows.
 */
public final class Examples {
  private final int size;
  private final int features;
  private final double[] x;
  private final Loss.Kind kind;

  /** N×M, row by row; empty for softmax. */
  private final double[] targets;

  /** One class a row, from 0; empty for the other losses. */
  private final int[] labels;

  /** M, or for softmax the fewest outputs that have every class. */
  private final int outputs;

  private Examples(
      Matrix x, Loss.Kind kind, double[] targets, int[] labels, int outputs, int answers) {
    if (answers != x.rows()) {
      throw new IllegalArgumentException(answers + " answers for " + x.rows() + " rows");
    }
    this.size = x.rows();
    this.features = x.columns();
    this.x = x.toArray();
    this.kind = kind;
    this.targets = targets;
    this.labels = labels;
    this.outputs = outputs;
  }

  /**
   * The rows of {@code x} (N×D) with the loss's N rows of targets or N labels.
   *
   * @throws IllegalArgumentException for a given dL/dA, which does not follow the weights, and if
   *     the loss has not one answer for each row
   */
  public static Examples of(Matrix x, Loss loss) {
    return switch (loss) {
      case Loss.Given _ ->
          throw new IllegalArgumentException("Nothing to learn from a given dL/dA");
      case Loss.SquaredError(var targets, _) -> of(x, loss.kind(), targets);
      case Loss.SigmoidCrossEntropy(var targets, _) -> of(x, loss.kind(), targets);
      case Loss.SoftmaxCrossEntropy(var labels, _) -> {
        int[] classes = labels.stream().mapToInt(Integer::intValue).toArray();
        int highest = 0;
        for (int label : classes) {
          if (label < 0) {
            throw new IllegalArgumentException("No class " + label);
          }
          highest = Math.max(highest, label);
        }
        yield new Examples(x, loss.kind(), new double[0], classes, highest + 1, classes.length);
      }
    };
  }

  private static Examples of(Matrix x, Loss.Kind kind, Matrix targets) {
    return new Examples(x, kind, targets.toArray(), new int[0], targets.columns(), targets.rows());
  }

  /** N. */
  public int size() {
    return size;
  }

  /** D. */
  public int features() {
    return features;
  }

  /** True if a network with so many outputs can be trained on these rows with this loss. */
  boolean fit(Loss.Kind loss, int units) {
    return kind == loss
        && (kind == Loss.Kind.SOFTMAX_CROSS_ENTROPY ? outputs <= units : outputs == units);
  }

  /** Copies the features of row {@code row} into {@code target} from {@code at} on. */
  void copyFeatures(int row, double[] target, int at) {
    System.arraycopy(x, row * features, target, at, features);
  }

  /** The target of output {@code j} of row {@code row}. */
  double target(int row, int j) {
    return targets[row * outputs + j];
  }

  /** The class of row {@code row}. */
  int label(int row) {
    return labels[row];
  }
}
