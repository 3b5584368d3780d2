package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.gradloom.ui.InWindow;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class TipTest {
  private Label elsewhere;
  private VBox hidden;
  private VBox ground;

  @Start
  void show(Stage stage) {
    elsewhere = new Label("elsewhere");
    hidden = new VBox();
    ground = new VBox(elsewhere, hidden);
    NodeVisibility.hideEmpty(hidden, new Label("found"));
    stage.setScene(new Scene(ground, 300, 200));
    stage.show();
  }

  @Test
  void isMadeWhenThePointerComes(FxRobot robot) {
    robot.moveTo(elsewhere);
    Button button = new Button("Undo");
    robot.interact(() -> {
      Tip.set(button, "Undo the last change");
      ground.getChildren().add(button);
    });
    assertThat(button.getTooltip()).isNull();
    assertThat(Tip.of(button)).contains("Undo the last change");
    robot.moveTo(button);
    assertThat(button.getTooltip().getText()).isEqualTo("Undo the last change");

    robot.interact(() -> Tip.set(button, "Nothing to undo"));
    assertThat(Tip.of(button)).contains("Nothing to undo");
    assertThat(button.getTooltip().getText()).isEqualTo("Nothing to undo");
  }

  @Test
  void whatIsHiddenHasItsChildrenWhenItIsSeen(FxRobot robot) {
    assertThat(hidden.getChildren()).isEmpty();
    robot.interact(() -> NodeVisibility.set(hidden, true));
    robot.interact(() -> NodeVisibility.set(hidden, false));
    robot.interact(() -> NodeVisibility.set(hidden, true));
    assertThat(hidden.getChildren()).hasSize(1);
  }
}
