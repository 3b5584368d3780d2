package org.gradloom.ui.train;

import atlantafx.base.controls.Spacer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gradloom.text.Texts;
import org.gradloom.training.Curve;
import org.gradloom.training.Evaluation;
import org.gradloom.training.Figure;
import org.gradloom.training.FigureCurves;
import org.gradloom.ui.control.CurveChart;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.jspecify.annotations.Nullable;

/** The losses of the run, or what else is measured, over its steps, with kept runs beside them. */
final class CurvePane extends VBox {
  private final Store store;
  private final Texts texts;
  private final CurveChart chart = new CurveChart();
  private final Map<Figure.Measure, ToggleButton> measures = new EnumMap<>(Figure.Measure.class);
  private Figure.Measure chosen = Figure.Measure.LOSS;
  private final KeptRuns kept;
  private final Button scale = new Button();

  private @Nullable Training training;
  private Optional<Evaluation> seen = Optional.empty();

  CurvePane(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    ToggleGroup which = new ToggleGroup();
    HBox segmented = new HBox(toggle(Figure.Measure.LOSS, which));
    for (Figure.Measure measure : Figure.Measure.values()) {
      if (measure != Figure.Measure.LOSS && !measure.isPartOfLoss()) {
        segmented.getChildren().add(toggle(measure, which));
      }
    }
    kept = new KeptRuns(store, texts);
    segmented.getStyleClass().addAll("segmented", "small");
    segmented.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(segmented, new Spacer(), kept);
    head.getStyleClass().add("panel-head");
    chart.setId("loss-chart");
    dressScale();
    StackPane withScale = new StackPane(chart, scale);
    withScale.getStyleClass().add("loss-chart-place");
    VBox.setVgrow(withScale, Priority.ALWAYS);
    getStyleClass().addAll("card", "loss-card");
    setMinWidth(0);
    getChildren().addAll(head, withScale);
  }

  private void dressScale() {
    scale.setId("loss-scale");
    scale.getStyleClass().addAll("flat", "chart-scale");
    scale.setOnAction(
        event -> store.dispatch(new Action.ScaleLosses(!chart.getPicture().isLogarithmic())));
  }

  private ToggleButton toggle(Figure.Measure measure, ToggleGroup group) {
    ToggleButton toggle = new ToggleButton(texts.get("train.chart." + measure.id()));
    toggle.setId("chart-" + measure.id());
    toggle.setToggleGroup(group);
    toggle.setSelected(measure == chosen);
    toggle.setOnAction(event -> choose(measure));
    measures.put(measure, toggle);
    return toggle;
  }

  private void choose(Figure.Measure measure) {
    chosen = measure;
    measures.forEach((each, toggle) -> toggle.setSelected(each == measure));
    draw();
  }

  private Optional<Curve> losses() {
    return seen.map(evaluation -> evaluation.snapshot().losses());
  }

  /** Nothing of an earlier run is shown any more. */
  void clear() {
    seen = Optional.empty();
    kept.clear();
  }

  void show(Training state) {
    training = state;
    measures.forEach((measure, toggle) -> NodeVisibility.set(toggle, measure.isOf(state.setup())));
    if (!chosen.isOf(state.setup())) {
      choose(Figure.Measure.LOSS);
    }
    kept.show(state);
    draw();
  }

  void show(Evaluation evaluation) {
    seen = Optional.of(evaluation);
    kept.show(evaluation);
    draw();
  }

  private void draw() {
    chart.setPicture(
        new CurveChart.Picture(
            chosen == Figure.Measure.LOSS ? lossCurves() : measured(),
            texts.get("train.axis.step"),
            texts.get("train.axis." + chosen.id()),
            texts.get("train.chart.empty"),
            heights()));
    showScale();
  }

  private CurveChart.Heights heights() {
    Optional<Boolean> wanted =
        Optional.ofNullable(training).flatMap(state -> state.chart().logarithmic());
    return chosen == Figure.Measure.LOSS && wanted.isPresent()
        ? wanted.get() ? CurveChart.Heights.LOGARITHMIC : CurveChart.Heights.LINEAR
        : CurveChart.Heights.BY_VALUES;
  }

  /** Says which heights are equal. */
  private void showScale() {
    CurveChart.Picture picture = chart.getPicture();
    NodeVisibility.set(scale, chosen == Figure.Measure.LOSS && !picture.isEmpty());
    String which = picture.isLogarithmic() ? "logarithmic" : "linear";
    String words = texts.get("train.scale." + which);
    if (!words.equals(scale.getText())) {
      scale.setText(words);
      scale.setTooltip(new Tooltip(texts.get("train.scale." + which + ".tip")));
    }
  }

  private List<CurveChart.Graph> lossCurves() {
    List<CurveChart.Graph> curves = new ArrayList<>();
    if (training != null) {
      training.chart().kept().stream()
          .map(run -> curve(run.name(), CurveChart.Kind.KEPT, run.losses()))
          .forEach(curves::add);
    }
    losses()
        .filter(curve -> curve.steps() > 0)
        .map(curve -> curve(texts.get("train.curve.batch"), CurveChart.Kind.MAIN, curve))
        .ifPresent(curves::add);
    curve(texts.get("train.curve.test"), CurveChart.Kind.SECOND, Figure.TEST_LOSS)
        .ifPresent(curves::add);
    curve(texts.get("train.curve.penalty"), CurveChart.Kind.THIRD, Figure.TRAIN_PENALTY)
        .ifPresent(curves::add);
    return curves;
  }

  private List<CurveChart.Graph> measured() {
    List<CurveChart.Graph> curves = new ArrayList<>();
    curve(
            texts.get("train.curve.train"),
            CurveChart.Kind.MAIN,
            Figure.of(chosen, Figure.Rows.TRAIN))
        .ifPresent(curves::add);
    curve(
            texts.get("train.curve.test"),
            CurveChart.Kind.SECOND,
            Figure.of(chosen, Figure.Rows.TEST))
        .ifPresent(curves::add);
    return curves;
  }

  private static CurveChart.Graph curve(String name, CurveChart.Kind kind, Curve losses) {
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
    return new CurveChart.Graph(name, kind, x, least, most, mean);
  }

  /**
   * A figure over the steps, unless it is not known now: where the run was measured, and at the
   * present step.
   */
  private Optional<CurveChart.Graph> curve(String name, CurveChart.Kind kind, Figure figure) {
    return seen.filter(evaluation -> evaluation.figure(figure).isPresent())
        .map(evaluation -> {
          FigureCurves measured = evaluation.snapshot().figures();
          long present = evaluation.snapshot().steps();
          int count = measured.measured().size();
          int before = measured.step(count - 1) < present ? count : count - 1;
          double[] steps = IntStream.rangeClosed(0, before).mapToDouble(measured::step).toArray();
          double[] values = Arrays.copyOf(measured.of(figure), before + 1);
          steps[before] = present;
          values[before] = evaluation.figure(figure).getAsDouble();
          return CurveChart.Graph.line(name, kind, steps, values);
        });
  }
}
