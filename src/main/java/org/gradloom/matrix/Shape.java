package org.gradloom.matrix;

/** Rows × columns, both at least 1. */
public record Shape(int rows, int columns) {
  public Shape {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException("A matrix is never empty: " + rows + "×" + columns);
    }
  }

  public int size() {
    return Math.multiplyExact(rows, columns);
  }

  public Shape transposed() {
    return new Shape(columns, rows);
  }

  /** As people write it: {@code 4×3}. */
  @Override
  public String toString() {
    return rows + "×" + columns;
  }
}
