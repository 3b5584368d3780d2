package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradloom.matrix.Matrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far off a learner's own entry may be. */
class AgreementTest {
  /** Beside an entry of a million a tenth is lost, and beside one of a thousand it is not. */
  @ParameterizedTest
  @CsvSource({
    "1000000, 0.05, 0, true",
    "1000000, 0.2, 0, false",
    "1000, 0.05, 0, false",
    "1, 1.000001, 1, true",
    "1, 1.000003, 1, false",
    "0, 1e-12, 0, true",
    "0, 2e-12, 0, false",
    "1, 6, Infinity, false",
  })
  void anEntryMayBeOffByWhatDigitsLose(double largest, double yours, double other, boolean agrees) {
    Matrix mine = Matrix.row(largest, yours);
    Agreement agreement =
        Agreement.of(mine, Matrix.zeros(mine.shape()), Matrix.row(largest, other));
    assertThat(agreement.holds(0, 1, other)).isEqualTo(agrees);
  }

  /** 0.33 with its two digits is everything from 0.325 to 0.335. */
  @ParameterizedTest
  @CsvSource({"0.335, true", "0.325, true", "0.3351, false", "0.3249, false"})
  void anEntryMayBeOffByHalfOfItsLastDigit(double derived, boolean agrees) {
    Agreement agreement = Agreement.of(Matrix.row(0.33), Matrix.row(0.005), Matrix.row(derived));
    assertThat(agreement.holds(0, 0, derived)).isEqualTo(agrees);
  }
}
