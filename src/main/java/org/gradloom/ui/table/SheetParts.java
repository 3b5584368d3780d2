package org.gradloom.ui.table;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.gradloom.ui.control.ChoiceNames;
import org.gradloom.ui.control.NodeVisibility;
import org.jspecify.annotations.Nullable;

/** Small parts of the sheet that are alike in several places. */
final class SheetParts {
  private SheetParts() {}

  /** A list to choose from that shows what the model says and only tells what is chosen. */
  static final class Choice<T> extends ComboBox<T> {
    private @Nullable T shown;

    Choice(String id, Function<T, String> name, Consumer<T> chosen) {
      setId(id);
      setConverter(new ChoiceNames<>(name));
      setOnAction(event -> {
        T value = getValue();
        if (value != null && !value.equals(shown)) {
          // Until the answer comes, the choice is what is seen.
          shown = value;
          chosen.accept(value);
        }
      });
    }

    void show(List<T> values, @Nullable T value) {
      shown = value;
      if (!getItems().equals(values)) {
        getItems().setAll(values);
      }
      setValue(value);
    }
  }

  /** Words that may take several lines. */
  static Label note(String id) {
    Label note = new Label();
    note.setId(id);
    note.getStyleClass().add("table-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    return note;
  }

  /** A refusal; it has no room while it says nothing. */
  static Label refusal(String id) {
    Label refusal = note(id);
    refusal.getStyleClass().add("table-refusal");
    NodeVisibility.set(refusal, false);
    return refusal;
  }

  static void say(Label label, String words) {
    label.setText(words);
    NodeVisibility.set(label, !words.isEmpty());
  }
}
