package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.gradloom.matrix.Matrix;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.control.PixelPictures.Picture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class PixelPicturesTest {
  private Scene scene;

  @Start
  void start(Stage stage) {
    PixelPictures pictures = new PixelPictures();
    pictures.setPictures(
        List.of(
            new Picture(Matrix.of(new double[][] {{0, 1}, {1, 0}}), "is 3, said 8, 97 %"),
            new Picture(Matrix.of(new double[][] {{1, 1}, {1, 1}}), "is 1, said 7, 60 %")));
    scene = ViewTheme.light(new VBox(pictures), 400, 200);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    // Whoever had the stage before may have sized it.
    stage.sizeToScene();
    stage.show();
  }

  private Color seen(FxRobot robot, double x, double y) {
    Bounds bounds = robot.bounds(robot.lookup(".pixel-picture Canvas").<Canvas>query()).query();
    WritableImage[] image = new WritableImage[1];
    robot.interact(() -> image[0] = scene.snapshot(null));
    Bounds local = scene.getRoot().screenToLocal(bounds);
    return image[0]
        .getPixelReader()
        .getColor(
            (int) (local.getMinX() + x * local.getWidth()),
            (int) (local.getMinY() + y * local.getHeight()));
  }

  @Test
  void everyPictureHasItsCaption(FxRobot robot) {
    assertThat(robot.lookup(".pixel-caption").<Label>queryAll())
        .extracting(Label::getText)
        .containsExactly("is 3, said 8, 97 %", "is 1, said 7, 60 %");
  }

  @Test
  void pixelsFollowTheThemeTheirFirstRowOnTop(FxRobot robot) {
    assertThat(seen(robot, 0.75, 0.25)).isEqualTo(Color.web("#1c2128"));
    assertThat(seen(robot, 0.25, 0.25)).isEqualTo(Color.web("#eff1f5"));
    robot.interact(() -> ViewTheme.darken(scene));
    assertThat(seen(robot, 0.75, 0.25)).isEqualTo(Color.web("#e8edf3"));
  }
}
