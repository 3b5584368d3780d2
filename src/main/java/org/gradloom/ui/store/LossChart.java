package org.gradloom.ui.store;

import java.util.Optional;
import org.gradloom.training.Curve;

/**
 * How the losses of a run are looked at.
 *
 * @param kept the losses of an earlier run, to compare with
 * @param logarithmic whether heights are; where nothing was chosen the values say so themselves
 */
public record LossChart(Optional<Curve> kept, Optional<Boolean> logarithmic) {
  /** As it is at first. */
  static final LossChart FIRST = new LossChart(Optional.empty(), Optional.empty());

  LossChart keeping(Optional<Curve> curve) {
    return new LossChart(curve, logarithmic);
  }

  LossChart withLogarithmic(boolean wanted) {
    return new LossChart(kept, Optional.of(wanted));
  }
}
