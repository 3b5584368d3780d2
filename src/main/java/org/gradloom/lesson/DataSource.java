package org.gradloom.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradloom.matrix.Matrix;

/**
 * The setup that a document's rows and start weights came from: enough to make the training rows
 * again, and the test rows with them, which the document does not hold.
 *
 * @param rows all of them
 * @param test which of them are kept from training
 * @param standardized whether each feature was shifted and scaled to mean 0 and deviation 1
 * @param start the start weights
 * @param inputs what the network reads of each row; empty where that is every feature as it is
 */
public record DataSource(
    Rows rows, TestRows test, boolean standardized, Start start, Optional<Inputs> inputs) {
  /** The name of the data set that is a file of the user's. */
  public static final String CSV = "csv";

  /** Where rows come from. */
  public sealed interface Rows {
    /** The data set's name. */
    String set();
  }

  /**
   * A data set that the app has. Whether one of this name is generated or comes with the app, and
   * whether there is one, is not for a document to know.
   *
   * @param samples how many were generated
   * @param noise standard deviation of what was added to each coordinate
   * @param seed of the generated samples
   */
  public record Named(String set, OptionalInt samples, OptionalDouble noise, OptionalLong seed)
      implements Rows {
    /** As it is offered first. */
    public Named(String set) {
      this(set, OptionalInt.empty(), OptionalDouble.empty(), OptionalLong.empty());
    }
  }

  /**
   * The user's own file, and how to read it.
   *
   * @param file its path
   */
  public record Table(String file, TableChoices choices) implements Rows {
    /** As it is. */
    public Table(String file) {
      this(file, TableChoices.NONE);
    }

    @Override
    public String set() {
      return CSV;
    }

    /** The same file read otherwise. */
    public Table with(TableChoices other) {
      return new Table(file, other);
    }
  }

  /**
   * The draw that decides which rows are for testing.
   *
   * @param share the part that is kept from training, at least 0 and less than 1
   */
  public record TestRows(OptionalDouble share, OptionalLong seed) {}

  /** How the start weights were drawn. */
  public record Start(Optional<WeightInit> kind, OptionalLong seed) {
    private static final Start UNKNOWN = new Start(Optional.empty(), OptionalLong.empty());
  }

  /**
   * Chosen inputs.
   *
   * @param chosen one a column of X, at least one
   * @param features the training rows (N×D) that X was made from, standardised where that is
   *     wanted: without them nobody could tell where a row lies once a feature is left out; empty
   *     where they are those of the data set
   */
  public record Inputs(List<Input> chosen, Optional<Matrix> features) {
    public Inputs {
      chosen = List.copyOf(chosen);
      if (chosen.isEmpty()) {
        throw new IllegalArgumentException("A network reads something");
      }
    }
  }

  /** Rows of which every feature is read as it is. */
  public DataSource(Rows rows, TestRows test, boolean standardized, Start start) {
    this(rows, test, standardized, start, Optional.empty());
  }

  /** Rows under start weights that nothing is said of. */
  public DataSource(Rows rows, TestRows test, boolean standardized) {
    this(rows, test, standardized, Start.UNKNOWN);
  }

  /** What is read of each row; nothing stands for every feature as it is. */
  public List<Input> chosen() {
    return inputs.map(Inputs::chosen).orElse(List.of());
  }

  /** The training rows before inputs were made of them, where they are known. */
  public Optional<Matrix> features() {
    return inputs.flatMap(Inputs::features);
  }

  /** The user's file, if the rows are from one. */
  public Optional<Table> table() {
    return rows instanceof Table table ? Optional.of(table) : Optional.empty();
  }

  /** The same settings for other rows. */
  public DataSource with(Rows other) {
    return new DataSource(other, test, standardized, start, inputs);
  }

  /**
   * The same settings with so many generated samples.
   *
   * @throws IllegalStateException if the rows are from a file
   */
  public DataSource withSamples(int count) {
    Named named = named();
    return with(new Named(named.set(), OptionalInt.of(count), named.noise(), named.seed()));
  }

  /**
   * The same settings with noise of this standard deviation.
   *
   * @throws IllegalStateException if the rows are from a file
   */
  public DataSource withNoise(double deviation) {
    Named named = named();
    return with(
        new Named(named.set(), named.samples(), OptionalDouble.of(deviation), named.seed()));
  }

  private Named named() {
    return switch (rows) {
      case Named named -> named;
      case Table table ->
          throw new IllegalStateException(table.file() + " has the rows that it has");
    };
  }

  /** Rows that are drawn and split anew; those of a file are split anew. */
  public DataSource withSeed(long wanted) {
    Rows drawn =
        switch (rows) {
          case Named(var set, var samples, var noise, _) ->
              new Named(set, samples, noise, OptionalLong.of(wanted));
          case Table table -> table;
        };
    return new DataSource(
        drawn, new TestRows(test.share(), OptionalLong.of(wanted)), standardized, start, inputs);
  }

  /** The seed that rows are drawn from, or else that they are split from. */
  public OptionalLong seed() {
    return rows instanceof Named named && named.seed().isPresent() ? named.seed() : test.seed();
  }

  public DataSource withTestShare(double share) {
    return new DataSource(
        rows, new TestRows(OptionalDouble.of(share), test.seed()), standardized, start, inputs);
  }

  public DataSource withStandardized(boolean wanted) {
    return new DataSource(rows, test, wanted, start, inputs);
  }

  /** The same rows under other start weights. */
  public DataSource withStart(WeightInit kind, long drawnFrom) {
    return new DataSource(
        rows, test, standardized, new Start(Optional.of(kind), OptionalLong.of(drawnFrom)), inputs);
  }

  /** The same rows of which this is read. */
  public DataSource withInputs(Optional<Inputs> wanted) {
    return new DataSource(rows, test, standardized, start, wanted);
  }

  /** The part that decides about the rows, whatever the start weights and what clicks changed. */
  public DataSource recipe() {
    return new DataSource(rows, test, standardized, Start.UNKNOWN, withoutFeatures());
  }

  private Optional<Inputs> withoutFeatures() {
    return inputs.map(known -> new Inputs(known.chosen(), Optional.empty()));
  }

  /** The same for other rows than all of the training: those that inputs were made of go. */
  public DataSource withoutRows() {
    return withInputs(withoutFeatures());
  }
}
