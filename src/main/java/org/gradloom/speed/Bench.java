package org.gradloom.speed;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Where things are timed.
 *
 * @param machine what it is
 * @param thread runs the measurer and nothing else, so that nothing waits for it
 */
public record Bench(Machine machine, Measurer measurer, Executor thread) {

  /** On this machine, on a thread of its own. */
  public static Bench ofThisMachine() {
    return new Bench(
        Machine.here(),
        Measurer.ofThisMachine(),
        Executors.newSingleThreadExecutor(work -> {
          Thread thread = new Thread(work, "gradloom-speed");
          thread.setDaemon(true);
          return thread;
        }));
  }
}
