package org.gradloom.training;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A slot for one letter between two threads. Who writes never waits: he looks whether the slot is
 * empty, or replaces an older letter by a newer one. Safe for several threads.
 */
final class Mailbox<T> {
  private @Nullable T letter;

  synchronized boolean isEmpty() {
    return letter == null;
  }

  /** Puts a letter in; one that nobody has fetched is thrown away. */
  synchronized void put(T newer) {
    letter = newer;
    notifyAll();
  }

  /** Fetches the letter, if there is one. */
  synchronized Optional<T> poll() {
    Optional<T> fetched = Optional.ofNullable(letter);
    letter = null;
    notifyAll();
    return fetched;
  }

  /** Fetches the letter, and waits where there is none yet. */
  synchronized T take() throws InterruptedException {
    while (letter == null) {
      wait();
    }
    T fetched = letter;
    letter = null;
    notifyAll();
    return fetched;
  }

  /** Waits until the last letter is fetched. */
  synchronized void awaitEmpty() throws InterruptedException {
    while (letter != null) {
      wait();
    }
  }
}
