package org.gradloom.ui.train;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.gradloom.training.Curve;
import org.gradloom.training.Preset;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.store.Action;

/**
 * Trains the spirals in the app's window from the first step to the last, in a program of its own,
 * so that the memory in use is that of the run alone. It prints steps and megabytes early in the
 * run and at its end, then how many losses were seen and in buckets of how many, then the least,
 * the mean and the most of each bucket.
 */
final class LongRunProgram {
  /** Of the steps after which all is there that any further ones need. */
  private static final long FIRST_STEPS = 1000;

  /** Steps a second, so that it does not run far beyond. */
  private static final double FIRST_PACE = 2000;

  /** Megabytes, and milliseconds in which the window has painted itself. */
  private static final double SETTLED = 0.01;

  private static final long FRAME = 300;
  private static final int FRAMES = 4;

  private LongRunProgram() {}

  /** Arguments: a folder for the window's preferences, how many epochs, and the steps of one. */
  public static void main(String[] arguments) {
    int exit = 0;
    try {
      Platform.startup(() -> {});
      train(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    } catch (Exception | Error failed) {
      failed.printStackTrace();
      exit = 1;
    }
    // The window is still open.
    System.exit(exit);
  }

  private static void train(Path folder, int epochs, int stepsAnEpoch) throws Exception {
    List<Throwable> failures = LongRun.failures();
    TrainedWindow window = TrainedWindow.open(folder);
    window.open(Preset.SPIRALS, epochs);
    long steps = (long) epochs * stepsAnEpoch;

    window.dispatch(new Action.TrainAt(FIRST_PACE));
    window.press("train-play");
    window.awaitStep(FIRST_STEPS);
    window.press("train-play");
    long paused = window.awaitPaused();
    System.out.println(paused + " " + settledMegabytes());
    window.dispatch(new Action.TrainAt(Double.POSITIVE_INFINITY));
    window.press("train-play");
    window.awaitStep(steps);
    window.awaitPaused();
    System.out.println(window.step() + " " + settledMegabytes());

    Curve losses = window.losses();
    System.out.println(losses.steps() + " " + losses.width());
    for (int i = 0; i < losses.buckets(); i++) {
      System.out.println(losses.least(i) + " " + losses.mean(i) + " " + losses.most(i));
    }
    if (!failures.isEmpty()) {
      throw new AssertionError("nobody caught this", failures.getFirst());
    }
  }

  /**
   * What is in use once nothing is on its way any more: an evaluation, a picture of it. On a busy
   * machine these take longer than a frame, so it has to stay the same for some.
   */
  private static double settledMegabytes() throws Exception {
    double used = LongRun.usedMegabytes();
    int same = 0;
    while (same < FRAMES) {
      TimeUnit.MILLISECONDS.sleep(FRAME);
      TrainedWindow.onWindowsThread(() -> {
        PromptRobot.frame();
        return true;
      });
      double before = used;
      used = LongRun.usedMegabytes();
      same = Math.abs(used - before) > SETTLED ? 0 : same + 1;
    }
    return used;
  }
}
