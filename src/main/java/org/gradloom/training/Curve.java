package org.gradloom.training;

import java.util.Arrays;

/**
 * The losses of a run, one for each step, in buckets of {@code width} steps. Immutable, equal by
 * value.
 */
public final class Curve {
  private final long steps;
  private final long width;
  private final double[] least;
  private final double[] means;
  private final double[] most;

  Curve(long steps, long width, double[] least, double[] means, double[] most) {
    this.steps = steps;
    this.width = width;
    this.least = least;
    this.means = means;
    this.most = most;
  }

  /** How many losses are in it: the steps taken. */
  public long steps() {
    return steps;
  }

  /** Steps a bucket; the last one may hold fewer. */
  public long width() {
    return width;
  }

  public int buckets() {
    return means.length;
  }

  /** The number of the step in the middle of a bucket, counted from 1. */
  public double step(int bucket) {
    long first = bucket * width + 1;
    return (first + Math.min(steps, (bucket + 1) * width)) / 2.0;
  }

  /** The smallest loss in a bucket. */
  public double least(int bucket) {
    return least[bucket];
  }

  public double mean(int bucket) {
    return means[bucket];
  }

  /** The greatest loss in a bucket. */
  public double most(int bucket) {
    return most[bucket];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Curve that
        && steps == that.steps
        && width == that.width
        && Arrays.equals(least, that.least)
        && Arrays.equals(means, that.means)
        && Arrays.equals(most, that.most);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(steps) + Arrays.hashCode(means);
  }
}
