package org.gradloom.formula;

/** Which entries a learner is not to see yet. */
@FunctionalInterface
public interface Covered {
  Covered NOTHING = (operand, row, column) -> false;

  /** True if the entry's number must not be read anywhere; row and column from 0. */
  boolean covers(Operand operand, int row, int column);
}
