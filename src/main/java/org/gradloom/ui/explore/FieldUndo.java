package org.gradloom.ui.explore;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;

/**
 * Undo and redo in a field that always stands there: first of what is typed and, where nothing of
 * that is left, of the document. A field alone would take the keys and do nothing.
 */
final class FieldUndo {
  private FieldUndo() {}

  /** Has the keys followed in all fields within a node. */
  static void within(Node around, Store store) {
    around.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key ->
            ofDocument(key)
                .ifPresent(action -> {
                  store.dispatch(action);
                  key.consume();
                }));
  }

  private static Optional<Action> ofDocument(KeyEvent key) {
    if (!(key.getTarget() instanceof TextInputControl field)) {
      return Optional.empty();
    }
    if (Shortcut.OfWindow.UNDO.matches(key) && !field.isUndoable()) {
      return Optional.of(new Action.Undo());
    }
    return Shortcut.OfWindow.REDO.matches(key) && !field.isRedoable()
        ? Optional.of(new Action.Redo())
        : Optional.empty();
  }
}
