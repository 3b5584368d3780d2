package org.gradloom.ui.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** How the points of a class look, so that colour is not all that tells classes apart. */
enum PointShape {
  CIRCLE,
  SQUARE(-.9, -.9, .9, -.9, .9, .9, -.9, .9),
  TRIANGLE(0, -1.15, 1.1, .8, -1.1, .8),
  DIAMOND(0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0),
  PLUS(
      -.4, -1.1, .4, -1.1, .4, -.4, 1.1, -.4, 1.1, .4, .4, .4, .4, 1.1, -.4, 1.1, -.4, .4, -1.1, .4,
      -1.1, -.4, -.4, -.4),
  CROSS(
      0, -.55, .55, -1.1, 1.1, -.55, .55, 0, 1.1, .55, .55, 1.1, 0, .55, -.55, 1.1, -1.1, .55, -.55,
      0, -1.1, -.55, -.55, -1.1),
  TURNED_TRIANGLE(0, 1.15, 1.1, -.8, -1.1, -.8),
  STAR(
      0, -1.3, .32, -.44, 1.24, -.4, .52, .17, .76, 1.05, 0, .55, -.76, 1.05, -.52, .17, -1.24, -.4,
      -.32, -.44),
  HEXAGON(-.55, -1, .55, -1, 1.1, 0, .55, 1, -.55, 1, -1.1, 0),
  HOURGLASS(-.9, -1.05, .9, -1.05, .3, 0, .9, 1.05, -.9, 1.05, -.3, 0);

  /** Corners in turn, x before y, downwards, in radii. */
  private final double[] corners;

  PointShape(double... corners) {
    this.corners = corners;
  }

  /** The shape of a class; they begin again where there are more classes than shapes. */
  static PointShape of(int group) {
    return values()[group % values().length];
  }

  /** Draws it around a point; a radius is what a circle of the same weight has. */
  void draw(
      GraphicsContext g, double x, double y, double radius, Color fill, Color edge, double line) {
    g.setFill(fill);
    g.setStroke(edge);
    g.setLineWidth(line);
    if (this == CIRCLE) {
      g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
      g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
      return;
    }
    int count = corners.length / 2;
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = x + radius * corners[2 * i];
      ys[i] = y + radius * corners[2 * i + 1];
    }
    g.fillPolygon(xs, ys, count);
    g.strokePolygon(xs, ys, count);
  }
}
