package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import org.gradloom.matrix.Numbers;
import org.jspecify.annotations.Nullable;

/** The scale of the colours: its ends in numbers, with the colours between. */
final class HeatScale extends HBox {
  private static final int DIGITS = 3;

  private static final int STOPS = 16;

  /** In em. */
  private static final double LEAST_ROOM = 10;

  private final Region ramp = new Region();
  private final Label least = new Label();
  private final Label most = new Label();
  private @Nullable HeatColours shown;

  HeatScale() {
    ramp.getStyleClass().add("heat-colours");
    getStyleClass().add("heat-scale");
    getChildren().addAll(least, ramp, most);
    least.setMinWidth(USE_PREF_SIZE);
    most.setMinWidth(USE_PREF_SIZE);
    setMouseTransparent(true);
  }

  /** Shows where the colours end; in a narrow room without the colours between. */
  void show(double limit, HeatColours colours, double room) {
    if (colours != shown) {
      shown = colours;
      List<Stop> stops = new ArrayList<>();
      for (int i = 0; i <= STOPS; i++) {
        stops.add(new Stop((double) i / STOPS, colours.colour(2.0 * i / STOPS - 1)));
      }
      ramp.setBackground(
          Background.fill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops)));
    }

    String end = Numbers.rounded(limit, DIGITS);
    boolean roomy = room >= LEAST_ROOM * most.getFont().getSize();
    NodeVisibility.set(ramp, roomy);
    least.setText(roomy ? Numbers.rounded(-limit, DIGITS) : "±" + end);
    most.setText(roomy ? end : "");
  }
}
