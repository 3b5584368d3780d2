package org.gradloom.ui.author;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;

/** Options to choose from, one of them marked as right. There is always an empty one to fill. */
final class OptionFields extends VBox {
  private static final int AT_FIRST = 3;

  private final Texts texts;
  private final ToggleGroup right = new ToggleGroup();
  private final List<TextField> fields = new ArrayList<>();
  private final List<RadioButton> marks = new ArrayList<>();
  private boolean marking = true;

  OptionFields(Texts texts, List<String> options, int rightOne) {
    this.texts = texts;
    getStyleClass().add("author-options");
    options.forEach(this::add);
    while (fields.size() < AT_FIRST) {
      add("");
    }
    grow();
    if (rightOne >= 0) {
      right.getToggles().get(rightOne).setSelected(true);
    }
  }

  private void add(String written) {
    int number = fields.size() + 1;
    RadioButton mark = new RadioButton();
    mark.setId("author-right-" + number);
    mark.setAccessibleText(texts.get("author.right", number));
    mark.setMinWidth(USE_PREF_SIZE);
    mark.setToggleGroup(right);
    marks.add(mark);
    NodeVisibility.set(mark, marking);
    TextField field = new TextField(written);
    field.setId("author-option-" + number);
    field.setAccessibleText(texts.get("author.option", number));
    field.setPromptText(texts.get("author.option", number));
    field.textProperty().subscribe(this::grow);
    HBox.setHgrow(field, Priority.ALWAYS);
    fields.add(field);
    HBox row = new HBox(mark, field);
    row.getStyleClass().add("author-option");
    getChildren().add(row);
  }

  private void grow() {
    if (fields.stream().noneMatch(field -> field.getText().isBlank())) {
      add("");
    }
  }

  /** Whether one of them is to be marked as right. */
  void setMarking(boolean wanted) {
    marking = wanted;
    marks.forEach(mark -> NodeVisibility.set(mark, wanted));
  }

  List<String> options() {
    return fields.stream().map(TextField::getText).toList();
  }

  /** Which one is right, from 0; −1 where none is marked. */
  int right() {
    return right.getToggles().indexOf(right.getSelectedToggle());
  }
}
