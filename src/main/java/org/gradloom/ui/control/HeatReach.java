package org.gradloom.ui.control;

import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;

/**
 * How far a matrix is made at one moment; of the cells that are not made yet nothing shows.
 *
 * @param cells how many cells are known, one after the other
 * @param byColumns whether they are made column by column, not row by row
 */
public record HeatReach(long cells, boolean byColumns) {
  /** Every cell is known. */
  public static final HeatReach ALL = new HeatReach(Long.MAX_VALUE, false);

  /** No cell is known. */
  public static final HeatReach NONE = new HeatReach(0, false);

  /** How many lines, rows or columns, are wholly known. */
  int wholeLines(Shape shape) {
    return (int) (within(shape) / lineLength(shape));
  }

  /** How many cells are known of the line that is not wholly known. */
  int partOfLine(Shape shape) {
    return (int) (within(shape) % lineLength(shape));
  }

  /** How many cells of a row are known: always the first ones. */
  int inRow(int row, Shape shape) {
    return byColumns
        ? wholeLines(shape) + (row < partOfLine(shape) ? 1 : 0)
        : Math.clamp(within(shape) - (long) row * shape.columns(), 0, shape.columns());
  }

  boolean has(Cell cell, Shape shape) {
    return cell.column() < inRow(cell.row(), shape);
  }

  boolean isComplete(Shape shape) {
    return cells >= shape.size();
  }

  private long within(Shape shape) {
    return Math.min(cells, shape.size());
  }

  private int lineLength(Shape shape) {
    return byColumns ? shape.rows() : shape.columns();
  }
}
