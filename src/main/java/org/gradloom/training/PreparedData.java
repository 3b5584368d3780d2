package org.gradloom.training;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.gradloom.data.CsvFile;
import org.gradloom.data.DataSet;
import org.gradloom.data.Generator;
import org.gradloom.data.ShippedData;
import org.gradloom.data.Split;
import org.gradloom.data.Standardizing;
import org.gradloom.lesson.DataSource;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/**
 * The samples of a data source, split into training and test rows, in their own units; and how they
 * are scaled before the network reads them.
 *
 * @param source what they were made from, the start weights left out
 * @param test absent where no share was kept for testing
 * @param scale measured on the training rows alone; absent where the network reads the units of the
 *     data
 */
public record PreparedData(
    DataSource source, DataSet train, Optional<DataSet> test, Optional<Standardizing> scale) {
  private static final int USUAL_SEED = 1;

  /**
   * Generates or reads the samples, which takes a while for a large file.
   *
   * @throws InvalidInput if there is no such data set, or the file cannot be read as one
   */
  public static PreparedData of(DataSource source) {
    DataSet all = read(source.rows());
    Split split =
        Split.of(all, source.test().share().orElse(0), source.test().seed().orElse(USUAL_SEED));
    Optional<Standardizing> scale =
        source.standardized()
            ? Optional.of(Standardizing.of(split.train().x(), split.train().oneHot()))
            : Optional.empty();
    return new PreparedData(source.withoutStart(), split.train(), split.test(), scale);
  }

  private static DataSet read(DataSource.Rows rows) {
    return switch (rows) {
      case DataSource.Csv(var file, var header, var classColumn) ->
          CsvFile.read(path(file), new CsvFile.Options(header, classColumn));
      case DataSource.Named named ->
          Generator.named(named.set())
              .map(generator ->
                  generator.make(
                      named.samples().orElse(generator.usualSamples()),
                      named.noise().orElse(generator.usualNoise()),
                      named.seed().orElse(USUAL_SEED)))
              .or(() -> ShippedData.named(named.set()).map(ShippedData::read))
              .orElseThrow(() -> new InvalidInput("train.unknownData", named.set()));
    };
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException _) {
      // What no file can be called.
      throw new InvalidInput("data.missingFile", Quote.of(file));
    }
  }

  /** The training rows as the network reads them. */
  public Matrix trainX() {
    return scaled(train.x());
  }

  /** The test rows as the network reads them. */
  public Optional<Matrix> testX() {
    return test.map(rows -> scaled(rows.x()));
  }

  private Matrix scaled(Matrix x) {
    return scale.map(measured -> measured.apply(x)).orElse(x);
  }

  /** A number as the network reads it, in the units of the data. */
  public double inOwnUnits(double value, int feature) {
    return scale
        .map(by -> by.mean().get(0, feature) + value * by.deviation().get(0, feature))
        .orElse(value);
  }

  /** A number in the units of the data, as the network reads it. */
  public double asRead(double value, int feature) {
    return scale
        .map(by -> (value - by.mean().get(0, feature)) / by.deviation().get(0, feature))
        .orElse(value);
  }
}
