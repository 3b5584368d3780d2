package org.gradloom.ui.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.gradloom.training.Curve;
import org.gradloom.training.PlannedRun;
import org.gradloom.training.Preset;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.shell.StartupDocument;
import org.gradloom.ui.shell.UserPrompts;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Training;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A run as fast as it can with the Train screen open, from its first step to its last. */
@InWindow
@Isolated("It measures the memory of the whole program.")
class LongRunTest {
  /** Four fifths of the 500 rows of the spirals are trained, in mini-batches of 10. */
  private static final int STEPS_AN_EPOCH = 40;

  private static final int EPOCHS = 8_000;

  /**
   * What memory may grow by, with what tests that run beside this one keep meanwhile: 12 to 18 were
   * seen. To keep what was seen of each step would take ten times as much.
   */
  private static final double MEGABYTES = 30;

  @TempDir private Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = TestWindow.open(stage, folder, StartupDocument.builtIn("h")).withoutMotion();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> {
      window.answers().aboutUnsaved(UserPrompts.Unsaved.DISCARD);
      window.answers().aboutUnsaved(UserPrompts.Unsaved.DISCARD);
      window
          .stage()
          .getOnCloseRequest()
          .handle(
              new javafx.stage.WindowEvent(
                  window.stage(), javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
    });
  }

  private static void await(Callable<Boolean> seen) throws TimeoutException {
    WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(seen).get());
  }

  private static long number(FxRobot robot, String id) {
    String digits = text(robot, id).replaceAll("\\D", "");
    return digits.isEmpty() ? -1 : Long.parseLong(digits);
  }

  private Curve train(FxRobot robot, TrainingSetup setup, List<Double> megabytes)
      throws TimeoutException {
    long steps = (long) setup.plan().epochs() * STEPS_AN_EPOCH;
    robot.interact(() -> {
      window.store().dispatch(new Action.OpenSetup(setup, new Origin.BuiltIn("spirals")));
      window.store().dispatch(new Action.TrainAt(Double.POSITIVE_INFINITY));
    });
    await(() -> number(robot, "train-step") == 0);
    robot.clickOn("#train-play");
    for (int part = 1; part <= 4; part++) {
      long wanted = steps * part / 4;
      await(() -> number(robot, "train-step") >= wanted);
      megabytes.add(LongRun.usedMegabytes());
    }
    await(() -> text(robot, "train-play").equals("Train"));
    robot.clickOn("#keep-run");
    return window.store().state().training().flatMap(Training::kept).orElseThrow();
  }

  /** As the run without any thread says them: one for each step, in order. */
  private static List<Double> lossesAlone(TrainingSetup setup) {
    List<Double> losses = new ArrayList<>();
    new PlannedRun(setup.lesson()).run((step, loss) -> losses.add(loss));
    return losses;
  }

  @Test
  void everyLossIsDeliveredOnceAndInOrderAndMemoryStaysAsItWas(FxRobot robot)
      throws TimeoutException {
    TrainingSetup setup = SetupEdits.withEpochs(Preset.SPIRALS.setup(), EPOCHS);
    List<Double> megabytes = new ArrayList<>();

    Curve seen = train(robot, setup, megabytes);

    List<Double> alone = lossesAlone(setup);
    assertThat(seen.steps()).isEqualTo(alone.size());
    assertThat(seen.buckets()).isEqualTo(Math.ceilDiv(alone.size(), (int) seen.width()));
    for (int bucket = 0; bucket < seen.buckets(); bucket++) {
      int from = (int) (bucket * seen.width());
      var part = alone.subList(from, (int) Math.min(alone.size(), from + seen.width()));
      var summary = part.stream().mapToDouble(loss -> loss).summaryStatistics();
      assertThat(seen.least(bucket)).isEqualTo(summary.getMin());
      assertThat(seen.most(bucket)).isEqualTo(summary.getMax());
      assertThat(seen.mean(bucket)).isCloseTo(summary.getAverage(), within(1e-9));
    }
    assertThat(megabytes.getLast()).isLessThan(megabytes.getFirst() + MEGABYTES);
    assertThatCode(WaitForAsyncUtils::checkException).doesNotThrowAnyException();
  }
}
