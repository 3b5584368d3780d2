package org.gradloom.training;

import java.util.List;

/**
 * The loss over the test rows, at equal distances from the start of a run on.
 *
 * @param every steps between two of them
 * @param losses before the first step, and after each so many
 */
public record TestCurve(long every, List<Double> losses) {
  public TestCurve {
    losses = List.copyOf(losses);
  }

  /** After how many steps a loss was measured. */
  public long step(int index) {
    return index * every;
  }
}
