package org.gradloom.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.gradloom.files.Preferences;

/**
 * Where the window stands. What was remembered is made to fit the screens there are now, so that
 * the window is never larger than its screen and can always be taken hold of.
 *
 * @param corner its upper left one; empty to leave it to the desktop
 */
record WindowPlace(Optional<Point2D> corner, double width, double height, boolean maximized) {
  static final double SMALLEST_WIDTH = 1024;
  static final double SMALLEST_HEIGHT = 700;
  static final double USUAL_WIDTH = 1280;
  static final double USUAL_HEIGHT = 800;

  /** So much of the window's top edge stays on the screen. */
  private static final double HOLD = 100;

  /** The remembered place on these screens, the main one first. */
  static WindowPlace on(List<Rectangle2D> screens, Preferences.Window wanted) {
    Rectangle2D place = new Rectangle2D(wanted.x(), wanted.y(), wanted.width(), wanted.height());
    Optional<Rectangle2D> screen =
        screens.stream()
            .filter(each -> each.intersects(place))
            .max(Comparator.comparingDouble(each -> shared(each, place)));
    Rectangle2D within =
        screen
            .or(() -> screens.stream().findFirst())
            .orElse(new Rectangle2D(0, 0, USUAL_WIDTH, USUAL_HEIGHT));
    double width =
        Math.clamp(place.getWidth(), SMALLEST_WIDTH, Math.max(SMALLEST_WIDTH, within.getWidth()));
    double height =
        Math.clamp(
            place.getHeight(), SMALLEST_HEIGHT, Math.max(SMALLEST_HEIGHT, within.getHeight()));
    Optional<Point2D> corner =
        screen.map(on ->
            new Point2D(
                Math.clamp(place.getMinX(), on.getMinX() - width + HOLD, on.getMaxX() - HOLD),
                Math.clamp(place.getMinY(), on.getMinY(), on.getMaxY() - HOLD)));
    return new WindowPlace(corner, width, height, wanted.maximized());
  }

  private static double shared(Rectangle2D screen, Rectangle2D place) {
    double width =
        Math.min(screen.getMaxX(), place.getMaxX()) - Math.max(screen.getMinX(), place.getMinX());
    double height =
        Math.min(screen.getMaxY(), place.getMaxY()) - Math.max(screen.getMinY(), place.getMinY());
    return Math.max(0, width) * Math.max(0, height);
  }

  /** Puts a window that is not shown yet where it was when it was closed. */
  static void restore(Stage stage, Preferences.Window remembered) {
    List<Rectangle2D> screens =
        Stream.concat(Stream.of(Screen.getPrimary()), Screen.getScreens().stream())
            .distinct()
            .map(Screen::getVisualBounds)
            .toList();
    WindowPlace place = on(screens, remembered);
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    place
        .corner()
        .ifPresent(corner -> {
          stage.setX(corner.getX());
          stage.setY(corner.getY());
        });
    stage.setMaximized(place.maximized());
  }

  /** Where a window stands, to be remembered. */
  static Preferences.Window of(Stage stage) {
    return new Preferences.Window(
        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
  }
}
