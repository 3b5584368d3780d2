package org.gradloom.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * Samples to learn from, N of them with D features each.
 *
 * @param name what it is called, in documents too
 * @param x N×D, finite, a sample a row
 * @param labels the class of each row, from 0
 * @param features the name of each column of {@code x}
 * @param classes the names of the classes, at least two; a part of a data set may have classes
 *     without rows
 * @param images their size, if the rows are pictures
 */
public record DataSet(
    String name,
    Matrix x,
    List<Integer> labels,
    List<String> features,
    List<String> classes,
    Optional<ImageSize> images) {
  /**
   * Checks that everything fits together.
   *
   * @throws IllegalArgumentException if it does not
   */
  public DataSet {
    labels = List.copyOf(labels);
    features = List.copyOf(features);
    classes = List.copyOf(classes);
    if (labels.size() != x.rows()) {
      throw new IllegalArgumentException(labels.size() + " labels for " + x.rows() + " rows");
    }
    if (features.size() != x.columns()) {
      throw new IllegalArgumentException(
          features.size() + " feature names for " + x.columns() + " columns");
    }
    if (classes.size() < 2) {
      throw new IllegalArgumentException("There must be two classes, not only " + classes);
    }
    for (int label : labels) {
      if (label < 0 || label >= classes.size()) {
        throw new IllegalArgumentException("Label " + label + " of " + classes.size() + " classes");
      }
    }
    if (!x.isFinite()) {
      throw new IllegalArgumentException("A number of x is not finite");
    }
    if (images.isPresent() && images.get().width() * images.get().height() != x.columns()) {
      throw new IllegalArgumentException(x.columns() + " pixels for pictures of " + images.get());
    }
  }

  /** N, the number of rows. */
  public int size() {
    return x.rows();
  }

  /**
   * These rows, in this order; all else stays.
   *
   * @param indices at least one, from 0
   */
  public DataSet rows(int[] indices) {
    Matrix picked =
        Matrix.numbers(new Shape(indices.length, x.columns()), (i, j) -> x.get(indices[i], j));
    List<Integer> pickedLabels = Arrays.stream(indices).mapToObj(labels::get).toList();
    return new DataSet(name, picked, pickedLabels, features, classes, images);
  }
}
