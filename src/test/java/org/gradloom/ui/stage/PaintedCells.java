package org.gradloom.ui.stage;

import static org.gradloom.ui.TestWindow.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.control.PaintedGrid;
import org.testfx.api.FxRobot;

/** What is seen of the cells of painted grids, counted from 1. */
final class PaintedCells {
  /** Stands for a dotted cell, and for a hatched one. */
  static final String NOT_YET = "·";

  static final String COVERED = "▨";

  private PaintedCells() {}

  private static PaintedGrid grid(FxRobot robot, String id) {
    return (PaintedGrid) node(robot, id);
  }

  static Set<CellState> marks(FxRobot robot, String id, int row, int column) {
    return grid(robot, id).contents().marks(row - 1, column - 1);
  }

  static String number(FxRobot robot, String id, int row, int column) {
    Set<CellState> marks = marks(robot, id, row, column);
    if (marks.contains(CellState.UNREACHED)) {
      return NOT_YET;
    }
    String text = grid(robot, id).contents().text(row - 1, column - 1);
    return text.isEmpty() && marks.contains(CellState.COVERED) ? COVERED : text;
  }

  /** All numbers, row by row: {@code 6 −5 / 8 −9}. */
  static String numbers(FxRobot robot, String id) {
    Shape shape = grid(robot, id).shape();
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= shape.rows(); i++) {
      List<String> row = new ArrayList<>();
      for (int j = 1; j <= shape.columns(); j++) {
        row.add(number(robot, id, i, j));
      }
      rows.add(String.join(" ", row));
    }
    return String.join(" / ", rows);
  }

  /** The cells with a mark, as {@code row,column}, in reading order. */
  static List<String> marked(FxRobot robot, String id, CellState mark) {
    Shape shape = grid(robot, id).shape();
    List<String> found = new ArrayList<>();
    for (int i = 1; i <= shape.rows(); i++) {
      for (int j = 1; j <= shape.columns(); j++) {
        if (marks(robot, id, i, j).contains(mark)) {
          found.add(i + "," + j);
        }
      }
    }
    return found;
  }

  /** The middle of a cell on the screen. */
  static Point2D middle(FxRobot robot, String id, int row, int column) {
    PaintedGrid grid = grid(robot, id);
    Bounds cell = grid.localToScreen(grid.boundsOf(new Cell(row - 1, column - 1)));
    return new Point2D(cell.getCenterX(), cell.getCenterY());
  }
}
