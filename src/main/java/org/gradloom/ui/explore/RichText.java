package org.gradloom.ui.explore;

import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.gradloom.text.Markup;

/** A sentence whose marked phrases bear the colours of their roles. */
final class RichText extends TextFlow {
  RichText(String id) {
    setId(id);
    getStyleClass().add("rich-text");
  }

  void setSentence(String sentence) {
    List<Text> runs = Markup.runs(sentence).stream().map(RichText::text).toList();
    getChildren().setAll(runs);
    setAccessibleText(Markup.plain(sentence));
  }

  private static Text text(Markup.Run run) {
    Text text = new Text(run.text());
    text.getStyleClass().add("text");
    switch (run.style()) {
      case PLAIN -> {}
      case LEFT -> text.getStyleClass().add("left-text");
      case RIGHT -> text.getStyleClass().add("right-text");
      case RESULT -> text.getStyleClass().add("result-text");
      case STRONG -> text.getStyleClass().add("strong");
    }
    return text;
  }
}
