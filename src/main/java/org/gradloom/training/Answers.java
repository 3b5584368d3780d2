package org.gradloom.training;

import java.util.List;
import java.util.Optional;
import org.gradloom.engine.Prediction;
import org.gradloom.lesson.Layer;
import org.gradloom.matrix.Matrix;

/**
 * What a network answers to all rows of its setup, from one forward pass over each part.
 *
 * @param train N×M
 * @param test for the test rows, where there are any and something is known of them
 */
public record Answers(
    TrainingSetup setup, List<Layer> layers, Matrix train, Optional<Matrix> test) {
  /** The answers of these layers. */
  public static Answers of(TrainingSetup setup, List<Layer> layers) {
    return new Answers(
        setup,
        layers,
        outputs(layers, setup.lesson().x()),
        setup.testX().map(x -> outputs(layers, x)));
  }

  private static Matrix outputs(List<Layer> layers, Matrix x) {
    return Prediction.activations(layers, x).getLast();
  }

  /** How well they do on the training rows. */
  public Metrics onTraining() {
    return Metrics.ofTraining(setup, train, layers);
  }

  /** How well they do on the test rows. */
  public Optional<Metrics> onTest() {
    return test.flatMap(outputs ->
        setup.testTarget().map(target -> Metrics.ofTest(setup, target, outputs, layers)));
  }

  /** How well they do on all rows, from which figures are computed. */
  Figure.Basis onAll() {
    return new Figure.Basis(onTraining(), onTest());
  }

  /** Which classes are taken for which: of the test rows, or of the training rows without any. */
  Optional<ConfusionMatrix> confusion() {
    Optional<ConfusionMatrix> ofTest =
        test.flatMap(outputs ->
            setup
                .testLabels()
                .map(labels -> ConfusionMatrix.of(setup.lesson().loss(), outputs, labels, true)));
    return ofTest.or(() ->
        setup
            .labels()
            .map(labels -> ConfusionMatrix.of(setup.lesson().loss(), train, labels, false)));
  }
}
