package org.gradloom.ui.author;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ChoiceNames;
import org.gradloom.ui.keys.Shortcut;

/** Fields of a form, each below its name. */
record FormFields(Texts texts) {

  /** One line of text. */
  TextField line(String id, String written) {
    TextField field = new TextField(written);
    dress(field, id);
    return field;
  }

  /**
   * Some lines of text, which Tab leaves.
   *
   * @param rows how many there is room for at least
   */
  TextArea lines(String id, String written, int rows) {
    TextArea area = new GrowingArea(written, rows);
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (Shortcut.OfFocus.PREVIOUS.matches(key)) {
            area.requestFocusTraversal(TraversalDirection.PREVIOUS);
            key.consume();
          } else if (Shortcut.OfFocus.NEXT.matches(key)) {
            area.requestFocusTraversal(TraversalDirection.NEXT);
            key.consume();
          }
        });
    dress(area, id);
    return area;
  }

  private void dress(TextInputControl field, String id) {
    field.setId("author-" + id);
    field.setAccessibleText(texts.get("author." + id));
    String prompt = "author." + id + ".prompt";
    field.setPromptText(texts.has(prompt) ? texts.get(prompt) : "");
  }

  /** A list of which one is chosen. */
  <T> void list(String id, ComboBox<T> list, Function<T, String> name) {
    list.setId("author-" + id);
    list.setAccessibleText(texts.get("author." + id));
    list.setMaxWidth(Double.MAX_VALUE);
    list.setConverter(new ChoiceNames<>(name));
  }

  /** Something below its name. */
  VBox named(String id, Node field) {
    Label name = new Label(texts.get("author." + id));
    name.getStyleClass().add("muted");
    name.setWrapText(true);
    VBox named = new VBox(name, field);
    named.getStyleClass().add("author-field");
    return named;
  }

  /** A sentence that takes the lines it needs. */
  static Label sentence(String words, String styleClass) {
    Label label = new Label(words);
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
