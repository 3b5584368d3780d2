package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class FirstPictureTest {
  private Stage stage;

  @Start
  void hold(Stage shown) {
    stage = shown;
  }

  @Test
  void whatWaitsIsDoneInOrderOnceThePictureIsThere(FxRobot robot) throws Exception {
    FirstPicture first = new FirstPicture();
    IllegalStateException failure = new IllegalStateException("spoilt");
    List<Throwable> told = new CopyOnWriteArrayList<>();
    List<String> done = new CopyOnWriteArrayList<>();
    robot.interact(() -> {
      Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> told.add(thrown));
      first.execute(() -> done.add("one"));
      first.execute(() -> {
        throw failure;
      });
      first.execute(() -> {
        done.add("two");
        first.execute(() -> done.add("of two"));
      });
      stage.setScene(new Scene(new StackPane(), 200, 100));
      stage.show();
      first.follow();
      assertThat(done).isEmpty();
    });
    PromptRobot.await(() -> done.size() == 3);
    assertThat(done).containsExactly("one", "two", "of two");

    assertThat(told).containsExactly(failure);
    robot.interact(() -> Thread.currentThread().setUncaughtExceptionHandler(null));

    // It is drawn once the last of them found nothing more to wait for.
    robot.interact(() -> {});
    robot.interact(() -> {
      first.execute(() -> done.add("at once"));
      assertThat(done).endsWith("at once");
    });
  }
}
