package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.gradloom.Snapshots;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.theme.Appearance;
import org.gradloom.ui.theme.Fonts;
import org.gradloom.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Draws the grid's looks into target/screens, for people to look at. */
@InWindow
class GalleryTest {
  private Stage stage;

  @Start
  void start(Stage shown) {
    Fonts.load();
    stage = shown;
    stage.setX(0);
    stage.setY(0);
  }

  @Test
  void everyLookIsDrawnInEveryTheme(FxRobot robot) {
    for (Theme theme : Theme.all()) {
      Appearance appearance = new Appearance(theme, 100);
      draw(robot, "gallery-" + theme.id(), () -> new Gallery().scene(appearance, 1280, 800));
      draw(robot, "heat-" + theme.id(), () -> new Gallery().heatScene(appearance, 960, 860));
      draw(robot, "sizes-" + theme.id(), () -> new Gallery().sizesScene(appearance, 1500, 640));
    }
    Appearance large = new Appearance(Theme.usual(), 150);
    draw(robot, "gallery-150", () -> new Gallery().scene(large, 1500, 980));
  }

  @Test
  void thePicturesOfATrainingAreDrawnInEveryTheme(FxRobot robot) {
    for (Theme theme : Theme.all()) {
      Appearance appearance = new Appearance(theme, 100);
      draw(robot, "train-" + theme.id(), () -> new TrainGallery().scene(appearance, 1500, 970));
    }
  }

  private void draw(FxRobot robot, String name, java.util.function.Supplier<Scene> made) {
    robot.interact(() -> {
      stage.setScene(made.get());
      stage.show();
    });
    robot.interact(() -> robot.lookup(focused(name)).query().requestFocus());
    PromptRobot.settle();
    WritableImage image = Snapshots.save(stage.getScene(), name);
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x += 3) {
      for (int y = 0; y < image.getHeight(); y += 3) {
        colours.add(image.getPixelReader().getArgb(x, y));
      }
    }
    assertThat(colours).as("colours in " + name).hasSizeGreaterThan(50);
  }

  private static String focused(String name) {
    if (name.startsWith("heat")) {
      return "#heat-near";
    }
    if (name.startsWith("train")) {
      return "#loss";
    }
    return name.startsWith("sizes") ? "#tiny-3-3" : "#X-2-3";
  }
}
