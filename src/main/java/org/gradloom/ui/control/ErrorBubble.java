package org.gradloom.ui.control;

import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Says at a cell or a field what was wrong with what was typed there, until the next key or click.
 * Meanwhile the node has the pseudo-class {@code :invalid}.
 */
final class ErrorBubble {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private static final double GAP = 4;

  /** A window of its own, made where there is something to complain about. */
  private final Late<Tooltip> bubble;

  private final EventHandler<InputEvent> dismissal = event -> hide();
  private @Nullable Node at;
  private @Nullable Scene watched;

  ErrorBubble(String gridId) {
    bubble = new Late<>(() -> made(gridId + "-error"));
  }

  private static Tooltip made(String id) {
    Tooltip made = new Tooltip();
    made.setId(id);
    made.getStyleClass().add("error-bubble");
    made.setWrapText(true);
    made.setAutoHide(false);
    // What Escape means where it stands is not done by the popup alone.
    made.setHideOnEscape(false);
    return made;
  }

  void show(Node node, String sentence) {
    hide();
    node.pseudoClassStateChanged(INVALID, true);
    at = node;
    bubble.get().setText(sentence);
    Scene scene = node.getScene();
    if (scene == null || scene.getWindow() == null) {
      return;
    }
    // The key or click that brought the bubble has passed the filters already.
    scene.addEventFilter(KeyEvent.KEY_PRESSED, dismissal);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, dismissal);
    watched = scene;
    Bounds below = node.localToScreen(node.getLayoutBounds());
    if (below != null) {
      bubble.get().show(node, below.getMinX(), below.getMaxY() + GAP);
    }
  }

  void hide() {
    bubble.made().ifPresent(Tooltip::hide);
    if (at != null) {
      at.pseudoClassStateChanged(INVALID, false);
      at = null;
    }
    if (watched != null) {
      watched.removeEventFilter(KeyEvent.KEY_PRESSED, dismissal);
      watched.removeEventFilter(MouseEvent.MOUSE_PRESSED, dismissal);
      watched = null;
    }
  }
}
