package org.gradloom.ui.train;

import java.util.List;
import javafx.scene.Node;
import org.gradloom.lesson.WeightInit;
import org.gradloom.rule.Elementwise;
import org.gradloom.text.Texts;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NodeVisibility;

/** The settings of the network: its layers and the weights it starts from. */
final class NetworkSettings {
  private final SettingField hidden;
  private final SettingChoice<Elementwise> activation;
  private final SettingChoice<WeightInit> start;
  private final SettingField startSeed;

  NetworkSettings(Texts texts, SetupChanges changes) {
    hidden =
        SettingField.of(
            "hidden",
            7,
            texts,
            changes,
            (setup, text) -> SetupEdits.withHidden(setup, SettingParser.hidden(text)));
    activation =
        new SettingChoice<>(
            "activation",
            texts,
            List.of(Elementwise.values()),
            value -> texts.get("activation." + value.documentName()),
            value ->
                changes.change(
                    setup -> SetupEdits.withActivation(setup, value), "train.done.activation"));
    start =
        new SettingChoice<>(
            "start",
            texts,
            List.of(WeightInit.values()),
            value -> texts.get("start." + value.documentName()),
            value ->
                changes.change(
                    setup -> SetupEdits.withStart(setup, value, setup.startSeed()),
                    "train.done.start"));
    startSeed =
        SettingField.of(
            "startSeed",
            5,
            texts,
            changes,
            (setup, text) -> SetupEdits.withStart(setup, setup.start(), SettingParser.whole(text)));
  }

  /** From above to below. */
  List<Node> nodes() {
    return List.of(hidden, activation, start, startSeed);
  }

  void show(TrainingSetup setup) {
    hidden.show(SettingParser.text(setup.hidden()));
    setup.activation().ifPresent(activation::show);
    start.show(setup.start());
    startSeed.show(Long.toString(setup.startSeed()));
    NodeVisibility.set(activation, setup.activation().isPresent());
    NodeVisibility.set(start, setup.data().isPresent());
    NodeVisibility.set(startSeed, setup.data().isPresent());
  }
}
