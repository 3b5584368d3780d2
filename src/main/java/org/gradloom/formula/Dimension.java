package org.gradloom.formula;

/** What a matrix has one row or one column for. */
public sealed interface Dimension {
  /** The N rows of a batch. */
  record Samples() implements Dimension {}

  /** The units of a layer; those of layer −1 are the features of X. */
  record Units(int layer) implements Dimension {}

  /** The single row of a vector. */
  record One() implements Dimension {}
}
