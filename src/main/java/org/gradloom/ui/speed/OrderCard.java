package org.gradloom.ui.speed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gradloom.matrix.Cell;
import org.gradloom.speed.Implementation;
import org.gradloom.speed.ReadingOrder;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.SpeedState;

/**
 * The order in which each way reads a small W: numbers in its cells, which stand still, and one
 * walk through them for who asks for it.
 */
final class OrderCard extends VBox {
  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
  private static final int SIDE = 4;
  private static final Duration STEP = Duration.millis(350);

  private final Texts texts;
  private final Button walk = new Button();
  private final Map<Implementation, Label> words = new EnumMap<>(Implementation.class);
  private final List<Drawing> drawings = new ArrayList<>();
  private final Timeline timeline = new Timeline();

  /** The cells of one way's W, by the step at which they are read. */
  private record Drawing(ReadingOrder order, List<List<Label>> cells) {
    void light(int step) {
      for (int k = 0; k < cells.size(); k++) {
        boolean now = k == step;
        cells.get(k).forEach(cell -> cell.pseudoClassStateChanged(NOW, now));
      }
    }
  }

  OrderCard(Texts texts) {
    this.texts = texts;
    getStyleClass().addAll("card", "speed-card");
    Label title = new Label(texts.get("speed.order").toUpperCase(Locale.ROOT));
    title.getStyleClass().add("panel-title");
    title.setMinWidth(USE_PREF_SIZE);
    Label note = new Label(texts.get("speed.order.note"));
    note.getStyleClass().add("muted");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    walk.setId("speed-walk");
    walk.setText(texts.get("speed.order.walk"));
    walk.setMinWidth(USE_PREF_SIZE);
    walk.setOnAction(event -> timeline.playFromStart());
    FlowPane ways = new FlowPane();
    ways.getStyleClass().add("speed-orders");
    for (Implementation way : Implementation.values()) {
      ReadingOrder.of(way, SIDE).ifPresent(order -> ways.getChildren().add(drawing(way, order)));
    }
    HBox below = new HBox(walk);
    getChildren().addAll(title, note, ways, below);
    int steps = drawings.stream().mapToInt(each -> each.order().steps().size()).max().orElse(0);
    for (int k = 0; k <= steps; k++) {
      int step = k;
      timeline
          .getKeyFrames()
          .add(new KeyFrame(STEP.multiply(k), event -> drawings.forEach(each -> each.light(step))));
    }
  }

  private VBox drawing(Implementation way, ReadingOrder order) {
    String id = way.name().toLowerCase(Locale.ROOT);
    GridPane grid = new GridPane();
    grid.setId("speed-order-" + id);
    grid.getStyleClass().add("speed-order");
    List<List<Label>> cells = new ArrayList<>();
    for (int k = 0; k < order.steps().size(); k++) {
      List<Label> together = new ArrayList<>();
      for (Cell cell : order.steps().get(k)) {
        Label label = new Label(Integer.toString(k + 1));
        label.getStyleClass().add("speed-order-cell");
        grid.add(label, cell.column(), cell.row());
        together.add(label);
      }
      cells.add(together);
    }
    drawings.add(new Drawing(order, cells));
    Label name = new Label(texts.get("speed.short." + way));
    name.getStyleClass().addAll("speed-end", SeriesSign.styleClass(way));
    Label said = new Label();
    said.setId("speed-order-words-" + id);
    said.getStyleClass().add("muted");
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    words.put(way, said);
    VBox all = new VBox(name, grid, said);
    all.getStyleClass().add("speed-order-of");
    return all;
  }

  /**
   * Says how often each reads W; without motion there is nothing to walk.
   *
   * @param still whether motion is to be avoided
   */
  void show(SpeedState state, boolean still) {
    int samples = state.plan().work().samples();
    words.forEach((way, said) ->
        ReadingOrder.of(way, SIDE)
            .ifPresent(order ->
                said.setText(texts.get("speed.order." + way, samples, order.passes(samples)))));
    NodeVisibility.set(walk, !still);
    // What moves takes time from what is timed.
    walk.setDisable(state.measuring());
    if (still || state.measuring()) {
      timeline.stop();
      drawings.forEach(each -> each.light(-1));
    }
  }
}
