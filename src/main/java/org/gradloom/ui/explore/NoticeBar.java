package org.gradloom.ui.explore;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Notice;

/** One line about what the last action did; gone with the next step. */
final class NoticeBar extends Label {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  private final Texts texts;

  NoticeBar(Texts texts) {
    this.texts = texts;
    setId("notice");
    getStyleClass().add("notice");
    setWrapText(true);
    setMaxWidth(Double.MAX_VALUE);
    setVisible(false);
    setManaged(false);
  }

  void show(AppState state) {
    boolean told = state.notice().isPresent();
    String said = state.notice().map(Notice::said).map(texts::say).orElse("");
    pseudoClassStateChanged(ERROR, state.notice().map(Notice::isError).orElse(false));
    if (said.equals(getText()) && told == isVisible()) {
      return;
    }
    setText(said);
    setVisible(told);
    setManaged(told);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }
}
