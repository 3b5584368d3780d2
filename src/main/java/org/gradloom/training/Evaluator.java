package org.gradloom.training;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Looks at a trainer's snapshots on a daemon thread of its own, so that neither the trainer nor the
 * window computes what is only to be seen. It looks again once the window has fetched what it saw,
 * and not more often than the eye needs: the time is the trainer's.
 */
public final class Evaluator implements AutoCloseable {
  /** Between two looks at a run that goes on, in nanoseconds. */
  private static final long INTERVAL = 50_000_000;

  private final Trainer trainer;
  private final Mailbox<Evaluation> seen = new Mailbox<>();
  private final Thread thread = new Thread(this::run, "gradloom-evaluator");

  public Evaluator(Trainer trainer) {
    this.trainer = trainer;
    thread.setDaemon(true);
    thread.start();
  }

  /** The newest evaluation that was not fetched yet. Called on any thread; never waits. */
  public Optional<Evaluation> poll() {
    return seen.poll();
  }

  /** Ends the thread at once. */
  @Override
  public void close() {
    thread.interrupt();
  }

  /** A look that fails is reported as any failure of a thread, and the next one may succeed. */
  private void look(Snapshot snapshot) {
    try {
      seen.put(Evaluation.of(snapshot));
    } catch (RuntimeException | OutOfMemoryError failure) {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
  }

  private void run() {
    try {
      while (!thread.isInterrupted()) {
        Snapshot snapshot = trainer.take();
        long from = System.nanoTime();
        look(snapshot);
        long cost = System.nanoTime() - from;
        seen.awaitEmpty();
        // Where one look takes long there are fewer, so that looking costs a third of a core at
        // most.
        long due = from + Math.max(INTERVAL, 3 * cost);
        TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      thread.interrupt();
    }
  }
}
