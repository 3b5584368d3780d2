package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.gradloom.files.Preferences;
import org.junit.jupiter.api.Test;

/** Wherever the window was, it comes back to where it can be seen and taken hold of. */
class WindowPlaceTest {
  private static final Rectangle2D MAIN = new Rectangle2D(0, 0, 1920, 1080);
  private static final Rectangle2D BESIDE = new Rectangle2D(1920, 200, 1280, 1024);

  private static WindowPlace on(double x, double y, double width, double height) {
    return WindowPlace.on(
        List.of(MAIN, BESIDE), new Preferences.Window(x, y, width, height, false));
  }

  private static WindowPlace at(double x, double y, double width, double height) {
    return new WindowPlace(Optional.of(new Point2D(x, y)), width, height, false);
  }

  @Test
  void whatFitsStaysWhereItWas() {
    assertThat(on(100, 50, 1280, 800)).isEqualTo(at(100, 50, 1280, 800));
    assertThat(on(2000, 300, 1100, 750)).isEqualTo(at(2000, 300, 1100, 750));
    // Half on each.
    assertThat(on(1300, 250, 1280, 800)).isEqualTo(at(1300, 250, 1280, 800));
  }

  @Test
  void aWindowIsNoLargerThanItsScreenAndNoSmallerThanItCanBeUsed() {
    assertThat(on(0, 0, 1e5, 1e5)).isEqualTo(at(0, 0, 1920, 1080));
    assertThat(on(2000, 300, 1280, 2000)).isEqualTo(at(2000, 300, 1280, 1024));
    assertThat(on(10, 10, 1, 1)).isEqualTo(at(10, 10, 1024, 700));
  }

  @Test
  void enoughOfItsTopEdgeStaysOnTheScreen() {
    assertThat(on(100, 1070, 1280, 800)).isEqualTo(at(100, 980, 1280, 800));
    assertThat(on(100, -700, 1280, 800)).isEqualTo(at(100, 0, 1280, 800));
    assertThat(on(-1270, 100, 1280, 800)).isEqualTo(at(-1180, 100, 1280, 800));
  }

  @Test
  void whereItsScreenIsGoneTheDesktopChooses() {
    assertThat(on(9000, 0, 1280, 2000))
        .isEqualTo(new WindowPlace(Optional.empty(), 1280, 1080, false));
    assertThat(WindowPlace.on(List.of(), new Preferences.Window(0, 0, 1e5, 1e5, true)))
        .isEqualTo(new WindowPlace(Optional.empty(), 1280, 800, true));
  }
}
