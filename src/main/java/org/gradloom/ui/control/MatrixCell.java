package org.gradloom.ui.control;

import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.jspecify.annotations.Nullable;

/** One number of a grid: a region with a text in its middle. */
final class MatrixCell extends Region {
  private static final double NOTE_GAP = 2;
  private static final double SIGN_GAP = 3;

  private final MatrixGrid grid;
  private final Text number = new Text();
  private final Text note = small("cell-note");
  private final Text sign = small("cell-sign");
  private Cell cell;
  private String shown = "";
  private String widest = "";
  private Set<CellState> marks = Set.of();
  private boolean hanging;
  private double scale = 1;

  MatrixCell(MatrixGrid grid, Cell cell) {
    this.grid = grid;
    this.cell = cell;
    getStyleClass().add("matrix-cell");
    number.getStyleClass().add("cell-text");
    number.setTextOrigin(VPos.CENTER);
    number.setMouseTransparent(true);
    number.setManaged(false);
    // A new number must not lay out the whole window: an unmanaged node keeps that to itself.
    number.layoutBoundsProperty().addListener(bounds -> requestLayout());
    setManaged(false);
    getChildren().add(number);
    setAccessibleRole(AccessibleRole.BUTTON);
    showCell(cell);
  }

  private static Text small(String styleClass) {
    Text small = new Text();
    small.getStyleClass().add(styleClass);
    small.setTextOrigin(VPos.CENTER);
    small.setMouseTransparent(true);
    small.setManaged(false);
    return small;
  }

  Cell cell() {
    return cell;
  }

  /** Lets this node stand for another cell of the matrix. */
  void showCell(Cell other) {
    cell = other;
    // Not as its id: nodes with ids of their own share no styles, nor does what they hold.
    setUserData(grid.name() + "-" + (other.row() + 1) + "-" + (other.column() + 1));
  }

  /**
   * Shows a face; whether anything about it is new.
   *
   * @param kept the number whose room it has
   */
  boolean show(String text, String kept, String words, Set<CellState> now) {
    boolean changed = !kept.equals(widest);
    widest = kept;
    if (write(note, words)) {
      changed = true;
    }
    if (!text.equals(shown)) {
      shown = text;
      number.setText(text);
      changed = true;
    }
    if (!now.equals(marks)) {
      for (CellState mark : CellState.values()) {
        pseudoClassStateChanged(mark.pseudoClass(), now.contains(mark));
      }
      marks = now;
      write(sign, signOf(now));
      changed = true;
    }
    return changed;
  }

  private static String signOf(Set<CellState> marks) {
    if (marks.contains(CellState.AGREES)) {
      return "✓";
    }
    if (marks.contains(CellState.DIFFERS)) {
      return "✗";
    }
    if (marks.contains(CellState.MARKED)) {
      return "•";
    }
    return marks.contains(CellState.MOVABLE) ? "↕" : "";
  }

  /** Shows a small text, which is no child while it is empty: few cells ever have one. */
  private boolean write(Text small, String words) {
    if (words.equals(small.getText())) {
      return false;
    }
    small.setText(words);
    if (words.isEmpty()) {
      getChildren().remove(small);
    } else if (!getChildren().contains(small)) {
      getChildren().add(small);
    }
    requestLayout();
    return true;
  }

  /** What a screen reader calls it. */
  void setEditable(boolean editable) {
    setAccessibleRoleDescription(
        grid.texts().get(editable ? "control.grid.editableCell" : "control.grid.cell"));
  }

  String shown() {
    return shown;
  }

  /** The number whose room it has. */
  String widest() {
    return widest;
  }

  boolean isMovable() {
    return marks.contains(CellState.MOVABLE);
  }

  boolean isSettled() {
    return !marks.contains(CellState.UNREACHED) && !marks.contains(CellState.FORMING);
  }

  double fontSize() {
    return number.getFont().getSize();
  }

  /** Whether the number is negative. */
  boolean isNegative() {
    return !shown.isEmpty() && shown.charAt(0) == Numbers.MINUS;
  }

  /**
   * Sets the number as its neighbours need it.
   *
   * @param hang whether a minus sign hangs out at the left, so that digits stand below digits
   * @param shrunk the size of all numbers of this grid, 1 where they fit
   */
  void setNumbering(boolean hang, double shrunk) {
    if (hang != hanging || shrunk != scale) {
      hanging = hang;
      scale = shrunk;
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    Bounds bounds = number.getLayoutBounds();
    double textWidth = bounds.getWidth();
    double room = getWidth() - 2 * GridMetrics.sidePadding(fontSize());
    double fitting = textWidth > 0 ? Math.min(scale, room / textWidth) : scale;
    number.setScaleX(fitting);
    number.setScaleY(fitting);
    double halfMinus = 0.3 * fontSize() * fitting;
    double spare = Math.max(0, (room - textWidth * fitting) / 2);
    double shift = hanging && isNegative() ? Math.min(halfMinus, spare) : 0;
    number.relocate(
        snapPositionX((getWidth() - textWidth) / 2 - shift),
        snapPositionY((getHeight() - bounds.getHeight() - layoutNote()) / 2));
    layoutSign();
  }

  /** How much of the height the words below the number take. */
  private double layoutNote() {
    if (note.getText().isEmpty() || !note.isVisible()) {
      return 0;
    }
    Bounds bounds = note.getLayoutBounds();
    double fitting = Math.min(1, (getWidth() - 4) / bounds.getWidth());
    note.setScaleX(fitting);
    note.setScaleY(fitting);
    note.relocate(
        (getWidth() - bounds.getWidth()) / 2, getHeight() - bounds.getHeight() - NOTE_GAP);
    return bounds.getHeight();
  }

  private void layoutSign() {
    Bounds bounds = sign.getLayoutBounds();
    sign.relocate(getWidth() - bounds.getWidth() - SIGN_GAP, SIGN_GAP - 1);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    // Asked for only when a reader comes by, so that a step need not word every cell.
    if (attribute == AccessibleAttribute.TEXT) {
      return grid.spoken(cell);
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      grid.choose(cell);
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
