package org.gradloom.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.css.CssMetaData;
import javafx.css.PseudoClass;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Dimension2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A matrix whose cells can be lit, chosen and, with a {@link CellEditor}, typed into.
 *
 * <p>Its cells are nodes with the id {@code <id>-<row>-<column>} counted from 1, and have the
 * {@link CellState}s as pseudo-classes. Tab comes to the cell that had the focus last and goes on
 * from cell to cell; arrows with Ctrl move the focus. Space and plain arrows are the screen's.
 */
public final class MatrixGrid extends MatrixControl {
  private static final PseudoClass EDITABLE = PseudoClass.getPseudoClass("editable");
  private static final StyleablePropertyFactory<MatrixGrid> STYLES =
      new StyleablePropertyFactory<>(Control.getClassCssMetaData());

  private final TextClipboard clipboard;
  private IntConsumer onDrag = steps -> {};

  private final ObjectProperty<GridContent> content;
  private final ObjectProperty<CellSize> cellSize =
      new SimpleObjectProperty<>(this, "cellSize", CellSize.NORMAL);
  private final ObjectProperty<Optional<GridAction>> rowAdder =
      new SimpleObjectProperty<>(this, "rowAdder", Optional.empty());
  private final ObjectProperty<Optional<GridAction>> columnAdder =
      new SimpleObjectProperty<>(this, "columnAdder", Optional.empty());
  private final ObjectProperty<Shape> mostVisible =
      new SimpleObjectProperty<>(this, "mostVisible", new Shape(Span.MOST_WHOLE, Span.MOST_WHOLE));
  private final DoubleProperty minCellWidth = new SimpleDoubleProperty(this, "minCellWidth", 0);

  private final BooleanProperty neighbourAtLeft =
      new SimpleBooleanProperty(this, "neighbourAtLeft", false);

  private final StyleableProperty<Number> usualCellWidth =
      length("cellWidth", "-gl-cell-width", grid -> grid.usualCellWidth, 64);
  private final StyleableProperty<Number> cellHeight =
      length("cellHeight", "-gl-cell-height", grid -> grid.cellHeight, 45);
  private final StyleableProperty<Number> cellGap =
      length("cellGap", "-gl-cell-gap", grid -> grid.cellGap, 6);
  private final StyleableProperty<Number> rowGutter =
      length("rowGutter", "-gl-row-gutter", grid -> grid.rowGutter, 34);
  private final StyleableProperty<Number> columnGutter =
      length("columnGutter", "-gl-column-gutter", grid -> grid.columnGutter, 20);
  private final StyleableProperty<Number> edge = length("edge", "-gl-edge", grid -> grid.edge, 22);

  /**
   * A grid that shows this at first.
   *
   * @param id the node's id, from which the ids of its cells are made
   */
  public MatrixGrid(String id, GridContent first, Texts texts, TextClipboard clipboard) {
    super(id, texts);
    this.clipboard = clipboard;
    content = new SimpleObjectProperty<>(this, "content", first);
    getStyleClass().add("matrix-grid");
    setAccessibleRole(AccessibleRole.PARENT);
    setFocusTraversable(false);
    cellSize.subscribe((before, now) -> {
      pseudoClassStateChanged(before.pseudoClass(), false);
      pseudoClassStateChanged(now.pseudoClass(), true);
    });
    pseudoClassStateChanged(cellSize.get().pseudoClass(), true);
    editorProperty().subscribe(now -> pseudoClassStateChanged(EDITABLE, now.isPresent()));
  }

  private StyleableProperty<Number> length(
      String name,
      String css,
      Function<MatrixGrid, StyleableProperty<Number>> property,
      double initial) {
    return new SimpleStyleableDoubleProperty(
        STYLES.createSizeCssMetaData(css, property, initial), this, name, initial) {
      @Override
      protected void invalidated() {
        requestLayout();
      }
    };
  }

  // ---- what it shows

  public GridContent getContent() {
    return content.get();
  }

  /** Shows this, touching only the cells that look different from before. */
  public void setContent(GridContent shown) {
    content.set(shown);
  }

  public ObjectProperty<GridContent> contentProperty() {
    return content;
  }

  public void setCellSize(CellSize size) {
    cellSize.set(size);
  }

  public ObjectProperty<CellSize> cellSizeProperty() {
    return cellSize;
  }

  /**
   * How many rows and how many columns have room; of a matrix that has more, a window is shown.
   * Never more than 16 are shown whole.
   */
  public ObjectProperty<Shape> mostVisibleProperty() {
    return mostVisible;
  }

  public Shape getMostVisible() {
    return mostVisible.get();
  }

  public void setMostVisible(Shape lines) {
    mostVisible.set(lines);
  }

  /** Whether a matrix with the same rows stands at the left and has the buttons between the two. */
  public BooleanProperty neighbourAtLeftProperty() {
    return neighbourAtLeft;
  }

  public void setNeighbourAtLeft(boolean wanted) {
    neighbourAtLeft.set(wanted);
  }

  @Override
  public void announce(String sentence) {
    setAccessibleText(sentence);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    if (getSkin() instanceof MatrixGridSkin skin) {
      skin.announce(sentence);
    }
  }

  // ---- what is done to it

  /** Called with the steps, up counted positive, by which a movable number is dragged further. */
  public void setOnDrag(IntConsumer listener) {
    onDrag = listener;
  }

  void drag(int steps) {
    onDrag.accept(steps);
  }

  /** What the handle at the bottom edge does; it runs at the last row. */
  public ObjectProperty<Optional<GridAction>> rowAdderProperty() {
    return rowAdder;
  }

  public void setRowAdder(Optional<GridAction> action) {
    rowAdder.set(action);
  }

  /** What the handle at the right edge does; it runs at the last column. */
  public ObjectProperty<Optional<GridAction>> columnAdderProperty() {
    return columnAdder;
  }

  public void setColumnAdder(Optional<GridAction> action) {
    columnAdder.set(action);
  }

  @Override
  public void focusCell(Cell cell) {
    if (getSkin() instanceof MatrixGridSkin skin) {
      skin.focusCell(cell);
    }
  }

  @Override
  public Optional<Cell> focusedCell() {
    return isFocusWithin() && getSkin() instanceof MatrixGridSkin skin
        ? Optional.of(skin.cursor())
        : Optional.empty();
  }

  /** Moves the focus to the cell that had it last. */
  @Override
  public void requestFocus() {
    if (getSkin() instanceof MatrixGridSkin skin) {
      skin.focusCell(skin.cursor());
    }
  }

  // ---- where its cells are

  /** The width that this grid's own numbers ask for. Known once the stylesheets are applied. */
  public double naturalCellWidth() {
    return getSkin() instanceof MatrixGridSkin skin
        ? skin.naturalCellWidth()
        : usualCellWidth.getValue().doubleValue();
  }

  /** The least width of a cell, for grids whose columns must meet. */
  public DoubleProperty minCellWidthProperty() {
    return minCellWidth;
  }

  /** Gives grids that stand above each other columns of one width. */
  public static void alignColumns(List<MatrixGrid> grids) {
    double widest = grids.stream().mapToDouble(MatrixGrid::naturalCellWidth).max().orElse(0);
    grids.forEach(grid -> grid.minCellWidth.set(widest));
  }

  /** What one cell takes at least, with the gap to the next. Known once the stylesheets apply. */
  public Dimension2D leastCell() {
    return new Dimension2D(usualCellWidth() + cellGap(), cellHeight() + cellGap());
  }

  double usualCellWidth() {
    return usualCellWidth.getValue().doubleValue();
  }

  double cellHeight() {
    return cellHeight.getValue().doubleValue();
  }

  double cellGap() {
    return cellGap.getValue().doubleValue();
  }

  double rowGutter() {
    return rowGutter.getValue().doubleValue();
  }

  double columnGutter() {
    return columnGutter.getValue().doubleValue();
  }

  double edge() {
    return edge.getValue().doubleValue();
  }

  // ---- for its skin

  TextClipboard clipboard() {
    return clipboard;
  }

  @Override
  Shape shape() {
    return getContent().shape();
  }

  @Override
  String spoken(Cell cell) {
    return getContent().faces().spoken(cell.row(), cell.column());
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.CHILDREN && getSkin() instanceof MatrixGridSkin skin) {
      return FXCollections.unmodifiableObservableList(
          FXCollections.observableList(skin.inReadingOrder()));
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new MatrixGridSkin(this);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
    return STYLES.getCssMetaData();
  }
}
