package org.gradloom.ui.train;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.rule.Elementwise;
import org.gradloom.text.Texts;
import org.gradloom.training.Evaluation;
import org.gradloom.training.SetupEdits;
import org.gradloom.ui.control.NetworkMap;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The network, to be looked at and changed, and the matrices of one of its layers. */
final class NetworkPane extends VBox {
  private final NetworkPictures pictures;
  private final NetworkEditing editing;
  private final NetworkMap map;
  private final List<LayerMatrix> matrices;
  private final SettingChoice<Elementwise> activation;

  private @Nullable Training training;
  private @Nullable Evaluation seen;

  /**
   * A pane.
   *
   * @param run told of weights set by hand, and of a step to open
   * @param pointedAt told which unit is pointed at
   */
  NetworkPane(
      Store store, Texts texts, RunController run, Consumer<Optional<NetworkMap.Unit>> pointedAt) {
    pictures = new NetworkPictures(texts);
    editing = new NetworkEditing(store, texts, pointedAt);
    map = new NetworkMap(texts, editing);
    map.setId("network-map");
    map.setLimits(new NetworkMap.Limits(SetupEdits.MOST_HIDDEN_LAYERS, SetupEdits.MOST_UNITS));
    VBox.setVgrow(map, Priority.ALWAYS);
    Consumer<Action> chosen = action -> run.openStep(Optional.of(action));
    matrices =
        List.of(
            new LayerMatrix("layer-w", MatrixSymbol.W, texts, chosen),
            new LayerMatrix("layer-dW", MatrixSymbol.DW, texts, chosen),
            new LayerMatrix("layer-a", MatrixSymbol.A, texts, chosen));
    Label title = new Label(texts.get("panel.map"));
    title.getStyleClass().add("panel-title");
    activation =
        new SettingChoice<>(
            "activationOfLayer",
            texts,
            List.of(Elementwise.values()),
            value -> texts.get("activation." + value.documentName()),
            value -> editing.setActivation(shownLayer(), value));
    VBox corner = new VBox(activation, new Spacer(Orientation.VERTICAL), openButton(texts, run));
    corner.getStyleClass().add("open-corner");
    HBox faces = new HBox();
    faces.getStyleClass().add("faces");
    faces.getChildren().addAll(matrices);
    faces.getChildren().addAll(new Spacer(), corner);
    getStyleClass().addAll("card", "network-pane");
    getChildren().addAll(title, map, faces);
  }

  private static Button openButton(Texts texts, RunController run) {
    Button open = new Button(texts.get("train.open"));
    open.setId("open-step");
    open.getStyleClass().add("accent");
    open.setWrapText(true);
    open.setGraphic(new FontIcon(Feather.ARROW_UP_RIGHT));
    open.setContentDisplay(ContentDisplay.RIGHT);
    open.setTooltip(new Tooltip(texts.get("train.open.tip")));
    open.setOnAction(event -> run.openStep(Optional.empty()));
    open.setMinHeight(USE_PREF_SIZE);
    return open;
  }

  /** Nothing of an earlier run is shown any more. */
  void clear() {
    seen = null;
    editing.clear();
  }

  void show(Training state) {
    training = state;
    List<Elementwise> hidden = state.setup().activations();
    NodeVisibility.set(activation, state.layer() < hidden.size());
    if (state.layer() < hidden.size()) {
      activation.show(hidden.get(state.layer()));
    }
    draw();
  }

  private int shownLayer() {
    return Objects.requireNonNull(training).layer();
  }

  void show(Evaluation evaluation) {
    seen = evaluation;
    editing.show(evaluation);
    draw();
  }

  private void draw() {
    Evaluation evaluation = seen;
    Training state = training;
    if (evaluation == null || state == null) {
      return;
    }
    map.setPicture(pictures.of(evaluation, state));
    int layer = Math.min(state.layer(), evaluation.trace().lesson().lastLayer());
    matrices.forEach(matrix -> matrix.show(evaluation.trace(), layer));
  }
}
