package org.gradloom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShippedDataTest {
  @Test
  void irisHasFiftyFlowersOfEachSpecies() {
    DataSet iris = ShippedData.IRIS.read();
    assertThat(iris.x().shape()).hasToString("150×4");
    assertThat(iris.classes()).containsExactly("setosa", "versicolor", "virginica");
    assertThat(iris.features()).startsWith("sepal length").endsWith("petal width");
    assertThat(IntStream.range(0, 3).map(k -> Collections.frequency(iris.labels(), k)))
        .containsExactly(50, 50, 50);
    assertThat(IntStream.range(0, 4).mapToDouble(j -> iris.x().get(0, j)))
        .containsExactly(5.1, 3.5, 1.4, 0.2);
    assertThat(iris.images()).isEmpty();
  }

  @Test
  void digitsArePicturesOfSixteenthsOfInk() {
    DataSet digits = ShippedData.DIGITS.read();
    assertThat(digits.x().shape()).hasToString("1797×64");
    assertThat(digits.images()).contains(new ImageSize(8, 8));
    assertThat(digits.classes()).startsWith("0").endsWith("9").hasSize(10);
    assertThat(digits.features()).startsWith("pixel 1,1", "pixel 1,2").endsWith("pixel 8,8");
    assertThat(digits.labels()).startsWith(0, 1, 2, 3);
    // The first line of the file: 0,0,5,13,9,…
    assertThat(IntStream.range(0, 5).mapToDouble(j -> digits.x().get(0, j)))
        .containsExactly(0.0, 0.0, 5 / 16.0, 13 / 16.0, 9 / 16.0);
    assertThat(DoubleStream.of(digits.x().toArray()).summaryStatistics())
        .satisfies(all -> {
          assertThat(all.getMin()).isZero();
          assertThat(all.getMax()).isEqualTo(1);
        });
    assertThat(digits.labels()).containsOnly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void isFoundByTheNameThatItsDataHas() {
    for (ShippedData shipped : ShippedData.values()) {
      assertThat(ShippedData.named(shipped.read().name())).contains(shipped);
    }
    assertThat(ShippedData.named("mnist")).isEmpty();
  }
}
