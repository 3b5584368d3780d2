package org.gradloom.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Text;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;

/**
 * Draws a line through a plot, the residuals that end at it, and what a straight one is read by.
 */
final class LinePainter {
  private static final double RING = 5;

  /** How long the lower side of the slope's triangle is at least, in pixels. */
  private static final double SHORTEST_STEP = 28;

  private final CssPalette ink;
  private final Texts texts;
  private final TextPool readings;

  LinePainter(ObservableList<Node> parent, CssPalette ink, Texts texts) {
    this.ink = ink;
    this.texts = texts;
    readings = new TextPool(parent, "chart-reading");
  }

  static List<String> inks() {
    return List.of("line", "residual", "point");
  }

  /** Draws what lies below the points. */
  void draw(
      GraphicsContext g,
      RegionPlane plane,
      RegionPlot.OfLine content,
      List<RegionPlot.Point> points) {
    Axis across = plane.across();
    Axis up = plane.up();
    g.save();
    g.beginPath();
    g.rect(across.start(), up.end(), across.end() - across.start(), up.start() - up.end());
    g.clip();
    content
        .line()
        .ifPresent(line -> {
          residuals(g, plane, line, points);
          line(g, plane, line);
        });
    g.restore();
  }

  private void residuals(
      GraphicsContext g, RegionPlane plane, PlotLine line, List<RegionPlot.Point> points) {
    if (line.residuals() != points.size()) {
      // A point came or went since.
      return;
    }
    g.setStroke(ink.of("residual"));
    g.setLineWidth(1);
    for (int i = 0; i < points.size(); i++) {
      RegionPlot.Point point = points.get(i);
      double x = plane.across().at(point.x());
      if (plane.up().has(line.end(i))) {
        g.strokeLine(x, plane.up().at(point.y()), x, reach(plane.up().at(line.end(i))));
      }
    }
  }

  /** A canvas cannot draw to just anywhere. */
  private static double reach(double pixel) {
    return Math.clamp(pixel, -1e5, 1e5);
  }

  private void line(GraphicsContext g, RegionPlane plane, PlotLine line) {
    g.setStroke(ink.of("line"));
    g.setLineWidth(2.5);
    g.beginPath();
    boolean drawing = false;
    for (int i = 0; i < line.size(); i++) {
      if (!plane.up().has(line.y(i))) {
        drawing = false;
        continue;
      }
      double x = plane.across().at(line.x(i));
      double y = reach(plane.up().at(line.y(i)));
      if (drawing) {
        g.lineTo(x, y);
      } else {
        g.moveTo(x, y);
        drawing = true;
      }
    }
    g.stroke();
  }

  /** Draws what lies on the points: the triangle of the slope, and the intercept. */
  void read(GraphicsContext g, RegionPlane plane, Optional<RegionPlot.Slope> slope) {
    readings.restart();
    slope
        .filter(known -> Double.isFinite(known.slope()) && Double.isFinite(known.intercept()))
        .ifPresent(known -> {
          triangle(g, plane, known);
          intercept(g, plane, known);
        });
    readings.finish();
  }

  private void triangle(GraphicsContext g, RegionPlane plane, RegionPlot.Slope known) {
    Axis across = plane.across();
    double from = across.low() < 0 && across.high() > 1 ? 0 : across.low();
    double pixels = across.at(from + 1) - across.at(from);
    if (pixels < SHORTEST_STEP || across.at(from + 1) > across.end()) {
      return;
    }
    double x = across.at(from);
    double low = plane.up().at(known.intercept() + known.slope() * from);
    double high = plane.up().at(known.intercept() + known.slope() * (from + 1));
    if (outside(plane, low) || outside(plane, high)) {
      return;
    }
    g.setStroke(ink.of("line"));
    g.setLineWidth(1.5);
    g.setLineDashes(4, 3);
    g.strokePolyline(new double[] {x, x + pixels, x + pixels}, new double[] {low, low, high}, 3);
    g.setLineDashes();
    double away = 0.8 * ink.em();
    boolean rises = known.slope() >= 0;
    Text one = readings.next("1");
    TextPool.place(one, x + (pixels - TextPool.width(one)) / 2, low + (rises ? away : -away));
    Text words = readings.next(texts.get("control.plot.slope", Numbers.rounded(known.slope(), 3)));
    // Beside the upright side, where the line is not.
    double beside = x + pixels + 0.5 * ink.em();
    if (beside + TextPool.width(words) <= across.end()) {
      TextPool.place(words, beside, (low + high) / 2 + (rises ? 0.4 : -0.4) * ink.em());
    } else {
      words.setVisible(false);
    }
  }

  private void intercept(GraphicsContext g, RegionPlane plane, RegionPlot.Slope known) {
    double y = plane.up().at(known.intercept());
    if (plane.across().low() > 0 || plane.across().high() < 0 || outside(plane, y)) {
      return;
    }
    double x = plane.across().at(0);
    g.setFill(ink.of("paper"));
    g.setStroke(ink.of("line"));
    g.setLineWidth(2);
    g.fillOval(x - RING, y - RING, 2 * RING, 2 * RING);
    g.strokeOval(x - RING, y - RING, 2 * RING, 2 * RING);
    Text words =
        readings.next(texts.get("control.plot.intercept", Numbers.rounded(known.intercept(), 3)));
    boolean rises = known.slope() >= 0;
    double left = rises ? x + 0.6 * ink.em() : x - 0.6 * ink.em() - TextPool.width(words);
    double right = left + TextPool.width(words);
    boolean fits = left >= plane.across().start() && right <= plane.across().end();
    words.setVisible(fits);
    TextPool.place(words, left, y + 2.4 * ink.em());
  }

  private static boolean outside(RegionPlane plane, double y) {
    return !(y <= plane.up().start() && y >= plane.up().end());
  }
}
