package org.gradloom.ui.control;

import java.util.Optional;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;

/**
 * What stands out in a heat map at one moment.
 *
 * @param row the row that is lit or named
 * @param column the column that is lit or named
 * @param cell the cell that is lit
 * @param reached how many cells are known, row by row; of the others nothing shows
 */
public record HeatMarks(
    Optional<HeatLine> row, Optional<HeatLine> column, Optional<HeatCell> cell, long reached) {
  /** Nothing stands out, and every cell is known. */
  public static final HeatMarks NONE =
      new HeatMarks(Optional.empty(), Optional.empty(), Optional.empty(), Long.MAX_VALUE);

  boolean isReached(Cell at, Shape shape) {
    return (long) at.row() * shape.columns() + at.column() < reached;
  }

  boolean isComplete(Shape shape) {
    return reached >= shape.size();
  }
}
