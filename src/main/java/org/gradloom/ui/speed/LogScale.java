package org.gradloom.ui.speed;

/**
 * Where values stand along an axis on which equal ways are equal factors.
 *
 * @param low positive
 * @param high greater than {@code low}
 * @param start the pixel of {@code low}
 * @param end the pixel of {@code high}
 */
record LogScale(double low, double high, double start, double end) {
  LogScale {
    if (!(low > 0 && low < high)) {
      throw new IllegalArgumentException("A scale from " + low + " to " + high);
    }
  }

  /** From one value to another; where both are one, it stands in the middle. */
  static LogScale around(double low, double high, double start, double end) {
    return low < high
        ? new LogScale(low, high, start, end)
        : new LogScale(low / 2, low * 2, start, end);
  }

  double at(double value) {
    return start + Math.log(value / low) / Math.log(high / low) * (end - start);
  }
}
