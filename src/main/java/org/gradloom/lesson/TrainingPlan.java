package org.gradloom.lesson;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradloom.rule.Optimizer;

/**
 * How a network is to be trained.
 *
 * @param batchSize rows a step; the last batch of an epoch may be shorter
 * @param epochs passes over all rows
 * @param shuffle whether each epoch draws a new order of rows from {@code seed}
 * @param seed present where {@code shuffle} is true
 * @param data the Train setup that the document came from
 * @param step in a frozen training step, how many steps were taken before this one
 * @param taken in a document that was saved while or after it was trained, how many steps of this
 *     plan brought its weights there; training goes on behind them
 */
public record TrainingPlan(
    Optimizer optimizer,
    int batchSize,
    int epochs,
    boolean shuffle,
    OptionalLong seed,
    Optional<DataSource> data,
    OptionalInt step,
    long taken) {

  /** A plan of which no step was taken. */
  public TrainingPlan(
      Optimizer optimizer,
      int batchSize,
      int epochs,
      boolean shuffle,
      OptionalLong seed,
      Optional<DataSource> data,
      OptionalInt step) {
    this(optimizer, batchSize, epochs, shuffle, seed, data, step, 0);
  }

  public TrainingPlan with(Optimizer other) {
    return new TrainingPlan(other, batchSize, epochs, shuffle, seed, data, step, taken);
  }

  public TrainingPlan withBatchSize(int rows) {
    return new TrainingPlan(optimizer, rows, epochs, shuffle, seed, data, step, taken);
  }

  public TrainingPlan withEpochs(int passes) {
    return new TrainingPlan(optimizer, batchSize, passes, shuffle, seed, data, step, taken);
  }

  public TrainingPlan with(DataSource source) {
    return new TrainingPlan(
        optimizer, batchSize, epochs, shuffle, seed, Optional.of(source), step, taken);
  }

  /** The same plan after so many of its steps. */
  public TrainingPlan after(long steps) {
    return new TrainingPlan(
        optimizer, batchSize, epochs, shuffle, seed, data, OptionalInt.empty(), steps);
  }

  /** This plan with its next step frozen after {@code taken} others. */
  public TrainingPlan frozen(int taken) {
    return new TrainingPlan(
        optimizer, batchSize, epochs, shuffle, seed, data, OptionalInt.of(taken), this.taken);
  }

  /** The plan of a step frozen after {@code taken} others, with {@code rows} in its mini-batch. */
  public TrainingPlan frozen(int rows, int taken) {
    return new TrainingPlan(
        optimizer, rows, 1, false, seed, data.map(DataSource::withoutRows), OptionalInt.of(taken));
  }
}
