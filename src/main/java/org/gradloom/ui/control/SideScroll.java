package org.gradloom.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** A side of a screen: as wide as its content asks for, and scrolled where that is too long. */
public class SideScroll extends ScrollPane {
  public SideScroll(String id, Node content) {
    this(id);
    setContent(content);
  }

  /** A side whose content is still to come. */
  protected SideScroll(String id) {
    setId(id);
    getStyleClass().add("side-scroll");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
  }
}
