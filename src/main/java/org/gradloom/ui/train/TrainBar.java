package org.gradloom.ui.train;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.Command;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.Snapshot;
import org.gradloom.training.Status;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.ChoiceNames;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Train, pause, one mini-batch, one epoch, the two starts, how fast; and how far the run is. */
final class TrainBar extends HBox {
  /** Steps a second; the last is as fast as it can. */
  private static final List<Double> PACES =
      List.of(1.0, 10.0, 100.0, 1000.0, 10_000.0, Double.POSITIVE_INFINITY);

  private final Store store;
  private final Texts texts;
  private final Button play = new Button();
  private final FontIcon playIcon = new FontIcon(Feather.PLAY);
  private final ComboBox<Double> pace = new ComboBox<>();
  private final Label epoch = number("epoch");
  private final Label step = number("step");
  private final Label speed = number("speed");
  private @Nullable Training training;

  TrainBar(Store store, Texts texts, RunController run) {
    this.store = store;
    this.texts = texts;
    getStyleClass().addAll("transport", "train-bar");
    play.setId("train-play");
    play.setGraphic(playIcon);
    play.setDefaultButton(false);
    play.getStyleClass().addAll("accent", "train-play");
    play.setOnAction(event -> run.toggle());
    play.setMinWidth(USE_PREF_SIZE);
    dressPace();
    getChildren()
        .addAll(
            play,
            button(
                "oneBatch", () -> run.once(new Command.OneBatch()), Shortcut.OfTraining.ONE_BATCH),
            button(
                "oneEpoch", () -> run.once(new Command.OneEpoch()), Shortcut.OfTraining.ONE_EPOCH),
            button("sameStart", () -> store.dispatch(new Action.SameStart())),
            button("newStart", this::newStart),
            pace,
            new Spacer(),
            counted("epoch", epoch),
            counted("step", step),
            counted("speed", speed));
  }

  private void dressPace() {
    pace.setId("train-pace");
    pace.setTooltip(new Tooltip(texts.get("train.pace.tip")));
    pace.setAccessibleText(texts.get("train.pace.tip"));
    pace.getItems().setAll(PACES);
    pace.setConverter(
        new ChoiceNames<>(value ->
            Double.isInfinite(value)
                ? texts.get("train.pace.fastest")
                : texts.get("train.pace", Numbers.grouped(Math.round(value)), value)));
    pace.setOnAction(event -> {
      if (pace.getValue() != null) {
        store.dispatch(new Action.TrainAt(pace.getValue()));
      }
    });
  }

  private Button button(String key, Runnable action, Shortcut... keys) {
    Object[] names = Stream.of(keys).map(KeyNames.here(texts)::of).toArray();
    Button button = new Button(texts.get("train." + key));
    button.setId("train-" + key);
    button.setTooltip(new Tooltip(texts.get("train." + key + ".tip", names)));
    button.setOnAction(event -> action.run());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static Label number(String id) {
    Label number = new Label("");
    number.setId("train-" + id);
    number.getStyleClass().addAll("counter", "mono");
    number.setMinWidth(USE_PREF_SIZE);
    return number;
  }

  private HBox counted(String key, Label number) {
    Label name = new Label(texts.get("train." + key));
    name.getStyleClass().add("muted");
    name.setLabelFor(number);
    HBox pair = new HBox(name, number);
    pair.getStyleClass().addAll("counted", "counted-" + key);
    return pair;
  }

  private void newStart() {
    store
        .state()
        .training()
        .ifPresent(state -> {
          TrainingSetup setup = state.setup();
          // Rows of the document's own carry no seed: each run then has another.
          long seed = setup.data().isPresent() ? setup.startSeed() + 1 : state.run();
          store.dispatch(
              new Action.ChangeSetup(
                  SetupEdits.withStart(setup, setup.start(), seed),
                  Message.of("train.done.newStart")));
        });
  }

  @Override
  public void requestFocus() {
    play.requestFocus();
  }

  void show(Training state) {
    training = state;
    pace.setValue(state.pace());
    showPlay(state.playing());
  }

  private void showPlay(boolean runs) {
    playIcon.setIconCode(runs ? Feather.PAUSE : Feather.PLAY);
    play.setText(texts.get(runs ? "train.pause" : "train.play"));
  }

  /** How far the run is. */
  void show(Snapshot snapshot) {
    boolean runs = snapshot.status() instanceof Status.Running;
    showPlay(runs || (training != null && training.playing()));
    epoch.setText(Numbers.grouped(snapshot.epochs()));
    step.setText(Numbers.grouped(snapshot.steps()));
    speed.setText(
        runs && snapshot.samplesPerSecond() > 0
            ? Numbers.grouped(Math.round(snapshot.samplesPerSecond()))
            : "–");
  }
}
