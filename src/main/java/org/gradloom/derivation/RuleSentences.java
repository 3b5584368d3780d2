package org.gradloom.derivation;

import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.TargetForm;

/**
 * Which sentence of the bundle explains a rule at given numbers. Sentences are the one thing that
 * no formula gives; here every rule has its own, in one switch a kind of rule.
 */
final class RuleSentences {
  private RuleSentences() {}

  /** For a = g(z). */
  static String value(Elementwise activation, double z) {
    return switch (activation) {
      case IDENTITY -> throw new IllegalStateException("Identity is no step");
      case RELU -> z > 0 ? "why.reluOpen" : "why.reluShut";
      case LEAKY_RELU -> z > 0 ? "why.reluOpen" : "why.leakyShut";
      case SIGMOID -> "why.sigmoid";
      case TANH -> "why.tanh";
      case GELU -> "why.gelu";
    };
  }

  /** For dz = da · g′(z). */
  static String slope(Elementwise activation, double slope) {
    return switch (activation) {
      case IDENTITY -> throw new IllegalStateException("Identity is no step");
      case RELU -> slope == 0 ? "why.gateShut" : "why.gateOpen";
      case LEAKY_RELU -> slope == 1 ? "why.gateOpen" : "why.gateSlope";
      case SIGMOID, TANH, GELU -> "why.gateSlope";
    };
  }

  /**
   * Of a loss.
   *
   * @param term for one term of L
   * @param gradient for one entry of dL/dA
   * @param unwanted the same where the target is 0
   */
  record OfLoss(String term, String gradient, String unwanted) {
    OfLoss(String term, String gradient) {
      this(term, gradient, gradient);
    }

    String gradient(double target) {
      return target == 0 ? unwanted : gradient;
    }
  }

  static OfLoss of(LossKind kind, TargetForm form) {
    return switch (kind) {
      case GIVEN -> new OfLoss("why.lossGiven", "why.gradientGiven");
      case SQUARED_ERROR -> new OfLoss("why.lossSquared", "why.gradientSquared");
      case WHOLE_SQUARED_ERROR -> new OfLoss("why.lossWholeSquared", "why.gradientWholeSquared");
      case SOFTMAX_CROSS_ENTROPY -> new OfLoss(entropy(form), "why.gradientEntropy");
      case CROSS_ENTROPY ->
          new OfLoss(entropy(form), "why.gradientLogarithm", "why.gradientUnwanted");
      case BINARY_CROSS_ENTROPY -> new OfLoss("why.lossSigmoid", "why.gradientBinary");
      case SIGMOID_CROSS_ENTROPY -> new OfLoss("why.lossSigmoid", "why.gradientEntropy");
    };
  }

  private static String entropy(TargetForm form) {
    return form == TargetForm.LABELS ? "why.lossSoftmax" : "why.lossSoft";
  }

  /** For the step of a parameter. */
  static String step(Optimizer optimizer, double gradient) {
    return switch (optimizer) {
      case Optimizer.Sgd _ ->
          gradient == 0 ? "why.updateStill" : gradient > 0 ? "why.updateDown" : "why.updateUp";
      case Optimizer.Momentum _ -> "why.updateMomentum";
      case Optimizer.Adam _ -> "why.updateAdam";
    };
  }
}
