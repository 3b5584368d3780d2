package org.gradloom.ui.speed;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.speed.Bench;
import org.gradloom.speed.Implementation;
import org.gradloom.speed.SpeedReasons;
import org.gradloom.speed.SpeedWords;
import org.gradloom.speed.Timings;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.SpeedState;

/** What was measured at one size, and why it came out so. */
final class SpeedAside extends VBox {
  private final Texts texts;
  private final Bench bench;
  private final Label at = new Label();
  private final GridPane table = new GridPane();
  private final Label whyTitle = new Label();
  private final VBox why = new VBox();
  private final Label machine = new Label();

  SpeedAside(Texts texts, Bench bench) {
    this.texts = texts;
    this.bench = bench;
    getStyleClass().addAll("side-panel", "right-side", "speed-aside");
    at.setId("speed-at");
    at.getStyleClass().add("panel-title");
    table.getStyleClass().add("speed-table");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints median = numbers();
    table.getColumnConstraints().addAll(names, median, numbers());
    whyTitle.setText(texts.get("speed.why").toUpperCase(Locale.ROOT));
    whyTitle.getStyleClass().add("panel-title");
    why.setId("speed-why");
    why.getStyleClass().add("speed-why");
    machine.setId("speed-machine");
    machine.getStyleClass().addAll("muted", "speed-note");
    machine.setText(texts.get("speed.machineLine", bench.machine().named()));
    wrap(machine);
    getChildren().addAll(at, table, whyTitle, why, machine);
    setMinHeight(USE_PREF_SIZE);
  }

  private static ColumnConstraints numbers() {
    ColumnConstraints column = new ColumnConstraints();
    column.setHalignment(HPos.RIGHT);
    column.setMinWidth(USE_PREF_SIZE);
    return column;
  }

  private static void wrap(Label label) {
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
  }

  void show(SpeedState state) {
    OptionalInt n = state.at();
    at.setText(
        n.isPresent()
            ? texts.get("speed.at", n.getAsInt()).toUpperCase(Locale.ROOT).replace("N =", "n =")
            : texts.get("speed.notYet").toUpperCase(Locale.ROOT));
    showTable(state.found(), n);
    List<Message> reasons =
        n.isPresent()
            ? new SpeedReasons(state.plan(), state.found(), bench.machine()).at(n.getAsInt())
            : List.of(Message.of("speed.before", state.plan().work().samples()));
    NodeVisibility.set(whyTitle, n.isPresent());
    why.getChildren().setAll(reasons.stream().map(this::sentence).toList());
  }

  private Label sentence(Message said) {
    Label sentence = new Label(texts.say(said));
    wrap(sentence);
    return sentence;
  }

  private void showTable(Timings found, OptionalInt n) {
    table.getChildren().clear();
    table.addRow(0, new Label(), muted("speed.median"), muted("speed.loopsTake"));
    for (Implementation way : Implementation.values()) {
      OptionalDouble median =
          n.isPresent() ? found.median(way, n.getAsInt()) : OptionalDouble.empty();
      OptionalDouble ratio =
          n.isPresent() && way != Implementation.LOOPS
              ? found.ratio(way, n.getAsInt())
              : OptionalDouble.empty();
      String id = way.name().toLowerCase(Locale.ROOT);
      table.addRow(
          table.getRowCount(),
          name(way),
          number(
              "speed-median-" + id,
              median.isPresent()
                  ? texts.say(SpeedWords.time(median.getAsDouble()))
                  : without(way, found)),
          number(
              "speed-ratio-" + id,
              ratio.isPresent()
                  ? texts.get("speed.times.as", SpeedWords.times(ratio.getAsDouble()))
                  : "–"));
    }
  }

  /** What stands where a way has no time; that a library is missing stands beside the chart. */
  private String without(Implementation way, Timings found) {
    return found.agrees(way).orElse(true) ? "–" : texts.get("speed.noTime");
  }

  private Label name(Implementation way) {
    Label name = new Label(texts.get("speed.short." + way));
    name.setMinWidth(USE_PREF_SIZE);
    return name;
  }

  private Label muted(String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("muted");
    return label;
  }

  private static Label number(String id, String said) {
    Label label = new Label(said);
    label.setId(id);
    label.getStyleClass().add("mono");
    return label;
  }
}
