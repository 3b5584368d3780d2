package org.gradloom.ui.control;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;

/** A matrix with marks put on by hand. */
final class SampleFaces implements CellContents {
  private final String name;
  private final Matrix matrix;
  private final Map<Cell, Set<CellState>> marks = new HashMap<>();

  SampleFaces(String name, Matrix matrix) {
    this.name = name;
    this.matrix = matrix;
  }

  SampleFaces mark(int row, int column, CellState... more) {
    Set<CellState> all =
        marks.computeIfAbsent(new Cell(row, column), c -> EnumSet.noneOf(CellState.class));
    all.addAll(Set.of(more));
    return this;
  }

  SampleFaces markRow(int row, CellState mark) {
    for (int j = 0; j < matrix.columns(); j++) {
      mark(row, j, mark);
    }
    return this;
  }

  SampleFaces markColumn(int column, CellState mark) {
    for (int i = 0; i < matrix.rows(); i++) {
      mark(i, column, mark);
    }
    return this;
  }

  GridContent content() {
    return new GridContent(matrix.shape(), this);
  }

  @Override
  public String text(int row, int column) {
    return matrix.entry(row, column).text();
  }

  @Override
  public String fullText(int row, int column) {
    return matrix.entry(row, column).exactText().replace('-', '−');
  }

  @Override
  public Set<CellState> marks(int row, int column) {
    return marks.getOrDefault(new Cell(row, column), Set.of());
  }

  @Override
  public String spoken(int row, int column) {
    return name
        + " row "
        + (row + 1)
        + ", column "
        + (column + 1)
        + ": "
        + text(row, column).replace("−", "minus ");
  }
}
