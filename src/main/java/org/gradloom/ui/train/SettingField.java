package org.gradloom.ui.train;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.input.KeyEvent;
import org.gradloom.lesson.DataSource;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.TypedSetting;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;

/** A setting of a training: a wrong text stays to be put right, and the old value is kept. */
final class SettingField extends TypedSetting {
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
    super("train-" + id, texts.get("train." + id), columns);
    this.store = store;
    this.texts = texts;
    this.taken = taken;
    field().getStyleClass().add("setting-value");
    explain(texts.get("train." + id + ".tip"));
    field().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Shows a value; one that is just being typed over is left alone. */
  void show(String text) {
    if (!text.equals(shown) || (!field().isFocused() && !field().getText().equals(text))) {
      shown = text;
      write(text);
    }
  }

  /** While nothing is being typed, undo and redo are the document's and not the field's. */
  private void pressed(KeyEvent event) {
    if (Shortcut.OfEditor.RESTORE.matches(event)) {
      restore();
      event.consume();
    } else if (field().getText().equals(shown)) {
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
    say(Optional.empty());
    write(shown);
    field().selectAll();
  }

  @Override
  protected void take() {
    if (field().getText().equals(shown)) {
      return;
    }
    Optional<Message> wrong;
    try {
      wrong = taken.take(this, field().getText());
    } catch (InvalidInput e) {
      wrong = Optional.of(e.said());
    }
    say(wrong.map(texts::say));
    if (wrong.isEmpty()) {
      // What was typed may be written in another way than it is shown.
      field().setText(shown);
    }
  }

  /** Something that was found wrong only after a while: it stands there again, to be put right. */
  private void refuse(String typed, String sentence) {
    field().setText(typed);
    say(Optional.of(sentence));
  }
}
