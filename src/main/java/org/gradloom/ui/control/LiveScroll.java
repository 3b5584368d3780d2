package org.gradloom.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/**
 * A scroll pane that draws its content itself. JavaFX's own keeps a picture of it, so as to scroll
 * fast: that is drawn anew as a whole whenever a number changes, and a picture of the window that
 * is taken before the window itself is drawn may show what stood there before.
 */
public class LiveScroll extends ScrollPane {
  /** One without content yet. */
  public LiveScroll() {}

  public LiveScroll(Node content) {
    super(content);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = super.createDefaultSkin();
    skin.getNode().lookup(".viewport").setCache(false);
    return skin;
  }

  /** How high the bar is that scrolls sideways, shown or not; 0 before there is one. */
  final double barHeight() {
    for (Node bar : lookupAll(".scroll-bar")) {
      if (bar instanceof ScrollBar scrollBar
          && scrollBar.getOrientation() == Orientation.HORIZONTAL) {
        return scrollBar.prefHeight(-1);
      }
    }
    return 0;
  }
}
