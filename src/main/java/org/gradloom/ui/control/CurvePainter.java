package org.gradloom.ui.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.gradloom.ui.control.CurveChart.Graph;
import org.gradloom.ui.control.CurveChart.Kind;

/** Draws curves between two axes. */
record CurvePainter(GraphicsContext g, Axis across, Axis up) {
  private static final double BAND = 0.18;
  private static final double DOT = 3.5;

  void draw(Graph curve, Color colour) {
    if (curve.kind() == Kind.MAIN) {
      g.setFill(colour.deriveColor(0, 1, 1, BAND));
      fillBand(curve);
    }
    g.setStroke(colour);
    g.setLineWidth(curve.kind() == Kind.KEPT ? 1.5 : 2);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setLineCap(StrokeLineCap.BUTT);
    switch (curve.kind()) {
      case SECOND -> g.setLineDashes(6, 4);
      case THIRD -> g.setLineDashes(2, 3);
      case MAIN, KEPT -> g.setLineDashes();
    }
    boolean drawing = false;
    g.beginPath();
    for (int i = 0; i < curve.size(); i++) {
      if (up.has(curve.mean(i))) {
        double x = across.at(curve.x(i));
        double y = up.at(curve.mean(i));
        if (drawing) {
          g.lineTo(x, y);
        } else {
          g.moveTo(x, y);
        }
      }
      drawing = up.has(curve.mean(i));
    }
    g.stroke();
    g.setLineDashes();
    g.setFill(colour);
    for (int i = 0; i < curve.size(); i++) {
      if (isAlone(curve, i)) {
        dot(curve, i);
      }
    }
  }

  /** True of a point with a gap or the end of the curve to both sides, which no line goes to. */
  private boolean isAlone(Graph curve, int index) {
    return isDrawn(curve, index) && !isDrawn(curve, index - 1) && !isDrawn(curve, index + 1);
  }

  private boolean isDrawn(Graph curve, int index) {
    return index >= 0 && index < curve.size() && up.has(curve.mean(index));
  }

  private void dot(Graph curve, int index) {
    g.fillOval(across.at(curve.x(index)) - DOT, up.at(curve.mean(index)) - DOT, 2 * DOT, 2 * DOT);
  }

  /** From gap to gap, along the upper edge and back along the lower one. */
  private void fillBand(Graph curve) {
    int from = 0;
    while (from < curve.size()) {
      int to = from;
      g.beginPath();
      while (to < curve.size() && up.has(curve.mean(to)) && up.has(curve.high(to))) {
        g.lineTo(across.at(curve.x(to)), up.at(curve.high(to)));
        to++;
      }
      for (int i = to - 1; i >= from; i--) {
        // Cut off here: a clip of the canvas would cost a frame more than all its lines.
        double low = up.has(curve.low(i)) ? Math.max(up.low(), curve.low(i)) : up.low();
        g.lineTo(across.at(curve.x(i)), up.at(low));
      }
      g.closePath();
      g.fill();
      from = to + 1;
    }
  }

  /** Marks one point of a curve. */
  void mark(Graph curve, int index, Color colour) {
    if (isDrawn(curve, index)) {
      g.setFill(colour);
      dot(curve, index);
    }
  }

  /** A line from top to bottom; at which pixel it is. */
  double cross(double x, Color colour) {
    double pixel = Math.floor(across.at(x)) + 0.5;
    g.setStroke(colour);
    g.setLineWidth(1);
    g.strokeLine(pixel, up.start(), pixel, up.end());
    return pixel;
  }
}
