package org.gradloom.ui.control;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Whether a node is there: seen, and given room. */
public final class NodeVisibility {
  private NodeVisibility() {}

  public static void set(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }

  /** The same for a child that its parent is given when it is first wanted. */
  public static void set(Pane parent, Node child, boolean wanted) {
    if (wanted && child.getParent() == null) {
      parent.getChildren().add(child);
    }
    set(child, wanted);
  }

  /**
   * Hides a parent, and gives it its children when it is first seen: JavaFX styles also what is
   * hidden, and makes its skins.
   */
  public static void hideEmpty(Pane parent, Node... children) {
    set(parent, false);
    parent
        .visibleProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Boolean> seen, Boolean before, Boolean now) {
                seen.removeListener(this);
                parent.getChildren().addAll(children);
              }
            });
  }
}
