package org.gradloom.lesson;

import org.gradloom.matrix.Shape;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.TargetForm;

/**
 * The loss over the last layer's outputs A (N×M): the rule, the numbers it compares them with, what
 * becomes of the losses of the samples, and the penalty on weights that is added then. They are
 * apart, so that whoever reads, writes or edits numbers knows the three forms of them and no rule.
 */
public record Loss(LossKind kind, Target target, Reduction reduction, L2 l2) {
  /**
   * @throws IllegalArgumentException if the target is not of a form that the kind compares with
   */
  public Loss {
    if (!kind.forms().contains(target.form())) {
      throw new IllegalArgumentException(kind + " compares with " + kind.forms());
    }
  }

  /** A loss without a penalty. */
  public Loss(LossKind kind, Target target, Reduction reduction) {
    this(kind, target, reduction, L2.NONE);
  }

  /** The form of what it compares the outputs with. */
  public TargetForm form() {
    return target.form();
  }

  /** What the sum over outputs of this shape is divided by. */
  public int divisor(Shape outputs) {
    return reduction.divisor(outputs.rows(), outputs.columns());
  }

  public Loss with(Reduction other) {
    return new Loss(kind, target, other, l2);
  }

  public Loss with(Target other) {
    return new Loss(kind, other, reduction, l2);
  }

  public Loss with(L2 other) {
    return new Loss(kind, target, reduction, other);
  }

  /** Another rule with what that compares with. */
  public Loss with(LossKind other, Target compared) {
    return new Loss(other, compared, reduction, l2);
  }
}
