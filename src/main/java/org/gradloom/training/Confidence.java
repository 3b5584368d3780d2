package org.gradloom.training;

import org.gradloom.matrix.Matrix;
import org.gradloom.rule.LossKind;

/** How sure a network is of the class it says. */
final class Confidence {
  private Confidence() {}

  /**
   * The probability that a row's outputs give to its greatest one: by softmax, or by the sigmoid of
   * that output alone; for a loss without probabilities the output itself, which was to be 0 or 1.
   */
  static double of(LossKind kind, Matrix outputs, int row) {
    int said = Metrics.said(outputs, row);
    return Math.clamp(kind.probabilities().of(outputs, row, said), 0, 1);
  }

  /** The same from 0, where all of {@code classes} are alike, to 1. */
  static double beyondChance(double probability, int classes) {
    double chance = 1.0 / classes;
    return Math.clamp((probability - chance) / (1 - chance), 0, 1);
  }
}
