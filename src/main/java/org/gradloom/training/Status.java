package org.gradloom.training;

/** What a run is doing, or why it does nothing. */
public sealed interface Status {
  /** Waits for the user. */
  record Paused() implements Status {}

  record Running() implements Status {}

  /** All epochs that were asked for are done. */
  record Finished() implements Status {}

  /**
   * The loss or a gradient was no longer a finite number, so the step was not taken; the weights
   * are the last finite ones.
   *
   * @param step the number of the step that could not be taken, from 1
   * @param learningRate the rate under which this happened
   */
  record Diverged(long step, double learningRate) implements Status {}
}
