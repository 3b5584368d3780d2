package org.gradloom.export.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;

/** Draws on pixels. */
record PaintedInk(Graphics2D on) implements Ink {
  PaintedInk {
    on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    on.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  @Override
  public void fill(Shape shape, Color colour) {
    on.setColor(colour);
    on.fill(shape);
  }

  @Override
  public void outline(Shape shape, Color colour, float width, float... dash) {
    on.setColor(colour);
    on.setStroke(
        dash.length == 0
            ? new BasicStroke(width)
            : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0));
    on.draw(shape);
  }
}
