package org.gradloom.lesson;

import java.util.List;
import java.util.stream.Stream;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.TargetForm;
import org.gradloom.rule.WeightPenalty;

/**
 * The loss over the last layer's outputs A (N×M): the rule, the numbers it compares them with, what
 * becomes of the losses of the samples, and the penalties on weights that are added then. They are
 * apart, so that whoever reads, writes or edits numbers knows the three forms of them and no rule.
 */
public record Loss(LossKind kind, Target target, Reduction reduction, L2 l2, L1 l1) {
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
    this(kind, target, reduction, L2.NONE, L1.NONE);
  }

  /** The form of what it compares the outputs with. */
  public TargetForm form() {
    return target.form();
  }

  /** What the weights cost, in the order in which it is added; none that adds nothing. */
  public List<WeightPenalty> penalties() {
    return Stream.<WeightPenalty>of(l2, l1).filter(WeightPenalty::isPresent).toList();
  }

  /** What the sum over outputs of this shape is divided by. */
  public int divisor(Shape outputs) {
    return reduction.divisor(outputs.rows(), outputs.columns());
  }

  public Loss with(Reduction other) {
    return new Loss(kind, target, other, l2, l1);
  }

  public Loss with(Target other) {
    return new Loss(kind, other, reduction, l2, l1);
  }

  public Loss with(L2 other) {
    return new Loss(kind, target, reduction, other, l1);
  }

  public Loss with(L1 other) {
    return new Loss(kind, target, reduction, l2, other);
  }

  /** Another rule with what that compares with. */
  public Loss with(LossKind other, Target compared) {
    return new Loss(other, compared, reduction, l2, l1);
  }
}
