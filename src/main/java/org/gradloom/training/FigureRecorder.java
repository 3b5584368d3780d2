package org.gradloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradloom.engine.Examples;
import org.gradloom.engine.Mlp;

/**
 * Measures the figures of a run at steps that the run alone decides, so that it has the same curves
 * however fast it goes and whoever looks on. When {@value #MOST} of each are there, every second
 * one is forgotten and the next are measured half as often: what measuring costs beside a long run
 * vanishes. On the trainer's thread alone.
 */
final class FigureRecorder {
  static final int MOST = 64;

  /** So many products of a feature and a weight are done in about a millisecond. */
  private static final long FEW = 5_000_000;

  private final Optional<Examples> test;
  private final List<Map<Figure, Double>> measured = new ArrayList<>(MOST);
  private long every;

  FigureRecorder(TrainingSetup setup) {
    test =
        setup
            .testX()
            .flatMap(x ->
                setup
                    .testTarget()
                    .map(target -> Examples.of(x, setup.lesson().loss().with(target))));
    every = every(setup);
  }

  /** How often many rows may be measured: at a tenth of what training costs. */
  private long every(TrainingSetup setup) {
    long rows = (long) setup.lesson().samples() + test.map(Examples::size).orElse(0);
    long weights =
        setup.lesson().layers().stream().mapToLong(layer -> layer.w().shape().size()).sum();
    // A forward pass is a third of a step.
    return rows * weights <= FEW ? 1 : Math.ceilDiv(3 * rows, setup.plan().batchSize());
  }

  /** Measures a network after so many steps if it is time to; again where something changed it. */
  void measure(long step, TrainingSetup setup, Examples training, Mlp network) {
    if (step == measured.size() * every && measured.size() == MOST) {
      for (int i = MOST - 1; i > 0; i -= 2) {
        measured.remove(i);
      }
      every *= 2;
    }
    long index = step / every;
    if (step % every == 0 && index <= measured.size() && index >= measured.size() - 1) {
      Answers answers =
          new Answers(
              setup, network.layers(), network.outputs(training), test.map(network::outputs));
      if (index < measured.size()) {
        measured.removeLast();
      }
      measured.add(Figure.all(setup, answers.onAll()));
    }
  }

  /** What was measured so far, as a value. */
  FigureCurves picture() {
    return new FigureCurves(every, measured);
  }
}
