package org.gradloom.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.control.Control;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;

/**
 * A matrix on screen, as numbers or as colours: what both have in common for whoever lays matrices
 * out, lights their cells, lets numbers be typed and hears which cell was chosen.
 */
public abstract sealed class MatrixControl extends Control permits MatrixGrid, HeatMap {
  private final Texts texts;
  private final BooleanProperty reducedMotion =
      new SimpleBooleanProperty(this, "reducedMotion", false);
  private final ObjectProperty<Optional<CellEditor>> editor =
      new SimpleObjectProperty<>(this, "editor", Optional.empty());
  private Consumer<Cell> onChoose = cell -> {};
  private Optional<Runnable> onCompare = Optional.empty();
  private Function<Cell, List<GridEntry>> menu = cell -> List.of();

  private final String name;

  /**
   * A matrix without cells yet.
   *
   * @param name what it is called among others, as user data: nodes with ids of their own share no
   *     styles, nor does what they hold, and there are many matrices alike
   */
  MatrixControl(String name, Texts texts) {
    this.texts = texts;
    this.name = name;
    setUserData(name);
  }

  /** What it is called among others. */
  final String name() {
    return name;
  }

  final Texts texts() {
    return texts;
  }

  // ---- what is done to it

  /**
   * Called with a cell that is clicked, or on which Enter is pressed while nothing can be typed.
   */
  public final void setOnChoose(Consumer<Cell> listener) {
    onChoose = listener;
  }

  final void choose(Cell cell) {
    onChoose.accept(cell);
  }

  public final ObjectProperty<Optional<CellEditor>> editorProperty() {
    return editor;
  }

  public final Optional<CellEditor> getEditor() {
    return editor.get();
  }

  /** Makes the numbers editable; without an editor they are only shown. */
  public final void setEditor(Optional<CellEditor> taker) {
    editor.set(taker);
  }

  /** The entries of the context menu, asked for when it opens at a cell. */
  public final void setMenu(Function<Cell, List<GridEntry>> entries) {
    menu = entries;
  }

  /**
   * Called at the key that compares a matrix with the user's own; without it the key does nothing.
   */
  public final void setOnCompare(Runnable listener) {
    onCompare = Optional.of(listener);
  }

  /** False if there is nothing to compare. */
  final boolean compare() {
    onCompare.ifPresent(Runnable::run);
    return onCompare.isPresent();
  }

  final List<GridEntry> menuAt(Cell cell) {
    return menu.apply(cell);
  }

  // ---- what it shows

  abstract Shape shape();

  /** What a screen reader says of a cell. */
  abstract String spoken(Cell cell);

  /** Moves the focus to a cell, and the cell into sight. */
  public abstract void focusCell(Cell cell);

  /** The cell that has the focus, if one has. */
  public abstract Optional<Cell> focusedCell();

  /** Has a screen reader say this, wherever in the matrix it is. */
  public abstract void announce(String sentence);

  /** Whether changed cells keep still. */
  public final BooleanProperty reducedMotionProperty() {
    return reducedMotion;
  }

  /** Lets these cells light up once, because their numbers have changed. */
  public final void flash(Set<Cell> changed) {
    if (!reducedMotion.get() && getSkin() instanceof MatrixSkin skin) {
      skin.flash(changed);
    }
  }

  // ---- where its cells are

  /** Where a cell is, in this control's own coordinates; empty for one that is out of sight. */
  public final Optional<Bounds> boundsOf(Cell cell) {
    return getSkin() instanceof MatrixSkin skin ? skin.boundsOf(cell) : Optional.empty();
  }

  /**
   * How far the cells lie from each side: room for tags, for indices and for what stands at the
   * edges. Known once the stylesheets have been applied.
   */
  public final Insets margins() {
    return getSkin() instanceof MatrixSkin skin ? skin.margins() : Insets.EMPTY;
  }
}
