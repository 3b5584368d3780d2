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

  static void say(Label words, String said) {
    words.setText(said);
    NodeVisibility.set(words, !said.isEmpty());
  }
}
