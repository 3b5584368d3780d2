package org.gradloom.ui.control;

import atlantafx.base.controls.Spacer;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A setting that is typed: its name, a field, and below it what was wrong with what was typed. */
public abstract class TypedSetting extends VBox {
  private final TextField field = new TextField();
  private final Label error = new Label();

  /**
   * A row with a field of the id {@code id}.
   *
   * @param columns how many characters the field has room for
   */
  protected TypedSetting(String id, String name, int columns) {
    field.setId(id);
    field.setPrefColumnCount(columns);
    field.setOnAction(event -> take());
    field
        .focusedProperty()
        .addListener((observed, was, focused) -> {
          if (!focused) {
            take();
          }
        });
    Label label = new Label(name);
    label.setLabelFor(field);
    label.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(label, new Spacer(), field);
    row.getStyleClass().add("setting");
    error.setId(id + "-error");
    error.getStyleClass().add("field-error");
    error.setWrapText(true);
    error.setMinHeight(USE_PREF_SIZE);
    say(Optional.empty());
    getChildren().addAll(row, error);
  }

  /** Takes what was typed: Enter was pressed, or the field was left. */
  protected abstract void take();

  protected final TextField field() {
    return field;
  }

  /** Says at the field what could not be done with what was typed. */
  protected final void say(Optional<String> sentence) {
    error.setText(sentence.orElse(""));
    NodeVisibility.set(error, sentence.isPresent());
  }
}
