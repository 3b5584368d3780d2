package org.gradloom.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradloom.engine.Trace;
import org.gradloom.lesson.Layer;

/**
 * All that is to be seen of a snapshot. Everything in it speaks of the same weights, so nothing
 * that is shown of it can be stale.
 *
 * @param trace of the next mini-batch: W, activations and gradients of each layer
 * @param train over all training rows
 * @param test over the test rows, if there are any and something is known of them
 * @param figures those that are known
 * @param confusion of rows with classes
 * @param fit of rows with numbers
 * @param plane for rows of two features
 * @param curve for rows of one feature
 */
public record Evaluation(
    Snapshot snapshot,
    Trace trace,
    Metrics train,
    Optional<Metrics> test,
    Map<Figure, Double> figures,
    Optional<ConfusionMatrix> confusion,
    Optional<Fit> fit,
    Optional<DecisionRegions> plane,
    Optional<ResponseCurve> curve) {

  /** Looks at a snapshot: one forward pass over all rows, one over the plane, one trace. */
  public static Evaluation of(Snapshot snapshot) {
    TrainingSetup setup = snapshot.setup();
    List<Layer> layers = snapshot.layers();
    Answers answers = Answers.of(setup, layers);
    Figure.Basis seen = answers.onAll();
    Trace trace = Trace.of(snapshot.frozen());
    return new Evaluation(
        snapshot,
        trace,
        seen.train(),
        seen.test(),
        Figure.all(setup, seen),
        answers.confusion(),
        Fit.of(answers),
        setup.area().map(area -> DecisionRegions.of(setup, layers, area)),
        setup.reach().map(reach -> ResponseCurve.of(setup, layers, reach)));
  }

  /** One of its figures, if it is known. */
  public OptionalDouble figure(Figure figure) {
    Double value = figures.get(figure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
