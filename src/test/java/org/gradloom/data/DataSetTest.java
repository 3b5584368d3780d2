package org.gradloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.gradloom.matrix.Matrix;
import org.junit.jupiter.api.Test;

class DataSetTest {
  private static final DataSet THREE =
      new DataSet(
          "three",
          Matrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}),
          List.of(0, 1, 0),
          List.of("a", "b"),
          List.of("x", "y"),
          Optional.of(new ImageSize(2, 1)));

  @Test
  void picksRowsInTheOrderGiven() {
    assertThat(THREE.rows(new int[] {2, 1}))
        .isEqualTo(
            new DataSet(
                "three",
                Matrix.of(new double[][] {{5, 6}, {3, 4}}),
                List.of(0, 1),
                THREE.features(),
                THREE.classes(),
                THREE.images()));
    assertThat(THREE.size()).isEqualTo(3);
  }

  private static void refuses(
      Matrix x, List<Integer> labels, List<String> features, List<String> classes, ImageSize size) {
    assertThatThrownBy(() -> new DataSet("wrong", x, labels, features, classes, Optional.of(size)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    Matrix x = THREE.x();
    ImageSize size = new ImageSize(1, 2);
    List<String> ab = List.of("a", "b");
    refuses(x, List.of(0, 1), ab, ab, size);
    refuses(x, List.of(0, 1, 2), ab, ab, size);
    refuses(x, List.of(0, 1, -1), ab, ab, size);
    refuses(x, List.of(0, 1, 0), List.of("a"), ab, size);
    refuses(x, List.of(0, 0, 0), ab, List.of("a"), size);
    refuses(x, List.of(0, 1, 0), ab, ab, new ImageSize(2, 2));
    refuses(Matrix.row(1, Double.NaN), List.of(0), ab, ab, size);
    assertThatThrownBy(() -> new ImageSize(0, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
