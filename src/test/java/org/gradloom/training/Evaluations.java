package org.gradloom.training;

import java.util.Optional;

/** Evaluations of runs without a trainer, for tests of what looks at them. */
public final class Evaluations {
  private Evaluations() {}

  /** A run after some steps, as if it were in any status. */
  public static Evaluation of(
      TrainingSetup setup, long run, long obeyed, int steps, Status status) {
    TrainingRun trained = new TrainingRun(setup, run, Optional.empty());
    for (int i = 0; i < steps; i++) {
      trained.oneBatch();
      trained.step();
    }
    Snapshot seen = trained.snapshot(obeyed);
    return Evaluation.of(
        new Snapshot(
            run,
            obeyed,
            setup,
            seen.layers(),
            seen.steps(),
            seen.epochs(),
            seen.nextBatch(),
            seen.losses(),
            seen.figures(),
            0,
            status));
  }
}
