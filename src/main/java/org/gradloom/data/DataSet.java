package org.gradloom.data;

import java.util.List;
import java.util.Optional;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * Samples to learn from, N of them with D features each.
 *
 * @param name what it is called, in documents too
 * @param x N×D, finite, a sample a row
 * @param truth what is known of each row
 * @param features the name of each column of {@code x}
 * @param oneHot the columns of {@code x}, from 0, that are 1 where a sample is of a category and
 *     else 0, in ascending order
 * @param images their size, if the rows are pictures
 */
public record DataSet(
    String name,
    Matrix x,
    Truth truth,
    List<String> features,
    List<Integer> oneHot,
    Optional<ImageSize> images) {
  /**
   * Checks that everything fits together.
   *
   * @throws IllegalArgumentException if it does not
   */
  public DataSet {
    features = List.copyOf(features);
    oneHot = List.copyOf(oneHot);
    if (truth.size() != x.rows()) {
      throw new IllegalArgumentException(truth.size() + " targets for " + x.rows() + " rows");
    }
    if (features.size() != x.columns()) {
      throw new IllegalArgumentException(
          features.size() + " feature names for " + x.columns() + " columns");
    }
    if (!x.isFinite()) {
      throw new IllegalArgumentException("A number of x is not finite");
    }
    if (images.isPresent() && images.get().width() * images.get().height() != x.columns()) {
      throw new IllegalArgumentException(x.columns() + " pixels for pictures of " + images.get());
    }
  }

  /**
   * Samples of classes, whose features are all numbers.
   *
   * @param labels the class of each row, from 0
   * @param classes the names of the classes, at least two
   */
  public DataSet(
      String name,
      Matrix x,
      List<Integer> labels,
      List<String> features,
      List<String> classes,
      Optional<ImageSize> images) {
    this(name, x, new Truth.Classes(labels, classes), features, List.of(), images);
  }

  /** N, the number of rows. */
  public int size() {
    return x.rows();
  }

  /**
   * The class of each row, from 0.
   *
   * @throws IllegalStateException if numbers are known of them
   */
  public List<Integer> labels() {
    return known().labels();
  }

  /**
   * The names of the classes.
   *
   * @throws IllegalStateException if numbers are known of the rows
   */
  public List<String> classes() {
    return known().names();
  }

  private Truth.Classes known() {
    return switch (truth) {
      case Truth.Classes classes -> classes;
      case Truth.Quantities numbers ->
          throw new IllegalStateException(numbers.name() + " is a number and no class");
    };
  }

  /**
   * These rows, in this order; all else stays.
   *
   * @param indices at least one, from 0
   */
  public DataSet rows(int[] indices) {
    return with(
        Matrix.numbers(new Shape(indices.length, x.columns()), (i, j) -> x.get(indices[i], j)),
        truth.rows(indices));
  }

  /** The same rows with other numbers. */
  DataSet with(Matrix other) {
    return with(other, truth);
  }

  private DataSet with(Matrix numbers, Truth known) {
    return new DataSet(name, numbers, known, features, oneHot, images);
  }
}
