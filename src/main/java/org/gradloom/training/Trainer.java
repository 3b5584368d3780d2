package org.gradloom.training;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gradloom.blas.Blas;
import org.jspecify.annotations.Nullable;

/**
 * Trains on a daemon thread of its own: commands go in, snapshots come out. It never waits for who
 * looks on: a snapshot of a running run is made only when the last one was fetched, and a run that
 * changed by a command leaves its newest snapshot behind. All methods may be called on any thread.
 */
public final class Trainer implements AutoCloseable {
  private static final double NANOSECONDS = 1e9;

  /** How much being late is made up for, in nanoseconds. */
  private static final long LATEST = 20_000_000;

  private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();

  private final Mailbox<Snapshot> snapshots = new Mailbox<>();
  private final Thread thread = new Thread(this::run, "gradloom-trainer");

  // The rest belongs to the trainer's thread.
  private @Nullable TrainingRun current;
  private long obeyed;
  private double stepsPerSecond = Double.POSITIVE_INFINITY;
  private Optional<Blas> blas = Optional.empty();
  private long due;

  /** A trainer that waits for its first command. */
  public Trainer() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Leaves a command for the trainer; returns at once. */
  public void send(Command command) {
    commands.add(command);
  }

  /** The newest snapshot that was not fetched yet. */
  public Optional<Snapshot> poll() {
    return snapshots.poll();
  }

  /** The newest snapshot that was not fetched yet, waiting for one if need be. */
  public Snapshot take() throws InterruptedException {
    return snapshots.take();
  }

  /** Ends the thread after the commands that were sent before. */
  @Override
  public void close() {
    commands.add(new Command.End());
  }

  private void run() {
    try {
      while (obeyAll()) {
        train();
      }
    } catch (InterruptedException e) {
      // Nobody but the end of the program interrupts this thread.
      Thread.currentThread().interrupt();
    }
  }

  /** One step if it is time for one, and a snapshot if somebody looks. */
  private void train() {
    TrainingRun present = current;
    if (present == null || !present.isRunning() || !isDue()) {
      return;
    }
    try {
      present.step();
      if (!present.isRunning() || snapshots.isEmpty()) {
        snapshots.put(present.snapshot(obeyed));
      }
    } catch (RuntimeException | OutOfMemoryError failure) {
      fail(failure);
    }
  }

  /** Ends the run and reports why, as any failure of a thread. */
  private void fail(Throwable failure) {
    current = null;
    thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
  }

  private boolean isDue() {
    if (Double.isInfinite(stepsPerSecond)) {
      return true;
    }
    long now = System.nanoTime();
    if (now < due) {
      return false;
    }
    // What was late is made up for, but no more than a moment: a pause must not end in a burst.
    due = Math.max(due, now - LATEST) + (long) (NANOSECONDS / stepsPerSecond);
    return true;
  }

  /** Obeys what was sent; waits for it while there is nothing to do. False at the end. */
  private boolean obeyAll() throws InterruptedException {
    Command next = await();
    boolean changed = false;
    while (next != null) {
      if (next instanceof Command.End) {
        return false;
      }
      obey(next);
      changed = true;
      next = commands.poll();
    }
    TrainingRun present = current;
    if (changed && present != null) {
      try {
        snapshots.put(present.snapshot(obeyed));
      } catch (RuntimeException | OutOfMemoryError failure) {
        fail(failure);
      }
    }
    return true;
  }

  /** The next command, or null if there is none and a step is due. */
  private @Nullable Command await() throws InterruptedException {
    TrainingRun present = current;
    if (present == null || !present.isRunning()) {
      return commands.take();
    }
    if (Double.isInfinite(stepsPerSecond)) {
      return commands.poll();
    }
    return commands.poll(Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
  }

  private void obey(Command command) {
    obeyed++;
    TrainingRun present = current;
    try {
      switch (command) {
        case Command.Begin(var setup, long run) -> current = new TrainingRun(setup, run, blas);
        case Command.Pace(double wanted) -> {
          stepsPerSecond = wanted;
          due = System.nanoTime();
        }
        case Command.Multiply(var library) -> {
          blas = library;
          if (present != null) {
            present.multiply(library);
          }
        }
        case Command.Change(var setup) when present != null -> present.change(setup);
        case Command.Play(boolean playing) when present != null -> present.play(playing);
        case Command.OneBatch _ when present != null -> {
          // Whoever asks for one step waits for no pace.
          due = System.nanoTime();
          present.oneBatch();
        }
        case Command.OneEpoch _ when present != null -> present.oneEpoch();
        case Command.SetWeight(int layer, int row, int column, double value) when present != null ->
            present.setWeight(layer, row, column, value);
        case Command.SetBias(int layer, int unit, double value) when present != null ->
            present.setBias(layer, unit, value);
        case Command.SetLayers(var layers) when present != null -> present.setLayers(layers);
        case Command.ResetLayers _ when present != null -> present.resetLayers();
        case Command.Change _,
            Command.SetLayers _,
            Command.ResetLayers _,
            Command.Play _,
            Command.OneBatch _,
            Command.OneEpoch _,
            Command.SetWeight _,
            Command.SetBias _,
            Command.End _ -> {
          // Meant for a run that failed.
        }
      }
    } catch (RuntimeException | OutOfMemoryError failure) {
      fail(failure);
    }
  }
}
