package org.gradloom.ui.train;

import org.gradloom.training.Command;
import org.gradloom.training.Curve;
import org.gradloom.training.Snapshot;
import org.gradloom.training.Status;
import org.gradloom.training.Trainer;
import org.gradloom.training.TrainingSetup;

/** A training without a screen: nobody fetches a snapshot of it while it runs. */
final class BareRun implements AutoCloseable {
  private final Trainer trainer = new Trainer();
  private long obeyed;
  private long steps;

  /** The losses of a whole run, as its plan says. */
  static Curve losses(TrainingSetup setup) throws InterruptedException {
    try (BareRun run = new BareRun()) {
      run.begin(setup);
      run.play();
      return run.await().losses();
    }
  }

  /** A run from its start, as fast as it can, that waits to be played. */
  void begin(TrainingSetup setup) {
    send(new Command.Begin(setup, 1));
    send(new Command.Pace(Double.POSITIVE_INFINITY));
    steps = 0;
  }

  void play() {
    send(new Command.Play(true));
  }

  /** How many steps were taken since it was played. */
  long pause() throws InterruptedException {
    send(new Command.Play(false));
    long before = steps;
    steps = await().steps();
    return steps - before;
  }

  private void send(Command command) {
    obeyed++;
    trainer.send(command);
  }

  /** Waits until it has stopped. */
  private Snapshot await() throws InterruptedException {
    Snapshot snapshot = trainer.take();
    while (snapshot.obeyed() < obeyed || snapshot.status() instanceof Status.Running) {
      snapshot = trainer.take();
    }
    return snapshot;
  }

  @Override
  public void close() {
    trainer.close();
  }
}
