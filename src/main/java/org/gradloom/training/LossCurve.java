package org.gradloom.training;

import java.util.Arrays;

/**
 * Every loss of a run, in order, summed up in at most {@link #BUCKETS} buckets of equal width. When
 * they are full, each two neighbours become one, so that a run of any length takes the same memory
 * and no value is ever left out. Not safe for several threads; {@link #picture} may be passed on.
 */
final class LossCurve {
  static final int BUCKETS = 300;

  private final double[] least = new double[BUCKETS];
  private final double[] most = new double[BUCKETS];
  private final double[] sums = new double[BUCKETS];
  private long width = 1;
  private long count;

  /** Adds the loss of the next step. Nothing is allocated. */
  void add(double loss) {
    if (count == width * BUCKETS) {
      halve();
    }
    int bucket = (int) (count / width);
    boolean first = count % width == 0;
    least[bucket] = first ? loss : Math.min(least[bucket], loss);
    most[bucket] = first ? loss : Math.max(most[bucket], loss);
    sums[bucket] = first ? loss : sums[bucket] + loss;
    count++;
  }

  private void halve() {
    for (int i = 0; i < BUCKETS / 2; i++) {
      least[i] = Math.min(least[2 * i], least[2 * i + 1]);
      most[i] = Math.max(most[2 * i], most[2 * i + 1]);
      sums[i] = sums[2 * i] + sums[2 * i + 1];
    }
    width *= 2;
  }

  /** What was added so far, as a value. */
  Curve picture() {
    int buckets = (int) ((count + width - 1) / width);
    double[] means = Arrays.copyOf(sums, buckets);
    for (int i = 0; i < buckets; i++) {
      means[i] /= Math.min(width, count - i * width);
    }
    return new Curve(
        count, width, Arrays.copyOf(least, buckets), means, Arrays.copyOf(most, buckets));
  }
}
