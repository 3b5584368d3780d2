package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/** The numbers and names along the left and the lower side of a plot. */
final class PlotFrame {
  static final double GAP = 6;
  private static final double TICK = 4;

  private final TextPool ticks;
  private final TextPool names;
  private final List<Text> heights = new ArrayList<>();
  private final boolean counts;

  /**
   * A frame of nodes that are put into a parent.
   *
   * @param counts whether the lower side counts something, which only whole numbers do
   */
  PlotFrame(ObservableList<Node> parent, boolean counts) {
    this.counts = counts;
    ticks = new TextPool(parent, "chart-tick");
    names = new TextPool(parent, "chart-name");
  }

  void restart() {
    ticks.restart();
    names.restart();
    heights.clear();
  }

  void finish() {
    ticks.finish();
    names.finish();
  }

  /** What the plot needs above it, in pixels. */
  static double above(double em) {
    return 1.5 * em;
  }

  /** What it needs below. */
  static double below(double em) {
    return 1.5 * em;
  }

  /** Writes the numbers of the left side; what they need there, in pixels. */
  double writeHeights(Axis up, double em) {
    double room = 0;
    for (double tick : up.ticks((int) Math.max(2, (up.start() - up.end()) / (2.5 * em)))) {
      Text text = ticks.next(Axis.text(tick));
      TextPool.place(text, 0, up.at(tick));
      heights.add(text);
      room = Math.max(room, Math.ceil(TextPool.width(text)) + GAP);
    }
    return room;
  }

  /**
   * Puts everything in place.
   *
   * @param left where the name of the left side begins
   * @param right where the name of the lower side ends
   * @param lines whether lines go from the numbers of the left side through the plot
   */
  void draw(
      GraphicsContext g,
      Color colour,
      Axis across,
      Axis up,
      String xName,
      String yName,
      double left,
      double right,
      double em,
      boolean lines) {
    g.setStroke(colour);
    g.setLineWidth(1);
    for (Text text : heights) {
      double y = Math.floor(text.getY()) + 0.5;
      g.strokeLine(
          across.start() - (lines ? 0 : TICK), y, lines ? across.end() : across.start(), y);
      double at = across.start() - GAP - TextPool.width(text);
      TextPool.place(text, at, text.getY());
    }
    Text steps = names.next(xName);
    double end = right - TextPool.width(steps);
    double baseline = Math.floor(up.start()) + 0.5;
    double below = up.start() + 0.9 * em;
    g.strokeLine(across.start(), baseline, across.end(), baseline);
    int most = (int) Math.max(2, (across.end() - across.start()) / 70);
    for (double tick : counts ? across.wholeTicks(most) : across.ticks(most)) {
      double x = Math.floor(across.at(tick)) + 0.5;
      g.strokeLine(x, baseline, x, baseline + TICK);
      String number = Axis.text(tick);
      Text text = ticks.next(number);
      double begin = x - TextPool.width(text) / 2;
      TextPool.place(text, begin, below);
      // The name is worth more than the last number, where the two would touch.
      text.setVisible(begin + TextPool.width(text) + GAP < end);
    }
    TextPool.place(steps, end, below);
    TextPool.place(names.next(yName), left, up.end() - above(em) + 0.6 * em);
  }
}
