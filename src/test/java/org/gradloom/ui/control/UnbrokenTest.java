package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnbrokenTest {
  /** An underscore is a blank where no line breaks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Measure at n = 16: which way is it? | Measure at n_=_16: which way is it?",
        "(Z > 0) is 1 or 0. | (Z_>_0) is 1 or 0.",
        "dL/dW must be 3 × 2, as W is. | dL/dW must be 3_×_2, as W is.",
        "Z = X @ W + b | Z_=_X_@_W + b",
        "1 + 2 = 3 = 3 | 1 + 2_=_3_=_3",
        "Input 3 times blame 2 is 6. | Input 3 times blame 2 is 6.",
      })
  void keepsAFormulaInOneLine(String words, String kept) {
    assertThat(Unbroken.of(words)).isEqualTo(kept.replace('_', '\u00A0'));
  }
}
