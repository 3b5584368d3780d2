package org.gradloom.ui.speed;

import atlantafx.base.controls.Spacer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.matrix.Numbers;
import org.gradloom.speed.Bench;
import org.gradloom.speed.Implementation;
import org.gradloom.speed.SpeedWords;
import org.gradloom.speed.Timings;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.SpeedState;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** First of all: whether every way computes the same numbers. */
final class AgreementCard extends VBox {
  private final Texts texts;
  private final Bench bench;
  private final Map<Implementation, Row> rows = new EnumMap<>(Implementation.class);

  private static final class Row {
    final Label what = new Label();
    final Label difference = new Label();
    final Label verdict = new Label();

    Row(String id) {
      what.setId("speed-what-" + id);
      what.getStyleClass().add("muted");
      difference.setId("speed-difference-" + id);
      difference.getStyleClass().add("mono");
      verdict.setId("speed-agrees-" + id);
      verdict.setMinWidth(USE_PREF_SIZE);
    }
  }

  AgreementCard(Texts texts, Bench bench) {
    this.texts = texts;
    this.bench = bench;
    getStyleClass().addAll("card", "speed-card");
    Label title = new Label(texts.get("speed.numbers").toUpperCase(Locale.ROOT));
    title.getStyleClass().add("panel-title");
    title.setMinWidth(USE_PREF_SIZE);
    Label note = new Label(texts.get("speed.numbers.note"));
    note.getStyleClass().add("muted");
    HBox head = new HBox(title, new Spacer(), note);
    head.getStyleClass().add("speed-head");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("speed-grid-pane");
    ColumnConstraints sign = new ColumnConstraints();
    ColumnConstraints name = new ColumnConstraints();
    ColumnConstraints what = new ColumnConstraints();
    what.setHgrow(Priority.ALWAYS);
    ColumnConstraints difference = new ColumnConstraints();
    difference.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(sign, name, what, difference, new ColumnConstraints());
    for (Implementation way : Implementation.values()) {
      Row row = new Row(way.name().toLowerCase(Locale.ROOT));
      rows.put(way, row);
      Label called = new Label(texts.get("speed.way." + way));
      called.setMinWidth(USE_PREF_SIZE);
      grid.addRow(
          grid.getRowCount(),
          SeriesSign.legend(way),
          called,
          row.what,
          row.difference,
          row.verdict);
    }
    getChildren().addAll(head, grid);
  }

  void show(SpeedState state) {
    Timings found = state.found();
    rows.forEach((way, row) -> {
      row.what.setText(what(way, found, state.plan().work().samples()));
      OptionalDouble difference = found.difference(way);
      row.difference.setText(
          way == Implementation.LOOPS || difference.isEmpty()
              ? ""
              : Numbers.rounded(difference.getAsDouble(), 2));
      showVerdict(way, found, row.verdict);
    });
  }

  private String what(Implementation way, Timings found, int samples) {
    boolean looked = found.agrees(way).isPresent() || found.isMissing(way);
    // Before that, asking would load the library on this thread.
    return way == Implementation.BLAS && looked
        ? SpeedWords.library(bench.blas().search()).stream()
            .map(texts::say)
            .collect(Collectors.joining("; "))
        : texts.get("speed.what." + way, samples);
  }

  private void showVerdict(Implementation way, Timings found, Label verdict) {
    verdict.getStyleClass().removeAll("timed-agrees", "timed-differs", "muted");
    verdict.setGraphic(null);
    verdict.setText("");
    if (way == Implementation.LOOPS) {
      verdict.setText(texts.get("speed.reference"));
      verdict.getStyleClass().add("muted");
      return;
    }
    found
        .agrees(way)
        .ifPresent(agrees -> {
          verdict.setText(texts.get(agrees ? "speed.agrees" : "speed.differs"));
          verdict.setGraphic(new FontIcon(agrees ? Feather.CHECK : Feather.X));
          verdict.getStyleClass().add(agrees ? "timed-agrees" : "timed-differs");
        });
  }
}
