package org.gradloom.ui.control;

import javafx.scene.control.Label;

/** What stands beside the pointer in a picture: the values of the place under it. */
final class ReadOut extends Label {
  private static final double GAP = 12;

  ReadOut() {
    getStyleClass().add("chart-read-out");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  /**
   * Shows words at the right of a place and above it, or on the other side where there is no room;
   * hides where there are no words.
   *
   * @param right what the words must not reach beyond
   * @param top the same above
   */
  void show(String words, double x, double y, double right, double top) {
    setVisible(!words.isEmpty());
    if (words.isEmpty()) {
      return;
    }
    setText(words);
    applyCss();
    double width = Math.ceil(prefWidth(-1));
    double height = Math.ceil(prefHeight(-1));
    double beside = x + GAP + width > right ? x - GAP - width : x + GAP;
    double above = y - GAP - height < top ? y + GAP : y - GAP - height;
    resizeRelocate(Math.rint(beside), Math.rint(above), width, height);
  }

  void hideWords() {
    setVisible(false);
  }
}
