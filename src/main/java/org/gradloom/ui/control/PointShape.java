package org.gradloom.ui.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** How the points of a class look, so that colour is not all that tells classes apart. */
enum PointShape {
  CIRCLE,
  SQUARE,
  TRIANGLE,
  DIAMOND,
  PLUS,
  CROSS,
  TURNED_TRIANGLE,
  STAR,
  HEXAGON,
  HOURGLASS;

  /** The shape of a class; they begin again where there are more classes than shapes. */
  static PointShape of(int group) {
    return values()[group % values().length];
  }

  /** Corners in turn, x before y, downwards, in radii; a circle has none. */
  private double[] corners() {
    return switch (this) {
      case CIRCLE -> new double[0];
      case SQUARE -> new double[] {-.9, -.9, .9, -.9, .9, .9, -.9, .9};
      case TRIANGLE -> new double[] {0, -1.15, 1.1, .8, -1.1, .8};
      case DIAMOND -> new double[] {0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0};
      case PLUS -> cornersOfPlus(1, 0);
      case CROSS -> cornersOfPlus(Math.sqrt(0.5), Math.sqrt(0.5));
      case TURNED_TRIANGLE -> new double[] {0, 1.15, 1.1, -.8, -1.1, -.8};
      case STAR -> cornersOfStar();
      case HEXAGON -> new double[] {-.55, -1, .55, -1, 1.1, 0, .55, 1, -.55, 1, -1.1, 0};
      case HOURGLASS -> new double[] {-.9, -1.05, .9, -1.05, .3, 0, .9, 1.05, -.9, 1.05, -.3, 0};
    };
  }

  /** Turned by an angle of this cosine and sine. */
  private static double[] cornersOfPlus(double cosine, double sine) {
    double arm = 1.2;
    double half = 0.42;
    double[] plain = {
      -half, -arm, half, -arm, half, -half, arm, -half, arm, half, half, half, half, arm, -half,
      arm, -half, half, -arm, half, -arm, -half, -half, -half
    };
    double[] turned = new double[plain.length];
    for (int i = 0; i < plain.length; i += 2) {
      turned[i] = plain[i] * cosine - plain[i + 1] * sine;
      turned[i + 1] = plain[i] * sine + plain[i + 1] * cosine;
    }
    return turned;
  }

  private static double[] cornersOfStar() {
    double[] corners = new double[20];
    for (int i = 0; i < 10; i++) {
      double radius = i % 2 == 0 ? 1.4 : 0.62;
      corners[2 * i] = radius * Math.sin(i * Math.PI / 5);
      corners[2 * i + 1] = -radius * Math.cos(i * Math.PI / 5);
    }
    return corners;
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
    double[] corners = corners();
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
