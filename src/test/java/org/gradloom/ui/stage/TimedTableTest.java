package org.gradloom.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.shell.StartupDocument;
import org.gradloom.ui.store.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A learner times the ways to multiply in lesson 2, by keyboard. */
@InWindow
class TimedTableTest {
  private static final String FASTEST =
      "At n = %d the fastest here is the whole batch on Gradloom’s kernel, with %s ms: the nested"
          + " loops take 8.0 times as long.";

  @TempDir private static Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = TestWindow.open(stage, folder, StartupDocument.builtIn("why-matrices"));
  }

  private static void nextBeat(FxRobot robot) {
    robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
  }

  private static boolean has(FxRobot robot, String id) {
    return robot.lookup("#" + id).tryQuery().isPresent();
  }

  @Test
  void measuresPredictsAndReads(FxRobot robot) {
    nextBeat(robot);
    assertThat(text(robot, "beat-title")).isEqualTo("Which way multiplies least?");
    assertThat(text(robot, "formula")).isEmpty();
    assertThat(text(robot, "timed-products-loops-16")).isEqualTo("16\u2009384");
    assertThat(text(robot, "timed-products-kernel-16")).isEqualTo("16\u2009384");
    assertThat(text(robot, "timed-agrees-kernel")).isEmpty();

    // The focus is where one goes on: on what measures.
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "timed-agrees-loops")).isEqualTo("reference");
    assertThat(text(robot, "timed-agrees-kernel")).isEqualTo("agrees");
    assertThat(text(robot, "timed-agrees-blas")).as("on this machine").isEqualTo("none found");
    assertThat(has(robot, "timed-time-loops-16")).as("times are covered").isFalse();
    assertThat(text(robot, "timed-words"))
        .isEqualTo(
            "Z = X · W for 64 samples, with n inputs and n neurons: first compared, then timed on"
                + " this machine.");
    robot.clickOn("#question-uncover");
    assertThat(text(robot, "timed-time-loops-16")).isEqualTo("0.128 ms");
    assertThat(text(robot, "timed-time-samples-16")).isEqualTo("0.048 ms");
    assertThat(text(robot, "timed-words")).isEqualTo(FASTEST.formatted(16, "0.016"));

    nextBeat(robot);
    assertThat(text(robot, "timed-products-loops-512")).isEqualTo("16\u2009777\u2009216");
    assertThat(has(robot, "timed-ratio-512")).as("the ratio is asked for").isFalse();
    robot.write("10").type(KeyCode.ENTER);
    assertThat(text(robot, "timed-ratio-512")).isEqualTo("–");
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "timed-ratio-512")).isEqualTo("8.0 ×");
    assertThat(text(robot, "timed-words")).isEqualTo(FASTEST.formatted(512, "0.512"));
    assertThat(text(robot, "attempt-1")).isEqualTo("10\u2002your guess");

    // What was measured stays for the lesson; only what is missing is measured.
    nextBeat(robot);
    assertThat(text(robot, "timed-time-loops-16")).isEqualTo("0.128 ms");
    assertThat(text(robot, "timed-time-loops-128")).isEqualTo("–");
    assertThat(text(robot, "timed-time-loops-512")).isEqualTo("4.1 ms");
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "timed-time-loops-128")).isEqualTo("1.02 ms");
    assertThat(text(robot, "timed-measure")).isEqualTo("Measure again");

    nextBeat(robot);
    assertThat(has(robot, "timed")).isFalse();
    assertThat(node(robot, "formula").isVisible()).isTrue();

    robot.interact(() -> window.store().dispatch(new Action.LeaveLesson()));
    robot.interact(() -> window.store().dispatch(new Action.ToBeat(3)));
    assertThat(text(robot, "timed-time-loops-16")).isEqualTo("–");
  }
}
