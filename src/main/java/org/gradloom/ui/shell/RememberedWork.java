package org.gradloom.ui.shell;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gradloom.files.LearnerFile;
import org.gradloom.text.Message;
import org.gradloom.ui.store.Background;

/**
 * What a learner has worked for, from one start to the next: what is new is added to the file in
 * the background, where another window may have added its own.
 *
 * @param <T> all that was worked for
 */
abstract sealed class RememberedWork<T> permits RememberedProgress, RememberedPractice {
  private final LearnerFile<T> file;
  private final T none;
  private final Executor away;
  private final Consumer<Message> notKept;
  private final LearnerFile.Kept<T> atFirst;
  private T written;

  /**
   * What a file holds.
   *
   * @param none what is held before anything was worked for
   * @param away writes it
   * @param notKept told, by {@code away}, why it could not be written
   */
  RememberedWork(LearnerFile<T> file, T none, Executor away, Consumer<Message> notKept) {
    this.file = file;
    this.none = none;
    this.away = away;
    this.notKept = notKept;
    this.atFirst = file.load();
    this.written = atFirst.held();
  }

  /** What is new in {@code now}, compared with what was known before. */
  abstract T since(T now, T before);

  /** What was kept by earlier windows. */
  final T atFirst() {
    return atFirst.held();
  }

  /** Why nothing could be read, if so. */
  final Optional<Message> fault() {
    return atFirst.fault();
  }

  /**
   * Looks for what other windows came to since.
   *
   * @param background reads it after all that was to be written, and comes back to the window's
   *     thread
   * @param found takes what there is now, if it is anything new
   */
  final void follow(Background background, Consumer<T> found) {
    T before = written;
    background.run(
        file::load,
        kept -> {
          kept.fault().ifPresent(notKept);
          // What was reached meanwhile here is on its way into the file.
          if (kept.fault().isEmpty() && written.equals(before) && !kept.held().equals(before)) {
            written = kept.held();
            found.accept(kept.held());
          }
        },
        notKept);
  }

  /** What was reached now, or that all was erased. */
  final void keep(T now) {
    T before = written;
    if (now.equals(none) && !before.equals(none)) {
      erase();
    } else if (!now.equals(before)) {
      written = now;
      away.execute(() -> file.add(since(now, before)).ifPresent(notKept));
    }
  }

  /** Forgets all of it, what other windows have added too. */
  final void erase() {
    written = none;
    away.execute(() -> file.erase().ifPresent(notKept));
  }
}
