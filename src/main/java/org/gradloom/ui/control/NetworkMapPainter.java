package org.gradloom.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.gradloom.matrix.Matrix;
import org.gradloom.ui.control.NetworkMap.Part;
import org.gradloom.ui.control.NetworkMap.Picture;
import org.gradloom.ui.control.NetworkMap.Unit;
import org.gradloom.ui.control.NetworkMap.Wire;

/**
 * Draws wires and units. Wires of about the same strength are one stroke of the canvas, so that
 * thousands of them are a few strokes.
 */
final class NetworkMapPainter {
  /** How many strengths are told apart. */
  private static final int LEVELS = 8;

  private static final double THINNEST = 0.6;
  private static final double THICKEST = 3.4;
  private static final double PALEST = 0.16;
  private static final double RING = 3;

  private final CssPalette ink;
  private final ResponseAtlas responses = new ResponseAtlas();

  NetworkMapPainter(CssPalette ink) {
    this.ink = ink;
  }

  static List<String> inks() {
    return List.of(
        "positive", "negative", "zero", "paper", "text", "accent", "cross", "grid", "line");
  }

  /** Draws everything; a ring goes around the parts that are pointed at. */
  void draw(
      GraphicsContext g,
      Picture picture,
      NetworkMapLayout layout,
      Optional<Part> hovered,
      Optional<Part> cursor) {
    double[] largest = new double[picture.layers().size()];
    for (int layer = 0; layer < largest.length; layer++) {
      largest[layer] = largest(picture.layers().get(layer).weights());
    }
    // The weak first, so that the strong lie on them.
    for (int level = 0; level < LEVELS; level++) {
      drawWires(g, picture, layout, largest, level, true);
      drawWires(g, picture, layout, largest, level, false);
    }
    hovered.ifPresent(part -> ringWire(g, layout, part, picture));
    cursor.ifPresent(part -> ringWire(g, layout, part, picture));
    drawUnits(g, picture, layout);
    hovered.ifPresent(part -> ringUnit(g, layout, part));
    cursor.ifPresent(part -> ringUnit(g, layout, part));
  }

  private static double largest(Matrix weights) {
    double largest = 0;
    for (int i = 0; i < weights.rows(); i++) {
      for (int j = 0; j < weights.columns(); j++) {
        double size = Math.abs(weights.get(i, j));
        largest = size > largest ? size : largest;
      }
    }
    return largest;
  }

  /** How strong a weight is within its layer, from 0; −1 where it is not a number. */
  private static int level(double weight, double largest) {
    if (Double.isNaN(weight)) {
      return -1;
    }
    double part = largest == 0 || Double.isInfinite(largest) ? 0 : Math.abs(weight) / largest;
    return Math.min(LEVELS - 1, (int) (part * LEVELS));
  }

  private void drawWires(
      GraphicsContext g,
      Picture picture,
      NetworkMapLayout layout,
      double[] largest,
      int level,
      boolean positive) {
    boolean any = false;
    g.beginPath();
    for (int layer = 0; layer < largest.length; layer++) {
      Matrix weights = picture.layers().get(layer).weights();
      double fromX = layout.x(layer);
      double toX = layout.x(layer + 1);
      for (int row : layout.drawn(layer)) {
        double fromY = layout.y(layer, row);
        for (int column : layout.drawn(layer + 1)) {
          double weight = weights.get(row, column);
          if (weight >= 0 == positive && level(weight, largest[layer]) == level) {
            g.moveTo(fromX, fromY);
            g.lineTo(toX, layout.y(layer + 1, column));
            any = true;
          }
        }
      }
    }
    if (any) {
      double part = (level + 0.5) / LEVELS;
      Color colour = ink.of(positive ? "positive" : "negative");
      g.setStroke(colour.deriveColor(0, 1, 1, PALEST + (1 - PALEST) * part));
      g.setLineWidth(THINNEST + (THICKEST - THINNEST) * part);
      g.setLineCap(StrokeLineCap.BUTT);
      if (!positive) {
        g.setLineDashes(5, 3.5);
      }
      g.stroke();
      g.setLineDashes();
    }
  }

  private void drawUnits(GraphicsContext g, Picture picture, NetworkMapLayout layout) {
    int side = layout.side();
    paintResponses(picture, layout, side);
    int painted = 0;
    for (int column = 0; column < layout.columns(); column++) {
      boolean plain = picture.responses(column).isEmpty();
      for (int index : layout.drawn(column)) {
        double left = layout.x(column) - side / 2.0;
        double top = layout.y(column, index) - side / 2.0;
        g.setStroke(ink.of(plain ? "text" : "cross"));
        if (plain) {
          double inset = Math.min(4, side * 0.14);
          g.setFill(ink.of("paper"));
          g.setLineWidth(1.5);
          g.fillOval(left + inset, top + inset, side - 2 * inset, side - 2 * inset);
          g.strokeOval(left + inset, top + inset, side - 2 * inset, side - 2 * inset);
        } else {
          if (isCurve(picture, column)) {
            boolean hidden = column > 0 && column < layout.columns() - 1;
            drawCurve(g, picture.responses(column).get(index), left, top, side, hidden);
          } else {
            responses.draw(g, painted++, left, top);
          }
          g.setStroke(ink.of("cross"));
          g.setLineWidth(1);
          g.strokeRect(left - 0.5, top - 0.5, side + 1, side + 1);
        }
      }
    }
  }

  /** What a unit answers along one input, or over a plane. */
  private static boolean isCurve(Picture picture, int column) {
    List<Matrix> responses = picture.responses(column);
    return !responses.isEmpty() && responses.getFirst().rows() == 1;
  }

  private static boolean isMap(Picture picture, int column) {
    return !picture.responses(column).isEmpty() && !isCurve(picture, column);
  }

  private void drawCurve(
      GraphicsContext g, Matrix along, double left, double top, double side, boolean zeroLine) {
    g.setFill(ink.of("paper"));
    g.fillRect(left, top, side, side);
    g.setLineWidth(1);
    if (zeroLine) {
      g.setStroke(ink.of("grid"));
      double middle = Math.floor(top + side / 2) + 0.5;
      g.strokeLine(left, middle, left + side, middle);
    }
    double inset = 2;
    double half = side / 2 - inset;
    g.setStroke(ink.of("line"));
    g.setLineWidth(1.75);
    g.beginPath();
    for (int i = 0; i < along.columns(); i++) {
      double value = along.get(0, i);
      double x = left + inset + 2 * half * i / Math.max(1, along.columns() - 1);
      double y = top + side / 2 - half * Math.clamp(Double.isNaN(value) ? 0 : value, -1, 1);
      if (i == 0) {
        g.moveTo(x, y);
      } else {
        g.lineTo(x, y);
      }
    }
    g.stroke();
  }

  private void paintResponses(Picture picture, NetworkMapLayout layout, int side) {
    int count = 0;
    for (int column = 0; column < layout.columns(); column++) {
      count += isMap(picture, column) ? layout.drawn(column).size() : 0;
    }
    if (count == 0) {
      return;
    }
    responses.setColours(ink.of("negative"), ink.of("zero"), ink.of("positive"));
    responses.start(count, side);
    int painted = 0;
    for (int column = 0; column < layout.columns(); column++) {
      List<Matrix> maps = picture.responses(column);
      if (isMap(picture, column)) {
        for (int index : layout.drawn(column)) {
          responses.paint(painted++, maps.get(index));
        }
      }
    }
    responses.finish();
  }

  private void ringUnit(GraphicsContext g, NetworkMapLayout layout, Part part) {
    if (part instanceof Unit unit && layout.isDrawn(unit)) {
      Point2D middle = layout.middle(unit);
      double side = layout.side() + 2 * RING;
      g.setStroke(ink.of("accent"));
      g.setLineWidth(2);
      g.strokeRoundRect(middle.getX() - side / 2, middle.getY() - side / 2, side, side, 8, 8);
    }
  }

  private void ringWire(GraphicsContext g, NetworkMapLayout layout, Part part, Picture picture) {
    if (part instanceof Wire wire && layout.isDrawn(wire)) {
      double weight = picture.layers().get(wire.layer()).weights().get(wire.row(), wire.column());
      g.setStroke(ink.of("accent"));
      g.setLineWidth(THICKEST);
      if (weight < 0) {
        g.setLineDashes(5, 3.5);
      }
      g.strokeLine(
          layout.x(wire.layer()),
          layout.y(wire.layer(), wire.row()),
          layout.x(wire.layer() + 1),
          layout.y(wire.layer() + 1, wire.column()));
      g.setLineDashes();
    }
  }
}
