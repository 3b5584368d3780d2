package org.gradloom.ui.control;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;

/** One line about what the last action did; not there while there is nothing to say. */
public final class NoticeLine extends Label {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  public NoticeLine() {
    setId("notice");
    getStyleClass().add("notice");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setMaxWidth(Double.MAX_VALUE);
    NodeVisibility.set(this, false);
  }

  /** Says a sentence, or nothing any more. */
  public void say(Optional<String> sentence, boolean isError) {
    String said = sentence.orElse("");
    pseudoClassStateChanged(ERROR, isError);
    if (said.equals(getText()) && sentence.isPresent() == isVisible()) {
      return;
    }
    setText(said);
    NodeVisibility.set(this, sentence.isPresent());
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }
}
