package org.gradloom.training;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.data.DataSet;
import org.gradloom.data.ReadingProgress;
import org.gradloom.data.SampleGenerator;
import org.gradloom.data.ShippedData;
import org.gradloom.data.Split;
import org.gradloom.data.Standardizing;
import org.gradloom.data.TableReader;
import org.gradloom.data.TableSamples;
import org.gradloom.data.Truth;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Input;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.LossKind;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/**
 * The samples of a data source, split into training and test rows, in their own units; and how they
 * are scaled before the network reads them. Immutable, equal by value.
 */
public final class PreparedData {
  private static final int USUAL_SEED = 1;

  private final DataSource source;
  private final DataSet train;
  private final Optional<DataSet> test;
  private final Optional<Standardizing> scale;
  private final Optional<Quantity> quantity;

  // Made once: whoever looks at a run asks for them again and again.
  private final Matrix trainFeatures;
  private final Optional<Matrix> testFeatures;
  private final Matrix trainX;
  private final Optional<Matrix> testX;

  /**
   * Samples that are there.
   *
   * @param source what they were made from, the start weights left out
   * @param test absent where no share was kept for testing
   * @param scale measured on the training rows alone; absent where the network reads the units of
   *     the data
   * @throws InvalidInput if a chosen input needs a feature that the samples do not have
   */
  public PreparedData(
      DataSource source, DataSet train, Optional<DataSet> test, Optional<Standardizing> scale) {
    this.source = source;
    this.train = train;
    this.test = test;
    this.scale = scale;
    this.quantity =
        switch (train.truth()) {
          case Truth.Classes _ -> Optional.empty();
          case Truth.Quantities numbers -> Optional.of(Quantity.of(numbers, scale.isPresent()));
        };
    require(source.chosen(), train);
    this.trainFeatures = scaled(train.x());
    this.testFeatures = test.map(rows -> scaled(rows.x()));
    this.trainX = Input.of(source.chosen(), trainFeatures);
    this.testX = testFeatures.map(rows -> Input.of(source.chosen(), rows));
  }

  /**
   * Generates or reads the samples, which takes a while for a large file.
   *
   * @throws InvalidInput if there is no such data set, or the file cannot be read as one
   */
  public static PreparedData of(DataSource source) {
    return of(source, ReadingProgress.UNSEEN);
  }

  /**
   * The same.
   *
   * @param progress told now and then how much of a table is read; what it throws ends the reading
   */
  public static PreparedData of(DataSource source, ReadingProgress progress) {
    Split split =
        switch (source.rows()) {
          case DataSource.Table(var file, var choices) -> {
            TableSamples table = TableReader.samples(path(file), choices, progress);
            yield split(table.samples(), source).filled(table.gaps());
          }
          case DataSource.Named named -> split(made(named), source);
        };
    Optional<Standardizing> scale =
        source.standardized()
            ? Optional.of(Standardizing.of(split.train().x(), split.train().oneHot()))
            : Optional.empty();
    return new PreparedData(source.recipe(), split.train(), split.test(), scale);
  }

  /** The sets that a document may name, in the order in which they are offered; a table is last. */
  public static List<String> sets() {
    return Stream.of(
            SampleGenerator.all().stream().map(SampleGenerator::documentName),
            Arrays.stream(ShippedData.values()).map(ShippedData::documentName),
            Stream.of(DataSource.CSV))
        .flatMap(names -> names)
        .toList();
  }

  /** True for a table that is nowhere, or of which no file could be called so. */
  static boolean isMissing(DataSource source) {
    return source
        .table()
        .filter(table -> {
          try {
            return Files.notExists(Path.of(table.file()));
          } catch (InvalidPathException _) {
            return true;
          }
        })
        .isPresent();
  }

  private static void require(List<Input> chosen, DataSet train) {
    for (Input input : chosen) {
      if (input.lastFeature() >= train.x().columns()) {
        throw new InvalidInput(
            "train.noFeature", input.documentName(), train.name(), train.x().columns());
      }
    }
  }

  private static Split split(DataSet all, DataSource source) {
    return Split.of(all, source.test().share().orElse(0), source.test().seed().orElse(USUAL_SEED));
  }

  private static DataSet made(DataSource.Named named) {
    return SampleGenerator.named(named.set())
        .map(generator ->
            generator.make(
                named.samples().orElse(generator.usualSamples()),
                named.noise().orElse(generator.usualNoise()),
                named.seed().orElse(USUAL_SEED)))
        .or(() -> ShippedData.named(named.set()).map(ShippedData::read))
        .orElseThrow(() -> unknown(named.set()));
  }

  private static InvalidInput unknown(String set) {
    return new InvalidInput("train.unknownData", Quote.of(set), String.join(", ", sets()));
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException _) {
      // What no file can be called.
      throw new InvalidInput("data.missingFile", Quote.of(file));
    }
  }

  /** What the samples were made from, the start weights left out. */
  public DataSource source() {
    return source;
  }

  /** The training rows in their own units. */
  public DataSet train() {
    return train;
  }

  /** The test rows in their own units, if any are kept. */
  public Optional<DataSet> test() {
    return test;
  }

  /** How features are scaled; empty where the network reads the units of the data. */
  public Optional<Standardizing> scale() {
    return scale;
  }

  /** The number that is learned, where samples have numbers for targets. */
  public Optional<Quantity> quantity() {
    return quantity;
  }

  /** The features of the training rows, scaled where that is wanted. */
  public Matrix trainFeatures() {
    return trainFeatures;
  }

  /** The features of the test rows, scaled as those of the training rows. */
  public Optional<Matrix> testFeatures() {
    return testFeatures;
  }

  /** What the network reads of each row, by name: a column of X each. */
  public List<String> inputNames() {
    List<String> features = train.features();
    return source.chosen().isEmpty()
        ? features
        : source.chosen().stream().map(input -> input.named(features::get)).toList();
  }

  /** The same samples of which something else is read. */
  public PreparedData withInputs(Optional<DataSource.Inputs> inputs) {
    return new PreparedData(source.withInputs(inputs).recipe(), train, test, scale);
  }

  /** The training rows as the network reads them. */
  public Matrix trainX() {
    return trainX;
  }

  /** The test rows as the network reads them. */
  public Optional<Matrix> testX() {
    return testX;
  }

  /** How many outputs a network on these data has. */
  public int outputs() {
    return switch (train.truth()) {
      case Truth.Classes(_, var names) -> names.size();
      case Truth.Quantities _ -> 1;
    };
  }

  /** True if a network can learn these targets by such a loss. */
  public boolean suits(LossKind loss) {
    return switch (train.truth()) {
      case Truth.Classes _ -> loss.isLearnt();
      case Truth.Quantities _ -> loss.comparesNumbers();
    };
  }

  /** The loss that is offered first. */
  LossKind usualLoss() {
    return switch (train.truth()) {
      case Truth.Classes _ -> LossKind.SOFTMAX_CROSS_ENTROPY;
      case Truth.Quantities _ -> LossKind.SQUARED_ERROR;
    };
  }

  /** What a loss compares the outputs for the training rows with. */
  Target trainTarget(LossKind loss) {
    return target(train.truth(), loss);
  }

  /** What a loss compares the outputs for the test rows with. */
  Optional<Target> testTarget(LossKind loss) {
    return test.map(rows -> target(rows.truth(), loss));
  }

  private Target target(Truth truth, LossKind loss) {
    return switch (truth) {
      case Truth.Classes(var labels, var names) -> TrainingSetup.target(loss, labels, names.size());
      case Truth.Quantities(_, var y) -> {
        Quantity known = quantity.orElseThrow();
        yield new Target.Targets(Matrix.numbers(y.shape(), (i, j) -> known.asLearned(y.get(i, j))));
      }
    };
  }

  private Matrix scaled(Matrix x) {
    return scale.map(measured -> measured.apply(x)).orElse(x);
  }

  /** A feature of a row as it is scaled, in the units of the data. */
  public double inOwnUnits(double value, int feature) {
    return scale
        .map(by -> by.mean().get(0, feature) + value * by.deviation().get(0, feature))
        .orElse(value);
  }

  /** A feature of a row in the units of the data, scaled as those of the training rows. */
  public double asRead(double value, int feature) {
    return scale
        .map(by -> (value - by.mean().get(0, feature)) / by.deviation().get(0, feature))
        .orElse(value);
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof PreparedData that
        && source.equals(that.source)
        && train.equals(that.train)
        && test.equals(that.test)
        && scale.equals(that.scale);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, train, test, scale);
  }
}
