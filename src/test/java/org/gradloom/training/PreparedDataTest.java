package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.gradloom.lesson.DataSource;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which data sets there are. */
class PreparedDataTest {
  private static DataSource named(String set) {
    return new DataSource(
        new DataSource.Named(set),
        new DataSource.TestRows(OptionalDouble.empty(), OptionalLong.empty()),
        false);
  }

  @ParameterizedTest
  @MethodSource("org.gradloom.training.PreparedData#sets")
  void everyOneThatIsOfferedCanBeHad(String set) {
    if (!set.equals(DataSource.CSV)) {
      assertThat(PreparedData.of(named(set)).train().size()).isPositive();
    }
  }

  @Test
  void anotherIsRefusedWithTheNamesOfThoseThatThereAre() {
    assertThatThrownBy(() -> PreparedData.of(named("spirals")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(Texts.english().say(refused.said()))
                    .startsWith("There is no data set called spirals: write one of xor, ")
                    .contains("two-spirals, ")
                    .endsWith(", csv."));
  }
}
