package org.gradloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoisyFunctionTest {
  private static Matrix y(DataSet data) {
    return ((Truth.Quantities) data.truth()).y();
  }

  @Test
  void withoutNoiseEveryPointLiesOnTheFunction() {
    DataSet line = NoisyFunction.LINE.make(100, 0, 7);
    DataSet sine = NoisyFunction.SINE.make(100, 0, 7);
    for (int i = 0; i < 100; i++) {
      double x = line.x().get(i, 0);
      assertThat(x).isBetween(-3.0, 3.0);
      assertThat(y(line).get(i, 0)).isCloseTo(1.5 * x + 2, within(1e-12));
      assertThat(y(sine).get(i, 0)).isCloseTo(Math.sin(1.5 * sine.x().get(i, 0)), within(1e-12));
    }
    assertThat(line.features()).isEqualTo(List.of("x"));
  }

  @Test
  void noiseIsTheDeviationOfTheResiduals() {
    DataSet line = NoisyFunction.LINE.make(10_000, 0.6, 3);
    double squares = 0;
    for (int i = 0; i < line.size(); i++) {
      squares += Math.pow(y(line).get(i, 0) - 1.5 * line.x().get(i, 0) - 2, 2);
    }
    assertThat(Math.sqrt(squares / line.size())).isCloseTo(0.6, within(0.02));
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedDrawsTheSameNumbers(NoisyFunction function) {
    DataSet one = function.make(40, 0.5, 3);
    assertThat(function.make(40, 0.5, 3)).isEqualTo(one);
    assertThat(function.make(40, 0.5, 4)).isNotEqualTo(one);
    assertThat(SampleGenerator.named(one.name())).contains(function);
    assertThatThrownBy(() -> function.make(3, 0, 1)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> function.make(4, 1.5, 1)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void noTwoGeneratorsHaveOneName() {
    assertThat(SampleGenerator.all().stream().map(SampleGenerator::documentName))
        .doesNotHaveDuplicates()
        .hasSize(
            Generator.values().length + NoisyFunction.values().length + OwnPoints.values().length);
  }
}
