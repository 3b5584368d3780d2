package org.gradloom.ui.control;

import javafx.scene.Node;

/** Whether a node is there: seen, and given room. */
public final class NodeVisibility {
  private NodeVisibility() {}

  public static void set(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
