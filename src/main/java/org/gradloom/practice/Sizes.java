package org.gradloom.practice;

import java.util.Set;
import java.util.stream.IntStream;

/** How many samples N, features D and neurons M the layer of an exercise has. */
public record Sizes(int samples, int features, int neurons) {
  /** More is not worked out by hand. */
  public static final int LARGEST = 16;

  /**
   * @throws IllegalArgumentException if one of them is less than 1
   */
  public Sizes {
    if (samples < 1 || features < 1 || neurons < 1) {
      throw new IllegalArgumentException("No sizes: " + samples + ", " + features + ", " + neurons);
    }
  }

  Sizes withSamples(int other) {
    return new Sizes(other, features, neurons);
  }

  /** The three of them, added up. */
  int together() {
    return samples + features + neurons;
  }

  /** With none above half of the largest; the same where all are 1. */
  Sizes smaller() {
    int half = (Math.max(samples, Math.max(features, neurons)) + 1) / 2;
    return new Sizes(Math.min(samples, half), Math.min(features, half), Math.min(neurons, half));
  }

  /** The nearest sizes of which no two are equal. */
  Sizes distinct() {
    int d = nearest(features, Set.of(samples));
    return new Sizes(samples, d, nearest(neurons, Set.of(samples, d)));
  }

  private static int nearest(int size, Set<Integer> taken) {
    return IntStream.range(0, 2 * LARGEST)
        .map(n -> size + (n % 2 == 0 ? -n / 2 : (n + 1) / 2))
        .filter(each -> each >= 1 && each <= LARGEST && !taken.contains(each))
        .findFirst()
        .orElseThrow();
  }
}
