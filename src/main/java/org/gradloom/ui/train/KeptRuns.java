package org.gradloom.ui.train;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Optimizer;
import org.gradloom.text.Quote;
import org.gradloom.text.Texts;
import org.gradloom.training.Curve;
import org.gradloom.training.Evaluation;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.LossChart;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Keeps the present run in the chart of the losses, and names and forgets those that were kept. */
final class KeptRuns extends HBox {
  private final Store store;
  private final Texts texts;
  private final Button keep = new Button();
  private final MenuButton list = new MenuButton();
  private final MenuItem oneMore = new MenuItem();
  private @Nullable Training training;
  private List<LossChart.KeptRun> listed = List.of();
  private Optional<Curve> losses = Optional.empty();

  KeptRuns(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    keep.setId("keep-run");
    keep.getStyleClass().add("flat");
    keep.setText(texts.get("train.keep"));
    keep.setTooltip(new Tooltip(texts.get("train.keep.tip")));
    keep.setOnAction(event -> keep());
    list.setId("kept-runs");
    list.getStyleClass().add("flat");
    list.setTooltip(new Tooltip(texts.get("train.kept.tip")));
    oneMore.setId("keep-another");
    oneMore.disableProperty().bind(keep.disableProperty());
    oneMore.setOnAction(event -> keep());
    getStyleClass().add("kept-runs");
    setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(keep, list);
    NodeVisibility.set(list, false);
  }

  private void keep() {
    Training present = training;
    if (present != null) {
      losses.ifPresent(
          curve -> store.dispatch(new Action.Keep(new LossChart.KeptRun(name(present), curve))));
    }
  }

  /** What a run is called at first: its optimizer and rate, which one compares most often. */
  private String name(Training present) {
    Optimizer optimizer = present.setup().plan().optimizer();
    return texts.get(
        "train.kept.name",
        texts.get("optimizer." + optimizer.documentName()),
        Numbers.format(optimizer.learningRate()));
  }

  /** Nothing of an earlier run can be kept any more. */
  void clear() {
    losses = Optional.empty();
    showKeeping();
  }

  void show(Evaluation evaluation) {
    losses = Optional.of(evaluation.snapshot().losses()).filter(curve -> curve.steps() > 0);
    showKeeping();
  }

  void show(Training state) {
    training = state;
    showKeeping();
    List<LossChart.KeptRun> kept = state.chart().kept();
    if (!kept.equals(listed)) {
      listed = kept;
      list.setText(texts.get("train.kept", kept.size()));
      list.getItems().setAll(oneMore, new SeparatorMenuItem());
      for (int run = 0; run < kept.size(); run++) {
        list.getItems().add(item(run, kept.get(run).name()));
      }
    }
    NodeVisibility.set(keep, kept.isEmpty());
    NodeVisibility.set(list, !kept.isEmpty());
  }

  private void showKeeping() {
    boolean full = training != null && training.chart().isFull();
    keep.setDisable(losses.isEmpty() || full);
    oneMore.setText(texts.get(full ? "train.keep.full" : "train.keep", LossChart.MOST_KEPT));
  }

  private CustomMenuItem item(int run, String name) {
    TextField field = new TextField(name);
    field.setId("kept-name-" + (run + 1));
    field.setAccessibleText(texts.get("train.kept.rename", name));
    field.setTextFormatter(
        new TextFormatter<>(change ->
            change.getControlNewText().length() <= LossChart.LONGEST_NAME ? change : null));
    field.setOnAction(event -> rename(run, field));
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            rename(run, field);
          }
        });
    Button forget = new Button();
    forget.setId("forget-run-" + (run + 1));
    forget.getStyleClass().addAll("flat", "icon-button");
    forget.setGraphic(new FontIcon(Feather.X));
    forget.setAccessibleText(texts.get("train.forget", name));
    forget.setTooltip(new Tooltip(texts.get("train.forget", name)));
    forget.setOnAction(event -> store.dispatch(new Action.Forget(run)));
    HBox row = new HBox(field, forget);
    row.getStyleClass().add("kept-run");
    CustomMenuItem item = new CustomMenuItem(row, /* hideOnClick= */ false);
    item.getStyleClass().add("kept-run-item");
    return item;
  }

  private void rename(int run, TextField field) {
    String wanted = Quote.visible(field.getText()).strip();
    if (run >= listed.size() || wanted.equals(listed.get(run).name())) {
      return;
    }
    if (wanted.isEmpty()) {
      field.setText(listed.get(run).name());
    } else {
      store.dispatch(new Action.NameKept(run, wanted));
    }
  }
}
