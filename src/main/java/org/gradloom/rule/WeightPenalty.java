package org.gradloom.rule;

import org.gradloom.formula.Expr;

/**
 * What L ends with beside the outputs: the weights of all layers cost, the biases do not. Each rule
 * says what one weight costs, and what that adds to its gradient.
 */
public sealed interface WeightPenalty permits L2, L1 {
  /** Its name in documents. */
  String documentName();

  /** What programs call its λ. */
  String variable();

  /** λ, at least 0. */
  double lambda();

  /** False if it adds nothing and so is no term of anything. */
  default boolean isPresent() {
    return lambda() != 0;
  }

  /** What a weight costs before λ. */
  double cost(double weight);

  /** What the costs of all weights are multiplied by in L. */
  double factor(int samples);

  /** What the direction of a weight is multiplied by in its dL/dw. */
  double gradientFactor(int samples);

  /** Where a weight is drawn from: the part of the slope of its cost that is no constant. */
  double direction(double weight);

  /** True if the slope jumps as a weight passes 0. */
  boolean hasKink();

  /** What is added to dL/dw of a weight. */
  default double gradient(double weight, int samples) {
    return gradientFactor(samples) * direction(weight);
  }

  /**
   * Adds what all weights get to their gradients.
   *
   * @param weights as long as {@code gradients}; not modified
   * @param gradients modified
   * @param count how many of them there are
   */
  default void addGradients(double[] weights, int samples, double[] gradients, int count) {
    double factor = gradientFactor(samples);
    for (int i = 0; i < count; i++) {
      gradients[i] += factor * direction(weights[i]);
    }
  }

  /** λ as it is explained. */
  Expr rate();

  /** What a weight costs as it is explained, or all of a matrix, entry by entry. */
  Expr costFormula(Expr weight);

  /** The term of L as it is explained. */
  Expr formula(Expr rate, Expr sumOfCosts, Expr samples);

  /** The term of dL/dw as it is explained. */
  Expr gradientFormula(Expr rate, Expr weight, Expr samples);
}
