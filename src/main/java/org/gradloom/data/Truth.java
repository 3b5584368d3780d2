package org.gradloom.data;

import java.util.Arrays;
import java.util.List;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/** What is known of each sample and learned from the others: its class, or a number. */
public sealed interface Truth {
  /** N, of how many samples. */
  int size();

  /**
   * These samples, in this order.
   *
   * @param indices at least one, from 0
   */
  Truth rows(int[] indices);

  /**
   * A class each.
   *
   * @param labels the class of each sample, from 0
   * @param names of the classes, at least two, of which some may have no sample
   */
  record Classes(List<Integer> labels, List<String> names) implements Truth {
    public Classes {
      labels = List.copyOf(labels);
      names = List.copyOf(names);
      if (names.size() < 2) {
        throw new IllegalArgumentException("There must be two classes, not only " + names);
      }
      for (int label : labels) {
        if (label < 0 || label >= names.size()) {
          throw new IllegalArgumentException("Label " + label + " of " + names.size() + " classes");
        }
      }
    }

    @Override
    public int size() {
      return labels.size();
    }

    @Override
    public Classes rows(int[] indices) {
      return new Classes(Arrays.stream(indices).mapToObj(labels::get).toList(), names);
    }
  }

  /**
   * A number each, in its own units.
   *
   * @param name what was measured
   * @param y N×1, finite
   */
  record Quantities(String name, Matrix y) implements Truth {
    public Quantities {
      if (y.columns() != 1 || !y.isFinite()) {
        throw new IllegalArgumentException("Targets are a column of finite numbers");
      }
    }

    @Override
    public int size() {
      return y.rows();
    }

    @Override
    public Quantities rows(int[] indices) {
      return new Quantities(
          name, Matrix.numbers(new Shape(indices.length, 1), (i, j) -> y.get(indices[i], 0)));
    }
  }
}
