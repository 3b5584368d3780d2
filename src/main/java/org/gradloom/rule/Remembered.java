package org.gradloom.rule;

import org.gradloom.formula.Expr;
import org.gradloom.matrix.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What an optimizer remembers of one parameter matrix before a step, each null for all zeros.
 *
 * @param first Momentum's velocity or Adam's m
 * @param second Adam's v
 */
public record Remembered(@Nullable Matrix first, @Nullable Matrix second) {
  public static final Remembered NOTHING = new Remembered(null, null);

  /** {@link Optimizer#direction} of the entry in row {@code r} and column {@code c}. */
  public double direction(Optimizer optimizer, int r, int c, long step, double gradient) {
    return optimizer.direction(entry(first, r, c), entry(second, r, c), step, gradient);
  }

  /** The same as it is explained. */
  public Expr directionFormula(Optimizer optimizer, int r, int c, long step, Expr gradient) {
    return optimizer.directionFormula(
        new Expr.Value(entry(first, r, c)), new Expr.Value(entry(second, r, c)), step, gradient);
  }

  private static double entry(@Nullable Matrix matrix, int r, int c) {
    return matrix == null ? 0 : matrix.get(r, c);
  }
}
