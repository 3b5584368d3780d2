package org.gradloom.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradloom.engine.Prediction;
import org.gradloom.engine.Trace;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.matrix.Matrix;

/**
 * All that is to be seen of a snapshot. Everything in it speaks of the same weights, so nothing
 * that is shown of it can be stale.
 *
 * @param trace of the next mini-batch: W, activations and gradients of each layer
 * @param train over all training rows
 * @param test over the test rows, if there are any and they have classes
 * @param figures those that are known
 * @param confusion on the test rows, or on the training rows where there are none
 * @param plane for networks of two inputs
 */
public record Evaluation(
    Snapshot snapshot,
    Trace trace,
    Metrics train,
    Optional<Metrics> test,
    Map<Figure, Double> figures,
    Optional<ConfusionMatrix> confusion,
    Optional<DecisionRegions> plane) {

  /** Looks at a snapshot: one forward pass over all rows, one over the plane, one trace. */
  public static Evaluation of(Snapshot snapshot) {
    TrainingSetup setup = snapshot.setup();
    Lesson lesson = setup.lesson();
    List<Layer> layers = snapshot.layers();
    Matrix trained = outputs(layers, lesson.x());
    Metrics train = Metrics.of(lesson.loss(), trained, layers, setup.labels());
    Optional<Metrics> test = Optional.empty();
    Optional<ConfusionMatrix> confusion =
        setup.labels().map(labels -> ConfusionMatrix.of(lesson.loss(), trained, labels, false));
    Optional<Matrix> testX = setup.testX();
    if (testX.isPresent() && setup.labels().isPresent()) {
      List<Integer> labels = setup.test().orElseThrow().labels();
      Loss loss = TrainingSetup.loss(lesson.loss(), labels, setup.outputs());
      Matrix tested = outputs(layers, testX.get());
      test = Optional.of(Metrics.of(loss, tested, layers, Optional.of(labels)));
      confusion = Optional.of(ConfusionMatrix.of(loss, tested, labels, true));
    }
    Trace trace = Trace.of(snapshot.frozen());
    return new Evaluation(
        snapshot,
        trace,
        train,
        test,
        Figure.all(new Figure.Basis(trace, train, test)),
        confusion,
        setup.area().map(area -> DecisionRegions.of(layers, lesson.loss(), area)));
  }

  /** One of its figures, if it is known. */
  public OptionalDouble figure(Figure figure) {
    Double value = figures.get(figure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static Matrix outputs(List<Layer> layers, Matrix x) {
    return Prediction.activations(layers, x).getLast();
  }
}
