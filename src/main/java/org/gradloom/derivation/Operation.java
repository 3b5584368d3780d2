package org.gradloom.derivation;

import org.gradloom.formula.Operand;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.Rowwise;
import org.jspecify.annotations.Nullable;

/** How one matrix of the walk comes about from others. */
public sealed interface Operation {
  /**
   * A product, each cell a sum over the shared dimension, then something added as the last term. Z
   * = XW + b, dW = Xᵀ·dZ (+ λW), dX = dZ·Wᵀ.
   *
   * @param addend what is added, or null
   */
  record Product(Factor left, Factor right, @Nullable Addend addend) implements Operation {}

  /** One side of a product: a matrix as it is or transposed. */
  record Factor(Operand operand, boolean transposed) {}

  /** What a product ends with. */
  sealed interface Addend {
    /** The matrix it is made of. */
    Operand operand();
  }

  /** A 1×M, added to every row. */
  record Bias(Operand operand) implements Addend {}

  /** A weight, as the penalty on large weights brings it into its own gradient. */
  record Penalty(Operand operand) implements Addend {}

  /** db = 1ᵀ·dZ: each cell adds up a column. */
  record ColumnSum(Operand summed) implements Operation {}

  /** A = g(Z), entry by entry. */
  record Activate(Operand input, Elementwise activation) implements Operation {}

  /** dZ = dA ⊙ g′(Z), entry by entry. */
  record ActivationGradient(Operand upstream, Operand input, Elementwise activation)
      implements Operation {}

  /** Probabilities from logits: softmax along each row, or σ of each entry. */
  record Probabilities(Operand logits, org.gradloom.rule.Probabilities rule) implements Operation {}

  /**
   * dZ of an activation that looks at whole rows: aⱼ·(daⱼ − Σₘ aₘ·daₘ), the products of the row
   * first and then the one term that ends with the cell.
   */
  record RowGradient(Operand outputs, Operand upstream, Rowwise activation) implements Operation {}

  /** L: the terms of the loss added up, for a mean divided, and then the penalty on weights. */
  record LossTotal(Operand outputs, Operand compared) implements Operation {}

  /**
   * dL/dA of the last layer, entry by entry.
   *
   * @param outputs the probabilities where the loss has them, A otherwise
   */
  record LossGradient(Operand outputs, Operand compared) implements Operation {}

  /** The optimizer's step of W or b, entry by entry. */
  record Update(Operand parameter, Operand gradient) implements Operation {}

  /** A frozen W or b, which the step leaves as it is. */
  record Keep(Operand parameter) implements Operation {}
}
