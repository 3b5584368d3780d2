package org.gradloom.training;

import org.gradloom.lesson.Loss;
import org.gradloom.matrix.Matrix;

/** How sure a network is of the class it says. */
final class Confidence {
  private Confidence() {}

  /**
   * The probability that a row's outputs give to its greatest one: by softmax, or by the sigmoid of
   * that output alone; for squared error the output itself, which was to be 0 or 1.
   */
  static double of(Loss.Kind kind, Matrix outputs, int row) {
    double greatest = outputs.get(row, Metrics.said(outputs, row));
    return switch (kind) {
      case SOFTMAX_CROSS_ENTROPY -> {
        double sum = 0;
        for (int j = 0; j < outputs.columns(); j++) {
          sum += Math.exp(outputs.get(row, j) - greatest);
        }
        yield 1 / sum;
      }
      case SIGMOID_CROSS_ENTROPY -> 1 / (1 + Math.exp(-greatest));
      case SQUARED_ERROR, GIVEN -> Math.clamp(greatest, 0, 1);
    };
  }

  /** The same from 0, where all of {@code classes} are alike, to 1. */
  static double beyondChance(double probability, int classes) {
    double chance = 1.0 / classes;
    return Math.clamp((probability - chance) / (1 - chance), 0, 1);
  }
}
