package org.gradloom.ui.table;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.LearningTask;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;

/** What is learned, what becomes of missing values, and what a network reads of a line. */
final class SheetGroups extends GridPane {
  /** In percent of the width. */
  private static final List<Double> BESIDE = List.of(30.0, 34.0, 36.0);

  /** In em. */
  private static final double BESIDE_FROM = 66;

  private final Texts texts;
  private final Supplier<TableChoices> present;
  private final BiConsumer<SheetModel.Part, TableChoices> choose;
  private final ToggleButton classification = new ToggleButton();
  private final ToggleButton regression = new ToggleButton();
  private final Label task = SheetParts.note("table-task-note");
  private final Label taskRefusal = SheetParts.refusal("table-task-refusal");
  private final ToggleButton leaveOut = new ToggleButton();
  private final ToggleButton fill = new ToggleButton();
  private final Label missing = SheetParts.note("table-missing-note");
  private final Label missingRefusal = SheetParts.refusal("table-missing-refusal");
  private final Button offer = new Button();
  private final Label inputs = SheetParts.note("table-inputs");
  private final Label oneHot = SheetParts.note("table-one-hot");
  private final CheckBox pictures = new CheckBox();
  private final Label picturesRefusal = SheetParts.refusal("table-pictures-refusal");

  SheetGroups(
      Texts texts,
      Supplier<TableChoices> present,
      BiConsumer<SheetModel.Part, TableChoices> choose) {
    this.texts = texts;
    this.present = present;
    this.choose = choose;
    getStyleClass().add("table-groups");
    dress(classification, "classification", () -> choose(LearningTask.CLASSIFICATION));
    dress(regression, "regression", () -> choose(LearningTask.REGRESSION));
    classification.setText(texts.get("table.task.classification"));
    regression.setText(texts.get("table.task.regression"));
    dress(leaveOut, "leave-out", () -> choose(false));
    dress(fill, "fill", () -> choose(true));
    leaveOut.setText(texts.get("table.leaveOut"));
    fill.setText(texts.get("table.fill"));
    offer.setId("table-offer");
    offer.setMnemonicParsing(false);
    offer.getStyleClass().add("table-offer");
    inputs.getStyleClass().add("table-inputs");
    pictures.setId("table-pictures");
    pictures.setTooltip(new Tooltip(texts.get("table.pictures.tip")));
    pictures.setOnAction(event ->
        choose.accept(SheetModel.Part.PICTURES, present.get().withPictures(pictures.isSelected())));
    getChildren()
        .addAll(
            group("table.task", segmented(classification, regression), taskRefusal, task),
            group("table.missingValues", segmented(leaveOut, fill), missingRefusal, missing, offer),
            group("table.goesIn", inputs, oneHot, pictures, picturesRefusal));
    arrange(true);
    widthProperty()
        .subscribe(
            width -> arrange(width.doubleValue() >= BESIDE_FROM * inputs.getFont().getSize()));
  }

  /** Beside each other, or below each other where there is no room for that. */
  private void arrange(boolean beside) {
    getColumnConstraints().clear();
    List<Double> shares = beside ? BESIDE : List.of(100.0);
    for (double share : shares) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      getColumnConstraints().add(column);
    }
    for (int i = 0; i < getChildren().size(); i++) {
      setConstraints(getChildren().get(i), beside ? i : 0, beside ? 0 : i);
    }
  }

  private static void dress(ToggleButton button, String id, Runnable chosen) {
    button.setId("table-" + id);
    button.setOnAction(event -> {
      // One of the two is always on.
      button.setSelected(true);
      chosen.run();
    });
  }

  private void choose(LearningTask wanted) {
    choose.accept(SheetModel.Part.TASK, present.get().withTask(wanted));
  }

  private void choose(boolean filled) {
    choose.accept(SheetModel.Part.MISSING, present.get().withFilled(filled));
  }

  private static HBox segmented(ToggleButton... buttons) {
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(buttons);
    for (ToggleButton button : buttons) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    HBox segmented = new HBox(buttons);
    segmented.getStyleClass().addAll("segmented", "small");
    return segmented;
  }

  private VBox group(String key, Node... parts) {
    Label title = new Label(texts.get(key));
    title.getStyleClass().add("panel-title");
    VBox group = new VBox(title);
    group.getStyleClass().add("table-group");
    group.getChildren().addAll(parts);
    return group;
  }

  void show(SheetModel model) {
    Optional<LearningTask> learned = model.task();
    classification.setSelected(learned.equals(Optional.of(LearningTask.CLASSIFICATION)));
    regression.setSelected(learned.equals(Optional.of(LearningTask.REGRESSION)));
    say(task, SheetNotes.task(model).filter(_ -> model.refusal(SheetModel.Part.TASK).isEmpty()));
    refuse(taskRefusal, model, SheetModel.Part.TASK);
    leaveOut.setSelected(!model.choices().filled());
    fill.setSelected(model.choices().filled());
    say(missing, SheetNotes.missing(model));
    refuse(missingRefusal, model, SheetModel.Part.MISSING);
    List<SheetOffer> offers = model.offers();
    NodeVisibility.set(offer, !offers.isEmpty());
    if (!offers.isEmpty()) {
      SheetOffer best = offers.getFirst();
      offer.setText(texts.say(best.words()));
      offer.setOnAction(event -> choose.accept(SheetModel.Part.MISSING, best.choices()));
    }
    say(inputs, SheetNotes.inputs(model));
    say(oneHot, SheetNotes.oneHot(model));
    boolean square = SheetNotes.pictures(model).isPresent() || model.choices().pictures();
    NodeVisibility.set(pictures, square);
    pictures.setSelected(model.choices().pictures());
    SheetNotes.pictures(model)
        .ifPresent(
            size -> pictures.setText(texts.get("table.pictures", size.width(), size.height())));
    refuse(picturesRefusal, model, SheetModel.Part.PICTURES);
  }

  private void say(Label label, Optional<Message> said) {
    SheetParts.say(label, said.map(texts::say).orElse(""));
  }

  private void refuse(Label label, SheetModel model, SheetModel.Part part) {
    SheetParts.say(
        label, model.refusal(part).map(wrong -> SheetNotes.sentence(texts, wrong)).orElse(""));
  }
}
