package org.gradloom.ui.stage;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.layout.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellContents;
import org.gradloom.ui.control.CellMetrics;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.control.GridInk;
import org.gradloom.ui.control.HeatCell;
import org.gradloom.ui.control.HeatLine;
import org.gradloom.ui.control.HeatMap;
import org.gradloom.ui.control.HeatMarks;
import org.gradloom.ui.control.HeatReach;
import org.gradloom.ui.control.LineTag;
import org.gradloom.ui.control.PaintedGrid;
import org.jspecify.annotations.Nullable;

/**
 * A matrix of a view: painted cells, or a plain map of colours where it has more than 16 a side or
 * its view has no room for as many.
 */
final class ViewMatrix extends Region {
  /** How many rows or columns a person reads as numbers. */
  private static final int MOST_AS_NUMBERS = 16;

  /** The longer side of a map, in em, and the least of the shorter one. */
  private static final double MAP = 9;

  private static final double LEAST_MAP = 2.4;

  private final String id;
  private final Texts texts;
  private final PaintedGrid grid;
  private Consumer<Cell> onChoose = cell -> {};
  private String spoken = "";
  private @Nullable HeatMap map;
  private @Nullable Matrix mapped;
  private Dimension2D extent = new Dimension2D(0, 0);
  private Shape shape = new Shape(1, 1);

  ViewMatrix(String id, GridInk ink, Texts texts) {
    this.id = id;
    this.texts = texts;
    this.grid = new PaintedGrid(id, ink);
    grid.setOnChoose(cell -> onChoose.accept(cell));
    getChildren().add(grid);
  }

  /** True for a matrix whose numbers nobody would read one by one. */
  static boolean isLarge(Shape shape) {
    return Math.max(shape.rows(), shape.columns()) > MOST_AS_NUMBERS;
  }

  /** What a map of colours takes. */
  static Dimension2D mapExtent(Shape shape, double em) {
    double longest = Math.max(shape.rows(), shape.columns());
    return new Dimension2D(
        Math.rint(Math.max(LEAST_MAP, MAP * shape.columns() / longest) * em),
        Math.rint(Math.max(LEAST_MAP, MAP * shape.rows() / longest) * em));
  }

  void setOnChoose(Consumer<Cell> listener) {
    onChoose = listener;
  }

  /**
   * Shows a matrix.
   *
   * @param metrics how large its cells are
   */
  void showCells(Shape cells, CellContents contents, CellMetrics metrics) {
    shape = cells;
    extent = metrics.extent(cells);
    grid.setVisible(true);
    if (map != null) {
      map.setVisible(false);
    }
    grid.show(cells, contents, metrics);
    requestLayout();
  }

  /**
   * Shows a matrix as colours.
   *
   * @param numbers 0 for what is covered
   * @param contents what its cells are at this moment
   * @param lit the cell that is marked, if any
   * @param reached how much is known
   */
  void showMap(
      Matrix numbers, CellContents contents, double em, Optional<Cell> lit, HeatReach reached) {
    shape = numbers.shape();
    extent = mapExtent(shape, em);
    grid.setVisible(false);
    HeatMap heat = map(numbers);
    if (mapped == null || !numbers.equals(mapped)) {
      mapped = numbers;
      heat.setMatrix(numbers);
    }
    heat.setMarks(marks(contents, lit, reached));
    heat.setVisible(true);
    requestLayout();
  }

  private HeatMap map(Matrix first) {
    HeatMap present = map;
    if (present == null) {
      HeatMap made = new HeatMap(id + "-map", first, texts);
      made.setPlain(true);
      made.setSquareCells(false);
      made.setFocusTraversable(false);
      made.setOnChoose(cell -> onChoose.accept(cell));
      getChildren().add(made);
      made.announce(spoken);
      map = made;
      present = made;
    }
    return present;
  }

  private static HeatMarks marks(CellContents contents, Optional<Cell> lit, HeatReach reached) {
    return new HeatMarks(
        lit.map(cell -> line(cell.row())),
        lit.map(cell -> line(cell.column())),
        lit.map(cell -> new HeatCell(cell, known(contents, cell), OptionalDouble.empty())),
        reached);
  }

  private static HeatLine line(int index) {
    return new HeatLine(new LineTag(index, "", CellState.RESULT), false);
  }

  private static Set<CellState> known(CellContents contents, Cell cell) {
    Set<CellState> marks = EnumSet.noneOf(CellState.class);
    marks.addAll(contents.marks(cell.row(), cell.column()));
    return marks;
  }

  /** Has a screen reader say this, however the matrix looks. */
  void announce(String sentence) {
    spoken = sentence;
    grid.announce(sentence);
    if (map != null) {
      map.announce(sentence);
    }
  }

  /** What is shown as numbers. */
  PaintedGrid grid() {
    return grid;
  }

  /** Where a cell is, in this node's own coordinates. */
  Bounds boundsOf(Cell cell) {
    HeatMap heat = map;
    return heat != null && heat.isVisible()
        ? heat.boundsOf(cell).map(heat::localToParent).orElse(proportional(cell))
        : grid.localToParent(grid.boundsOf(cell));
  }

  private Bounds proportional(Cell cell) {
    double width = extent.getWidth() / shape.columns();
    double height = extent.getHeight() / shape.rows();
    return new BoundingBox(cell.column() * width, cell.row() * height, width, height);
  }

  @Override
  protected void layoutChildren() {
    HeatMap heat = map;
    if (heat != null && heat.isVisible()) {
      heat.resizeRelocate(0, 0, extent.getWidth(), extent.getHeight());
    } else {
      grid.autosize();
      grid.relocate(0, 0);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return extent.getWidth();
  }

  @Override
  protected double computePrefHeight(double width) {
    return extent.getHeight();
  }
}
