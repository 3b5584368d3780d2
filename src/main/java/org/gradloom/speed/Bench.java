package org.gradloom.speed;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Where things are timed.
 *
 * @param thread runs the measurer and nothing else, so that nothing waits for it
 */
public record Bench(Measurer measurer, Executor thread) {

  /** On this machine, on a thread of its own. */
  public static Bench ofThisMachine() {
    return new Bench(
        Measurer.ofThisMachine(),
        Executors.newSingleThreadExecutor(work -> {
          Thread thread = new Thread(work, "gradloom-speed");
          thread.setDaemon(true);
          return thread;
        }));
  }
}
