package org.gradloom.ui.train;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ChoiceNames;
import org.jspecify.annotations.Nullable;

/** A setting that is chosen from a few. */
final class SettingChoice<T> extends HBox {
  private final ComboBox<T> choice = new ComboBox<>();
  private final Consumer<T> chosen;
  private @Nullable T shown;

  /** A choice under the name {@code train.<id>}, with a tooltip {@code train.<id>.tip}. */
  SettingChoice(
      String id, Texts texts, List<T> values, Function<T, String> name, Consumer<T> chosen) {
    this.chosen = chosen;
    choice.setId("train-" + id);
    choice.getItems().setAll(values);
    choice.setTooltip(new Tooltip(texts.get("train." + id + ".tip")));
    choice.setConverter(new ChoiceNames<>(name));
    choice.setOnAction(event -> take());
    Label label = new Label(texts.get("train." + id));
    label.setLabelFor(choice);
    label.setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("setting");
    getChildren().addAll(label, new Spacer(), choice);
  }

  private void take() {
    T value = choice.getValue();
    if (value != null && !value.equals(shown)) {
      T before = shown;
      chosen.accept(value);
      if (before != null && before.equals(shown)) {
        // Refused, or still being prepared: the choice shows what is there.
        choice.setValue(before);
      }
    }
  }

  /** Other values to choose from, the one among them that is shown next. */
  void offer(List<T> values) {
    if (!choice.getItems().equals(values)) {
      shown = null;
      choice.getItems().setAll(values);
    }
  }

  /** Shows that it is not one value alone. */
  void showSeveral(String words) {
    shown = null;
    choice.setPromptText(words);
    choice.setValue(null);
  }

  void show(T value) {
    shown = value;
    choice.setValue(value);
  }
}
