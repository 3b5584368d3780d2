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
 */
public record TrainingPlan(
    Optimizer optimizer,
    int batchSize,
    int epochs,
    boolean shuffle,
    OptionalLong seed,
    Optional<DataSource> data,
    OptionalInt step) {

  public TrainingPlan with(Optimizer other) {
    return new TrainingPlan(other, batchSize, epochs, shuffle, seed, data, step);
  }

  public TrainingPlan withBatchSize(int rows) {
    return new TrainingPlan(optimizer, rows, epochs, shuffle, seed, data, step);
  }

  public TrainingPlan withEpochs(int passes) {
    return new TrainingPlan(optimizer, batchSize, passes, shuffle, seed, data, step);
  }

  public TrainingPlan with(DataSource source) {
    return new TrainingPlan(optimizer, batchSize, epochs, shuffle, seed, Optional.of(source), step);
  }

  /** This plan with its next step frozen after {@code taken} others. */
  public TrainingPlan frozen(int taken) {
    return new TrainingPlan(
        optimizer, batchSize, epochs, shuffle, seed, data, OptionalInt.of(taken));
  }

  /** The plan of a step frozen after {@code taken} others, with {@code rows} in its mini-batch. */
  public TrainingPlan frozen(int rows, int taken) {
    return new TrainingPlan(optimizer, rows, 1, false, seed, data, OptionalInt.of(taken));
  }
}
