package org.gradloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  /** Row i holds the number i. */
  private static DataSet numbered(int... labels) {
    return new DataSet(
        "numbered",
        Matrix.numbers(new Shape(labels.length, 1), (i, j) -> i),
        IntStream.of(labels).boxed().toList(),
        List.of("row"),
        List.of("a", "b", "c"),
        Optional.empty());
  }

  private static List<Integer> rowsIn(DataSet part) {
    return IntStream.range(0, part.size()).mapToObj(i -> (int) part.x().get(i, 0)).toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.25, 0.5, 0.9})
  void putsEachRowIntoOnePartAndKnowsItsPlace(double share) {
    for (long seed = 0; seed < 50; seed++) {
      DataSet all = numbered(IntStream.range(0, 40).map(i -> i % 7 % 3).toArray());
      Split split = Split.of(all, share, seed);
      assertThat(rowsIn(split.train())).isEqualTo(split.trainRows());
      assertThat(split.test().map(SplitTest::rowsIn).orElse(List.of())).isEqualTo(split.testRows());
      List<Integer> both = new ArrayList<>(split.trainRows());
      both.addAll(split.testRows());
      assertThat(both).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 40).boxed().toList());
      assertThat(Split.of(all, share, seed)).isEqualTo(split);
    }
  }

  @Test
  void takesTheShareOfEachClass() {
    // Ten rows of a, five of b, two of c.
    DataSet all = numbered(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2);
    List<Integer> quarter = Split.of(all, 0.25, 5).test().orElseThrow().labels();
    assertThat(quarter).as("2.5, 1.25 and 0.5, rounded").containsExactly(0, 0, 0, 1, 2);
    List<Integer> most = Split.of(all, 0.9, 5).train().labels();
    assertThat(most).as("one of each stays").containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void keepsTheOnlyRowOfAClassForTraining() {
    Split split = Split.of(numbered(0, 1, 1), 0.5, 1);
    assertThat(split.train().labels()).containsExactlyInAnyOrder(0, 1);
    assertThat(split.testRows()).hasSize(1).doesNotContain(0);
  }

  @Test
  void hasNoTestWhereNoRowIsKeptBack() {
    Split split = Split.of(numbered(0, 1, 2), 0, 1);
    assertThat(split.test()).isEmpty();
    assertThat(split.testRows()).isEmpty();
    assertThat(split.train().size()).isEqualTo(3);
  }

  @Test
  void mixesTheClassesForTrainingAndKeepsTheTestInOrder() {
    DataSet iris = ShippedData.IRIS.read();
    Split split = Split.of(iris, 0.2, 3);
    assertThat(split.train().size()).isEqualTo(120);
    for (int batch = 0; batch < 4; batch++) {
      assertThat(split.train().labels().subList(30 * batch, 30 * batch + 30)).contains(0, 1, 2);
    }
    assertThat(split.testRows()).isSorted();
    for (int k = 0; k < 3; k++) {
      assertThat(Collections.frequency(split.test().orElseThrow().labels(), k)).isEqualTo(10);
    }
    assertThat(Split.of(iris, 0.2, 4).testRows()).isNotEqualTo(split.testRows());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 0.95, Double.NaN})
  void refusesAShareOutOfRange(double share) {
    InvalidInput fault =
        catchThrowableOfType(InvalidInput.class, () -> Split.of(numbered(0, 1), share, 1));
    assertThat(Texts.english().say(fault.said()))
        .startsWith("The test share is ")
        .endsWith(" but must be from 0 to 90 %: some rows must stay to train on.");
  }

  @Test
  void splitsRowsThatHaveNumbersForTargetsAllAtOnce() {
    Matrix y = Matrix.numbers(new Shape(10, 1), (i, j) -> i * i);
    DataSet all =
        new DataSet(
            "squares",
            Matrix.numbers(new Shape(10, 1), (i, j) -> i),
            new Truth.Quantities("square", y),
            List.of("side"),
            List.of(),
            Optional.empty());

    Split split = Split.of(all, 0.25, 5);

    // 2.5 rounds to 3.
    assertThat(split.train().size()).isEqualTo(7);
    DataSet test = split.test().orElseThrow();
    assertThat(test.truth())
        .isEqualTo(
            new Truth.Quantities(
                "square",
                Matrix.numbers(
                    new Shape(3, 1), (i, j) -> test.x().get(i, 0) * test.x().get(i, 0))));
  }
}
