package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.SkinBase;
import org.gradloom.matrix.Cell;

/**
 * Builds the cells once for each shape and refreshes them in place. All nodes are unmanaged and
 * laid out here, so that a new number in a cell never lays out the window.
 */
final class MatrixGridSkin extends SkinBase<MatrixGrid> implements MatrixSkin {
  private final MatrixGrid grid;
  private final GridWindow window;
  private final GridCells cells;
  private final GridFocus focus;
  private final GridLines lines = new GridLines();
  private final GridEdges edges;
  private final FlashLayer flash = new FlashLayer();
  private final CellEditing editing;

  MatrixGridSkin(MatrixGrid grid) {
    super(grid);
    this.grid = grid;
    window = new GridWindow(grid.getContent(), grid.getMostVisible());
    cells = new GridCells(grid, this::followFocus);
    focus = new GridFocus(grid, cells);
    editing = new CellEditing(grid, this);
    edges = new GridEdges(grid, this::moveWindow);
    new GridInput(grid, this, editing).install();
    build();
    registerInvalidationListener(grid.contentProperty(), property -> refresh());
    registerChangeListener(grid.mostVisibleProperty(), property -> fitWindow());
    registerChangeListener(grid.cellSizeProperty(), property -> grid.requestLayout());
    registerChangeListener(grid.minCellWidthProperty(), property -> grid.requestLayout());
    registerChangeListener(grid.neighbourAtLeftProperty(), property -> grid.requestLayout());
    registerChangeListener(
        grid.editorProperty(),
        property -> {
          editing.cancel();
          describeCells();
          grid.requestLayout();
        });
    registerChangeListener(grid.focusWithinProperty(), property -> focus.placeRing());
  }

  // ---- building and refreshing

  private void build() {
    boolean focused = grid.isFocusWithin();
    editing.close();
    flash.clear();
    cells.build(window.rows(), window.columns());
    lines.build(window.rows(), window.columns());
    List<Node> nodes = new ArrayList<>(cells.all());
    nodes.addAll(lines.nodes());
    nodes.addAll(edges.nodes(window));
    nodes.add(flash.node());
    nodes.add(focus.ring());
    getChildren().setAll(nodes);
    describeCells();
    showAgain(focused);
  }

  private void describeCells() {
    boolean editable = grid.getEditor().isPresent();
    cells.forEach(node -> node.setEditable(editable));
  }

  /** After nodes have come to stand for other cells. */
  private void showAgain(boolean focused) {
    focus.setCursor(window.clamped(focus.cursor()));
    showFaces();
    if (focused) {
      focus.request();
    }
    grid.requestLayout();
  }

  private void showFaces() {
    GridContent content = grid.getContent();
    cells.show(content.faces());
    lines.show(content.rowTag(), content.columnTag(), box());
  }

  private void refresh() {
    GridContent content = grid.getContent();
    if (!content.shape().equals(window.shape())) {
      window.reshape(content, grid.getMostVisible());
      build();
      return;
    }
    window.follow(content.inView());
    if (cells.cover(window)) {
      showFaces();
    } else {
      windowMoved();
    }
  }

  /** The cells of a matrix row by row, however they follow each other among the nodes. */
  List<Node> inReadingOrder() {
    Set<Node> nodes = new LinkedHashSet<>(cells.all());
    nodes.addAll(getChildren());
    return List.copyOf(nodes);
  }

  // ---- the window

  private void fitWindow() {
    if (window.fit(grid.getContent(), grid.getMostVisible())) {
      build();
    } else {
      followWindow();
    }
  }

  void moveWindow(int byRows, int byColumns) {
    window.moveBy(byRows, byColumns);
    followWindow();
  }

  boolean isWindow() {
    return window.isPart();
  }

  private void followWindow() {
    if (!cells.cover(window)) {
      windowMoved();
    }
  }

  private void windowMoved() {
    editing.close();
    flash.clear();
    boolean focused = grid.isFocusWithin();
    cells.reseat(window.rows(), window.columns());
    lines.renumber(window.rows(), window.columns());
    showAgain(focused);
  }

  // ---- cells and focus

  Cell cursor() {
    return focus.cursor();
  }

  Optional<MatrixCell> cellNode(Cell cell) {
    return cells.at(cell);
  }

  void focusCell(Cell cell) {
    if (!window.contains(cell)) {
      window.show(cell);
      followWindow();
    }
    focus.setCursor(window.clamped(cell));
    focus.request();
  }

  private void followFocus() {
    focus.follow();
  }

  void announce(String sentence) {
    focus.focused().ifPresent(node -> node.setAccessibleHelp(sentence));
  }

  @Override
  public void flash(Set<Cell> changed) {
    List<Bounds> bounds = changed.stream().map(this::boundsOf).flatMap(Optional::stream).toList();
    if (!bounds.isEmpty()) {
      flash.flash(bounds);
    }
  }

  @Override
  public Optional<Node> nodeAt(Cell cell) {
    return cells.at(cell).map(Node.class::cast);
  }

  @Override
  public void prepareToType(Cell cell) {
    // The cells in sight are large enough. The field is known to the styles once it is here.
    if (!getChildren().contains(editing.node())) {
      getChildren().add(editing.node());
      editing.node().applyCss();
    }
  }

  @Override
  public double leftOfField(Bounds cell, double width) {
    return Math.min(cell.getMinX(), Math.max(margins().getLeft(), grid.getWidth() - width));
  }

  // ---- layout

  private GridBox box() {
    Insets margins = margins();
    return new GridBox(
        margins.getLeft(),
        margins.getTop(),
        cells.width(),
        grid.snapSizeY(grid.cellHeight()),
        grid.snapSizeX(grid.cellGap()),
        window.rows(),
        window.columns());
  }

  @Override
  public Insets margins() {
    double handle = grid.getEditor().isPresent() ? grid.edge() : 0;
    double besideRows = window.columns().isWindow() ? GridEdges.SIDE * grid.edge() : 0;
    double besideColumns = window.rows().isWindow() ? grid.edge() : 0;
    return new Insets(
        grid.snapSizeY(grid.columnGutter() + besideColumns),
        grid.snapSizeX(handle + besideRows),
        grid.snapSizeY(handle + besideColumns),
        grid.snapSizeX(grid.rowGutter() + (grid.neighbourAtLeftProperty().get() ? 0 : besideRows)));
  }

  double naturalCellWidth() {
    return cells.naturalWidth();
  }

  @Override
  public Optional<Bounds> boundsOf(Cell cell) {
    if (!window.contains(cell)) {
      return Optional.empty();
    }
    GridBox box = box();
    return Optional.of(
        new BoundingBox(
            box.x(cell.column()), box.y(cell.row()), box.cellWidth(), box.cellHeight()));
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    GridBox box = box();
    cells.layout(box);
    lines.layout(box, grid.rowGutter(), grid.columnGutter());
    edges.layout(box);
    focus.placeRing();
    editing.follow();
  }

  @Override
  protected double computePrefWidth(double height, double t, double r, double b, double l) {
    Insets margins = margins();
    return margins.getLeft() + box().width() + margins.getRight();
  }

  @Override
  protected double computePrefHeight(double width, double t, double r, double b, double l) {
    Insets margins = margins();
    return margins.getTop() + box().height() + margins.getBottom();
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

  @Override
  public void dispose() {
    editing.close();
    super.dispose();
  }
}
