package org.gradloom.ui.control;

import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;

/** A way for the focus to go within a matrix; it stays where there is no further cell. */
enum Move {
  STAY,
  UP,
  DOWN,
  LEFT,
  RIGHT,
  /** To the right, and from the end of a row to the start of the next. */
  NEXT,
  /** To the left, and from the start of a row to the end of the one before. */
  PREVIOUS,
  ROW_START,
  ROW_END;

  Cell from(Cell cell, Shape shape) {
    int lastRow = shape.rows() - 1;
    int lastColumn = shape.columns() - 1;
    int row = cell.row();
    int column = cell.column();
    return switch (this) {
      case STAY -> cell;
      case UP -> new Cell(Math.max(0, row - 1), column);
      case DOWN -> new Cell(Math.min(lastRow, row + 1), column);
      case LEFT -> new Cell(row, Math.max(0, column - 1));
      case RIGHT -> new Cell(row, Math.min(lastColumn, column + 1));
      case NEXT -> {
        if (column < lastColumn) {
          yield new Cell(row, column + 1);
        }
        yield row < lastRow ? new Cell(row + 1, 0) : cell;
      }
      case PREVIOUS -> {
        if (column > 0) {
          yield new Cell(row, column - 1);
        }
        yield row > 0 ? new Cell(row - 1, lastColumn) : cell;
      }
      case ROW_START -> new Cell(row, 0);
      case ROW_END -> new Cell(row, lastColumn);
    };
  }
}
