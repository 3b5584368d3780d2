package org.gradloom.derivation;

/**
 * How many numbers the Jacobian of a layer holds, and how many do in its place. Nothing is looked
 * at to say so, so that the layer may be of any size.
 *
 * @param samples N
 * @param inputs D
 * @param units M
 * @param byWeights whether it is dZ/dW; else dZ/dX
 */
public record JacobianCounts(long samples, long inputs, long units, boolean byWeights) {
  /** Of a double. */
  public static final int BYTES_EACH = 8;

  /** The same of a layer as one meets them: a batch of 32 pictures of 28×28, and 100 neurons. */
  public JacobianCounts ofAUsualLayer() {
    return new JacobianCounts(32, 784, 100, byWeights);
  }

  /** Entries of Z, and of dL/dZ: the rows. */
  public long outputs() {
    return samples * units;
  }

  /** Entries of W or X, and of the gradient that is wanted: the columns. */
  public long variables() {
    return byWeights ? inputs * units : samples * inputs;
  }

  /** All entries, with a path or without. */
  public long entries() {
    return outputs() * variables();
  }

  /** Entries that are not 0 by structure. */
  public long paths() {
    return samples * inputs * units;
  }

  /** Entries of the matrix that it repeats, X or W. */
  public long repeated() {
    return byWeights ? samples * inputs : inputs * units;
  }

  /** How many times it repeats each of them: once a neuron, or once a sample. */
  public long copies() {
    return byWeights ? units : samples;
  }

  /** The part of the entries that is 0 by structure, from 0 to 1. */
  public double structuralShare() {
    return 1 - 1.0 / copies();
  }

  /** What so many numbers take in memory, in bytes. */
  public static double bytes(long numbers) {
    return (double) BYTES_EACH * numbers;
  }
}
