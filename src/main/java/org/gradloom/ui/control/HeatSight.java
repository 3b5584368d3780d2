package org.gradloom.ui.control;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;

/** Which cells of a heat map are in sight and where, and how one zooms and moves about in it. */
final class HeatSight {
  private final HeatMap map;
  private final Supplier<Insets> margins;
  private final DoubleSupplier em;
  private final Runnable look;
  private HeatAxis rows = new HeatAxis(1, 0, 1, 1, 0, 0);
  private HeatAxis columns = rows;

  /** While several of the properties change that say what is in sight. */
  private boolean moving;

  /**
   * Nothing is in sight before the first {@link #measure}.
   *
   * @param margins how far the cells lie from each side
   * @param em the size of the font in which numbers are written
   * @param look shows what is in sight
   */
  HeatSight(HeatMap map, Supplier<Insets> margins, DoubleSupplier em, Runnable look) {
    this.map = map;
    this.margins = margins;
    this.em = em;
    this.look = look;
  }

  HeatAxis rows() {
    return rows;
  }

  HeatAxis columns() {
    return columns;
  }

  boolean isMoving() {
    return moving;
  }

  boolean hasShapeOf(Shape shape) {
    return shape.rows() == rows.count() && shape.columns() == columns.count();
  }

  /** Finds out from the map's properties and its size what is in sight. */
  void measure() {
    Insets around = margins.get();
    Shape shape = map.shape();
    double width = Math.max(1, Math.floor(map.getWidth() - around.getLeft() - around.getRight()));
    double height = Math.max(1, Math.floor(map.getHeight() - around.getTop() - around.getBottom()));
    double fitWidth = width / shape.columns();
    double fitHeight = height / shape.rows();
    if (map.squareCellsProperty().get()) {
      fitWidth = Math.min(fitWidth, fitHeight);
      fitHeight = fitWidth;
    }
    double zoom = map.plainProperty().get() ? 0 : Math.clamp(map.zoomProperty().get(), 0, 1);
    double fullHeight = HeatMap.FULL_CELL_HEIGHT * em.getAsDouble();
    double fullWidth = HeatMap.FULL_CELL_WIDTH * em.getAsDouble();
    double middleRow = map.rowCentreProperty().get();
    double middleColumn = map.columnCentreProperty().get();
    rows = new HeatAxis(shape.rows(), height, fitHeight, fullHeight, zoom, middleRow).settled();
    columns =
        new HeatAxis(shape.columns(), width, fitWidth, fullWidth, zoom, middleColumn).settled();
  }

  // ---- where things are

  boolean isReadable() {
    return HeatNumbers.areReadable(rows, columns);
  }

  boolean canPan() {
    return rows.hasMore() || columns.hasMore();
  }

  Optional<Cell> cellAt(double x, double y) {
    Insets around = margins.get();
    double across = x - around.getLeft();
    double down = y - around.getTop();
    boolean inside =
        across >= 0 && across < columns.visible() && down >= 0 && down < rows.visible();
    return inside
        ? Optional.of(new Cell(rows.lineAt(down), columns.lineAt(across)))
        : Optional.empty();
  }

  Optional<Bounds> boundsOf(Cell cell) {
    Insets around = margins.get();
    Bounds bounds =
        new BoundingBox(
            around.getLeft() + columns.at(cell.column()),
            around.getTop() + rows.at(cell.row()),
            columns.cell(),
            rows.cell());
    Bounds sight =
        new BoundingBox(around.getLeft(), around.getTop(), columns.visible(), rows.visible());
    return sight.contains(bounds.getCenterX(), bounds.getCenterY())
        ? Optional.of(bounds)
        : Optional.empty();
  }

  // ---- moving about

  void zoomTo(double level, double x, double y) {
    Insets around = margins.get();
    HeatAxis nextRows = rows.zoomed(level, y - around.getTop());
    HeatAxis nextColumns = columns.zoomed(level, x - around.getLeft());
    lookAt(level, nextRows, nextColumns);
  }

  /** Zooms by a factor for the length of cells, about a place. */
  void zoomBy(double factor, double x, double y) {
    double growth = Math.max(rows.growth(), columns.growth());
    if (!map.plainProperty().get() && growth > 1) {
      double level = map.zoomProperty().get() + Math.log(factor) / Math.log(growth);
      zoomTo(Math.clamp(level, 0, 1), x, y);
    }
  }

  void pan(double byX, double byY) {
    lookAt(map.zoomProperty().get(), rows.panned(byY), columns.panned(byX));
  }

  /** Zooms in on a cell, unless its number can be read already. */
  void makeReadable(Cell cell) {
    if (!isReadable()) {
      Insets around = margins.get();
      zoomTo(
          1,
          around.getLeft() + columns.at(cell.column() + 0.5),
          around.getTop() + rows.at(cell.row() + 0.5));
    }
  }

  /** Moves a cell into sight, as little as that needs. */
  void reveal(Cell cell) {
    if (map.getWidth() > 0) {
      measure();
      lookAt(map.zoomProperty().get(), rows.showing(cell.row()), columns.showing(cell.column()));
    }
  }

  private void lookAt(double level, HeatAxis nextRows, HeatAxis nextColumns) {
    moving = true;
    map.zoomProperty().set(level);
    map.rowCentreProperty().set(nextRows.centre());
    map.columnCentreProperty().set(nextColumns.centre());
    moving = false;
    look.run();
  }
}
