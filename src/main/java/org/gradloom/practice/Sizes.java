package org.gradloom.practice;

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

  /** True if a matrix of each pair of them can be told by its shape. */
  boolean areDistinct() {
    return IntStream.of(samples, features, neurons).distinct().count() == 3;
  }
}
