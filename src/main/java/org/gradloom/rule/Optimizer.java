package org.gradloom.rule;

/** The rule that turns a gradient g into a step of a parameter w. η is the learning rate. */
public sealed interface Optimizer {
  double learningRate();

  /** As the document writes it. */
  default String documentName() {
    return switch (this) {
      case Sgd _ -> "sgd";
      case Momentum _ -> "momentum";
      case Adam _ -> "adam";
    };
  }

  /** The same rule at another rate. */
  default Optimizer withRate(double rate) {
    return switch (this) {
      case Sgd _ -> new Sgd(rate);
      case Momentum(_, double momentum) -> new Momentum(rate, momentum);
      case Adam _ -> new Adam(rate);
    };
  }

  /** w ← w − ηg. */
  record Sgd(double learningRate) implements Optimizer {}

  /** v ← μv + g from v₀ = 0, w ← w − ηv. */
  record Momentum(double learningRate, double momentum) implements Optimizer {}

  /**
   * m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η·m̂/(√v̂ + ε), with the bias-corrected m̂ =
   * m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ) of step t = 1, 2, … Kingma and Ba, Adam, 2015, algorithm 1.
   */
  record Adam(double learningRate) implements Optimizer {
    public static final double BETA_1 = 0.9;
    public static final double BETA_2 = 0.999;
    public static final double EPSILON = 1e-8;
  }
}
