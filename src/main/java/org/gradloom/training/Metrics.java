package org.gradloom.training;

import java.util.List;
import java.util.Optional;
import org.gradloom.engine.Losses;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;

/**
 * How well a network does on some rows.
 *
 * @param dataLoss what the outputs for all of them cost
 * @param penalty what the weights cost beside that; 0 where nothing is asked of them
 * @param score what the outputs are worth
 */
public record Metrics(double dataLoss, double penalty, Score score) {
  /** The loss over all rows, the penalty on weights included. */
  public double loss() {
    return dataLoss + penalty;
  }

  /** Of the training rows of a setup. */
  static Metrics ofTraining(TrainingSetup setup, Matrix outputs, List<Layer> layers) {
    return of(setup, setup.lesson().loss(), outputs, layers, setup.labels());
  }

  /** Of the test rows of a setup, whose target this is. */
  static Metrics ofTest(TrainingSetup setup, Target target, Matrix outputs, List<Layer> layers) {
    Loss loss = setup.lesson().loss().with(target);
    return of(setup, loss, outputs, layers, setup.testLabels());
  }

  private static Metrics of(
      TrainingSetup setup,
      Loss loss,
      Matrix outputs,
      List<Layer> layers,
      Optional<List<Integer>> labels) {
    Score score =
        labels
            .map(known -> Score.of(outputs, known))
            .or(() ->
                setup
                    .quantity()
                    .map(quantity -> Score.of(outputs, loss.target().shown(), quantity)))
            .orElseGet(Score.None::new);
    return new Metrics(
        Losses.ofOutputs(loss, outputs), Losses.penalty(loss, outputs.rows(), layers), score);
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
