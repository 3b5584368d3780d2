package org.gradloom.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl C while something long runs, which then ends with what it has so far. The process is going
 * down from that moment on, so its end is held up until the result is out; a second Ctrl C is no
 * longer seen, and a process that must go at once is ended otherwise.
 */
final class Interruption implements AutoCloseable {
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::heard, "interruption");
  private volatile boolean asked;

  /** Listens until it is closed. */
  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void heard() {
    asked = true;
    try {
      ended.await();
    } catch (InterruptedException _) {
      // Nobody waits any more.
    }
  }

  /** True once the process is asked to end. */
  boolean isAsked() {
    return asked;
  }

  @Override
  public void close() {
    ended.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) {
        // It is asked just now, and waits for nothing.
      }
    }
  }
}
