package org.gradloom.ui.control;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gradloom.lesson.Cell;
import org.gradloom.matrix.Matrix;

/** A matrix with marks put on by hand. */
final class SampleFaces implements Faces {
  private final String name;
  private final Matrix matrix;
  private final Map<Cell, Set<Mark>> marks = new HashMap<>();

  SampleFaces(String name, Matrix matrix) {
    this.name = name;
    this.matrix = matrix;
  }

  SampleFaces mark(int row, int column, Mark... more) {
    Set<Mark> all = marks.computeIfAbsent(new Cell(row, column), c -> EnumSet.noneOf(Mark.class));
    all.addAll(Set.of(more));
    return this;
  }

  SampleFaces markRow(int row, Mark mark) {
    for (int j = 0; j < matrix.columns(); j++) {
      mark(row, j, mark);
    }
    return this;
  }

  SampleFaces markColumn(int column, Mark mark) {
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
  public Set<Mark> marks(int row, int column) {
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
