package org.gradloom.ui.train;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.gradloom.lesson.Screen;
import org.gradloom.training.Curve;
import org.gradloom.training.Preset;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.shell.StartupDocument;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.LossChart;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Training;

/**
 * The app's window for a program that trains in it, from a thread of its own. What the window shows
 * is all that is known of the run.
 */
final class TrainedWindow {
  /** More than any benchmark takes, and no more digits than the field for them shows. */
  private static final int EPOCHS = 9_999_999;

  private final TestWindow window;

  private TrainedWindow(TestWindow window) {
    this.window = window;
  }

  static TrainedWindow open(Path folder) throws Exception {
    return new TrainedWindow(
        onWindowsThread(() -> TestWindow.open(new Stage(), folder, StartupDocument.builtIn("h"))));
  }

  Scene scene() {
    return window.scene();
  }

  /** Opens a ready setup, to be trained as fast as it can. */
  TrainingSetup open(Preset preset) throws Exception {
    return open(preset, EPOCHS);
  }

  /** Opens a ready setup with so many epochs, to be trained as fast as it can. */
  TrainingSetup open(Preset preset, int epochs) throws Exception {
    TrainingSetup setup = SetupEdits.withEpochs(preset.setup(), epochs);
    dispatch(new Action.OpenSetup(setup, new Origin.BuiltIn(preset.id())));
    dispatch(new Action.TrainAt(Double.POSITIVE_INFINITY));
    await(() -> shown("train-step").equals("0"));
    return setup;
  }

  void dispatch(Action action) throws Exception {
    onWindowsThread(() -> {
      window.store().dispatch(action);
      return true;
    });
  }

  /** Shows a screen, and waits until it is there. */
  void show(Screen screen) throws Exception {
    dispatch(new Action.Show(screen));
    await(() -> window.scene().lookup(screen == Screen.TRAIN ? "#train" : "#explore").isVisible());
  }

  void press(String button) throws Exception {
    onWindowsThread(() -> {
      ((ButtonBase) window.scene().lookup("#" + button)).fire();
      return true;
    });
  }

  long step() throws Exception {
    return onWindowsThread(() -> number("train-step"));
  }

  /** Waits until the screen has seen a step. */
  void awaitStep(long step) throws Exception {
    await(() -> number("train-step") >= step);
  }

  long epoch() throws Exception {
    return onWindowsThread(() -> number("train-epoch"));
  }

  /** Waits until the screen has seen that the run stands still; the steps it shows then. */
  long awaitPaused() throws Exception {
    await(() -> shown("train-speed").equals("–"));
    return step();
  }

  /** Lets the run go to the end of its epoch; how many are complete then. */
  long finishEpoch() throws Exception {
    long before = epoch();
    press("train-oneEpoch");
    await(() -> number("train-epoch") > before);
    return epoch();
  }

  /** The losses that the screen keeps of its run. */
  Curve losses() throws Exception {
    press("keep-run");
    return onWindowsThread(() ->
        window
            .store()
            .state()
            .training()
            .map(Training::chart)
            .map(LossChart::kept)
            .map(List::getLast)
            .map(LossChart.KeptRun::losses)
            .orElseThrow());
  }

  /** Tells of every further evaluation that the screen shows of a run. Called on its thread. */
  void onLook(Runnable listener) {
    ((Label) window.scene().lookup("#train-step")).textProperty().subscribe(listener);
  }

  private String shown(String id) {
    return ((Label) window.scene().lookup("#" + id)).getText();
  }

  private long number(String id) {
    String digits = shown(id).replaceAll("\\D", "");
    return digits.isEmpty() ? -1 : Long.parseLong(digits);
  }

  private static void await(Callable<Boolean> seen) throws Exception {
    while (!onWindowsThread(seen)) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  static <T> T onWindowsThread(Callable<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(work.call());
      } catch (Exception | Error failed) {
        done.completeExceptionally(failed);
      }
    });
    return done.get(60, TimeUnit.SECONDS);
  }
}
