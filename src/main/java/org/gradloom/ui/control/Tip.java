package org.gradloom.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * What is said of a control where the pointer rests on it. A tooltip is a window with a scene of
 * its own, slow to make and seldom seen, so it is made when the pointer first comes.
 */
public final class Tip {
  private Tip() {}

  /** Gives a control a tip, in the place of the one it had. */
  public static void set(Control control, String words) {
    boolean isFirst = control.getProperties().put(Tip.class, words) == null;
    if (control.getTooltip() != null) {
      control.getTooltip().setText(words);
    } else if (isFirst) {
      control.addEventHandler(MouseEvent.MOUSE_ENTERED, entered -> show(control));
    }
  }

  private static void show(Control control) {
    if (control.getTooltip() == null) {
      of(control).map(Tooltip::new).ifPresent(control::setTooltip);
    }
  }

  /** What is said of a node, if anything is. */
  public static Optional<String> of(Node node) {
    return node.hasProperties() && node.getProperties().get(Tip.class) instanceof String words
        ? Optional.of(words)
        : Optional.empty();
  }
}
