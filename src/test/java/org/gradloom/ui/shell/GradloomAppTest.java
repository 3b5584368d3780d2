package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.gradloom.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class GradloomAppTest {
  @Start
  void start(Stage stage) {
    new GradloomApp().start(stage);
    // The headless screen is 1000 by 1000; at its corner the most of the window is on it.
    stage.setX(0);
    stage.setY(0);
  }

  @Test
  void showsItself(FxRobot robot) {
    robot.clickOn("#greeting");
    Label greeting = robot.lookup("#greeting").queryAs(Label.class);
    assertThat(greeting.getText()).isEqualTo("Gradloom");
    WritableImage image = Snapshots.save(greeting.getScene(), "shell");
    assertThat(image.getWidth()).isEqualTo(1280);
    assertThat(colours(image)).hasSizeGreaterThan(5);
  }

  private static Set<Integer> colours(WritableImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getPixelReader().getArgb(x, y));
      }
    }
    return colours;
  }
}
