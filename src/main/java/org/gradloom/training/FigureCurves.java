package org.gradloom.training;

import java.util.List;
import java.util.Map;

/**
 * The figures of a run, at equal distances from its start on.
 *
 * @param every steps between two of them
 * @param measured those known before the first step, and after each so many
 */
public record FigureCurves(long every, List<Map<Figure, Double>> measured) {
  public FigureCurves {
    measured = List.copyOf(measured);
  }

  /** After how many steps they were measured. */
  public long step(int index) {
    return index * every;
  }

  /** One of them, in the order of the steps; not a number where it was not known. */
  public double[] of(Figure figure) {
    return measured.stream()
        .mapToDouble(figures -> figures.getOrDefault(figure, Double.NaN))
        .toArray();
  }
}
