package org.gradloom.lesson;

import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;

/**
 * The loss over the last layer's outputs A (N×M): the rule, the numbers it compares them with, and
 * what becomes of the losses of the samples. The three are apart, so that whoever reads, writes or
 * edits numbers knows the three forms of them and no rule.
 */
public record Loss(LossKind kind, Target target, Reduction reduction) {
  /**
   * @throws IllegalArgumentException if the target is not of the form that the kind compares with
   */
  public Loss {
    if (target.form() != kind.form()) {
      throw new IllegalArgumentException(kind + " compares with " + kind.form());
    }
  }

  public Loss with(Reduction other) {
    return new Loss(kind, target, other);
  }

  public Loss with(Target other) {
    return new Loss(kind, other, reduction);
  }
}
