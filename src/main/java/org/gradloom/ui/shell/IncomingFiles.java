package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.util.List;
import org.gradloom.lesson.Screen;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;

/**
 * Files that come from outside the window: one is opened, the others wait among the recent ones.
 */
final class IncomingFiles {
  private final Store store;
  private final RememberedSettings settings;
  private final DocumentController desk;
  private final StartDesk startDesk;

  IncomingFiles(
      Store store, RememberedSettings settings, DocumentController desk, StartDesk startDesk) {
    this.store = store;
    this.settings = settings;
    this.desk = desk;
    this.startDesk = startDesk;
  }

  /** One is opened, for a window shows one; the others wait among the recent files. */
  void open(List<Path> files) {
    DroppedTogether dropped = DroppedTogether.of(files);
    if (files.size() > 1) {
      // What was said before is no part of what is said of these.
      store.state().notice().map(Action.Dismiss::new).ifPresent(store::dispatch);
    }
    settings.keepWaiting(dropped.others());
    listRecent();
    desk.openFile(
        dropped.opened(),
        () ->
            dropped
                .notice(store.state().notice(), recent())
                .map(Action.Tell::new)
                .ifPresent(store::dispatch));
  }

  /** What was opened lately or waits, the latest first. */
  List<Path> recent() {
    return settings.preferences().recentFiles().stream().map(Path::of).toList();
  }

  /** Has the Start screen say what they hold, where that is shown. */
  void listRecent() {
    if (store.state().screen() == Screen.START) {
      startDesk.list(recent(), settings.preferences().opened());
    }
  }
}
