package org.gradloom.ui.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.lesson.Screen;
import org.gradloom.speed.FakeBench;
import org.gradloom.training.Preset;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.shell.StartupDocument;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Somebody measures on the Speed screen, by keyboard; the bench runs when the test lets it. */
@InWindow
class SpeedScreenTest {
  @TempDir private static Path folder;
  private final Queue<Runnable> bench = new ArrayDeque<>();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window =
        TestWindow.open(
            stage, folder, StartupDocument.builtIn("h"), 1000, 900, FakeBench.on(bench::add));
  }

  private void letItRun(FxRobot robot) {
    while (!bench.isEmpty()) {
      Runnable work = bench.remove();
      robot.interact(work);
    }
    robot.interact(() -> {});
  }

  private static String why(FxRobot robot) {
    return node(robot, "speed-why").lookupAll(".label").stream()
        .map(Label.class::cast)
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }

  private static long marks(FxRobot robot, String way) {
    return node(robot, "speed-chart").lookupAll(".speed-mark").stream()
        .filter(mark -> mark.getStyleClass().contains("series-" + way))
        .count();
  }

  private static List<String> order(FxRobot robot, String way) {
    return node(robot, "speed-order-" + way).lookupAll(".speed-order-cell").stream()
        .sorted(
            Comparator.comparingInt(SpeedScreenTest::row).thenComparingInt(SpeedScreenTest::column))
        .map(cell -> ((Label) cell).getText())
        .toList();
  }

  private static int row(Node cell) {
    return GridPane.getRowIndex(cell);
  }

  private static int column(Node cell) {
    return GridPane.getColumnIndex(cell);
  }

  @Test
  void measuresCancelsMeasuresAgainAndReads(FxRobot robot) {
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT4).release(KeyCode.CONTROL);
    assertThat(window.store().state().screen()).isEqualTo(Screen.SPEED);
    assertThat(window.stage().getTitle()).isEqualTo("Speed — Gradloom");
    assertThat(text(robot, "speed-at")).isEqualTo("NOTHING MEASURED YET");
    assertThat(text(robot, "speed-machine")).isEqualTo("Loom 9, 2 cores, JDK 25 · one thread");

    // Only 16 and 512 stay chosen. The focus is on what measures.
    robot.interact(
        () -> List.of(32, 64, 128, 256, 1024).forEach(n -> fire(robot, "speed-size-" + n)));
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "speed-measure")).isEqualTo("Cancel");
    assertThat(node(robot, "speed-settings").isDisabled()).isTrue();
    robot.type(KeyCode.ENTER);
    letItRun(robot);
    assertThat(text(robot, "speed-measure")).isEqualTo("Measure");
    assertThat(text(robot, "speed-at")).isEqualTo("NOTHING MEASURED YET");

    robot.type(KeyCode.ENTER);
    letItRun(robot);
    assertThat(text(robot, "speed-measure")).isEqualTo("Measure again");
    assertThat(text(robot, "speed-agrees-loops")).isEqualTo("reference");
    assertThat(text(robot, "speed-agrees-kernel")).isEqualTo("agrees");
    assertThat(text(robot, "speed-what-blas")).isEqualTo("none found");
    assertThat(text(robot, "speed-at")).isEqualTo("AT n = 512");
    assertThat(text(robot, "speed-median-loops")).isEqualTo("4.1 ms");
    assertThat(text(robot, "speed-median-kernel")).isEqualTo("512 µs");
    assertThat(text(robot, "speed-ratio-kernel")).isEqualTo("8.0 ×");
    assertThat(text(robot, "speed-ratio-samples")).isEqualTo("2.7 ×");
    assertThat(text(robot, "speed-median-blas")).isEqualTo("–");
    assertThat(marks(robot, "loops")).isEqualTo(2);
    assertThat(marks(robot, "blas")).isZero();
    assertThat(why(robot))
        .startsWith(
            "At n = 512 the fastest here is the whole batch on Gradloom’s kernel, with 0.512 ms:")
        .contains("Each way makes the same 50\u2009331\u2009648 multiplications")
        .contains("each number lies 4.1 kB after the one before")
        .contains("reads all 2.1 MB of W again for each of the 64 samples")
        .contains("W has 2.1 MB, more than the 1 MB that the largest cache")
        .contains("EJML’s product of the whole batch is 1.5 times as fast as one sample at a time.")
        .contains("up to 8 numbers at once here: 2.0 times as fast as EJML’s product.")
        .doesNotContain("BLAS goes");

    // The chart is reached by Tab, and its arrow keys go from size to size.
    robot.interact(() -> node(robot, "speed-chart").requestFocus());
    robot.type(KeyCode.LEFT);
    assertThat(text(robot, "speed-at")).isEqualTo("AT n = 16");
    assertThat(text(robot, "speed-median-loops")).isEqualTo("128 µs");
    robot.type(KeyCode.END);
    assertThat(text(robot, "speed-at")).isEqualTo("AT n = 512");

    // Down the columns; row after row; four rows at once.
    assertThat(order(robot, "loops"))
        .startsWith("1", "5", "9", "13", "2", "6")
        .endsWith("8", "12", "16");
    assertThat(order(robot, "batch")).startsWith("1", "2", "3", "4", "5", "6").endsWith("16");
    assertThat(order(robot, "kernel")).startsWith("1", "2", "3", "4", "1", "2").endsWith("4");
    assertThat(text(robot, "speed-order-words-kernel"))
        .isEqualTo("four rows at once, for four samples at once: 16 times");

    robot.interact(() -> fire(robot, "speed-copy"));
    assertThat(window.clipboard().read().orElseThrow().lines())
        .containsExactly(
            "# Loom 9, 2 cores, JDK 25, one thread; a layer with n inputs and n neurons, forward"
                + " and backward, 64 samples; medians in seconds",
            "n\tNested loops\tOne sample at a time, EJML\tWhole batch, EJML\tWhole batch,"
                + " Gradloom’s kernel\tWhole batch, BLAS",
            "16\t1.28E-4\t4.8E-5\t3.2E-5\t1.6E-5\t",
            "512\t0.004096\t0.001536\t0.001024\t5.12E-4\t");

    // Other samples are another layer: what was measured is no answer to it.
    robot.interact(() -> node(robot, "speed-samples").requestFocus());
    robot.eraseText(3).write("0").type(KeyCode.ENTER);
    assertThat(TestWindow.popups(robot, ".error-bubble"))
        .containsExactly("“0” must be a whole number from 1 to 4096.");
    robot.eraseText(1).write("8").type(KeyCode.ENTER);
    assertThat(TestWindow.popups(robot, ".error-bubble")).isEmpty();
    assertThat(text(robot, "speed-at")).isEqualTo("NOTHING MEASURED YET");
    assertThat(text(robot, "speed-order-words-kernel")).endsWith(": 2 times");

    // The end of lesson 2 leads here.
    robot.interact(() -> {
      window
          .store()
          .dispatch(
              new Action.Open(
                  Derivation.of(BuiltInLessons.read("why-matrices")),
                  new Origin.BuiltIn("why-matrices")));
      window.store().dispatch(new Action.ToBeat(6));
    });
    assertThat(text(robot, "summary-speed")).isEqualTo("Measure more on Speed");
    robot.clickOn("#summary-speed");
    assertThat(window.store().state().screen()).isEqualTo(Screen.SPEED);

    // With nothing to measure the button rests and says why.
    robot.interact(() -> List.of(16, 512).forEach(n -> fire(robot, "speed-size-" + n)));
    assertThat(node(robot, "speed-measure").isDisabled()).isTrue();
    assertThat(node(robot, "speed-measure").getAccessibleHelp()).isEqualTo("Choose a size first.");
  }

  @Test
  void cancellingKeepsWhatIsMeasuredAndMotionIsOnlyForWhoWantsIt(FxRobot robot) {
    robot.interact(() -> window.store().dispatch(new Action.Show(Screen.SPEED)));
    assertThat(node(robot, "speed-walk").isVisible()).isTrue();
    robot.interact(() -> window.store().dispatch(new Action.LessMotion(true)));
    assertThat(node(robot, "speed-walk").isVisible()).isFalse();

    robot.interact(() -> fire(robot, "speed-measure"));
    letItRun(robot);
    assertThat(text(robot, "speed-at")).isEqualTo("AT n = 1024");
    robot.interact(() -> fire(robot, "speed-measure"));
    robot.interact(() -> fire(robot, "speed-measure"));
    letItRun(robot);
    assertThat(text(robot, "speed-at")).isEqualTo("AT n = 1024");
    assertThat(text(robot, "speed-median-kernel")).isEqualTo("1.02 ms");
  }

  @Test
  void trainingTakesTheMachinesBlasOnlyForWhoWantsIt(FxRobot robot) throws TimeoutException {
    robot.interact(() -> window.store().dispatch(new Action.Show(Screen.SPEED)));
    assertThat(text(robot, "speed-products")).isEqualTo("Off: the same numbers on every machine.");
    robot.interact(() -> fire(robot, "speed-train-on-blas"));
    assertThat(text(robot, "speed-products"))
        .isEqualTo("Training looks for this machine’s BLAS when it begins.");
    robot.interact(() ->
        window
            .store()
            .dispatch(new Action.OpenSetup(Preset.IRIS.setup(), new Origin.BuiltIn("iris"))));
    String none = "This machine has no BLAS to use, so products are Gradloom’s own.";
    PromptRobot.await(() -> text(robot, "train-products").equals(none));
    assertThat(node(robot, "train-products").isVisible()).isTrue();
    robot.interact(() -> window.store().dispatch(new Action.Show(Screen.SPEED)));
    assertThat(text(robot, "speed-products")).isEqualTo(none);
    robot.interact(() -> fire(robot, "speed-train-on-blas"));
    assertThat(text(robot, "speed-products")).startsWith("Off: ");
  }

  private static void fire(FxRobot robot, String id) {
    ((ButtonBase) node(robot, id)).fire();
  }
}
