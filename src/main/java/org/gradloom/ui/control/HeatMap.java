package org.gradloom.ui.control;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Skin;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A matrix of any size as coloured cells: orange for positive numbers, purple for negative ones,
 * the paler the nearer to 0. Zoomed in, cells show their numbers. It is one stop for Tab; arrows
 * move a cursor, Enter chooses its cell or, with a {@link CellEditor}, opens it to be typed into; +
 * and − zoom, 0 shows all again.
 */
public final class HeatMap extends MatrixControl {
  /** The width of a cell that is zoomed in, in em of its number. */
  public static final double FULL_CELL_WIDTH = 4.6;

  /** Its height. */
  public static final double FULL_CELL_HEIGHT = 2.2;

  private final ObjectProperty<Matrix> matrix;
  private final ObjectProperty<HeatMarks> marks =
      new SimpleObjectProperty<>(this, "marks", HeatMarks.NONE);
  private final ObjectProperty<Cell> current =
      new SimpleObjectProperty<>(this, "current", new Cell(0, 0));
  private final ObjectProperty<BitSet> covered =
      new SimpleObjectProperty<>(this, "covered", new BitSet());
  private final BooleanProperty showScale = new SimpleBooleanProperty(this, "showScale", false);
  private final BooleanProperty plain = new SimpleBooleanProperty(this, "plain", false);
  private final BooleanProperty squareCells = new SimpleBooleanProperty(this, "squareCells", true);
  private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 0);
  private final DoubleProperty rowCentre = new SimpleDoubleProperty(this, "rowCentre", 0);
  private final DoubleProperty columnCentre = new SimpleDoubleProperty(this, "columnCentre", 0);

  private final DoubleProperty numberSize = new SimpleDoubleProperty(this, "numberSize", 0);

  private final HeatStyle style = new HeatStyle(this);

  private Consumer<Optional<Cell>> onHover = cell -> {};
  private Function<Cell, String> describer = this::described;

  /**
   * A heat map that shows this at first.
   *
   * @param id the node's id
   */
  public HeatMap(String id, Matrix first, Texts texts) {
    super(id, texts);
    matrix = new SimpleObjectProperty<>(this, "matrix", first);
    getStyleClass().add("heat-map");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleRoleDescription(texts.get("control.heat"));
    matrix.subscribe(now -> setCurrent(current.get()));
    current.subscribe(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
  }

  // ---- what it shows

  public ObjectProperty<Matrix> matrixProperty() {
    return matrix;
  }

  public Matrix getMatrix() {
    return matrix.get();
  }

  /** Shows another matrix, at once and without a layout if it has the same shape. */
  public void setMatrix(Matrix shown) {
    matrix.set(shown);
  }

  public ObjectProperty<HeatMarks> marksProperty() {
    return marks;
  }

  public HeatMarks getMarks() {
    return marks.get();
  }

  /** Lights lines and a cell; the colours below are not painted anew. */
  public void setMarks(HeatMarks shown) {
    marks.set(shown);
  }

  /**
   * The cells whose numbers are not to be seen, row by row. They are hatched, and a blank stands
   * for the number; what the matrix holds there still decides where the colours end.
   */
  public ObjectProperty<BitSet> coveredProperty() {
    return covered;
  }

  public void setCovered(BitSet cells) {
    covered.set(cells);
  }

  boolean isCovered(Cell cell) {
    return covered.get().get(cell.row() * getMatrix().columns() + cell.column());
  }

  /** Whether the scale of the colours stands below. It hides while cells are not yet known. */
  public BooleanProperty showScaleProperty() {
    return showScale;
  }

  public void setShowScale(boolean shown) {
    showScale.set(shown);
  }

  /** Whether it is a picture only, as in a row of several: nothing zooms, no number is written. */
  public BooleanProperty plainProperty() {
    return plain;
  }

  public void setPlain(boolean wanted) {
    plain.set(wanted);
  }

  /** Whether cells are square while all are in sight; else they fill the width and the height. */
  public BooleanProperty squareCellsProperty() {
    return squareCells;
  }

  public void setSquareCells(boolean square) {
    squareCells.set(square);
  }

  // ---- what of it is in sight

  /** From 0, where all cells are in sight, to 1, where they have room for their numbers. */
  public DoubleProperty zoomProperty() {
    return zoom;
  }

  /**
   * The middle of what is in sight, in rows from the upper edge. Maps whose rows are the same can
   * bind theirs, so that they always show the same rows.
   */
  public DoubleProperty rowCentreProperty() {
    return rowCentre;
  }

  /** The same across, in columns from the left edge. */
  public DoubleProperty columnCentreProperty() {
    return columnCentre;
  }

  /**
   * The size of numbers in pixels, which says how large cells become that are zoomed in; 0 where
   * numbers are as large as all other letters. It may be larger than those, for which the cells
   * that are all in sight leave no room.
   */
  public DoubleProperty numberSizeProperty() {
    return numberSize;
  }

  /** Moves a cell into sight, as little as that needs. */
  public void reveal(Cell cell) {
    if (getSkin() instanceof HeatMapSkin skin) {
      skin.reveal(cell);
    }
  }

  HeatStyle style() {
    return style;
  }

  double rowGutter() {
    return plain.get() ? 0 : style.rowGutter();
  }

  double columnGutter() {
    return plain.get() ? 0 : style.columnGutter();
  }

  // ---- what is done to it

  /** Called with the cell below the pointer, and with none when the pointer leaves. */
  public void setOnHover(Consumer<Optional<Cell>> listener) {
    onHover = listener;
  }

  void hover(Optional<Cell> cell) {
    onHover.accept(cell);
  }

  @Override
  Shape shape() {
    return getMatrix().shape();
  }

  @Override
  String spoken(Cell cell) {
    return describer.apply(cell);
  }

  /** What a screen reader says of a cell; without this, its row, its column and its number. */
  public void setDescriber(Function<Cell, String> words) {
    describer = words;
  }

  /** The row, the column, both from 1, and the number in full, if it is known. */
  String described(Cell cell) {
    HeatMarks shown = getMarks();
    OptionalDouble forming =
        shown
            .cell()
            .filter(lit -> lit.cell().equals(cell))
            .map(HeatCell::forming)
            .orElse(OptionalDouble.empty());
    boolean known = forming.isPresent() || shown.reached().has(cell, getMatrix().shape());
    String number =
        !known
            ? texts().get("control.heat.unknown")
            : isCovered(cell)
                ? texts().get("control.heat.covered")
                : Numbers.inFull(
                    forming.orElseGet(() -> getMatrix().get(cell.row(), cell.column())));
    return texts().get("control.heat.cell", cell.row() + 1, cell.column() + 1, number);
  }

  ObjectProperty<Cell> currentProperty() {
    return current;
  }

  Cell current() {
    return current.get();
  }

  void setCurrent(Cell cell) {
    current.set(
        new Cell(
            Math.min(cell.row(), getMatrix().rows() - 1),
            Math.min(cell.column(), getMatrix().columns() - 1)));
  }

  @Override
  public void focusCell(Cell cell) {
    setCurrent(cell);
    reveal(cell);
    requestFocus();
  }

  @Override
  public Optional<Cell> focusedCell() {
    return isFocusWithin() ? Optional.of(current()) : Optional.empty();
  }

  @Override
  public void announce(String sentence) {
    setAccessibleHelp(sentence);
  }

  // ---- for its skin and for screen readers

  @Override
  protected Skin<?> createDefaultSkin() {
    return new HeatMapSkin(this);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
    return HeatStyle.metaData();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.TEXT) {
      return spoken(current());
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      choose(current());
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
