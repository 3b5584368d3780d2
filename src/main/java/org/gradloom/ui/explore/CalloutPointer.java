package org.gradloom.ui.explore;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** The tip at the left edge of a callout that points at the numbers it is about. */
final class CalloutPointer extends Polyline {
  private static final double LENGTH = 8;
  private static final double HALF = 7;

  /** How far it keeps from the callout's round corners. */
  private static final double CORNER = 10;

  CalloutPointer() {
    super(LENGTH, -HALF, 0, 0, LENGTH, HALF);
    setId("callout-pointer");
    getStyleClass().add("callout-pointer");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  /**
   * Points at numbers from a callout that was laid out at the bottom, which goes up as far as it
   * has to. What stands above or below of where the callout can reach is not pointed at.
   *
   * @param at where the numbers are, in the coordinates of the parent of both
   */
  void point(Region callout, Optional<Bounds> at) {
    double most = callout.getLayoutY();
    double height = callout.getHeight();
    double reach = CORNER + HALF;
    Optional<Double> middle =
        at.map(Bounds::getCenterY).filter(y -> y >= reach && y <= most + height - reach);
    setVisible(middle.isPresent());
    middle.ifPresent(y -> {
      callout.setLayoutY(snapped(Math.min(most, y - reach)));
      setLayoutX(callout.getLayoutX() - LENGTH + 1);
      setLayoutY(snapped(y));
      toFront();
    });
  }

  private static double snapped(double at) {
    return Math.round(at);
  }
}
