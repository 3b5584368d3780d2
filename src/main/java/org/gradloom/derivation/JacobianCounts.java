package org.gradloom.derivation;

import org.gradloom.formula.MatrixSymbol;

/**
 * How many numbers dZ/dW or dZ/dX of a layer holds, and how many do in its place. Nothing is looked
 * at to say so, so that the layer may be of any size.
 *
 * @param outputs entries of Z, and of dL/dZ
 * @param variables entries of W or X, and of the gradient that is wanted
 * @param paths entries that are not 0 by structure
 * @param repeated entries of the matrix that it repeats, X or W
 */
public record JacobianCounts(long outputs, long variables, long paths, long repeated) {
  /** Of a double. */
  public static final int BYTES_EACH = 8;

  private static final int USUAL_SAMPLES = 32;
  private static final int USUAL_INPUTS = 784;
  private static final int USUAL_UNITS = 100;

  /**
   * Of the Jacobian behind a gradient.
   *
   * @throws IllegalArgumentException if that is neither dW nor dX
   */
  public static JacobianCounts of(MatrixSymbol gradient, long samples, long inputs, long units) {
    long paths = samples * inputs * units;
    return switch (gradient) {
      case DW -> new JacobianCounts(samples * units, inputs * units, paths, samples * inputs);
      case DX -> new JacobianCounts(samples * units, samples * inputs, paths, inputs * units);
      case X, W, B, Z, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, W_NEXT, B_NEXT ->
          throw new IllegalArgumentException(gradient + " has no Jacobian of a layer behind it");
    };
  }

  /** Of a layer as one meets them: 32 images of 28×28 and 100 neurons. */
  public static JacobianCounts usual(MatrixSymbol gradient) {
    return of(gradient, USUAL_SAMPLES, USUAL_INPUTS, USUAL_UNITS);
  }

  /** 32×784→100. */
  public static String usualLayer() {
    return USUAL_SAMPLES + "×" + USUAL_INPUTS + " → " + USUAL_UNITS;
  }

  /** All entries, with a path or without. */
  public long entries() {
    return outputs * variables;
  }

  /** The part of the entries that is 0 by structure, from 0 to 1. */
  public double structuralShare() {
    return 1 - (double) paths / entries();
  }

  /** What so many numbers take in memory, in bytes. */
  public static double bytes(long numbers) {
    return (double) BYTES_EACH * numbers;
  }
}
