package org.gradloom.ui.stage;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.gradloom.ui.control.NodeVisibility;

/** Sentences beside a view's matrices, each of which takes no room while there is none. */
final class ViewWords {
  private ViewWords() {}

  static void dress(Label words, String id) {
    words.setId(id);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
  }

  /** Puts words of their own size around a point. */
  static void centre(Label words, double x, double y) {
    words.autosize();
    words.relocate(Math.rint(x - words.getWidth() / 2), Math.rint(y - words.getHeight() / 2));
  }

  /** How high words are in so much width; 0 while there are none. */
  static double heightOf(Label words, double width) {
    return words.getText().isEmpty() ? 0 : Math.ceil(words.prefHeight(width));
  }

  static void say(Label words, String said) {
    words.setText(said);
    NodeVisibility.set(words, !said.isEmpty());
  }
}
