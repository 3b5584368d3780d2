package org.gradloom.engine;

import java.util.Optional;
import org.gradloom.engine.GradientCheck.Comparison;

/**
 * What many comparisons say together. One at a kink, or where L is too large for its h, is counted,
 * but neither agrees nor differs.
 *
 * @param compared how many there are, those at kinks included
 * @param differing how many differ
 * @param kinks how many stand at a kink
 * @param roundedAway of how many L is too large for their h
 * @param worst the one with the largest relative error, of those that count
 */
public record CheckTally(
    long compared, long differing, long kinks, long roundedAway, Optional<Comparison> worst) {
  /** Before the first comparison. */
  public static final CheckTally NONE = new CheckTally(0, 0, 0, 0, Optional.empty());

  /** With one comparison more. */
  public CheckTally and(Comparison next) {
    if (next.kink().isPresent()) {
      return new CheckTally(compared + 1, differing, kinks + 1, roundedAway, worst);
    }
    if (next.isRoundedAway()) {
      return new CheckTally(compared + 1, differing, kinks, roundedAway + 1, worst);
    }
    return new CheckTally(
        compared + 1,
        next.agrees() ? differing : differing + 1,
        kinks,
        roundedAway,
        worst.filter(known -> !isWorse(next, known)).or(() -> Optional.of(next)));
  }

  /** An error that is no number is the worst. */
  private static boolean isWorse(Comparison one, Comparison other) {
    return Double.compare(one.relativeError(), other.relativeError()) > 0;
  }

  /** How many could agree. */
  public long counting() {
    return compared - kinks - roundedAway;
  }
}
