package org.gradloom.ui.explore;

import atlantafx.base.controls.Spacer;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;

/** A number of the lesson that is typed, with what is wrong with a number that cannot be below. */
final class NumberSetting extends VBox {
  private final Store store;
  private final Texts texts;
  private final ToDoubleFunction<Lesson> present;
  private final DoubleFunction<Edit> edit;
  private final TextField field = new TextField();
  private final Label error = new Label();

  /**
   * A setting.
   *
   * @param present the number that a lesson has
   * @param edit what makes a typed one of it
   */
  NumberSetting(
      String id,
      String words,
      Store store,
      Texts texts,
      ToDoubleFunction<Lesson> present,
      DoubleFunction<Edit> edit) {
    this.store = store;
    this.texts = texts;
    this.present = present;
    this.edit = edit;
    field.setId(id);
    field.setPrefColumnCount(5);
    field.setOnAction(event -> take());
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            take();
          }
        });
    error.setId(id + "-error");
    error.getStyleClass().add("field-error");
    error.setWrapText(true);
    error.setMinHeight(USE_PREF_SIZE);
    NodeVisibility.set(error, false);
    Label label = new Label(words);
    label.setMinWidth(USE_PREF_SIZE);
    label.setLabelFor(field);
    HBox row = new HBox(label, new Spacer(), field);
    row.getStyleClass().add("setting");
    getChildren().addAll(row, error);
  }

  /** A wrong number keeps the old one, which the field shows again once it is left. */
  private void take() {
    Lesson lesson = lesson();
    Optional<String> wrong = Optional.empty();
    if (!field.getText().equals(written(lesson))) {
      try {
        double typed = Numbers.parse(field.getText()).value();
        wrong = store.dispatch(new Action.Apply(edit.apply(typed))).map(texts::say);
      } catch (InvalidInput e) {
        wrong = Optional.of(texts.say(e.said()));
      }
    }
    error.setText(wrong.orElse(""));
    NodeVisibility.set(error, wrong.isPresent());
    show(lesson());
  }

  private Lesson lesson() {
    return store.state().explore().document().lesson();
  }

  private String written(Lesson lesson) {
    return Entry.of(present.applyAsDouble(lesson)).exactText();
  }

  void show(Lesson lesson) {
    field.setText(written(lesson));
  }
}
