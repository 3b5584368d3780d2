package org.gradloom.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradloom.engine.Losses;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Loss;
import org.gradloom.matrix.Matrix;

/**
 * How well a network does on some rows.
 *
 * @param loss over all of them, the penalty on weights included
 * @param accuracy the part of the rows whose class it says, where rows have classes
 */
public record Metrics(double loss, OptionalDouble accuracy) {
  static Metrics of(Loss loss, Matrix outputs, List<Layer> layers, Optional<List<Integer>> labels) {
    return new Metrics(
        Losses.total(loss, outputs, layers),
        labels
            .map(known -> OptionalDouble.of(accuracy(outputs, known)))
            .orElse(OptionalDouble.empty()));
  }

  private static double accuracy(Matrix outputs, List<Integer> labels) {
    int right = 0;
    for (int i = 0; i < labels.size(); i++) {
      right += said(outputs, i) == labels.get(i) ? 1 : 0;
    }
    return (double) right / labels.size();
  }

  /** The class that the network says of a row: its greatest output, the first of equals. */
  static int said(Matrix outputs, int row) {
    int best = 0;
    for (int j = 1; j < outputs.columns(); j++) {
      best = outputs.get(row, j) > outputs.get(row, best) ? j : best;
    }
    return best;
  }
}
