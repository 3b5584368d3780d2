package org.gradloom.export.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** Writes what is drawn as SVG, all of it as paths. */
final class SvgInk implements Ink {
  private final StringBuilder body = new StringBuilder();

  @Override
  public void fill(Shape shape, Color colour) {
    body.append("<path fill=\"").append(hex(colour)).append("\" d=\"");
    path(shape);
    body.append("\"/>\n");
  }

  @Override
  public void outline(Shape shape, Color colour, float width, float... dash) {
    body.append("<path fill=\"none\" stroke=\"").append(hex(colour));
    body.append("\" stroke-width=\"").append(width);
    if (dash.length > 0) {
      body.append("\" stroke-dasharray=\"");
      for (float each : dash) {
        body.append(each).append(' ');
      }
    }
    body.append("\" d=\"");
    path(shape);
    body.append("\"/>\n");
  }

  private static String hex(Color colour) {
    return "#%06x".formatted(colour.getRGB() & 0xffffff);
  }

  private void path(Shape shape) {
    double[] n = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      switch (i.currentSegment(n)) {
        case PathIterator.SEG_MOVETO -> segment('M', n, 2);
        case PathIterator.SEG_LINETO -> segment('L', n, 2);
        case PathIterator.SEG_QUADTO -> segment('Q', n, 4);
        case PathIterator.SEG_CUBICTO -> segment('C', n, 6);
        case PathIterator.SEG_CLOSE -> body.append('Z');
        default -> throw new IllegalStateException("No such segment");
      }
    }
  }

  private void segment(char command, double[] n, int count) {
    body.append(command);
    for (int i = 0; i < count; i++) {
      body.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.2f", n[i]));
    }
  }

  /** The whole file. */
  String file(StepPainter.Extent extent, String title) {
    String size = String.format(Locale.ROOT, "%.0f %.0f", extent.width(), extent.height());
    String[] sides = size.split(" ", -1);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + sides[0]
        + "\" height=\""
        + sides[1]
        + "\" viewBox=\"0 0 "
        + size
        + "\" role=\"img\">\n<title>"
        + title.replace("&", "&amp;").replace("<", "&lt;")
        + "</title>\n"
        + body
        + "</svg>\n";
  }
}
