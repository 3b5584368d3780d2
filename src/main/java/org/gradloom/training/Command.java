package org.gradloom.training;

import java.util.List;
import java.util.Optional;
import org.gradloom.blas.Blas;
import org.gradloom.lesson.Layer;

/** What the trainer is told to do. Commands are obeyed in order, between two steps. */
public sealed interface Command {
  /**
   * A new run from this setup's weights; the old run is over, and nothing of it is shown any more.
   *
   * @param run the number by which snapshots of this run are known
   */
  record Begin(TrainingSetup setup, long run) implements Command {}

  /**
   * The same run goes on with what can change on the way: rows, rate, momentum, mini-batch, epochs.
   * Weights and the optimizer's memory stay.
   */
  record Change(TrainingSetup setup) implements Command {}

  record Play(boolean playing) implements Command {}

  /** One step, then pause. */
  record OneBatch() implements Command {}

  /** To the end of this epoch, then pause. */
  record OneEpoch() implements Command {}

  /**
   * How fast to go.
   *
   * @param stepsPerSecond infinite for as fast as it can
   */
  record Pace(double stepsPerSecond) implements Command {}

  /**
   * Which products this and every later run takes: those of a BLAS, or our own.
   *
   * @param blas with which the last bits of each step are this machine's
   */
  record Multiply(Optional<Blas> blas) implements Command {}

  /** A weight set by hand; rows and columns count from 0. */
  record SetWeight(int layer, int row, int column, double value) implements Command {}

  /** A bias set by hand. */
  record SetBias(int layer, int unit, double value) implements Command {}

  /**
   * All weights and biases set by hand; the optimizer's memory stays.
   *
   * @param layers of the run's own shapes, each with a bias where the run's has one
   */
  record SetLayers(List<Layer> layers) implements Command {
    public SetLayers {
      layers = List.copyOf(layers);
    }
  }

  /**
   * All weights and biases as they were when the last {@link SetLayers} came that this did not take
   * back yet, whatever the run learned before or since.
   */
  record ResetLayers() implements Command {}

  /** The end of the trainer's thread. */
  record End() implements Command {}
}
