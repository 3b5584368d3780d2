package org.gradloom.ui.control;

import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Says at a cell what was wrong with what was typed there, until the next key or click. */
final class ErrorBubble {
  private static final double GAP = 4;

  private final Tooltip bubble = new Tooltip();
  private final EventHandler<InputEvent> dismissal = event -> hide();
  private @Nullable MatrixCell at;
  private @Nullable Scene watched;

  ErrorBubble(String gridId) {
    bubble.setId(gridId + "-error");
    bubble.getStyleClass().add("error-bubble");
    bubble.setWrapText(true);
    bubble.setAutoHide(false);
    bubble.setHideOnEscape(true);
  }

  void show(MatrixCell cell, String sentence) {
    hide();
    cell.setInvalid(true);
    at = cell;
    bubble.setText(sentence);
    Scene scene = cell.getScene();
    if (scene == null || scene.getWindow() == null) {
      return;
    }
    // The key or click that brought the bubble has passed the filters already.
    scene.addEventFilter(KeyEvent.KEY_PRESSED, dismissal);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, dismissal);
    watched = scene;
    Bounds below = cell.localToScreen(cell.getLayoutBounds());
    if (below != null) {
      bubble.show(cell, below.getMinX(), below.getMaxY() + GAP);
    }
  }

  void hide() {
    bubble.hide();
    if (at != null) {
      at.setInvalid(false);
      at = null;
    }
    if (watched != null) {
      watched.removeEventFilter(KeyEvent.KEY_PRESSED, dismissal);
      watched.removeEventFilter(MouseEvent.MOUSE_PRESSED, dismissal);
      watched = null;
    }
  }
}
