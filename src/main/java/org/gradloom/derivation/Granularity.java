package org.gradloom.derivation;

/** How far one step goes, finest first. */
public enum Granularity {
  TERM,
  CELL,
  MATRIX,
  PHASE;

  /** The next coarser one; the coarsest is its own. */
  public Granularity coarser() {
    return switch (this) {
      case TERM -> CELL;
      case CELL -> MATRIX;
      case MATRIX, PHASE -> PHASE;
    };
  }
}
