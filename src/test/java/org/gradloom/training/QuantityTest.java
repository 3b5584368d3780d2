package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gradloom.data.Truth;
import org.gradloom.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "level, cm | cm",
        "level (cm) | cm",
        "price [€/m²] | €/m²",
        "Speed, m/s | m/s",
        "quality |",
        "(cm) |",
        "price (of the last year) |",
        "f(x) + 2 |"
      })
  void theUnitIsWhatTheNameEndsWith(String name, String unit) {
    assertThat(Quantity.asItIs(name).unit()).isEqualTo(Optional.ofNullable(unit));
  }

  @Test
  void whatIsStandardisedIsUndone() {
    // Mean 4; the squares 9, 1, 1, 9 have the mean 5.
    Truth.Quantities y = new Truth.Quantities("y", Matrix.of(new double[][] {{1}, {3}, {5}, {7}}));
    Quantity standardised = Quantity.of(y, true);
    assertThat(standardised).isEqualTo(new Quantity("y", 4, Math.sqrt(5)));
    assertThat(standardised.asLearned(4)).isZero();
    assertThat(standardised.inOwnUnit(-1)).isEqualTo(4 - Math.sqrt(5));
    assertThat(standardised.isStandardized()).isTrue();
    assertThat(Quantity.of(y, false)).isEqualTo(Quantity.asItIs("y"));
    assertThat(Quantity.of(y, false).isStandardized()).isFalse();
  }
}
