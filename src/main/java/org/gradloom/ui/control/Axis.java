package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.matrix.Numbers;

/**
 * Where values stand along one side of a plot, and the round numbers among them.
 *
 * @param low the value at {@code start}
 * @param high the value at {@code end}, greater than {@code low}
 * @param logarithmic whether equal ways are equal factors; then {@code low} is positive
 * @param start in pixels; greater than {@code end} where values grow upwards
 */
record Axis(double low, double high, boolean logarithmic, double start, double end) {
  private static final double[] ROUND = {1, 2, 5, 10};
  private static final char THIN_SPACE = '\u2009';

  Axis {
    if (!(low < high) || (logarithmic && !(low > 0))) {
      throw new IllegalArgumentException("An axis from " + low + " to " + high);
    }
  }

  /** An axis for values that may all be one; then it has some room to both sides. */
  static Axis around(double low, double high, boolean logarithmic, double start, double end) {
    if (low < high) {
      return new Axis(low, high, logarithmic, start, end);
    }
    if (logarithmic) {
      return new Axis(low / 2, low * 2, true, start, end);
    }
    double room = low == 0 ? 1 : Math.abs(low) / 2;
    return new Axis(low - room, low + room, false, start, end);
  }

  /** Whether a value has a place on it, in sight or not. */
  boolean has(double value) {
    return Double.isFinite(value) && (!logarithmic || value > 0);
  }

  /** The pixel of a value. */
  double at(double value) {
    double part =
        logarithmic
            ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
            : (value - low) / (high - low);
    return start + part * (end - start);
  }

  /** The value at a pixel. */
  double valueAt(double pixel) {
    double part = (pixel - start) / (end - start);
    return logarithmic ? low * Math.pow(high / low, part) : low + part * (high - low);
  }

  /** Round numbers of the axis, 1, 2 or 5 times a power of ten apart, at most so many. */
  List<Double> ticks(int most) {
    return logarithmic ? powers(most) : even(most);
  }

  /** The whole numbers among them. */
  List<Double> wholeTicks(int most) {
    return ticks(most).stream().filter(tick -> tick == Math.rint(tick)).toList();
  }

  private List<Double> even(int most) {
    double rough = (high - low) / Math.max(1, most);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 10 * power;
    for (double round : ROUND) {
      if (count(round * power) <= most) {
        step = round * power;
        break;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (double index = Math.ceil(low / step); index * step <= high; index++) {
      // Dividing by a whole number keeps 3 · 0.1 from being 0.30000000000000004.
      ticks.add(step < 1 ? index / Math.rint(1 / step) : index * step);
    }
    return ticks;
  }

  private double count(double step) {
    return Math.floor(high / step) - Math.ceil(low / step) + 1;
  }

  /** Powers of ten, some left out where they are many; with 2 and 5 between where they are few. */
  private List<Double> powers(int most) {
    int first = (int) Math.ceil(Math.log10(low) - 1e-9);
    int last = (int) Math.floor(Math.log10(high) + 1e-9);
    if (last - first < 1) {
      return between(first - 1, last, most);
    }
    int every = Math.ceilDiv(last - first + 1, Math.max(1, most));
    List<Double> ticks = new ArrayList<>();
    for (int exponent = first; exponent <= last; exponent += every) {
      ticks.add(Math.pow(10, exponent));
    }
    return ticks;
  }

  private List<Double> between(int first, int last, int most) {
    List<Double> ticks = new ArrayList<>();
    for (int exponent = first; exponent <= last; exponent++) {
      for (double round : new double[] {1, 2, 5}) {
        double value = round * Math.pow(10, exponent);
        if (value >= low && value <= high && ticks.size() < most) {
          ticks.add(value);
        }
      }
    }
    return ticks;
  }

  /** A number as people read it: a real minus, and thin spaces between the thousands. */
  static String text(double value) {
    if (value != Math.rint(value) || Math.abs(value) >= 1e12) {
      return Numbers.rounded(value, 4);
    }
    String digits = Long.toString(Math.abs((long) value));
    StringBuilder grouped = new StringBuilder(value < 0 ? Character.toString(Numbers.MINUS) : "");
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        grouped.append(THIN_SPACE);
      }
      grouped.append(digits.charAt(i));
    }
    return grouped.toString();
  }
}
