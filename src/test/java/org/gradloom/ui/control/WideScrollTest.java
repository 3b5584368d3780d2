package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Orientation;
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
class WideScrollTest {
  private WideScroll scroll;
  private Label wide;

  @Start
  void show(Stage stage) {
    wide = new Label("dW = X.T @ dZ");
    wide.setMinWidth(Region.USE_PREF_SIZE);
    scroll = new WideScroll(new VBox(new Label("# backward"), wide, new Label("# update")));
    VBox side = new VBox(scroll, new Region());
    stage.setScene(new Scene(side, 200, 400));
    stage.show();
  }

  @Test
  void noLineLiesUnderTheBarThatScrollsSideways(FxRobot robot) {
    assertThat(isShown(Orientation.HORIZONTAL)).isFalse();
    double height = scroll.getHeight();

    robot.interact(() -> wide.setMinWidth(900));
    assertThat(isShown(Orientation.HORIZONTAL)).isTrue();
    assertThat(isShown(Orientation.VERTICAL)).as("all lines have room").isFalse();
    assertThat(scroll.getHeight()).isEqualTo(height + scroll.barHeight());

    robot.interact(() -> wide.setMinWidth(Region.USE_PREF_SIZE));
    assertThat(isShown(Orientation.HORIZONTAL)).isFalse();
    assertThat(scroll.getHeight()).isEqualTo(height);
  }

  private boolean isShown(Orientation orientation) {
    return scroll.lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == orientation)
        .anyMatch(ScrollBar::isVisible);
  }
}
