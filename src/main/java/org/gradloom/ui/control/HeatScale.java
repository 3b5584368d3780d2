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
import javafx.scene.text.Text;
import org.gradloom.matrix.Numbers;
import org.jspecify.annotations.Nullable;

/** The scale of the colours: its ends in numbers, with the colours between. */
final class HeatScale extends HBox {
  private static final int DIGITS = 3;

  private static final int STOPS = 16;

  /** The width of a minus sign at most, in em. */
  private static final double MINUS = 0.7;

  private final Region ramp = new Region();
  private final Label least = new Label();
  private final Label most = new Label();
  private @Nullable HeatColours shown;

  /** The number that was measured last, and what both ends of the scale need for theirs. */
  private final Text measured = new Text();

  private double numbers;

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
    boolean roomy = hasRoom(end, room);
    NodeVisibility.set(ramp, roomy);
    least.setText(roomy ? Numbers.rounded(-limit, DIGITS) : "±" + end);
    most.setText(roomy ? end : "");
  }

  /** Whether both numbers and the colours between stand within the room. */
  private boolean hasRoom(String end, double room) {
    if (!end.equals(measured.getText()) || !most.getFont().equals(measured.getFont())) {
      measured.setFont(most.getFont());
      measured.setText(end);
      numbers = 2 * measured.getLayoutBounds().getWidth() + MINUS * most.getFont().getSize();
    }
    return room >= numbers + ramp.prefWidth(-1) + 2 * getSpacing();
  }
}
