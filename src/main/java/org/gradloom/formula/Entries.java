package org.gradloom.formula;

/** The numbers that matrices hold. */
@FunctionalInterface
public interface Entries {
  /** An entry; row and column from 0. */
  double at(Operand operand, int row, int column);
}
