package org.gradloom.ui.control;

import java.util.Optional;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;

/** What of a matrix is in sight: all of it, or a window that follows the lit cell. */
final class GridWindow {
  private Shape shape;
  private Span rows;
  private Span columns;
  private Optional<Cell> lastInView = Optional.empty();

  /**
   * The first rows and columns, unless the lit cell lies further on.
   *
   * @param most as many rows and columns as have room
   */
  GridWindow(GridContent first, Shape most) {
    shape = first.shape();
    rows = Span.of(shape.rows(), most.rows());
    columns = Span.of(shape.columns(), most.columns());
    follow(first.inView());
  }

  Shape shape() {
    return shape;
  }

  Span rows() {
    return rows;
  }

  Span columns() {
    return columns;
  }

  /** Whether there is more than is in sight. */
  boolean isPart() {
    return rows.isWindow() || columns.isWindow();
  }

  boolean contains(Cell cell) {
    return rows.contains(cell.row()) && columns.contains(cell.column());
  }

  /** The cell in sight that is nearest to this one. */
  Cell clamped(Cell cell) {
    return new Cell(
        Math.clamp(cell.row(), rows.first(), rows.first() + rows.visible() - 1),
        Math.clamp(cell.column(), columns.first(), columns.first() + columns.visible() - 1));
  }

  /** Takes another shape; what was in view stays there. */
  void reshape(GridContent content, Shape most) {
    shape = content.shape();
    refit(most);
    follow(content.inView());
  }

  /** Another number of lines has room now; whether that changed how many are in sight. */
  boolean fit(GridContent content, Shape most) {
    Span rowsBefore = rows;
    Span columnsBefore = columns;
    refit(most);
    lastInView = Optional.empty();
    follow(content.inView());
    return rows.visible() != rowsBefore.visible() || columns.visible() != columnsBefore.visible();
  }

  private void refit(Shape most) {
    rows = Span.of(shape.rows(), most.rows()).startingAt(rows.first());
    columns = Span.of(shape.columns(), most.columns()).startingAt(columns.first());
  }

  /**
   * Brings the lit cell into sight. Only when it moves: looking around in a large matrix is not
   * undone by every refresh.
   */
  void follow(Optional<Cell> inView) {
    if (!inView.equals(lastInView)) {
      inView.ifPresent(this::show);
    }
    lastInView = inView;
  }

  /** Moves as little as brings a cell into sight. */
  void show(Cell cell) {
    rows = rows.showing(cell.row());
    columns = columns.showing(cell.column());
  }

  void moveBy(int byRows, int byColumns) {
    rows = rows.movedBy(byRows);
    columns = columns.movedBy(byColumns);
  }
}
