package org.gradloom.ui.train;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.training.Evaluation;

/**
 * The scores that were seen during a run, at the steps at which they were seen. Beyond {@link
 * #MOST} every second one is forgotten, so that they stay evenly spread over the run.
 */
final class MetricCurves {
  static final int MOST = 300;

  private final List<Seen> all = new ArrayList<>();

  /** The scores at one step; NaN where rows have no classes or none are kept for testing. */
  record Seen(
      long step, double trainLoss, double testLoss, double trainAccuracy, double testAccuracy) {}

  void clear() {
    all.clear();
  }

  /** Adds an observation; a later one at the same step takes the place of the earlier. */
  void add(Evaluation observation) {
    Seen seen =
        new Seen(
            observation.snapshot().steps(),
            observation.train().loss(),
            observation.test().map(score -> score.loss()).orElse(Double.NaN),
            observation.train().accuracy().orElse(Double.NaN),
            observation
                .test()
                .map(score -> score.accuracy().orElse(Double.NaN))
                .orElse(Double.NaN));
    if (!all.isEmpty() && all.getLast().step() == seen.step()) {
      all.removeLast();
    }
    all.add(seen);
    if (all.size() > MOST) {
      // The first and the last stay.
      for (int i = all.size() - 2; i > 0; i -= 2) {
        all.remove(i);
      }
    }
  }

  List<Seen> all() {
    return all;
  }
}
