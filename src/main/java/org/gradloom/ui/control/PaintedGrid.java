package org.gradloom.ui.control;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A matrix painted on one canvas, for views that show many at once: it looks like a {@link
 * MatrixGrid} and is told the same of its cells, but a cell is no node. So it costs next to nothing
 * to make, and nothing can be typed into it.
 */
public final class PaintedGrid extends Control {
  private final GridInk ink;
  private CellContents contents = CellContents.NONE;
  private Shape shape = new Shape(1, 1);
  private CellMetrics metrics = CellMetrics.of(CellSize.COMPACT, 13, "");
  private Consumer<Cell> onChoose = cell -> {};
  private DragListener onDrag = (cell, steps) -> {};

  /** Hears of a movable number that is dragged. */
  @FunctionalInterface
  public interface DragListener {
    /** So many steps further, up counted positive. */
    void dragged(Cell cell, int steps);
  }

  /** How many rows and columns stand together. */
  private int blockRows = Integer.MAX_VALUE;

  private int blockColumns = Integer.MAX_VALUE;

  /**
   * A grid without cells yet.
   *
   * @param id the node's id
   * @param ink what it is painted with
   */
  public PaintedGrid(String id, GridInk ink) {
    this.ink = ink;
    setId(id);
    getStyleClass().add("painted-grid");
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(false);
  }

  GridInk ink() {
    return ink;
  }

  /** Leaves a gap behind so many rows and so many columns, so that blocks are seen. */
  public void blocks(int rows, int columns) {
    if (rows != blockRows || columns != blockColumns) {
      blockRows = rows;
      blockColumns = columns;
      requestLayout();
      if (getSkin() instanceof PaintedGridSkin skin) {
        skin.paint(true);
      }
    }
  }

  /** The gap between blocks, beside that between cells. */
  public static double blockGap(CellMetrics metrics) {
    return metrics.gap() + 2;
  }

  /** How far gaps between blocks move a row. */
  private double above(int row) {
    int blocks = row / blockRows;
    return blocks * blockGap(metrics);
  }

  private double before(int column) {
    int blocks = column / blockColumns;
    return blocks * blockGap(metrics);
  }

  /** What all of it takes, with the room for halos. */
  Dimension2D extent() {
    Dimension2D cells = metrics.extent(shape);
    return new Dimension2D(
        cells.getWidth() + before(shape.columns() - 1),
        cells.getHeight() + above(shape.rows() - 1));
  }

  /** Shows this, painting only cells that look different from before. */
  public void show(Shape cells, CellContents shown, CellMetrics size) {
    boolean same = cells.equals(shape) && size.equals(metrics);
    shape = cells;
    contents = shown;
    metrics = size;
    if (!same) {
      requestLayout();
    }
    if (getSkin() instanceof PaintedGridSkin skin) {
      skin.paint(!same);
    }
  }

  public Shape shape() {
    return shape;
  }

  public CellContents contents() {
    return contents;
  }

  CellMetrics metrics() {
    return metrics;
  }

  /** Called with a cell that is clicked. */
  public void setOnChoose(Consumer<Cell> listener) {
    onChoose = listener;
  }

  void choose(Cell cell) {
    onChoose.accept(cell);
  }

  /** Called for a cell that is {@link CellState#MOVABLE}. */
  public void setOnDrag(DragListener listener) {
    onDrag = listener;
  }

  void drag(Cell cell, int steps) {
    onDrag.dragged(cell, steps);
  }

  /** Has a screen reader say this. */
  public void announce(String sentence) {
    setAccessibleText(sentence);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  /** Where a cell is, in this control's own coordinates. */
  public Bounds boundsOf(Cell cell) {
    return new BoundingBox(
        CellMetrics.HALO + cell.column() * metrics.stepX() + before(cell.column()),
        CellMetrics.HALO + cell.row() * metrics.stepY() + above(cell.row()),
        metrics.width(),
        metrics.height());
  }

  /** The cell at a point, if there is one. */
  Optional<Cell> cellAt(double x, double y) {
    int row = index(y - CellMetrics.HALO, metrics.stepY(), blockRows);
    int column = index(x - CellMetrics.HALO, metrics.stepX(), blockColumns);
    Cell cell = new Cell(Math.max(0, row), Math.max(0, column));
    boolean within =
        row >= 0
            && column >= 0
            && row < shape.rows()
            && column < shape.columns()
            && boundsOf(cell).contains(x, y);
    return within ? Optional.of(cell) : Optional.empty();
  }

  /** Which row or column begins at or before a length. */
  private int index(double at, double step, int block) {
    double ofBlock = block * step + blockGap(metrics);
    int blocks = (int) Math.floor(at / ofBlock);
    double within = at - blocks * ofBlock;
    return blocks * block + Math.min(block - 1, (int) Math.floor(within / step));
  }

  @Override
  protected @Nullable Skin<?> createDefaultSkin() {
    return new PaintedGridSkin(this);
  }
}
