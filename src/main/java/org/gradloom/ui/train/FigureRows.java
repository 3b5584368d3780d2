package org.gradloom.ui.train;

import atlantafx.base.controls.Spacer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.training.Evaluation;
import org.gradloom.training.Figure;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NodeVisibility;

/** Every figure that training knows: its name, and its value at the moment that is shown. */
final class FigureRows {
  private final Texts texts;
  private final Map<Figure, Label> values = new EnumMap<>(Figure.class);
  private final Map<Figure, HBox> rows = new EnumMap<>(Figure.class);

  FigureRows(Texts texts) {
    this.texts = texts;
    for (Figure figure : Figure.values()) {
      Label value = new Label();
      value.setId("figure-" + figure.id());
      value.getStyleClass().addAll("counter", "mono");
      value.setMinWidth(Region.USE_PREF_SIZE);
      Label name = new Label(texts.get("figure." + figure.id()));
      name.setLabelFor(value);
      HBox row = new HBox(name, new Spacer(), value);
      row.getStyleClass().add("setting");
      values.put(figure, value);
      rows.put(figure, row);
    }
  }

  /** From above to below. */
  List<Node> nodes() {
    return new ArrayList<>(rows.values());
  }

  /** Nothing of an earlier run is shown any more. */
  void clear() {
    values.values().forEach(value -> value.setText(""));
  }

  void show(TrainingSetup setup) {
    rows.forEach((figure, row) -> NodeVisibility.set(row, figure.isOf(setup)));
  }

  void show(Evaluation evaluation) {
    values.forEach((figure, value) -> {
      var known = evaluation.figure(figure);
      value.setText(known.isPresent() ? written(figure, known.getAsDouble()) : "");
    });
  }

  private String written(Figure figure, double value) {
    return switch (figure.kind()) {
      case PART -> texts.get("train.percent", value);
      case NUMBER -> Numbers.rounded(value, 3);
    };
  }
}
