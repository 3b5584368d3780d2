package org.gradloom.ui.train;

import java.util.List;
import javafx.scene.Node;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.WeightInit;
import org.gradloom.rule.Elementwise;
import org.gradloom.text.Texts;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NodeVisibility;

/** The settings of the network: its layers, the weights it starts from, and how it is written. */
final class NetworkSettings {
  private final SettingField hidden;
  private final SettingChoice<Elementwise> activation;
  private final SettingChoice<WeightInit> start;
  private final SettingField startSeed;
  private final String several;
  private final SettingField frozen;
  private final SettingChoice<Convention> convention;

  NetworkSettings(Texts texts, SetupChanges changes) {
    several = texts.get("train.activation.several");
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
    frozen =
        SettingField.of(
            "frozen",
            7,
            texts,
            changes,
            (setup, text) ->
                SetupEdits.withFrozen(setup, SettingParser.frozen(text, setup.lesson().layers())));
    convention =
        new SettingChoice<>(
            "convention",
            texts,
            List.of(Convention.values()),
            value -> texts.get("convention.plain." + value.documentName()),
            value ->
                changes.change(
                    setup -> SetupEdits.withConvention(setup, value), "train.done.convention"));
  }

  /** From above to below. */
  List<Node> nodes() {
    return List.of(hidden, activation, start, startSeed, frozen, convention);
  }

  void show(TrainingSetup setup) {
    hidden.show(SettingParser.text(setup.hidden()));
    List<Elementwise> activations = setup.activations().stream().distinct().toList();
    if (activations.size() == 1) {
      activation.show(activations.getFirst());
    } else {
      activation.showSeveral(several);
    }
    start.show(setup.start());
    frozen.show(SettingParser.frozenText(setup.lesson().layers()));
    convention.show(setup.lesson().convention());
    startSeed.show(SettingParser.text(setup.startSeed()));
    NodeVisibility.set(activation, !activations.isEmpty());
    NodeVisibility.set(start, setup.data().isPresent());
    NodeVisibility.set(startSeed, setup.data().isPresent());
  }
}
