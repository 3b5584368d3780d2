package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.text.Text;

/**
 * The short texts around a picture on a canvas, as nodes, so that CSS dresses them. They are kept
 * from drawing to drawing: between {@link #restart} and {@link #finish} each is asked for anew, and
 * what was not asked for is hidden.
 */
final class TextPool {
  private final ObservableList<Node> parent;
  private final String styleClass;
  private final List<Text> texts = new ArrayList<>();
  private int used;

  TextPool(ObservableList<Node> parent, String styleClass) {
    this.parent = parent;
    this.styleClass = styleClass;
  }

  void restart() {
    used = 0;
  }

  /** The next text, saying this. Its place is its middle's height and its left edge. */
  Text next(String words) {
    if (used == texts.size()) {
      Text made = new Text();
      made.getStyleClass().add(styleClass);
      made.setTextOrigin(VPos.CENTER);
      made.setManaged(false);
      made.setMouseTransparent(true);
      texts.add(made);
      parent.add(made);
      // It is measured at once, before the next pulse would dress it.
      made.applyCss();
    }
    Text text = texts.get(used++);
    if (!words.equals(text.getText())) {
      text.setText(words);
    }
    text.setVisible(true);
    return text;
  }

  void finish() {
    for (int i = used; i < texts.size(); i++) {
      texts.get(i).setVisible(false);
    }
  }

  static double width(Text text) {
    return text.getLayoutBounds().getWidth();
  }

  /** Puts its left edge and its middle there, on whole pixels. */
  static void place(Text text, double left, double middle) {
    text.setX(Math.rint(left));
    text.setY(Math.rint(middle));
  }
}
