package org.gradloom.speed;

import java.util.Arrays;

/**
 * The middle of some times, and the middle half of them, in nanoseconds.
 *
 * @param lower a quarter of the times is below
 * @param upper a quarter is above
 */
public record Quartiles(double lower, double median, double upper) {

  /**
   * Between two neighbours in proportion where none stands at a quarter, as NumPy's percentiles.
   *
   * @param times at least one; not modified
   */
  static Quartiles of(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  private static double at(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
