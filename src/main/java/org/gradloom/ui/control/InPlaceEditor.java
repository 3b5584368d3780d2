package org.gradloom.ui.control;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import org.gradloom.matrix.Cell;
import org.gradloom.ui.keys.Shortcut;
import org.jspecify.annotations.Nullable;

/** The field that stands over a cell while a number is typed. */
final class InPlaceEditor {
  /** Who has the cells: is told of every number typed, and of where to go next. */
  interface Owner {
    void editorClosed(Cell cell, Move move);

    /** Without a move the focus is elsewhere already. */
    void typed(Cell cell, String text, @Nullable Move move);
  }

  private final TextField field = new TextField();
  private final Owner owner;
  private @Nullable Cell cell;
  private String atFirst = "";
  private boolean typedOver;

  InPlaceEditor(String gridId, Owner owner) {
    this.owner = owner;
    field.setId(gridId + "-editor");
    field.getStyleClass().add("cell-editor");
    field.setManaged(false);
    field.setVisible(false);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            commit(null);
          }
        });
  }

  TextField node() {
    return field;
  }

  @Nullable Cell cell() {
    return cell;
  }

  /** Opens with the number in full, to be changed. */
  void open(Cell where, String exact, String spoken) {
    start(where, exact, spoken);
    field.setText(exact);
    field.selectAll();
    typedOver = false;
  }

  /** Opens with the first character typed, which replaces the number. */
  void openTyping(Cell where, String exact, String firstCharacter, String spoken) {
    start(where, exact, spoken);
    field.setText(firstCharacter);
    field.end();
    typedOver = true;
  }

  private void start(Cell where, String exact, String spoken) {
    cell = where;
    atFirst = exact;
    field.setAccessibleText(spoken);
    field.setVisible(true);
    field.requestFocus();
  }

  private void pressed(KeyEvent event) {
    Shortcut.of(Shortcut.OfEditor.values(), event)
        .filter(key -> typedOver || !isForCaret(key))
        .ifPresent(key -> {
          event.consume();
          does(key);
        });
  }

  private static boolean isForCaret(Shortcut.OfEditor key) {
    return switch (key) {
      case UP, DOWN, LEFT, RIGHT -> true;
      case TAKE, NEXT, TAKE_UP, PREVIOUS, RESTORE -> false;
    };
  }

  private void does(Shortcut.OfEditor key) {
    switch (key) {
      case TAKE, DOWN -> commit(Move.DOWN);
      case TAKE_UP, UP -> commit(Move.UP);
      case NEXT -> commit(Move.NEXT);
      case PREVIOUS -> commit(Move.PREVIOUS);
      case LEFT -> commit(Move.LEFT);
      case RIGHT -> commit(Move.RIGHT);
      case RESTORE -> cancel();
    }
  }

  /** Closes without a change. */
  void cancel() {
    Cell was = cell;
    if (was != null) {
      cell = null;
      owner.editorClosed(was, Move.STAY);
      field.setVisible(false);
    }
  }

  /** Hands on what was typed; without a move the focus is elsewhere already, and stays there. */
  void commit(@Nullable Move move) {
    Cell was = cell;
    if (was == null) {
      return;
    }
    // Before all else, because moving the focus away commits again.
    cell = null;
    String text = field.getText();
    if (!text.equals(atFirst)) {
      owner.typed(was, text, move);
    } else if (move != null) {
      owner.editorClosed(was, move);
    }
    // Last, since hiding a focused node sends the focus to just anywhere.
    field.setVisible(cell != null);
  }
}
