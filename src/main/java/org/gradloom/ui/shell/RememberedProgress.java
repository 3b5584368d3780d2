package org.gradloom.ui.shell;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gradloom.files.Progress;
import org.gradloom.files.ProgressFile;
import org.gradloom.text.Message;
import org.gradloom.ui.store.Background;

/**
 * A learner's progress from one start to the next: what is new is added to the file in the
 * background, where another window may have added its own.
 */
final class RememberedProgress {
  private final ProgressFile file;
  private final Executor away;
  private final Consumer<Message> notKept;
  private final ProgressFile.Kept atFirst;
  private Progress written;

  /**
   * What a file holds.
   *
   * @param away writes it
   * @param notKept told, by {@code away}, why it could not be written
   */
  RememberedProgress(ProgressFile file, Executor away, Consumer<Message> notKept) {
    this.file = file;
    this.away = away;
    this.notKept = notKept;
    this.atFirst = file.load();
    this.written = atFirst.progress();
  }

  /** What was kept by earlier windows. */
  Progress progress() {
    return atFirst.progress();
  }

  /** Why nothing could be read, if so. */
  Optional<Message> fault() {
    return atFirst.fault();
  }

  /**
   * Looks for what other windows came to since.
   *
   * @param background reads it after all that was to be written, and comes back to the window's
   *     thread
   * @param found takes what there is now, if it is anything new
   */
  void follow(Background background, Consumer<Progress> found) {
    Progress before = written;
    background.run(
        file::load,
        held -> {
          held.fault().ifPresent(notKept);
          // What was reached meanwhile here is on its way into the file.
          if (held.fault().isEmpty() && written.equals(before) && !held.progress().equals(before)) {
            written = held.progress();
            found.accept(held.progress());
          }
        },
        notKept);
  }

  /** What was reached now, or that all was erased. */
  void keep(Progress now) {
    Progress before = written;
    written = now;
    if (now.equals(Progress.NONE) && !before.equals(Progress.NONE)) {
      away.execute(() -> file.erase().ifPresent(notKept));
    } else if (!now.equals(before)) {
      away.execute(() -> file.add(now.since(before)).ifPresent(notKept));
    }
  }
}
