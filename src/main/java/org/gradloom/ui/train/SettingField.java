package org.gradloom.ui.train;

import atlantafx.base.controls.Spacer;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.DataSource;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;

/**
 * A setting that is typed: its name, a field, and below it what was wrong with what was typed. A
 * wrong text stays to be put right, and the old value is kept.
 */
final class SettingField extends VBox {
  private final TextField field = new TextField();
  private final Label error = new Label();
  private final Store store;
  private final Texts texts;
  private final Taken taken;
  private String shown = "";

  /** Told what was typed in a field; returns or throws what is wrong with it. */
  private interface Taken {
    Optional<Message> take(SettingField field, String text);
  }

  /**
   * A field that changes the setup at once. Its name is {@code train.<id>}, its tooltip {@code
   * train.<id>.tip}, and what undo says of a change {@code train.done.<id>}.
   *
   * @param how what the setup becomes by what was typed, or throws why it cannot
   */
  static SettingField of(
      String id,
      int columns,
      Texts texts,
      SetupChanges changes,
      BiFunction<TrainingSetup, String, TrainingSetup> how) {
    return new SettingField(
        id,
        changes.store(),
        texts,
        columns,
        (field, text) -> changes.change(setup -> how.apply(setup, text), "train.done." + id));
  }

  /** A field of the data, which have to be made again before anything changes. */
  static SettingField ofData(
      String id,
      int columns,
      Texts texts,
      SetupChanges changes,
      BiFunction<DataSource, String, DataSource> how) {
    return new SettingField(
        id,
        changes.store(),
        texts,
        columns,
        (field, text) -> {
          changes.prepare(
              how.apply(changes.source(), text),
              "train.done." + id,
              wrong -> field.refuse(text, texts.say(wrong)));
          return Optional.empty();
        });
  }

  private SettingField(String id, Store store, Texts texts, int columns, Taken taken) {
    this.store = store;
    this.texts = texts;
    this.taken = taken;
    field.setId("train-" + id);
    field.setPrefColumnCount(columns);
    field.getStyleClass().add("setting-value");
    field.setTooltip(new Tooltip(texts.get("train." + id + ".tip")));
    field.setOnAction(event -> take());
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            take();
          }
        });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    Label name = new Label(texts.get("train." + id));
    name.setLabelFor(field);
    name.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(name, new Spacer(), field);
    row.getStyleClass().add("setting");
    error.setId("train-" + id + "-error");
    error.getStyleClass().add("field-error");
    error.setWrapText(true);
    error.setMinHeight(USE_PREF_SIZE);
    say(Optional.empty());
    getChildren().addAll(row, error);
  }

  /** Shows a value; one that is just being typed over is left alone. */
  void show(String text) {
    if (!text.equals(shown)) {
      shown = text;
      field.setText(text);
      say(Optional.empty());
    } else if (!field.isFocused() && !field.getText().equals(text)) {
      field.setText(text);
      say(Optional.empty());
    }
  }

  /** While nothing is being typed, undo and redo are the document's and not the field's. */
  private void pressed(KeyEvent event) {
    if (Shortcut.OfEditor.RESTORE.matches(event)) {
      restore();
      event.consume();
    } else if (field.getText().equals(shown)) {
      history(event)
          .ifPresent(action -> {
            store.dispatch(action);
            event.consume();
          });
    }
  }

  private static Optional<Action> history(KeyEvent event) {
    return Shortcut.OfWindow.UNDO.matches(event)
        ? Optional.of(new Action.Undo())
        : Shortcut.OfWindow.REDO.matches(event) ? Optional.of(new Action.Redo()) : Optional.empty();
  }

  private void restore() {
    field.setText(shown);
    field.selectAll();
    say(Optional.empty());
  }

  private void take() {
    if (field.getText().equals(shown)) {
      return;
    }
    Optional<Message> wrong;
    try {
      wrong = taken.take(this, field.getText());
    } catch (InvalidInput e) {
      wrong = Optional.of(e.said());
    }
    say(wrong.map(texts::say));
    if (wrong.isEmpty()) {
      // What was typed may be written in another way than it is shown.
      field.setText(shown);
    }
  }

  /** Something that was found wrong only after a while: it stands there again, to be put right. */
  private void refuse(String typed, String sentence) {
    field.setText(typed);
    say(Optional.of(sentence));
  }

  /** Says at the field what could not be done with what was typed. */
  private void say(Optional<String> sentence) {
    error.setText(sentence.orElse(""));
    NodeVisibility.set(error, sentence.isPresent());
  }
}
