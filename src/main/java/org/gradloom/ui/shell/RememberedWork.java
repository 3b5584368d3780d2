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
  private T handedIn;

  /** What of it the file is known to hold: less where it could not be written. */
  private volatile T inFile;

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
    this.handedIn = atFirst.held();
    this.inFile = atFirst.held();
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
    T before = handedIn;
    background.run(
        file::load,
        kept -> {
          kept.fault().ifPresent(notKept);
          // What was reached meanwhile here is on its way into the file, and what could not be
          // written is here alone.
          boolean hasAll = handedIn.equals(before) && inFile.equals(before);
          if (kept.fault().isEmpty() && hasAll && !kept.held().equals(before)) {
            handedIn = kept.held();
            inFile = kept.held();
            found.accept(kept.held());
          }
        },
        notKept);
  }

  /** What was reached now, or that all was erased. What could not be written is tried again. */
  final void keep(T now) {
    T before = handedIn;
    if (now.equals(none) && !before.equals(none)) {
      erase();
    } else if (!now.equals(before)) {
      handedIn = now;
      away.execute(() -> tell(file.add(since(now, inFile)), now));
    }
  }

  /** Forgets all of it, what other windows have added too. */
  final void erase() {
    handedIn = none;
    away.execute(() -> tell(file.erase(), none));
  }

  private void tell(Optional<Message> wrong, T now) {
    if (wrong.isEmpty()) {
      inFile = now;
    } else {
      notKept.accept(wrong.get());
    }
  }
}
