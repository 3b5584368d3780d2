package org.gradloom.ui.stage;

import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;

/** A line with corners that ends in an arrow, on whole pixels. */
final class ViewWire extends Group {
  private static final double LENGTH = 8;
  private static final double HALF = 4.5;

  private final Path line = new Path();
  private final Polygon arrow = new Polygon(0, 0, -LENGTH, -HALF, -LENGTH, HALF);
  private double x;
  private double y;

  ViewWire() {
    setManaged(false);
    setMouseTransparent(true);
    line.getStyleClass().add("view-wire");
    arrow.getStyleClass().add("view-arrow");
    getChildren().addAll(line, arrow);
  }

  /** Begins anew. */
  void from(double startX, double startY) {
    x = Math.rint(startX) + 0.5;
    y = Math.rint(startY) + 0.5;
    line.getElements().setAll(new MoveTo(x, y));
  }

  void across(double toX) {
    x = Math.rint(toX) + 0.5;
    line.getElements().add(new LineTo(x, y));
  }

  void down(double toY) {
    y = Math.rint(toY) + 0.5;
    line.getElements().add(new LineTo(x, y));
  }

  /** Ends in an arrow to the left or to the right. */
  void intoX(double tip) {
    double back = tip > x ? -LENGTH : LENGTH;
    boolean right = tip > x;
    across(tip + back);
    point(right ? 0 : 180, tip, y);
  }

  /** Ends in an arrow down. */
  void intoY(double tip) {
    down(tip - LENGTH);
    point(90, x, tip);
  }

  /** The arrow turns about its middle. */
  private void point(double angle, double tipX, double tipY) {
    double radians = Math.toRadians(angle);
    arrow.setRotate(angle);
    arrow.setLayoutX(tipX - LENGTH / 2 * Math.cos(radians) + LENGTH / 2);
    arrow.setLayoutY(tipY - LENGTH / 2 * Math.sin(radians));
  }
}
