package org.gradloom.engine;

import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.TargetForm;

/**
 * Rows to train on, with what the loss compares their outputs with: flat arrays of its own, which
 * nobody modifies, so that a mini-batch is gathered by copying rows.
 */
public final class Examples {
  private final int size;
  private final int features;
  private final double[] x;
  private final LossKind kind;
  private final TargetForm form;

  /** As {@link LossKind#measureRow} reads them: a row of targets or one class for each row of x. */
  private final double[] answers;

  private final int answersPerRow;

  /** M, or for labels the fewest outputs that have every class. */
  private final int outputs;

  private Examples(Matrix x, Loss loss, Matrix answers, int outputs) {
    if (answers.rows() != x.rows()) {
      throw new IllegalArgumentException(answers.rows() + " answers for " + x.rows() + " rows");
    }
    this.size = x.rows();
    this.features = x.columns();
    this.x = x.toArray();
    this.kind = loss.kind();
    this.form = loss.form();
    this.answers = answers.toArray();
    this.answersPerRow = answers.columns();
    this.outputs = outputs;
  }

  /**
   * The rows of {@code x} (N×D) with the loss's N rows of targets or N labels.
   *
   * @throws IllegalArgumentException for a given dL/dA, which does not follow the weights, and if
   *     the loss has not one answer for each row
   */
  public static Examples of(Matrix x, Loss loss) {
    return switch (loss.target()) {
      case Target.Upstream _ ->
          throw new IllegalArgumentException("Nothing to learn from a given dL/dA");
      case Target.Targets(var targets) -> new Examples(x, loss, targets, targets.columns());
      case Target.Labels(var labels) -> {
        int highest = 0;
        for (int label : labels) {
          if (label < 0) {
            throw new IllegalArgumentException("No class " + label);
          }
          highest = Math.max(highest, label);
        }
        Matrix classes = Matrix.numbers(new Shape(labels.size(), 1), (i, j) -> labels.get(i));
        yield new Examples(x, loss, classes, highest + 1);
      }
    };
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
  boolean fit(LossKind loss, int units) {
    return kind == loss && (form == TargetForm.LABELS ? outputs <= units : outputs == units);
  }

  /** Copies the features of row {@code row} into {@code target} from {@code at} on. */
  void copyFeatures(int row, double[] target, int at) {
    System.arraycopy(x, row * features, target, at, features);
  }

  /** The form of what the rows are compared with. */
  TargetForm form() {
    return form;
  }

  /** What all rows are compared with; nobody modifies it. */
  double[] answers() {
    return answers;
  }

  /** Where in {@link #answers} those of row {@code row} begin. */
  int placeOfAnswer(int row) {
    return row * answersPerRow;
  }
}
