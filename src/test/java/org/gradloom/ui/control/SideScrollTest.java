package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.gradloom.ui.InWindow;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class SideScrollTest {
  private VBox ground;
  private SideScroll side;

  @Start
  void show(Stage stage) {
    ground = new VBox();
    side = new SideScroll("side", ground);
    stage.setScene(new Scene(side, 200, 100));
    stage.show();
  }

  @Test
  void anEmptyGroundFillsItAndHasNoBarsUntilSomethingStandsOnIt(FxRobot robot) {
    Bounds empty = ground.localToScene(ground.getBoundsInLocal());
    assertThat(empty.getHeight()).isGreaterThan(90);
    assertThat(side.lookupAll(".scroll-bar")).isEmpty();

    robot.interact(() -> ground.getChildren().add(new Label("short")));
    robot.interact(side::layout);
    assertThat(bar().isVisible()).isFalse();
    assertThat(ground.localToScene(ground.getBoundsInLocal())).isEqualTo(empty);

    Region high = new Region();
    high.setMinHeight(500);
    robot.interact(() -> ground.getChildren().add(high));
    robot.interact(side::layout);
    assertThat(bar().isVisible()).isTrue();
    robot.interact(() -> SideScroll.reveal(high));
    assertThat(side.getVvalue()).isGreaterThan(0);
  }

  @Test
  void whatItHeldComesBackWithItsBars(FxRobot robot) {
    robot.interact(() -> side.hold(null));
    assertThat(ground.getScene()).isNull();
    Region high = new Region();
    high.setMinHeight(500);
    robot.interact(() -> ground.getChildren().setAll(high));
    assertThat(side.lookupAll(".scroll-bar")).as("nothing is held").isEmpty();

    robot.interact(() -> side.hold(ground));
    robot.interact(side::layout);
    assertThat(bar().isVisible()).isTrue();
    assertThat(ground.getScene()).isEqualTo(side.getScene());
  }

  /** The one that scrolls up and down. */
  private ScrollBar bar() {
    return side.lookupAll(".scroll-bar:vertical").stream()
        .map(ScrollBar.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
