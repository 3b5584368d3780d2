package org.gradloom.lesson;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The setup that a document's rows and start weights came from: enough to make the training rows
 * again, and the test rows with them, which the document does not hold.
 *
 * @param set the data set's name
 * @param samples how many were generated, for a generated set
 * @param noise standard deviation of what was added to each coordinate, for a generated set
 * @param testShare the part that is kept from training, at least 0 and less than 1
 * @param seed of the generated samples
 * @param splitSeed of the draw that decides which rows are for testing
 * @param standardized whether each feature was shifted and scaled to mean 0 and deviation 1
 * @param csv the user's own file, where {@code set} is {@link #CSV}
 * @param start how the start weights were drawn
 * @param startSeed of the start weights
 */
public record DataSource(
    String set,
    OptionalInt samples,
    OptionalDouble noise,
    OptionalDouble testShare,
    OptionalLong seed,
    OptionalLong splitSeed,
    boolean standardized,
    Optional<Csv> csv,
    Optional<WeightInit> start,
    OptionalLong startSeed) {
  /** The name of the data set that is a file of the user's. */
  public static final String CSV = "csv";

  /**
   * How to read the user's file.
   *
   * @param file its path
   * @param header whether the first line names the columns; found out where absent
   * @param classColumn the name of the column that holds the classes; the last where absent
   */
  public record Csv(String file, Optional<Boolean> header, Optional<String> classColumn) {}

  public DataSource withSamples(int count) {
    return with(OptionalInt.of(count), noise, testShare, seed, splitSeed, standardized);
  }

  public DataSource withNoise(double deviation) {
    return with(samples, OptionalDouble.of(deviation), testShare, seed, splitSeed, standardized);
  }

  public DataSource withTestShare(double share) {
    return with(samples, noise, OptionalDouble.of(share), seed, splitSeed, standardized);
  }

  public DataSource withSeed(long wanted) {
    return with(samples, noise, testShare, OptionalLong.of(wanted), splitSeed, standardized);
  }

  public DataSource withSplitSeed(long wanted) {
    return with(samples, noise, testShare, seed, OptionalLong.of(wanted), standardized);
  }

  public DataSource withStandardized(boolean wanted) {
    return with(samples, noise, testShare, seed, splitSeed, wanted);
  }

  /** The same settings for another file, or for another column of it. */
  public DataSource with(Csv other) {
    return new DataSource(
        set,
        samples,
        noise,
        testShare,
        seed,
        splitSeed,
        standardized,
        Optional.of(other),
        start,
        startSeed);
  }

  private DataSource with(
      OptionalInt samples,
      OptionalDouble noise,
      OptionalDouble testShare,
      OptionalLong seed,
      OptionalLong splitSeed,
      boolean standardized) {
    return new DataSource(
        set, samples, noise, testShare, seed, splitSeed, standardized, csv, start, startSeed);
  }

  /** The same rows under other start weights. */
  public DataSource withStart(WeightInit kind, long drawnFrom) {
    return new DataSource(
        set,
        samples,
        noise,
        testShare,
        seed,
        splitSeed,
        standardized,
        csv,
        Optional.of(kind),
        OptionalLong.of(drawnFrom));
  }

  /** The part that decides about the rows, whatever the start weights. */
  public DataSource rows() {
    return new DataSource(
        set,
        samples,
        noise,
        testShare,
        seed,
        splitSeed,
        standardized,
        csv,
        Optional.empty(),
        OptionalLong.empty());
  }
}
