package org.gradloom.derivation;

/** How far one step goes, finest first. */
public enum Granularity {
  TERM,
  CELL,
  /** All that one sample adds to a matrix; of what samples add nothing to, the matrix. */
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
