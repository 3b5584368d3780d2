package org.gradloom.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradloom.training.Evaluation;
import org.gradloom.training.Figure;

/**
 * The figures that were seen during a run, at the steps at which they were seen. Beyond {@link
 * #MOST} every second one is forgotten, so that they stay evenly spread over the run.
 */
final class FigureCurves {
  static final int MOST = 300;

  private final List<Seen> all = new ArrayList<>();

  /** The figures at one step, as far as they are known. */
  record Seen(long step, Map<Figure, Double> figures) {}

  void clear() {
    all.clear();
  }

  /** Adds an evaluation; a later one at the same step takes the place of the earlier. */
  void add(Evaluation evaluation) {
    Seen seen = new Seen(evaluation.snapshot().steps(), evaluation.figures());
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

  /** Those of one figure, in the order of their steps. */
  List<Point> of(Figure figure) {
    List<Point> points = new ArrayList<>(all.size());
    for (Seen seen : all) {
      Double value = seen.figures().get(figure);
      if (value != null) {
        points.add(new Point(seen.step(), value));
      }
    }
    return points;
  }

  /** A figure at a step. */
  record Point(long step, double value) {}
}
