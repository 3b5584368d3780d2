package org.gradloom.ui.stage;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** What stands in the place of something that is covered: hatched ground, and words on it. */
public final class Covering {
  private Covering() {}

  public static StackPane of(String styleClass, String said) {
    Label words = new Label(said);
    words.getStyleClass().add("covered-words");
    StackPane covering = new StackPane(words);
    covering.getStyleClass().add(styleClass);
    return covering;
  }
}
