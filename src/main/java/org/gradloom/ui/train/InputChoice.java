package org.gradloom.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Input;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.PreparedData;
import org.gradloom.training.RowEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NodeVisibility;

/** What the network reads of each row, a button for each input that is offered. */
final class InputChoice extends VBox {
  /** Of more features than this none is left out by a click: a table's columns have a sheet. */
  private static final int MOST_FEATURES = 8;

  private final Texts texts;
  private final SetupChanges changes;
  private final FlowPane buttons = new FlowPane();
  private List<Input> offered = List.of();
  private List<Input> chosen = List.of();

  InputChoice(Texts texts, SetupChanges changes) {
    this.texts = texts;
    this.changes = changes;
    buttons.setId("train-inputs");
    buttons.getStyleClass().addAll("segmented", "inputs");
    Label label = new Label(texts.get("train.inputs"));
    label.setLabelFor(buttons);
    getStyleClass().add("input-choice");
    getChildren().addAll(label, buttons);
  }

  void show(TrainingSetup setup) {
    Optional<PreparedData> data = setup.data();
    boolean few = data.isPresent() && setup.features().columns() <= MOST_FEATURES;
    NodeVisibility.set(this, few);
    if (few) {
      show(setup, data.get().train().features());
    }
  }

  private void show(TrainingSetup setup, List<String> features) {
    chosen = setup.readInputs();
    List<Input> present = new ArrayList<>(Input.offered(features.size()));
    chosen.stream().filter(input -> !present.contains(input)).forEach(present::add);
    if (!present.equals(offered) || buttons.getChildren().size() != present.size()) {
      offered = List.copyOf(present);
      buttons.getChildren().setAll(offered.stream().map(this::button).toList());
    }
    for (int i = 0; i < offered.size(); i++) {
      ToggleButton button = (ToggleButton) buttons.getChildren().get(i);
      Input input = offered.get(i);
      String name = input.named(features::get);
      button.setText(ShortNames.of(input, features));
      button.setAccessibleText(name);
      button.setSelected(chosen.contains(input));
      button.getTooltip().setText(texts.get("train.input.tip", name));
    }
  }

  private ToggleButton button(Input input) {
    ToggleButton button = new ToggleButton();
    button.setId("train-input-" + (offered.indexOf(input) + 1));
    button.setMnemonicParsing(false);
    button.setTooltip(new Tooltip());
    button.setOnAction(event -> choose(input, button));
    return button;
  }

  private void choose(Input input, ToggleButton button) {
    List<Input> wanted =
        offered.stream()
            .filter(one -> one.equals(input) ? button.isSelected() : chosen.contains(one))
            .toList();
    if (wanted.isEmpty()) {
      button.setSelected(true);
      changes.tell(Message.of("train.noInput"));
      return;
    }
    changes
        .change(setup -> RowEdits.withInputs(setup, wanted), "train.done.inputs")
        .ifPresent(changes::tell);
  }
}
