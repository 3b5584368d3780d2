package org.gradloom.training;

import java.util.List;
import java.util.Optional;
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
 * @param verdicts on the test rows, or on the training rows where there are none
 * @param plane for networks of two inputs
 */
public record Observation(
    Snapshot snapshot,
    Trace trace,
    Score train,
    Optional<Score> test,
    Optional<Verdicts> verdicts,
    Optional<Plane> plane) {

  /** Looks at a snapshot: one forward pass over all rows, one over the plane, one trace. */
  public static Observation of(Snapshot snapshot) {
    Setup setup = snapshot.setup();
    Lesson lesson = setup.lesson();
    List<Layer> layers = snapshot.layers();
    Matrix trained = outputs(layers, lesson.x());
    Score train = Score.of(lesson.loss(), trained, setup.labels());
    Optional<Score> test = Optional.empty();
    Optional<Verdicts> verdicts =
        setup.labels().map(labels -> Verdicts.of(lesson.loss(), trained, labels, false));
    Optional<Matrix> testX = setup.testX();
    if (testX.isPresent() && setup.labels().isPresent()) {
      List<Integer> labels = setup.test().orElseThrow().labels();
      Loss loss =
          Setup.loss(lesson.loss().kind(), lesson.loss().reduction(), labels, setup.outputs());
      Matrix tested = outputs(layers, testX.get());
      test = Optional.of(Score.of(loss, tested, Optional.of(labels)));
      verdicts = Optional.of(Verdicts.of(loss, tested, labels, true));
    }
    return new Observation(
        snapshot,
        Trace.of(snapshot.frozen()),
        train,
        test,
        verdicts,
        setup.area().map(area -> Plane.of(layers, lesson.loss(), area)));
  }

  private static Matrix outputs(List<Layer> layers, Matrix x) {
    return Prediction.activations(layers, x).getLast();
  }
}
