package org.gradloom.ui.shell;

import java.util.Optional;
import javafx.application.Platform;
import org.gradloom.text.Message;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;

/**
 * What nobody foresaw, on any thread, becomes an entry in the log and a notice in the window. The
 * window may itself be what fails, at every frame or because of the notice: that neither fills the
 * log nor turns in a circle.
 */
final class FailureNotices implements Thread.UncaughtExceptionHandler {
  private final Store store;
  private final CrashLog log;

  /** The failure that the window told of last: that it goes on is told again, but logged once. */
  private Optional<Told> told = Optional.empty();

  private record Told(String failure, Notice notice) {}

  FailureNotices(Store store, CrashLog log) {
    this.store = store;
    this.log = log;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    if (Platform.isFxApplicationThread()) {
      tell(failure);
    } else {
      // Logged here, where the failure is, in case the window cannot tell of it.
      Message said = log.record(failure);
      Platform.runLater(() -> store.dispatch(new Action.Tell(new Notice(said, true))));
    }
  }

  /** On the window's thread. */
  void tell(Throwable failure) {
    String name = name(failure);
    if (told.filter(last -> last.failure().equals(name)).isEmpty()) {
      told = Optional.of(new Told(name, new Notice(log.record(failure), true)));
    }
    told.map(Told::notice)
        .filter(notice -> !store.state().notice().equals(Optional.of(notice)))
        .ifPresent(notice -> store.dispatch(new Action.Tell(notice)));
  }

  /** Failures of one kind at one place are the same. */
  private static String name(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getName() + (trace.length == 0 ? "" : " " + trace[0]);
  }
}
