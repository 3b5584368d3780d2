package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradloom.KnownLessons;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Place;
import org.gradloom.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a weight is called where a neuron is a row, and what where it is a column. */
class OtherNameTest {
  /** The place is as it is inside, where a neuron is a column: weight (3, 2) is w₂₃ of W·X. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WX | layer1/dW/3,2 | w₂₃ leads from input 3 to neuron 2. Written as Z = X·W it is called"
            + " w₃₂.",
        "XWT | layer1/dW/3,2/term1 | w₂₃ leads from input 3 to neuron 2. Written as Z = X·W it is"
            + " called w₃₂.",
        "WX | layer1/wNext/1,2 | w₂₁ leads from input 1 to neuron 2. Written as Z = X·W it is"
            + " called w₁₂.",
        // The term reads x₃ and w₂₃; the whole cell reads all weights of its neuron.
        "WX | layer1/z/1,2/term3 | w₂₃ leads from input 3 to neuron 2. Written as Z = X·W it is"
            + " called w₃₂.",
        "WX | layer1/z/1,2 | none",
        "WX | layer1/dW/2,2 | none",
        "WX | layer1/dW | none",
        "WX | loss/L | none",
        "XW | layer1/dW/3,2 | none",
        "WTX | layer1/dW/3,2 | none",
      })
  void aWeightIsCalledByNeuronAndInputOrTheOtherWayRound(
      Convention convention, String place, String said) {
    Derivation derivation = Derivation.of(KnownLessons.lessonH().withConvention(convention));
    assertThat(
            OtherName.of(derivation.at(Place.parse(place)))
                .map(Texts.english()::say)
                .orElse("none"))
        .isEqualTo(said);
  }
}
