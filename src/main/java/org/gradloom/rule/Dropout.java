package org.gradloom.rule;

/**
 * Dropout of hidden units while a network trains: each activation is dropped with the same
 * probability, anew in every step, and what is kept is multiplied so that its mean stays. Which are
 * dropped follows from the seed, the step and the layer alone, so that a step can be looked at
 * again, and no other draw of a run changes.
 *
 * @param rate the probability of being dropped, at least 0 and less than 1
 * @param seed of the run
 */
public record Dropout(double rate, long seed) {
  /** Nothing is dropped. */
  public static final Dropout NONE = new Dropout(0, 0);

  /** An odd number near 2⁶⁴ divided by the golden ratio. */
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private static final int DIGITS = 53;

  /**
   * @throws IllegalArgumentException if the rate is none
   */
  public Dropout {
    if (!isRate(rate)) {
      throw new IllegalArgumentException(rate + " is no probability of being dropped");
    }
  }

  /** True if something can be dropped and something is kept. */
  public static boolean isRate(double rate) {
    return rate >= 0 && rate < 1;
  }

  public boolean isPresent() {
    return rate > 0;
  }

  /** What is kept is multiplied by it: 1/(1 − p). */
  public double factor() {
    return 1 / (1 - rate);
  }

  /**
   * Draws the factors of a layer's activations in one step, row by row.
   *
   * @param step how many steps were taken before
   * @param mask overwritten: 0 for what is dropped, else the factor
   * @param count how many entries are drawn
   */
  public void draw(long step, int layer, double[] mask, int count) {
    double factor = factor();
    long state = mixed(mixed(seed + STEP) + step * STEP) + mixed(layer + 1L);
    for (int i = 0; i < count; i++) {
      state += STEP;
      double drawn = (mixed(state) >>> (Long.SIZE - DIGITS)) * 0x1p-53;
      mask[i] = drawn < rate ? 0 : factor;
    }
  }

  /** SplitMix64's finalizer: every bit of what goes in changes half of what comes out. */
  private static long mixed(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
