package org.gradloom.speed;

/** The ways to compute a dense layer, the one first that the others are held against. */
public enum Implementation {
  /** Three nested loops over {@code double[][]}. */
  LOOPS,
  /** EJML's own product, for one sample after the other. */
  SAMPLES,
  /** EJML's own product, for all samples at once. */
  BATCH,
  /** The product that training uses here, for all samples at once. */
  KERNEL,
  /** The machine's BLAS, for all samples at once, where it has one. */
  BLAS
}
