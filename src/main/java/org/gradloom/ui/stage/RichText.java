package org.gradloom.ui.stage;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.gradloom.text.Markup;

/** A sentence whose marked phrases bear the colours of their roles. */
public final class RichText extends TextFlow {
  private String shown = "";

  public RichText(String id) {
    setId(id);
    getStyleClass().add("rich-text");
  }

  public void setSentence(String sentence) {
    if (sentence.equals(shown)) {
      return;
    }
    shown = sentence;
    List<Markup.Run> runs = Markup.runs(sentence);
    List<Node> texts = getChildren();
    for (int i = 0; i < runs.size(); i++) {
      if (i == texts.size()) {
        texts.add(new Text());
      }
      show((Text) texts.get(i), runs.get(i));
    }
    texts.subList(runs.size(), texts.size()).clear();
    setAccessibleText(Markup.plain(sentence));
  }

  /** A text that looks as before is not styled again. */
  private static void show(Text text, Markup.Run run) {
    text.setText(run.text());
    List<String> looks =
        switch (run.style()) {
          case PLAIN -> List.of("text");
          case LEFT -> List.of("text", "left-text");
          case RIGHT -> List.of("text", "right-text");
          case RESULT -> List.of("text", "result-text");
          case STRONG -> List.of("text", "strong");
        };
    if (!text.getStyleClass().equals(looks)) {
      text.getStyleClass().setAll(looks);
    }
  }
}
