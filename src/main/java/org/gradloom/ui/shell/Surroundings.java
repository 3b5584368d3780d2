package org.gradloom.ui.shell;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import org.gradloom.blas.MachineBlas;
import org.gradloom.files.PreferencesFile;
import org.gradloom.speed.Bench;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.TextClipboard;

/**
 * What the window is given from outside.
 *
 * @param renderer sets the formulas
 * @param asking who answers questions; the desktop's own dialogs where empty
 * @param background runs what reads and writes files
 * @param soon runs, a moment later and on a thread of its own, what keeps unsaved work
 * @param later runs, on the window's thread, what the window's first picture can do without
 * @param bench where ways to multiply are timed
 * @param noticeStays how long a notice is shown that asks for nothing
 * @param lessMotion whether the system asks for less motion
 * @param screens where lectures are shown
 * @param clock says what time it is
 */
public record Surroundings(
    Texts texts,
    PreferencesFile preferences,
    TexRenderer renderer,
    TextClipboard clipboard,
    Optional<UserPrompts> asking,
    Executor background,
    Executor soon,
    Executor later,
    Bench bench,
    Duration noticeStays,
    ObservableValue<Boolean> lessMotion,
    Screens screens,
    Clock clock) {

  /** With the time to write, less than two seconds after the change. */
  private static final long A_MOMENT_IN_MILLIS = 1000;

  private static Executor afterAMoment() {
    return CompletableFuture.delayedExecutor(
        A_MOMENT_IN_MILLIS, TimeUnit.MILLISECONDS, oneThread("gradloom-unsaved"));
  }

  private static ExecutorService oneThread(String name) {
    return Executors.newSingleThreadExecutor(work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    });
  }

  /** The user's own desktop. */
  static Surroundings desktop(Texts texts, TexRenderer renderer, FirstPicture first) {
    return new Surroundings(
        texts,
        PreferencesFile.ofUser(),
        renderer,
        TextClipboard.ofSystem(),
        Optional.empty(),
        oneThread("gradloom-files"),
        afterAMoment(),
        first,
        Bench.ofThisMachine(MachineBlas.ofSystem()),
        Duration.seconds(8),
        Platform.getPreferences().reducedMotionProperty(),
        Screens.ofDesktop(),
        Clock.system(ZoneId.systemDefault()));
  }
}
