package org.gradloom.lesson;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

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

  /** The name of a data set and the numbers it was made with. */
  public record DataSource(
      String set,
      OptionalInt samples,
      OptionalDouble noise,
      OptionalDouble testShare,
      OptionalLong seed,
      OptionalLong splitSeed) {}
}
