package org.gradloom.ui.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;

/**
 * Options to choose from, one or some of them marked as right. There is always an empty one to
 * fill.
 */
final class OptionFields extends VBox {
  private static final int AT_FIRST = 3;

  private final Texts texts;
  private final ToggleGroup one = new ToggleGroup();
  private final List<TextField> fields = new ArrayList<>();
  private final List<RadioButton> circles = new ArrayList<>();
  private final List<CheckBox> boxes = new ArrayList<>();
  private Right right = Right.ONE;

  /** How many of them may be marked as right. */
  enum Right {
    NONE,
    ONE,
    SOME
  }

  OptionFields(Texts texts, OptionsDraft draft) {
    this.texts = texts;
    getStyleClass().add("author-options");
    draft.texts().forEach(this::add);
    while (fields.size() < AT_FIRST) {
      add("");
    }
    grow();
    draft
        .right()
        .forEach(option -> {
          circles.get(option).setSelected(true);
          boxes.get(option).setSelected(true);
        });
  }

  private void add(String written) {
    int number = fields.size() + 1;
    RadioButton circle = new RadioButton();
    circle.setId("author-right-" + number);
    circle.setToggleGroup(one);
    circles.add(dressed(circle, number));
    CheckBox box = new CheckBox();
    box.setId("author-holds-" + number);
    boxes.add(dressed(box, number));
    TextField field = new TextField(written);
    field.setId("author-option-" + number);
    field.setAccessibleText(texts.get("author.option", number));
    field.setPromptText(texts.get("author.option", number));
    field.textProperty().subscribe(this::grow);
    HBox.setHgrow(field, Priority.ALWAYS);
    fields.add(field);
    HBox row = new HBox(circle, box, field);
    row.getStyleClass().add("author-option");
    getChildren().add(row);
    setRight(right);
  }

  private <B extends ButtonBase> B dressed(B mark, int number) {
    mark.setAccessibleText(texts.get("author.right", number));
    mark.setMinWidth(USE_PREF_SIZE);
    return mark;
  }

  private void grow() {
    if (fields.stream().noneMatch(field -> field.getText().isBlank())) {
      add("");
    }
  }

  /** How many of them are to be marked as right. */
  void setRight(Right wanted) {
    right = wanted;
    circles.forEach(circle -> NodeVisibility.set(circle, wanted == Right.ONE));
    boxes.forEach(box -> NodeVisibility.set(box, wanted == Right.SOME));
  }

  /** What is written, and what of it is marked. */
  OptionsDraft draft() {
    return new OptionsDraft(
        fields.stream().map(TextField::getText).toList(),
        switch (right) {
          case NONE -> Set.of();
          case ONE -> marked(option -> circles.get(option).isSelected());
          case SOME -> marked(option -> boxes.get(option).isSelected());
        });
  }

  private Set<Integer> marked(IntPredicate isMarked) {
    return IntStream.range(0, fields.size()).filter(isMarked).boxed().collect(Collectors.toSet());
  }
}
