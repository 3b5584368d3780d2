package org.gradloom.derivation;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.Rowwise;
import org.gradloom.rule.WeightPenalty;
import org.jspecify.annotations.Nullable;

/** How one matrix of the walk comes about from others. */
public sealed interface Operation {
  /** What adds up terms, so that a cell has a walk of its own; all else is made at one stroke. */
  sealed interface Sum extends Operation {}

  /**
   * A product as the lesson's convention writes it, each cell a sum over the shared dimension, then
   * what is added as the last terms. With rows as samples Z = XW + b, dW = Xᵀ·dZ (+ λW), dX =
   * dZ·Wᵀ; where the result is turned it is the transpose of that, Z = WX + b, dW = dZ·Xᵀ, dX =
   * Wᵀ·dZ.
   *
   * @param addends what is added, in this order: at most a bias, or penalties on weights
   */
  record Product(Factor left, Factor right, List<Addend> addends) implements Sum {
    public Product {
      addends = List.copyOf(addends);
    }

    /** What the penalties on weights add. */
    public List<Penalty> penalties() {
      return addends.stream().mapMulti(Product::<Penalty>ifPenalty).toList();
    }

    private static void ifPenalty(Addend addend, Consumer<Penalty> found) {
      switch (addend) {
        case Bias _ -> {}
        case Penalty penalty -> found.accept(penalty);
      }
    }
  }

  /** One side of a product: a matrix as it is written, or the transpose of that. */
  record Factor(Operand operand, boolean transposed) {
    /** True if this is the transpose of what the operand is inside. */
    boolean turned(Convention convention) {
      return transposed != convention.turns(operand);
    }
  }

  /** What a product ends with. */
  sealed interface Addend {
    /** The matrix it is made of. */
    Operand operand();
  }

  /** Added to every sample. */
  record Bias(Operand operand) implements Addend {}

  /** A weight, as a penalty on weights brings it into its own gradient. */
  record Penalty(Operand operand, WeightPenalty rule) implements Addend {}

  /**
   * db: the samples of dZ added up. 1ᵀ·dZ adds columns; with samples as columns dZ·1 adds rows.
   *
   * @param ofRows whether dZ stands left and a cell adds up one of its rows as they are written
   */
  record BatchSum(Operand summed, boolean ofRows) implements Sum {}

  /**
   * A = g(Z), entry by entry; under dropout g(Z) ⊙ M.
   *
   * @param mask M, or null
   */
  record Activate(Operand input, Elementwise activation, @Nullable Operand mask)
      implements Operation {}

  /**
   * dZ = dA ⊙ g′(Z), entry by entry; under dropout dA ⊙ M ⊙ g′(Z).
   *
   * @param mask M, or null
   */
  record ActivationGradient(
      Operand upstream, Operand input, Elementwise activation, @Nullable Operand mask)
      implements Operation {}

  /** Probabilities from logits: softmax along each row, or σ of each entry. */
  record Probabilities(Operand logits, org.gradloom.rule.Probabilities rule) implements Operation {}

  /**
   * dZ of an activation that looks at whole rows: aⱼ·(daⱼ − Σₘ aₘ·daₘ), the products of the row
   * first and then the one term that ends with the cell.
   */
  record RowGradient(Operand outputs, Operand upstream, Rowwise activation) implements Sum {}

  /** L: the terms of the loss added up, for a mean divided, and then the penalties on weights. */
  record LossTotal(Operand outputs, Operand compared) implements Sum {}

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

  /** The matrices that the result is made of, as they stand in its formula, from left to right. */
  default List<Factor> operands() {
    return switch (this) {
      case Product(var left, var right, var addends) ->
          Stream.concat(
                  Stream.of(left, right),
                  addends.stream().map(Addend::operand).distinct().map(Operation::whole))
              .toList();
      case BatchSum(var summed, _) -> List.of(whole(summed));
      case Activate(var input, _, var mask) ->
          mask == null ? List.of(whole(input)) : List.of(whole(input), whole(mask));
      case ActivationGradient(var upstream, var input, _, var mask) ->
          mask == null
              ? List.of(whole(upstream), whole(input))
              : List.of(whole(upstream), whole(mask), whole(input));
      case Probabilities(var logits, _) -> List.of(whole(logits));
      case RowGradient(var outputs, var upstream, _) -> List.of(whole(outputs), whole(upstream));
      case LossTotal(var outputs, var compared) -> List.of(whole(outputs), whole(compared));
      case LossGradient(var outputs, var compared) -> List.of(whole(outputs), whole(compared));
      case Update(var parameter, var gradient) -> List.of(whole(parameter), whole(gradient));
      case Keep(var parameter) -> List.of(whole(parameter));
    };
  }

  private static Factor whole(Operand operand) {
    return new Factor(operand, false);
  }
}
