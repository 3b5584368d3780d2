package org.gradloom.ui.train;

import javafx.scene.Node;

/** Whether a node is there: seen, and given room. */
final class NodeVisibility {
  private NodeVisibility() {}

  static void set(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
