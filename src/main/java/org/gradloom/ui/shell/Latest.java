package org.gradloom.ui.shell;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Writes the latest of what it is given, and nothing twice.
 *
 * @param <T> what is written
 */
final class Latest<T> {
  private final Executor away;
  private final Executor soon;
  private final Consumer<T> write;

  /** Held while something is written, so that what came first is not written last. */
  private final Object writing = new Object();

  private Optional<T> waiting = Optional.empty();
  private boolean due;

  /**
   * @param away writes, one after the other
   * @param soon runs what it is given after a moment
   */
  Latest(Executor away, Executor soon, Consumer<T> write) {
    this.away = away;
    this.soon = soon;
    this.write = write;
  }

  /** To be written as soon as may be. */
  void keep(T now) {
    take(now);
    away.execute(this::flush);
  }

  /** To be written a moment later, since much may follow at once. */
  void keepSoon(T now) {
    if (take(now)) {
      soon.execute(() -> away.execute(this::flush));
    }
  }

  /** True if nobody is on the way to write it yet. */
  private synchronized boolean take(T now) {
    waiting = Optional.of(now);
    boolean first = !due;
    due = true;
    return first;
  }

  private synchronized Optional<T> taken() {
    Optional<T> last = waiting;
    waiting = Optional.empty();
    due = false;
    return last;
  }

  /** Writes what waits, on the thread of whoever asks; nobody else waits for that. */
  void flush() {
    flush(write);
  }

  /** The same, written by who asks. */
  void flush(Consumer<T> write) {
    synchronized (writing) {
      taken().ifPresent(write);
    }
  }
}
