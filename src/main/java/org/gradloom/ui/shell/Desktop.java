package org.gradloom.ui.shell;

import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.gradloom.files.Preferences;
import org.gradloom.files.PreferencesFile;
import org.gradloom.text.Texts;
import org.gradloom.ui.theme.Fonts;

/** Starts the toolkit with one window. */
public final class Desktop {
  private Desktop() {}

  /**
   * Opens the window and comes back when it was closed. Not to be called on the toolkit's thread,
   * and once only.
   *
   * @param opening what to show, given what was remembered
   * @throws UnsupportedOperationException if the toolkit finds no display after all
   */
  public static void run(Texts texts, Function<Preferences, StartupDocument> opening) {
    CountDownLatch closed = new CountDownLatch(1);
    StartupDocument first = opening.apply(PreferencesFile.ofUser().load());
    Platform.startup(() -> {
      Fonts.load();
      Stage stage = new Stage();
      var window = new GradloomWindow(stage, GradloomWindow.Surroundings.desktop(texts), first);
      Thread.setDefaultUncaughtExceptionHandler(
          (thread, error) -> Platform.runLater(() -> window.failed(error)));
      stage.setOnHidden(hidden -> closed.countDown());
      stage.show();
    });
    try {
      closed.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
  }
}
