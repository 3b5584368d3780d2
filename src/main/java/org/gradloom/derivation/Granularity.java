package org.gradloom.derivation;

/** How far one step goes, finest first. */
public enum Granularity {
  TERM,
  CELL,
  /**
   * All that one sample adds to dL/dW, or its row of dL/dX, which is seen by its last cell; of
   * other matrices all.
   */
  SAMPLE,
  MATRIX,
  PHASE;

  /** The next coarser one; the coarsest is its own. */
  public Granularity coarser() {
    return switch (this) {
      case TERM -> CELL;
      case CELL, SAMPLE -> MATRIX;
      case MATRIX, PHASE -> PHASE;
    };
  }
}
