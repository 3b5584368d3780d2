package org.gradloom.ui.shell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.gradloom.Snapshots;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.theme.Appearance;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class AboutDialogTest {
  private Stage owner;

  @Start
  void start(Stage stage) {
    owner = stage;
    stage.setScene(new Scene(new Pane(), 1000, 700));
    stage.show();
  }

  /** The base theme would give a dialog 600 pixels at most. */
  @Test
  void hasTheRoomThatItsListAndItsTextAskFor(FxRobot robot) {
    robot.interact(() -> {
      Appearance.usual().applyTo(owner.getScene());
      AboutDialog dialog = new AboutDialog(Texts.english(), Path.of("gradloom.log"));
      dialog.initOwner(owner);
      dialog.setX(0);
      dialog.setY(0);
      dialog.show();
      DialogPane pane = dialog.getDialogPane();
      Snapshots.save(pane.getScene(), "about");
      assertThat(widthOf(pane, "licences")).isGreaterThanOrEqualTo(340);
      assertThat(widthOf(pane, "licence-text")).isGreaterThanOrEqualTo(520);
      dialog.close();
    });
  }

  private static double widthOf(DialogPane pane, String id) {
    return ((Region) requireNonNull(pane.lookup("#" + id))).getWidth();
  }
}
