package org.gradloom.formula;

/** A row or a column of an entry in a formula. */
public sealed interface Index {
  /** A number, from 0. */
  record At(int number) implements Index {}

  /**
   * A letter that is summed over.
   *
   * @param count how many values it takes
   */
  record Letter(String name, int count) implements Index {}

  /** The class that the label of a sample names. */
  record ClassOf(Operand labels, Letter sample) implements Index {}
}
