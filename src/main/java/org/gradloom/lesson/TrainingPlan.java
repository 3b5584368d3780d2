package org.gradloom.lesson;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradloom.matrix.Entry;
import org.gradloom.rule.Dropout;
import org.gradloom.rule.Optimizer;
import org.gradloom.text.InvalidInput;

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
 * @param dropoutRate how probable it is that a step drops an activation of a hidden layer; 0 for
 *     none
 */
public record TrainingPlan(
    Optimizer optimizer,
    int batchSize,
    int epochs,
    boolean shuffle,
    OptionalLong seed,
    Optional<DataSource> data,
    OptionalInt step,
    long taken,
    double dropoutRate) {

  /**
   * @throws InvalidInput if the rate is not at least 0 and less than 1
   */
  public TrainingPlan {
    if (!Dropout.isRate(dropoutRate)) {
      throw new InvalidInput("lesson.dropout", Entry.of(dropoutRate).text());
    }
  }

  /** A plan of which no step was taken, without dropout. */
  public TrainingPlan(
      Optimizer optimizer,
      int batchSize,
      int epochs,
      boolean shuffle,
      OptionalLong seed,
      Optional<DataSource> data,
      OptionalInt step) {
    this(optimizer, batchSize, epochs, shuffle, seed, data, step, 0, 0);
  }

  public TrainingPlan with(Optimizer other) {
    return new TrainingPlan(
        other, batchSize, epochs, shuffle, seed, data, step, taken, dropoutRate);
  }

  public TrainingPlan withBatchSize(int rows) {
    return new TrainingPlan(optimizer, rows, epochs, shuffle, seed, data, step, taken, dropoutRate);
  }

  public TrainingPlan withEpochs(int passes) {
    return new TrainingPlan(
        optimizer, batchSize, passes, shuffle, seed, data, step, taken, dropoutRate);
  }

  public TrainingPlan withDropout(double rate) {
    return new TrainingPlan(optimizer, batchSize, epochs, shuffle, seed, data, step, taken, rate);
  }

  /** What its steps drop, by its seed. */
  public Dropout dropout() {
    return new Dropout(dropoutRate, seed.orElse(0));
  }

  public TrainingPlan with(DataSource source) {
    return new TrainingPlan(
        optimizer, batchSize, epochs, shuffle, seed, Optional.of(source), step, taken, dropoutRate);
  }

  /** The same plan after so many of its steps. */
  public TrainingPlan after(long steps) {
    return new TrainingPlan(
        optimizer, batchSize, epochs, shuffle, seed, data, OptionalInt.empty(), steps, dropoutRate);
  }

  /** This plan with its next step frozen after {@code taken} others. */
  public TrainingPlan frozen(int taken) {
    return new TrainingPlan(
        optimizer,
        batchSize,
        epochs,
        shuffle,
        seed,
        data,
        OptionalInt.of(taken),
        this.taken,
        dropoutRate);
  }

  /** The plan of a step frozen after {@code taken} others, with {@code rows} in its mini-batch. */
  public TrainingPlan frozen(int rows, int taken) {
    return new TrainingPlan(
        optimizer,
        rows,
        1,
        false,
        seed,
        data.map(DataSource::withoutRows),
        OptionalInt.of(taken),
        0,
        dropoutRate);
  }
}
