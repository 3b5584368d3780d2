package org.gradloom.ui.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Builds the cells once for each shape and refreshes them in place. All nodes are unmanaged and
 * laid out here, so that a new number in a cell never lays out the window.
 */
final class MatrixGridSkin extends SkinBase<MatrixGrid> implements InPlaceEditor.Owner {
  private static final double FOCUS_DISTANCE = 3;

  private final MatrixGrid grid;
  private final InPlaceEditor editor;
  private final ErrorBubble bubble;
  private final FlashLayer flash = new FlashLayer();
  private final Region focusRing = new Region();
  private final GridLines lines;
  private final GridEdges edges;

  private final InvalidationListener focusMoved = focused -> followFocus();

  private Shape shape;
  private Span rows;
  private Span columns;
  private MatrixCell[][] cells = {};
  private Cell cursor = new Cell(0, 0);
  private Optional<Cell> lastInView = Optional.empty();

  /** The widest number, in em. */
  private double widest;

  MatrixGridSkin(MatrixGrid grid) {
    super(grid);
    this.grid = grid;
    shape = grid.getContent().shape();
    rows = Span.of(shape.rows(), grid.getMostVisible());
    columns = Span.of(shape.columns(), grid.getMostVisible());
    followInView(grid.getContent());
    editor = new InPlaceEditor(grid.getId(), this);
    bubble = new ErrorBubble(grid.getId());
    lines = new GridLines();
    edges = new GridEdges(grid, this::moveWindow);
    focusRing.getStyleClass().add("cell-focus");
    focusRing.setManaged(false);
    focusRing.setMouseTransparent(true);
    focusRing.setVisible(false);
    new GridInput(grid, this).install();
    build();
    registerInvalidationListener(grid.contentProperty(), property -> refresh());
    registerChangeListener(grid.mostVisibleProperty(), property -> fitWindow());
    registerChangeListener(grid.cellSizeProperty(), property -> grid.requestLayout());
    registerChangeListener(grid.minCellWidthProperty(), property -> grid.requestLayout());
    registerChangeListener(
        grid.editorProperty(),
        property -> {
          editor.cancel();
          describeCells();
          grid.requestLayout();
        });
    registerChangeListener(grid.focusWithinProperty(), property -> placeFocusRing());
  }

  // ---- building and refreshing

  private void build() {
    boolean focused = hasFocus();
    bubble.hide();
    editor.cancel();
    flash.clear();
    widest = 0;
    cells = new MatrixCell[rows.visible()][columns.visible()];
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < rows.visible(); i++) {
      for (int j = 0; j < columns.visible(); j++) {
        MatrixCell cell = new MatrixCell(grid, new Cell(rows.first() + i, columns.first() + j));
        cell.focusedProperty().addListener(focusMoved);
        cells[i][j] = cell;
        nodes.add(cell);
      }
    }
    lines.build(rows, columns);
    nodes.addAll(lines.nodes());
    nodes.addAll(edges.nodes());
    nodes.add(flash.node());
    nodes.add(focusRing);
    nodes.add(editor.node());
    getChildren().setAll(nodes);
    describeCells();
    setCursor(clamped(cursor));
    showFaces();
    if (focused) {
      cellNode(cursor).ifPresent(Node::requestFocus);
    }
    grid.requestLayout();
  }

  private void describeCells() {
    boolean editable = grid.getEditor().isPresent();
    for (MatrixCell[] row : cells) {
      for (MatrixCell node : row) {
        node.setEditable(editable);
      }
    }
  }

  private void refresh() {
    GridContent content = grid.getContent();
    if (!content.shape().equals(shape)) {
      shape = content.shape();
      rows = Span.of(shape.rows(), grid.getMostVisible()).startingAt(rows.first());
      columns = Span.of(shape.columns(), grid.getMostVisible()).startingAt(columns.first());
      followInView(content);
      build();
      return;
    }
    Span rowsBefore = rows;
    Span columnsBefore = columns;
    followInView(content);
    if (rows.equals(rowsBefore) && columns.equals(columnsBefore)) {
      showFaces();
    } else {
      windowMoved();
    }
  }

  /** Another number of lines has room now; what was in view stays there. */
  private void fitWindow() {
    Span rowsBefore = rows;
    Span columnsBefore = columns;
    rows = Span.of(shape.rows(), grid.getMostVisible()).startingAt(rows.first());
    columns = Span.of(shape.columns(), grid.getMostVisible()).startingAt(columns.first());
    lastInView = Optional.empty();
    followInView(grid.getContent());
    if (rows.visible() != rowsBefore.visible() || columns.visible() != columnsBefore.visible()) {
      build();
    }
  }

  private void followInView(GridContent content) {
    Optional<Cell> inView = content.inView();
    // Only when it moves: looking around in a large matrix is not undone by every refresh.
    if (inView.isPresent() && !inView.equals(lastInView)) {
      rows = rows.showing(inView.get().row());
      columns = columns.showing(inView.get().column());
    }
    lastInView = inView;
  }

  private void showFaces() {
    GridContent content = grid.getContent();
    CellContents faces = content.faces();
    boolean changed = false;
    for (MatrixCell[] row : cells) {
      for (MatrixCell node : row) {
        Cell cell = node.cell();
        Set<CellState> marks = faces.marks(cell.row(), cell.column());
        String text =
            marks.contains(CellState.UNREACHED) ? "" : faces.text(cell.row(), cell.column());
        if (node.show(text, marks)) {
          changed = true;
          node.setAccessibleText(faces.spoken(cell.row(), cell.column()));
        }
      }
    }
    lines.show(content.rowTag(), content.columnTag(), box());
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
        found = Math.max(found, GridMetrics.ems(node.shown()));
        settled &= node.isSettled();
      }
    }
    if (found > widest || (settled && found < widest)) {
      widest = found;
      grid.requestLayout();
    }
    setNumbers();
  }

  private void setNumbers() {
    double scale = GridMetrics.scale(cellWidth(), widest, cells[0][0].fontSize());
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

  private void moveWindow(int byRows, int byColumns) {
    Span newRows = rows.movedBy(byRows);
    Span newColumns = columns.movedBy(byColumns);
    if (!newRows.equals(rows) || !newColumns.equals(columns)) {
      rows = newRows;
      columns = newColumns;
      windowMoved();
    }
  }

  private void windowMoved() {
    bubble.hide();
    editor.cancel();
    flash.clear();
    boolean focused = hasFocus();
    reseat();
    lines.renumber(rows, columns);
    setCursor(clamped(cursor));
    showFaces();
    if (focused) {
      cellNode(cursor).ifPresent(Node::requestFocus);
    }
    grid.requestLayout();
  }

  /**
   * Cells that stay in sight keep their nodes, and only those for which there is no more room
   * become others: a node with another id is styled anew, which costs more than all else here.
   */
  private void reseat() {
    Map<Cell, MatrixCell> staying = new HashMap<>();
    Deque<MatrixCell> free = new ArrayDeque<>();
    for (MatrixCell[] row : cells) {
      for (MatrixCell node : row) {
        Cell cell = node.cell();
        if (rows.contains(cell.row()) && columns.contains(cell.column())) {
          staying.put(cell, node);
        } else {
          free.add(node);
        }
      }
    }
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

  /** The cells row by row, however they follow each other among the nodes, then all else. */
  List<Node> inReadingOrder() {
    Set<Node> nodes = new LinkedHashSet<>();
    for (MatrixCell[] row : cells) {
      nodes.addAll(List.of(row));
    }
    nodes.addAll(getChildren());
    return List.copyOf(nodes);
  }

  // ---- cells and focus

  Optional<MatrixCell> cellNode(Cell cell) {
    if (!rows.contains(cell.row()) || !columns.contains(cell.column())) {
      return Optional.empty();
    }
    return Optional.of(cells[cell.row() - rows.first()][cell.column() - columns.first()]);
  }

  Cell cursor() {
    return cursor;
  }

  /** The one cell that Tab stops at. */
  private void setCursor(Cell cell) {
    cellNode(cursor).ifPresent(node -> node.setFocusTraversable(false));
    for (MatrixCell[] row : cells) {
      for (MatrixCell node : row) {
        node.setFocusTraversable(node.cell().equals(cell));
      }
    }
    cursor = cell;
    placeFocusRing();
  }

  private Cell clamped(Cell cell) {
    return new Cell(
        Math.clamp(cell.row(), rows.first(), rows.first() + rows.visible() - 1),
        Math.clamp(cell.column(), columns.first(), columns.first() + columns.visible() - 1));
  }

  private boolean hasFocus() {
    return grid.isFocusWithin();
  }

  void focusCell(Cell cell) {
    if (!rows.contains(cell.row()) || !columns.contains(cell.column())) {
      moveWindow(
          rows.showing(cell.row()).first() - rows.first(),
          columns.showing(cell.column()).first() - columns.first());
    }
    setCursor(clamped(cell));
    cellNode(cursor).ifPresent(Node::requestFocus);
    placeFocusRing();
  }

  void moveFocus(Move move) {
    focusCell(move.from(cursor, shape));
  }

  void pageWindow(int byRows, int byColumns) {
    moveWindow(byRows, byColumns);
  }

  boolean isWindow() {
    return rows.isWindow() || columns.isWindow();
  }

  /** The focus may also come from outside: from a screen reader, or from a test. */
  private void followFocus() {
    if (grid.getScene() != null
        && grid.getScene().getFocusOwner() instanceof MatrixCell node
        && node.getParent() == grid
        && !node.cell().equals(cursor)) {
      setCursor(node.cell());
    } else {
      placeFocusRing();
    }
  }

  private void placeFocusRing() {
    Optional<MatrixCell> node = cellNode(cursor).filter(Node::isFocused);
    focusRing.setVisible(node.isPresent());
    node.ifPresent(cell ->
        focusRing.resizeRelocate(
            cell.getLayoutX() - FOCUS_DISTANCE - 1,
            cell.getLayoutY() - FOCUS_DISTANCE - 1,
            cell.getWidth() + 2 * FOCUS_DISTANCE + 2,
            cell.getHeight() + 2 * FOCUS_DISTANCE + 2));
  }

  void announce(String sentence) {
    cellNode(cursor).filter(Node::isFocused).ifPresent(node -> node.setAccessibleHelp(sentence));
  }

  void flash(Set<Cell> changed) {
    List<Bounds> bounds = changed.stream().map(this::boundsOf).flatMap(Optional::stream).toList();
    if (!bounds.isEmpty()) {
      flash.flash(bounds);
    }
  }

  // ---- editing

  void edit(Cell cell) {
    grid.getEditor()
        .ifPresent(taker -> {
          placeEditor(cell);
          editor.open(cell, taker.exactText(cell), grid.spoken(cell));
        });
  }

  void editTyping(Cell cell, String firstCharacter) {
    grid.getEditor()
        .ifPresent(taker -> {
          placeEditor(cell);
          editor.openTyping(cell, taker.exactText(cell), firstCharacter, grid.spoken(cell));
        });
  }

  private void placeEditor(Cell cell) {
    bubble.hide();
    boundsOf(cell)
        .ifPresent(bounds -> {
          TextField field = editor.node();
          String exact = grid.getEditor().map(taker -> taker.exactText(cell)).orElse("");
          double needed = GridMetrics.ems(exact) * field.getFont().getSize() + 20;
          double width = Math.max(bounds.getWidth(), Math.min(needed, 3 * bounds.getWidth()));
          field.resizeRelocate(bounds.getMinX(), bounds.getMinY(), width, bounds.getHeight());
        });
  }

  @Override
  public void editorClosed(Cell cell, Move move) {
    focusCell(move.from(cell, shape));
  }

  @Override
  public void typed(Cell cell, String text, @Nullable Move move) {
    Optional<String> wrong = grid.getEditor().flatMap(taker -> taker.edit(cell, text));
    if (move != null) {
      focusCell(wrong.isPresent() ? cell : move.from(cell, shape));
    }
    wrong.ifPresent(sentence -> complain(cell, sentence));
  }

  void write(Cell cell, String text) {
    typed(cell, text, Move.STAY);
  }

  void paste(Cell cell, String text) {
    grid.getEditor()
        .flatMap(taker -> taker.paste(cell, text))
        .ifPresent(sentence -> complain(cell, sentence));
  }

  private void complain(Cell cell, String sentence) {
    cellNode(cell).ifPresent(node -> bubble.show(node, sentence));
    grid.announce(sentence);
  }

  void dismissError() {
    bubble.hide();
  }

  // ---- layout

  private GridBox box() {
    Insets margins = margins();
    return new GridBox(
        margins.getLeft(),
        margins.getTop(),
        cellWidth(),
        grid.snapSizeY(grid.cellHeight()),
        grid.snapSizeX(grid.cellGap()),
        rows,
        columns);
  }

  Insets margins() {
    double handle = grid.getEditor().isPresent() ? grid.edge() : 0;
    double besideRows = columns.isWindow() ? GridEdges.SIDE * grid.edge() : 0;
    double besideColumns = rows.isWindow() ? grid.edge() : 0;
    return new Insets(
        grid.snapSizeY(grid.columnGutter() + besideColumns),
        grid.snapSizeX(handle + besideRows),
        grid.snapSizeY(handle + besideColumns),
        grid.snapSizeX(grid.rowGutter() + besideRows));
  }

  double naturalCellWidth() {
    return grid.snapSizeX(
        GridMetrics.columnWidth(grid.usualCellWidth(), widest, cells[0][0].fontSize()));
  }

  private double cellWidth() {
    return Math.max(naturalCellWidth(), grid.snapSizeX(grid.minCellWidthProperty().get()));
  }

  Optional<Bounds> boundsOf(Cell cell) {
    if (cellNode(cell).isEmpty()) {
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
    for (MatrixCell[] row : cells) {
      for (MatrixCell node : row) {
        node.resizeRelocate(
            box.x(node.cell().column()),
            box.y(node.cell().row()),
            box.cellWidth(),
            box.cellHeight());
      }
    }
    setNumbers();
    lines.layout(box, grid.rowGutter(), grid.columnGutter());
    edges.layout(box);
    placeFocusRing();
    Cell edited = editor.cell();
    if (edited != null) {
      placeEditor(edited);
    }
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
    bubble.hide();
    super.dispose();
  }

  /** Whether a node is one of the cells, or within one. */
  Optional<MatrixCell> cellAt(@Nullable Object target) {
    Node node = target instanceof Node start ? start : null;
    while (node != null && node != grid) {
      if (node instanceof MatrixCell cell) {
        return Optional.of(cell);
      }
      node = node.getParent();
    }
    return Optional.empty();
  }

  boolean isEditing() {
    return Objects.nonNull(editor.cell());
  }
}
