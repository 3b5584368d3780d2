package org.gradloom.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.gradloom.matrix.Matrix;

/**
 * The data sets shipped with the app, under {@code assets/data}, where README.md says whose they
 * are.
 */
public enum ShippedData {
  /** R. A. Fisher's 150 flowers of three species, measured in cm. */
  IRIS("iris") {
    @Override
    public DataSet read() {
      List<String[]> lines = lines("iris.csv");
      String[] header = lines.getFirst();
      return dataSet(
          lines.subList(1, lines.size()),
          1,
          List.of("sepal length", "sepal width", "petal length", "petal width"),
          List.of(header).subList(2, header.length),
          Optional.empty());
    }
  },

  /**
   * E. Alpaydin's and C. Kaynak's 1797 handwritten digits, 8×8 pixels each. A pixel is stored as a
   * whole number from 0 (paper) to 16 (ink) and read divided by 16, which brings it to [0, 1].
   */
  DIGITS("digits") {
    @Override
    public DataSet read() {
      ImageSize size = new ImageSize(8, 8);
      return dataSet(
          lines("digits.csv.gz"),
          16,
          IntStream.range(0, size.width() * size.height())
              .mapToObj(i -> "pixel " + (i / size.width() + 1) + "," + (i % size.width() + 1))
              .toList(),
          IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
          Optional.of(size));
    }
  };

  private final String documentName;

  ShippedData(String documentName) {
    this.documentName = documentName;
  }

  /** As the document writes it; the data set's name too. */
  public String documentName() {
    return documentName;
  }

  /** Reads all of it. */
  public abstract DataSet read();

  public static Optional<ShippedData> named(String documentName) {
    for (ShippedData data : values()) {
      if (data.documentName.equals(documentName)) {
        return Optional.of(data);
      }
    }
    return Optional.empty();
  }

  /** Lines of numbers, the class last. */
  DataSet dataSet(
      List<String[]> lines,
      double divisor,
      List<String> features,
      List<String> classes,
      Optional<ImageSize> images) {
    double[][] rows =
        lines.stream()
            .map(line ->
                Stream.of(line)
                    .limit(features.size())
                    .mapToDouble(pixel -> Double.parseDouble(pixel) / divisor)
                    .toArray())
            .toArray(double[][]::new);
    List<Integer> labels =
        lines.stream().map(line -> Integer.valueOf(line[features.size()])).toList();
    return new DataSet(documentName, Matrix.of(rows), labels, features, classes, images);
  }

  private static List<String[]> lines(String file) {
    String path = "/assets/data/" + file;
    try (InputStream stream = ShippedData.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("No data at " + path);
      }
      InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
      try (var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
        return reader.lines().map(line -> line.split(",", -1)).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
