package org.gradloom.engine;

import org.gradloom.lesson.Activation;

/** The activation functions and their slopes, entry by entry. */
public final class Activations {
  /** The slope of leaky ReLU below 0. */
  public static final double LEAK = 0.01;

  private Activations() {}

  /** g(z). */
  public static double value(Activation activation, double z) {
    return switch (activation) {
      case IDENTITY -> z;
      case RELU -> z > 0 ? z : 0;
      case LEAKY_RELU -> z > 0 ? z : LEAK * z;
      case SIGMOID -> sigmoid(z);
      case TANH -> Math.tanh(z);
    };
  }

  /** g′(z), from the stored z; at a kink the slope of the left side. */
  public static double slope(Activation activation, double z) {
    return switch (activation) {
      case IDENTITY -> 1;
      case RELU -> z > 0 ? 1 : 0;
      case LEAKY_RELU -> z > 0 ? 1 : LEAK;
      case SIGMOID -> {
        double s = sigmoid(z);
        yield s * (1 - s);
      }
      case TANH -> {
        double t = Math.tanh(z);
        yield 1 - t * t;
      }
    };
  }

  /** 1/(1 + e⁻ᶻ), with an exponent that never overflows. */
  public static double sigmoid(double z) {
    if (z >= 0) {
      return 1 / (1 + Math.exp(-z));
    }
    double e = Math.exp(z);
    return e / (1 + e);
  }
}
