package org.gradloom.ui.speed;

import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.gradloom.speed.Implementation;

/** How a way looks in the chart: a colour, a dash and a mark, of which each alone tells it. */
final class SeriesSign {
  /** How far a mark reaches from its middle, in pixels at the usual size. */
  static final double RADIUS = 4.6;

  private static final double LENGTH = 32;

  private SeriesSign() {}

  /** The style class of all that belongs to a way. */
  static String styleClass(Implementation way) {
    return "series-" + way.name().toLowerCase(Locale.ROOT);
  }

  /** A mark around (0, 0). */
  static Shape mark(Implementation way) {
    double r = RADIUS;
    Shape mark =
        switch (way) {
          case LOOPS -> new Circle(r);
          case SAMPLES -> new Rectangle(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
          case BATCH -> new Polygon(0, 1.15 * r, 1.15 * r, -0.85 * r, -1.15 * r, -0.85 * r);
          case KERNEL -> new Polygon(0, -1.15 * r, 1.15 * r, 0.85 * r, -1.15 * r, 0.85 * r);
          case BLAS -> new Polygon(0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0);
        };
    mark.getStyleClass().addAll("speed-mark", styleClass(way));
    return mark;
  }

  /** A piece of line with the mark on it, for a legend. */
  static Group legend(Implementation way) {
    Line line = new Line(-LENGTH / 2, 0, LENGTH / 2, 0);
    line.getStyleClass().addAll("speed-line", styleClass(way));
    return new Group(line, mark(way));
  }
}
