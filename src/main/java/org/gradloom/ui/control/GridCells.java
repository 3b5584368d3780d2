package org.gradloom.ui.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import org.gradloom.matrix.Cell;

/** The nodes of the cells in sight, and how wide their numbers make the columns. */
final class GridCells {
  private final MatrixGrid grid;
  private final InvalidationListener focusMoved;
  private Span rows = new Span(0, 0, 0);
  private Span columns = rows;
  private MatrixCell[][] cells = {};

  /** The widest number, in em. */
  private double widest;

  /**
   * No cells yet.
   *
   * @param onFocus called whenever a cell gets or loses the focus
   */
  GridCells(MatrixGrid grid, Runnable onFocus) {
    this.grid = grid;
    focusMoved = focused -> onFocus.run();
  }

  /** Makes new nodes. */
  void build(Span newRows, Span newColumns) {
    rows = newRows;
    columns = newColumns;
    widest = 0;
    cells = new MatrixCell[rows.visible()][columns.visible()];
    for (int i = 0; i < rows.visible(); i++) {
      for (int j = 0; j < columns.visible(); j++) {
        MatrixCell cell = new MatrixCell(grid, new Cell(rows.first() + i, columns.first() + j));
        cell.focusedProperty().addListener(focusMoved);
        cells[i][j] = cell;
      }
    }
  }

  /**
   * Shows as many others. Cells that stay in sight keep their nodes, and only those for which there
   * is no more room become others: a node with another id is styled anew, which costs more than all
   * else here.
   */
  void reseat(Span newRows, Span newColumns) {
    rows = newRows;
    columns = newColumns;
    Map<Cell, MatrixCell> staying = new HashMap<>();
    Deque<MatrixCell> free = new ArrayDeque<>();
    forEach(node -> {
      if (contains(node.cell())) {
        staying.put(node.cell(), node);
      } else {
        free.add(node);
      }
    });
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < cells[i].length; j++) {
        Cell cell = new Cell(rows.first() + i, columns.first() + j);
        MatrixCell node = staying.get(cell);
        if (node == null) {
          node = free.remove();
          node.showCell(cell);
        }
        cells[i][j] = node;
      }
    }
  }

  /** Whether these are the cells that a window shows. */
  boolean cover(GridWindow window) {
    return rows.equals(window.rows()) && columns.equals(window.columns());
  }

  private boolean contains(Cell cell) {
    return rows.contains(cell.row()) && columns.contains(cell.column());
  }

  Optional<MatrixCell> at(Cell cell) {
    return contains(cell)
        ? Optional.of(cells[cell.row() - rows.first()][cell.column() - columns.first()])
        : Optional.empty();
  }

  /** Row by row, however they follow each other among the nodes. */
  List<MatrixCell> all() {
    List<MatrixCell> all = new ArrayList<>();
    forEach(all::add);
    return all;
  }

  void forEach(Consumer<MatrixCell> action) {
    for (MatrixCell[] row : cells) {
      for (MatrixCell node : row) {
        action.accept(node);
      }
    }
  }

  // ---- what they show

  /** Shows what the cells look like now, touching only those that look different from before. */
  void show(CellContents faces) {
    boolean changed = false;
    for (MatrixCell[] row : cells) {
      for (MatrixCell node : row) {
        Cell cell = node.cell();
        Set<CellState> marks = faces.marks(cell.row(), cell.column());
        boolean reached = !marks.contains(CellState.UNREACHED);
        String text = reached ? faces.text(cell.row(), cell.column()) : "";
        String widest = reached ? faces.widest(cell.row(), cell.column()) : "";
        if (node.show(text, widest, faces.note(cell.row(), cell.column()), marks)) {
          changed = true;
          node.setAccessibleText(faces.spoken(cell.row(), cell.column()));
        }
      }
    }
    if (changed) {
      measure();
    }
  }

  /**
   * Finds the widest number. While numbers are still forming, columns may only grow: they would
   * breathe at every step.
   */
  private void measure() {
    double found = 0;
    boolean settled = true;
    for (MatrixCell[] row : cells) {
      for (MatrixCell node : row) {
        found = Math.max(found, GridMetrics.ems(node.widest()));
        settled &= node.isSettled();
      }
    }
    if (found > widest || (settled && found < widest)) {
      widest = found;
      grid.requestLayout();
    }
    alignNumbers();
  }

  /** Sets all numbers in one size, and in a column digits below digits. */
  void alignNumbers() {
    double scale = GridMetrics.scale(width(), widest, fontSize());
    for (int j = 0; j < columns.visible(); j++) {
      boolean negatives = false;
      boolean others = false;
      for (MatrixCell[] row : cells) {
        negatives |= row[j].isNegative();
        others |= !row[j].isNegative() && !row[j].shown().isEmpty();
      }
      for (MatrixCell[] row : cells) {
        row[j].setNumbering(negatives && others, scale);
      }
    }
  }

  // ---- how large they are

  private double fontSize() {
    return cells[0][0].fontSize();
  }

  /** The width that these numbers ask for. */
  double naturalWidth() {
    return grid.snapSizeX(GridMetrics.columnWidth(grid.usualCellWidth(), widest, fontSize()));
  }

  double width() {
    return Math.max(naturalWidth(), grid.snapSizeX(grid.minCellWidthProperty().get()));
  }

  void layout(GridBox box) {
    for (MatrixCell[] row : cells) {
      for (MatrixCell node : row) {
        node.resizeRelocate(
            box.x(node.cell().column()),
            box.y(node.cell().row()),
            box.cellWidth(),
            box.cellHeight());
      }
    }
    alignNumbers();
  }
}
