package org.gradloom.derivation;

import org.gradloom.formula.Operand;
import org.gradloom.rule.Activation;
import org.jspecify.annotations.Nullable;

/** How one matrix of the walk comes about from others. */
public sealed interface Operation {
  /**
   * A product, each cell a sum over the shared dimension, then a bias as the last term. Z = XW + b,
   * dW = Xᵀ·dZ, dX = dZ·Wᵀ.
   *
   * @param bias 1×M, added to every row, or null
   */
  record Product(Factor left, Factor right, @Nullable Operand bias) implements Operation {}

  /** One side of a product: a matrix as it is or transposed. */
  record Factor(Operand operand, boolean transposed) {}

  /** db = 1ᵀ·dZ: each cell adds up a column. */
  record ColumnSum(Operand summed) implements Operation {}

  /** A = g(Z), entry by entry. */
  record Activate(Operand input, Activation activation) implements Operation {}

  /** dZ = dA ⊙ g′(Z), entry by entry. */
  record ActivationGradient(Operand upstream, Operand input, Activation activation)
      implements Operation {}

  /** P from the logits: softmax along each row, or σ of each entry. */
  record Probabilities(Operand logits) implements Operation {}

  /** L: the terms of the loss added up and, for a mean, divided by N at the end. */
  record LossTotal(Operand outputs, Operand compared) implements Operation {}

  /**
   * dL/dA of the last layer, entry by entry.
   *
   * @param outputs the probabilities where the loss has them, A otherwise
   */
  record LossGradient(Operand outputs, Operand compared) implements Operation {}

  /** The optimizer's step of W or b, entry by entry. */
  record Update(Operand parameter, Operand gradient) implements Operation {}
}
