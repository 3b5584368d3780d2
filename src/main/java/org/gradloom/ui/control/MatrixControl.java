package org.gradloom.ui.control;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.control.Control;
import org.gradloom.matrix.Cell;

/**
 * A matrix on screen, as numbers or as colours: what both have in common for whoever lays matrices
 * out, lights their cells and hears which one was chosen.
 */
public abstract sealed class MatrixControl extends Control permits MatrixGrid, HeatMap {
  private Consumer<Cell> onChoose = cell -> {};

  MatrixControl() {}

  /**
   * Called with a cell that is clicked, or on which Enter is pressed while nothing can be typed.
   */
  public final void setOnChoose(Consumer<Cell> listener) {
    onChoose = listener;
  }

  final void choose(Cell cell) {
    onChoose.accept(cell);
  }

  /** Moves the focus to a cell, and the cell into sight. */
  public abstract void focusCell(Cell cell);

  /** The cell that has the focus, if one has. */
  public abstract Optional<Cell> focusedCell();

  /** Has a screen reader say this, wherever in the matrix it is. */
  public abstract void announce(String sentence);

  /** Lets these cells light up once, because their numbers have changed. */
  public abstract void flash(Set<Cell> changed);

  /** Where a cell is, in this control's own coordinates; empty for one that is out of sight. */
  public abstract Optional<Bounds> boundsOf(Cell cell);

  /**
   * How far the cells lie from each side: room for tags, for indices and for what stands at the
   * edges. Known once the stylesheets have been applied.
   */
  public abstract Insets margins();
}
