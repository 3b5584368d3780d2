package org.gradloom.matrix;

/** A row and a column, from 0; its text counts from 1. */
public record Cell(int row, int column) {
  public Cell {
    if (row < 0 || column < 0) {
      throw new IllegalArgumentException("Cell (" + row + ", " + column + ")");
    }
  }

  public Cell transposed() {
    return new Cell(column, row);
  }

  /** {@code 3,2} for row 2, column 1. */
  @Override
  public String toString() {
    return (row + 1) + "," + (column + 1);
  }
}
