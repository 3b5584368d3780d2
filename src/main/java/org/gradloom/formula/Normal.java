package org.gradloom.formula;

/** The normal distribution with mean 0 and variance 1, within 1e-15. */
public final class Normal {
  /** Beyond it the series would lose digits to the ½ it is added to. */
  private static final double TAIL = 3;

  /** So many levels of the continued fraction are exact from {@link #TAIL} on. */
  private static final int LEVELS = 40;

  private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

  private Normal() {}

  /** φ(z) = e^(−z²/2) / √(2π). */
  public static double density(double z) {
    return Math.exp(-z * z / 2) / ROOT_OF_TWO_PI;
  }

  /**
   * Φ(z), the part of the distribution below z: ½ + φ(z)·(z + z³/3 + z⁵/(3·5) + …) near 0, see
   * Marsaglia, Evaluating the normal distribution, 2004; and in the tails φ(z)/(z + 1/(z + 2/(z +
   * …))), Laplace's continued fraction, which keeps all digits of what is left there.
   */
  public static double distribution(double z) {
    if (z > TAIL) {
      return 1 - tail(z);
    }
    return z < -TAIL ? tail(-z) : series(z);
  }

  private static double series(double z) {
    double term = z;
    double sum = z;
    double before = 0;
    for (int odd = 3; Math.abs(sum - before) > 0; odd += 2) {
      before = sum;
      term *= z * z / odd;
      sum += term;
    }
    return 0.5 + density(z) * sum;
  }

  /** 1 − Φ(z) of a large z. */
  private static double tail(double z) {
    double fraction = z;
    for (int level = LEVELS; level > 0; level--) {
      fraction = z + level / fraction;
    }
    return density(z) / fraction;
  }
}
