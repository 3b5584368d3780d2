package org.gradloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradloom.matrix.Matrix;
import org.junit.jupiter.api.Test;

class StandardizingTest {
  /** Mean 5 and standard deviation 2; mean 0 and standard deviation 1; the same everywhere. */
  private static final Matrix X =
      Matrix.of(new double[][] {{3, -1, 0.1}, {7, 1, 0.1}, {3, 1, 0.1}, {7, -1, 0.1}});

  private static final Standardizing MEASURED = Standardizing.of(X);

  @Test
  void measuresMeanAndDeviationOfEachColumn() {
    assertThat(MEASURED.mean()).isEqualTo(Matrix.row(5, 0, 0.1));
    assertThat(MEASURED.deviation()).isEqualTo(Matrix.row(2, 1, 1));
  }

  @Test
  void appliesWhatItMeasuredToOtherRows() {
    assertThat(MEASURED.apply(Matrix.of(new double[][] {{5, 0, 0.1}, {11, -3, 1.1}})))
        .isEqualTo(Matrix.of(new double[][] {{0, 0, 0}, {3, -3, 1}}));
  }

  @Test
  void refusesRowsOfAnotherWidth() {
    assertThatThrownBy(() -> MEASURED.apply(Matrix.row(1, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bringsIrisToMeanZeroAndDeviationOne() {
    Matrix iris = ShippedData.IRIS.read().x();
    Standardizing again = Standardizing.of(Standardizing.of(iris).apply(iris));
    for (int j = 0; j < 4; j++) {
      assertThat(again.mean().get(0, j)).isCloseTo(0, within(1e-12));
      assertThat(again.deviation().get(0, j)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void staysFiniteForTheLargestAndTheSmallestNumbers() {
    double tiny = 0x1p-1000;
    Matrix extremes = Matrix.of(new double[][] {{1e100, tiny}, {-1e100, 3 * tiny}});
    assertThat(Standardizing.of(extremes).apply(extremes))
        .isEqualTo(Matrix.of(new double[][] {{1, -tiny}, {-1, tiny}}));
  }

  @Test
  void leavesColumnsOfCategoriesAsTheyAre() {
    Matrix x = Matrix.of(new double[][] {{1, 1}, {3, 0}, {5, 0}});

    Standardizing scale = Standardizing.of(x, List.of(1));

    assertThat(scale.mean()).isEqualTo(Matrix.row(3, 0));
    assertThat(scale.apply(x).get(0, 1)).isEqualTo(1);
    assertThat(scale.apply(x).get(2, 1)).isZero();
  }
}
