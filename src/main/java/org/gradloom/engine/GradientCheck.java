package org.gradloom.engine;

import java.util.Optional;
import java.util.OptionalDouble;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.rule.WeightPenalty;

/**
 * Central differences: an entry v is nudged by ±h, the loss is computed twice anew, and (L(v + h) −
 * L(v − h)) / 2h is held beside the analytic gradient. The usual h is 1e-5 · max(1, |v|), but for a
 * probability whose logarithm the loss takes no more than a ten-thousandth of what is left of it.
 */
public final class GradientCheck {
  private static final double LARGEST_SHARE = 1e-4;

  /** So many roundings of L may meet in one of its values. */
  private static final double ROUNDINGS = 64;

  private final Trace trace;
  private final Lesson lesson;
  private final Forward forward;
  private final double[][] signs;

  /** Keeps buffers of its own, to be used again for many cells. Not for several threads at once. */
  public GradientCheck(Trace trace) {
    this.trace = trace;
    this.lesson = trace.lesson();
    this.forward = new Forward(lesson);
    this.signs = new double[lesson.layers().size()][];
  }

  /**
   * L around one entry v.
   *
   * @param h above 0
   * @param below L(v − h)
   * @param at L(v)
   * @param above L(v + h)
   */
  public record Measured(double h, double below, double at, double above) {
    /** (L(v + h) − L(v − h)) / 2h. */
    public double slope() {
      return (above - below) / (2 * h);
    }

    /** (L(v) − L(v − h)) / h. */
    public double slopeBelow() {
      return (at - below) / h;
    }

    /** (L(v + h) − L(v)) / h. */
    public double slopeAbove() {
      return (above - at) / h;
    }

    /** How far numbers as large as L lie apart; a nudge that changes it by less is not seen. */
    public double spacing() {
      return Math.ulp(Math.max(Math.abs(above), Math.abs(below)));
    }
  }

  /**
   * One gradient entry, derived and measured.
   *
   * @param gradient the operand that holds it, such as {@code layer1/dW}
   * @param kink where a slope jumps between the two measurements, so that they need not agree
   */
  public record Comparison(
      Operand gradient, Cell cell, double analytic, Measured measured, Optional<Kink> kink) {

    /** The slope that both sides measure together. */
    public double numeric() {
      return measured.slope();
    }

    public double h() {
      return measured.h();
    }

    /** |analytic − numeric| / max(1, |analytic|, |numeric|). */
    public double relativeError() {
      return Math.abs(analytic - numeric())
          / Math.max(1, Math.max(Math.abs(analytic), Math.abs(numeric())));
    }

    /** True within 1e-6 relative. */
    public boolean agrees() {
      return relativeError() <= 1e-6;
    }

    /**
     * True where the two do not agree, but differ by no more than some roundings of L make: L is
     * too large for this h, and they say nothing of each other.
     */
    public boolean isRoundedAway() {
      return !agrees()
          && Math.abs(analytic - numeric()) <= ROUNDINGS * measured.spacing() / measured.h();
    }
  }

  /**
   * The entry that changes sign when the nudge passes: of Z, or a weight that an |w| is asked of.
   */
  public record Kink(Operand operand, Cell cell) {}

  /** Nudges the variable of one gradient entry both ways by the usual h and compares. */
  public Comparison compare(Operand gradient, Cell cell) {
    return compare(gradient, cell, OptionalDouble.empty());
  }

  /**
   * Nudges the variable of one gradient entry both ways and compares.
   *
   * @param h above 0; the usual one where there is none
   */
  public Comparison compare(Operand gradient, Cell cell, OptionalDouble h) {
    Operand variable = lesson.canonical(gradient.variable());
    double value = trace.matrix(variable).get(cell.row(), cell.column());
    double by = h.orElseGet(() -> usual(variable, cell, value));
    double above = lossAt(variable, cell, by);
    rememberSigns();
    double below = lossAt(variable, cell, -by);
    double analytic = trace.matrix(gradient).get(cell.row(), cell.column());
    return new Comparison(
        gradient,
        cell,
        analytic,
        new Measured(by, below, trace.loss(), above),
        kinkSinceRemembered().or(() -> kinkOfPenalty(variable, cell, by)));
  }

  /**
   * What a learner finds who moves one entry to another number: the change of L for each 1 of it.
   *
   * @param variable an input
   * @param by not 0
   */
  public double slopeOfMove(Operand variable, Cell cell, double by) {
    return (lossAt(variable, cell, by) - trace.loss()) / by;
  }

  /** h, and less of it beside a logarithm's end: there its curve would show, or 0 be passed. */
  private double usual(Operand variable, Cell cell, double value) {
    double step = 1e-5 * Math.max(1, Math.abs(value));
    boolean ofOutput =
        variable.equals(lesson.canonical(new Operand(lesson.lastLayer(), MatrixSymbol.A)));
    return ofOutput
        ? Math.min(
            step,
            LARGEST_SHARE
                * lesson
                    .loss()
                    .kind()
                    .reach(value, lesson.loss().target().at(cell.row(), cell.column())))
        : step;
  }

  private double lossAt(Operand variable, Cell cell, double nudge) {
    forward.run(new Forward.Nudge(variable, cell, nudge));
    return forward.loss();
  }

  private void rememberSigns() {
    for (int l = 0; l < signs.length; l++) {
      if (lesson.layers().get(l).activation().hasKink()) {
        signs[l] = forward.z(l).data.clone();
      }
    }
  }

  private Optional<Kink> kinkSinceRemembered() {
    for (int l = 0; l < signs.length; l++) {
      if (!lesson.layers().get(l).activation().hasKink()) {
        continue;
      }
      var z = forward.z(l);
      for (int i = 0; i < z.getNumElements(); i++) {
        if (z.data[i] > 0 != signs[l][i] > 0) {
          return Optional.of(
              new Kink(new Operand(l, MatrixSymbol.Z), new Cell(i / z.numCols, i % z.numCols)));
        }
      }
    }
    return Optional.empty();
  }

  /** At 0 itself both sides lie as far above it, and agree that the slope is 0. */
  private Optional<Kink> kinkOfPenalty(Operand variable, Cell cell, double by) {
    double value = Math.abs(trace.matrix(variable).get(cell.row(), cell.column()));
    return variable.quantity() == MatrixSymbol.W
            && value != 0
            && value < by
            && lesson.loss().penalties().stream().anyMatch(WeightPenalty::hasKink)
        ? Optional.of(new Kink(variable, cell))
        : Optional.empty();
  }
}
