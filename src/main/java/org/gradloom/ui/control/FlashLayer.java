package org.gradloom.ui.control;

import java.util.Collection;
import javafx.animation.FadeTransition;
import javafx.geometry.Bounds;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import javafx.util.Duration;

/** A light over cells that changed. One path for all of them, so that a whole matrix may flash. */
final class FlashLayer {
  private static final Duration LENGTH = Duration.millis(650);
  private static final double RADIUS = 5;

  private final Path path = new Path();
  private final FadeTransition fade = new FadeTransition(LENGTH, path);

  FlashLayer() {
    path.getStyleClass().add("cell-flash");
    path.setManaged(false);
    path.setMouseTransparent(true);
    path.setVisible(false);
    fade.setFromValue(1);
    fade.setToValue(0);
    fade.setOnFinished(event -> clear());
  }

  Path node() {
    return path;
  }

  void flash(Collection<Bounds> cells) {
    fade.stop();
    path.getElements().clear();
    for (Bounds cell : cells) {
      addRounded(cell);
    }
    path.setVisible(true);
    fade.playFromStart();
  }

  void clear() {
    fade.stop();
    path.getElements().clear();
    path.setVisible(false);
  }

  private void addRounded(Bounds cell) {
    path.getElements()
        .addAll(
            new MoveTo(cell.getMinX() + RADIUS, cell.getMinY()),
            new HLineTo(cell.getMaxX() - RADIUS),
            corner(cell.getMaxX(), cell.getMinY() + RADIUS),
            new VLineTo(cell.getMaxY() - RADIUS),
            corner(cell.getMaxX() - RADIUS, cell.getMaxY()),
            new HLineTo(cell.getMinX() + RADIUS),
            corner(cell.getMinX(), cell.getMaxY() - RADIUS),
            new VLineTo(cell.getMinY() + RADIUS),
            corner(cell.getMinX() + RADIUS, cell.getMinY()),
            new ClosePath());
  }

  private static ArcTo corner(double x, double y) {
    return new ArcTo(RADIUS, RADIUS, 0, x, y, false, true);
  }
}
