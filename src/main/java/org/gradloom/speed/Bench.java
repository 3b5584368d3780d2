package org.gradloom.speed;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.gradloom.blas.MachineBlas;

/**
 * Where things are timed.
 *
 * @param machine what it is
 * @param blas what the last of the ways is there
 * @param thread runs the measurer and nothing else, so that nothing waits for it
 */
public record Bench(Machine machine, MachineBlas blas, Measurer measurer, Executor thread) {

  /** On this machine, on a thread of its own. */
  public static Bench ofThisMachine(MachineBlas blas) {
    return new Bench(
        Machine.here(),
        blas,
        Measurer.ofThisMachine(blas),
        Executors.newSingleThreadExecutor(work -> {
          Thread thread = new Thread(work, "gradloom-speed");
          thread.setDaemon(true);
          return thread;
        }));
  }
}
