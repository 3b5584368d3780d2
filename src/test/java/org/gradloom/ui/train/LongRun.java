package org.gradloom.ui.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gradloom.training.Curve;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.Action;

/** Trains on the screen for a long time, and tells what became of memory and losses. */
final class LongRun {
  private static final long EVERY = 30_000;
  private static final int COLLECTIONS = 3;

  private LongRun() {}

  static void watch(TrainedWindow window, TrainingSetup setup, double minutes) throws Exception {
    List<Throwable> failures = failures();
    long from = System.nanoTime();
    long until = from + (long) (minutes * 60e9);
    window.dispatch(new Action.Train(true));
    while (System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(EVERY);
      System.out.printf(
          "%4.0f s: %,d steps, %.1f MB after a collection, %d exceptions%n",
          (System.nanoTime() - from) / 1e9, window.step(), usedMegabytes(), failures.size());
    }
    window.dispatch(new Action.Train(false));
    window.awaitPaused();
    long epochs = window.finishEpoch();
    Curve seen = window.losses();
    Curve alone = BareRun.losses(SetupEdits.withEpochs(setup, (int) epochs));
    System.out.printf(
        "%,d losses in %d buckets of %,d; the same run alone has %,d in %d: %s%n",
        seen.steps(),
        seen.buckets(),
        seen.width(),
        alone.steps(),
        alone.buckets(),
        seen.equals(alone) ? "equal bit for bit" : "DIFFERENT");
    failures.forEach(Throwable::printStackTrace);
  }

  /** What is thrown from now on and caught nowhere, on any thread. */
  static List<Throwable> failures() throws Exception {
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
    TrainedWindow.onWindowsThread(() -> {
      Thread.currentThread()
          .setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
      return true;
    });
    return failures;
  }

  /** What is still in use after collections of what is not; some is freed by the one before. */
  static double usedMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }
    return least;
  }
}
