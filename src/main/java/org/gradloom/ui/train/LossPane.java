package org.gradloom.ui.train;

import atlantafx.base.controls.Spacer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Notation;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.Texts;
import org.gradloom.training.Curve;
import org.gradloom.training.Evaluation;
import org.gradloom.ui.control.BarRows;
import org.gradloom.ui.control.CurveChart;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.jspecify.annotations.Nullable;

/** The losses and accuracies of the run, a kept run beside them, and how large gradients are. */
final class LossPane extends HBox {
  private final Store store;
  private final Texts texts;
  private final CurveChart chart = new CurveChart();
  private final BarRows gradients;
  private final ToggleButton loss;
  private final ToggleButton accuracy;
  private final Button keep = new Button();

  private @Nullable Training training;
  private Optional<Curve> losses = Optional.empty();
  private List<MetricCurves.Seen> scores = List.of();

  LossPane(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    this.gradients = new BarRows(texts);
    getStyleClass().add("loss-pane");
    ToggleGroup which = new ToggleGroup();
    loss = toggle("loss", which);
    accuracy = toggle("accuracy", which);
    loss.setSelected(true);
    keep.setId("keep-run");
    keep.getStyleClass().add("flat");
    keep.setOnAction(event -> keepOrForget());
    HBox segmented = new HBox(loss, accuracy);
    segmented.getStyleClass().addAll("segmented", "small");
    segmented.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(segmented, new Spacer(), keep);
    head.getStyleClass().add("panel-head");
    chart.setId("loss-chart");
    VBox.setVgrow(chart, Priority.ALWAYS);
    VBox curves = new VBox(head, chart);
    curves.getStyleClass().addAll("card", "loss-card");
    HBox.setHgrow(curves, Priority.ALWAYS);
    curves.setMinWidth(0);
    Label title = new Label(texts.get("panel.gradients"));
    title.getStyleClass().add("panel-title");
    title.setTooltip(new Tooltip(texts.get("train.gradients.tip")));
    gradients.setId("gradient-sizes");
    ScrollPane scroll = new ScrollPane(gradients);
    scroll.getStyleClass().add("side-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox sizes = new VBox(title, scroll);
    sizes.getStyleClass().addAll("card", "gradient-card");
    getChildren().addAll(curves, sizes);
  }

  private ToggleButton toggle(String id, ToggleGroup group) {
    ToggleButton toggle = new ToggleButton(texts.get("train.chart." + id));
    toggle.setId("chart-" + id);
    toggle.setToggleGroup(group);
    toggle.setOnAction(event -> {
      toggle.setSelected(true);
      draw();
    });
    return toggle;
  }

  private void keepOrForget() {
    boolean kept = training != null && training.kept().isPresent();
    store.dispatch(new Action.Keep(kept ? Optional.empty() : losses));
  }

  /** Nothing of an earlier run is shown any more. */
  void clear() {
    losses = Optional.empty();
    scores = List.of();
    gradients.setRows(List.of());
  }

  void show(Training state) {
    training = state;
    boolean classes = state.setup().labels().isPresent();
    accuracy.setDisable(!classes);
    if (!classes) {
      loss.setSelected(true);
    }
    boolean kept = state.kept().isPresent();
    keep.setText(texts.get(kept ? "train.forget" : "train.keep"));
    keep.setTooltip(new Tooltip(texts.get(kept ? "train.forget.tip" : "train.keep.tip")));
    draw();
  }

  void show(Evaluation observation, MetricCurves seen) {
    losses = Optional.of(observation.snapshot().losses());
    scores = List.copyOf(seen.all());
    keep.setDisable(losses.get().steps() == 0 && training != null && training.kept().isEmpty());
    draw();
    gradients.setRows(sizes(observation.trace()));
  }

  private void draw() {
    chart.setPicture(
        new CurveChart.Picture(
            accuracy.isSelected() ? accuracies() : losses(),
            texts.get("train.axis.step"),
            texts.get(accuracy.isSelected() ? "train.axis.accuracy" : "train.axis.loss"),
            texts.get("train.chart.empty")));
  }

  private List<CurveChart.Curve> losses() {
    List<CurveChart.Curve> curves = new ArrayList<>();
    if (training != null) {
      training
          .kept()
          .map(curve -> curve(texts.get("train.curve.kept"), CurveChart.Kind.KEPT, curve))
          .ifPresent(curves::add);
    }
    losses
        .filter(curve -> curve.steps() > 0)
        .map(curve -> curve(texts.get("train.curve.batch"), CurveChart.Kind.MAIN, curve))
        .ifPresent(curves::add);
    seen("train.curve.test", CurveChart.Kind.SECOND, MetricCurves.Seen::testLoss)
        .ifPresent(curves::add);
    return curves;
  }

  private List<CurveChart.Curve> accuracies() {
    List<CurveChart.Curve> curves = new ArrayList<>();
    seen("train.curve.train", CurveChart.Kind.MAIN, MetricCurves.Seen::trainAccuracy)
        .ifPresent(curves::add);
    seen("train.curve.test", CurveChart.Kind.SECOND, MetricCurves.Seen::testAccuracy)
        .ifPresent(curves::add);
    return curves;
  }

  private static CurveChart.Curve curve(String name, CurveChart.Kind kind, Curve losses) {
    int count = losses.buckets();
    double[] x = new double[count];
    double[] least = new double[count];
    double[] most = new double[count];
    double[] mean = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = losses.step(i);
      least[i] = losses.least(i);
      most[i] = losses.most(i);
      mean[i] = losses.mean(i);
    }
    return new CurveChart.Curve(name, kind, x, least, most, mean);
  }

  /** A score over the steps, unless it is not known. */
  private Optional<CurveChart.Curve> seen(
      String name, CurveChart.Kind kind, ToDoubleFunction<MetricCurves.Seen> score) {
    if (scores.isEmpty() || Double.isNaN(score.applyAsDouble(scores.getLast()))) {
      return Optional.empty();
    }
    return Optional.of(
        CurveChart.Curve.line(
            texts.get(name),
            kind,
            scores.stream().mapToDouble(MetricCurves.Seen::step).toArray(),
            scores.stream().mapToDouble(score).toArray()));
  }

  /** ‖dL/dW‖ of each layer, by Frobenius: the root of the sum of squares. */
  private List<BarRows.Row> sizes(Trace trace) {
    List<BarRows.Row> rows = new ArrayList<>();
    Notation notation = new Notation(trace.lesson());
    for (int l = 0; l < trace.lesson().layers().size(); l++) {
      Operand operand = new Operand(l, MatrixSymbol.DW);
      Matrix gradient = trace.matrix(operand);
      double sum = 0;
      for (double entry : gradient.toArray()) {
        sum += entry * entry;
      }
      rows.add(
          new BarRows.Row(
              texts.get("train.gradientSize", notation.plain(operand)), Math.sqrt(sum)));
    }
    return rows;
  }
}
