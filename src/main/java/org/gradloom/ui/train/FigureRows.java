package org.gradloom.ui.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.training.Evaluation;
import org.gradloom.training.Figure;
import org.gradloom.training.Quantity;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NodeVisibility;

/**
 * Every figure that training knows, at the moment that is shown: a row for what is measured, a
 * column for the rows on which.
 */
final class FigureRows {
  private final Texts texts;
  private final GridPane table = new GridPane();
  private final Map<Figure, Label> values = new EnumMap<>(Figure.class);
  private final Map<Figure.Measure, Label> names = new EnumMap<>(Figure.Measure.class);
  private final Map<Figure.Rows, Label> heads = new EnumMap<>(Figure.Rows.class);
  private String unit = "";

  FigureRows(Texts texts) {
    this.texts = texts;
    table.setId("figures");
    table.getStyleClass().add("figures");
    ColumnConstraints name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    table.getColumnConstraints().add(name);
    List<Figure.Rows> columns = List.of(Figure.Rows.values());
    for (int c = 0; c < columns.size(); c++) {
      Label head = new Label(texts.get("train.figures." + columns.get(c).id()));
      head.getStyleClass().add("muted");
      heads.put(columns.get(c), head);
      ColumnConstraints column = new ColumnConstraints();
      column.setHalignment(HPos.RIGHT);
      table.getColumnConstraints().add(column);
      table.add(head, 1 + c, 0);
    }
    List<Figure.Measure> measures = List.of(Figure.Measure.values());
    for (int r = 0; r < measures.size(); r++) {
      Label row = new Label(texts.get("measure." + measures.get(r).id()));
      names.put(measures.get(r), row);
      table.add(row, 0, 1 + r);
    }
    for (Figure figure : Figure.values()) {
      Label value = new Label();
      value.setId("figure-" + figure.id());
      value.getStyleClass().addAll("counter", "mono");
      value.setMinWidth(Region.USE_PREF_SIZE);
      values.put(figure, value);
      table.add(value, 1 + columns.indexOf(figure.rows()), 1 + measures.indexOf(figure.measure()));
    }
  }

  /** From above to below. */
  List<Node> nodes() {
    return List.of(table);
  }

  /** Nothing of an earlier run is shown any more. */
  void clear() {
    values.values().forEach(value -> value.setText(""));
  }

  void show(TrainingSetup setup) {
    unit = setup.quantity().flatMap(Quantity::unit).map(known -> " " + known).orElse("");
    List<Figure> shown = new ArrayList<>();
    values.forEach((figure, value) -> {
      NodeVisibility.set(value, figure.isOf(setup));
      if (figure.isOf(setup)) {
        shown.add(figure);
      }
    });
    names.forEach((measure, name) ->
        NodeVisibility.set(name, shown.stream().anyMatch(figure -> figure.measure() == measure)));
    heads.forEach((rows, head) ->
        NodeVisibility.set(head, shown.stream().anyMatch(figure -> figure.rows() == rows)));
  }

  void show(Evaluation evaluation) {
    values.forEach((figure, value) -> {
      var known = evaluation.figure(figure);
      String text = known.isPresent() ? written(figure, known.getAsDouble()) : "";
      if (!text.equals(value.getText())) {
        value.setText(text);
        value.setAccessibleText(texts.get("figure." + figure.id()) + " " + text);
      }
    });
  }

  private String written(Figure figure, double value) {
    return switch (figure.measure().kind()) {
      case PART -> texts.get("train.percent", value);
      case QUANTITY -> Numbers.rounded(value, 3) + unit;
      case NUMBER -> Numbers.rounded(value, 3);
    };
  }
}
