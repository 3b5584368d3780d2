package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradloom.KnownLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a matrix's rows and columns count. */
class CaptionsTest {
  /** Three samples of 2 features through 2 neurons to 2 outputs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XW | 0 | X | false | 3 × 2 · sample × feature",
        "XW | 1 | X | false | 3 × 2 · sample × input",
        "XW | 1 | X | true | 2 × 3 · input × sample",
        "WX | 1 | X | false | 2 × 3 · input × sample",
        "WX | 1 | X | true | 3 × 2 · sample × input",
        "XW | 0 | W | false | 2 × 2 · feature × neuron",
        "XW | 1 | W | true | 2 × 2 · neuron × input",
        "XW | 1 | Z | false | 3 × 2 · sample × neuron",
        "XW | 0 | DX | false | 3 × 2 · shaped like X",
        "XW | 1 | DX | false | 3 × 2 · shaped like A₁",
        "XW | 1 | DB | false | 1 × 2 · shaped like b₂",
      })
  void aCaptionSaysWhatIsCounted(
      Convention convention, int layer, MatrixSymbol symbol, boolean transposed, String caption) {
    Captions captions = new Captions(KnownLessons.penalized().withConvention(convention));
    assertThat(Texts.english().say(captions.caption(new Operand(layer, symbol), transposed)))
        .isEqualTo(caption);
  }
}
