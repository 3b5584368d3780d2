package org.gradloom.ui.control;

import java.util.Optional;
import java.util.Set;
import javafx.geometry.Dimension2D;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.SkinBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;

/** The canvas of a painted grid, and what the pointer does over it. */
final class PaintedGridSkin extends SkinBase<PaintedGrid> {
  private final PaintedGrid grid;
  private final Canvas canvas = new Canvas();
  private final CellPainter painter;
  private final Tooltip tooltip = new Tooltip();

  /** A number that was taken hold of. */
  private Optional<Drag> drag = Optional.empty();

  private record Drag(Cell cell, CellDrag going) {}

  /** What was painted last, cell by cell. */
  private Face[][] painted = {};

  /** What a cell looks like. */
  private record Face(String text, Set<CellState> marks) {}

  PaintedGridSkin(PaintedGrid grid) {
    super(grid);
    this.grid = grid;
    this.painter = new CellPainter(grid.ink(), canvas.getGraphicsContext2D());
    canvas.setManaged(false);
    getChildren().add(canvas);
    grid.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    grid.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event ->
            grid.cellAt(event.getX(), event.getY())
                .ifPresent(cell -> {
                  grid.choose(cell);
                  event.consume();
                }));
    grid.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    grid.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    grid.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> drag = Optional.empty());
    registerChangeListener(grid.ink().versionProperty(), _ -> paint(true));
    paint(true);
  }

  private void hover(MouseEvent event) {
    Optional<Cell> cell = grid.cellAt(event.getX(), event.getY());
    boolean movable =
        cell.filter(over -> face(over).marks().contains(CellState.MOVABLE)).isPresent();
    grid.setCursor(movable ? Cursor.V_RESIZE : cell.isPresent() ? Cursor.HAND : null);
    String full =
        cell.filter(over -> !face(over).marks().contains(CellState.UNREACHED))
            .map(over -> grid.contents().fullText(over.row(), over.column()))
            .orElse("");
    if (full.isEmpty()) {
      Tooltip.uninstall(grid, tooltip);
    } else {
      tooltip.setText(full);
      Tooltip.install(grid, tooltip);
    }
  }

  private void pressed(MouseEvent event) {
    drag =
        grid.cellAt(event.getX(), event.getY())
            .filter(_ -> event.isPrimaryButtonDown())
            .filter(cell -> face(cell).marks().contains(CellState.MOVABLE))
            .map(cell ->
                new Drag(
                    cell, new CellDrag(event.getSceneY(), grid.boundsOf(cell).getHeight() / 2)));
  }

  private void dragged(MouseEvent event) {
    drag.ifPresent(held -> {
      int steps = held.going().stepsTo(event.getSceneY());
      if (steps != 0) {
        grid.drag(held.cell(), steps);
      }
      event.consume();
    });
  }

  private Face face(Cell cell) {
    Set<CellState> marks = grid.contents().marks(cell.row(), cell.column());
    return new Face(
        marks.contains(CellState.UNREACHED) ? "" : grid.contents().text(cell.row(), cell.column()),
        marks);
  }

  /** Paints what looks different from before, or all. */
  void paint(boolean all) {
    Shape shape = grid.shape();
    CellMetrics metrics = grid.metrics();
    boolean anew =
        all
            || painted.length != shape.rows()
            || (painted.length > 0 && painted[0].length != shape.columns());
    if (anew) {
      painted = new Face[shape.rows()][shape.columns()];
      Dimension2D extent = grid.extent();
      canvas.setWidth(Math.ceil(extent.getWidth()));
      canvas.setHeight(Math.ceil(extent.getHeight()));
      painter.clear();
    }
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        Cell cell = new Cell(i, j);
        Face now = face(cell);
        if (!now.equals(painted[i][j])) {
          painted[i][j] = now;
          painter.paint(grid.boundsOf(cell), metrics, now.text(), now.marks());
        }
      }
    }
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    canvas.relocate(x, y);
  }

  @Override
  protected double computePrefWidth(double height, double t, double r, double b, double l) {
    return grid.extent().getWidth();
  }

  @Override
  protected double computePrefHeight(double width, double t, double r, double b, double l) {
    return grid.extent().getHeight();
  }

  @Override
  protected double computeMinWidth(double height, double t, double r, double b, double l) {
    return computePrefWidth(height, t, r, b, l);
  }

  @Override
  protected double computeMinHeight(double width, double t, double r, double b, double l) {
    return computePrefHeight(width, t, r, b, l);
  }

  @Override
  protected double computeMaxWidth(double height, double t, double r, double b, double l) {
    return computePrefWidth(height, t, r, b, l);
  }

  @Override
  protected double computeMaxHeight(double width, double t, double r, double b, double l) {
    return computePrefHeight(width, t, r, b, l);
  }
}
