package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.junit.jupiter.api.Test;

/** dL/dW dealt sample by sample. */
class SampleCardsTest {
  private static final Derivation H = Derivation.of(KnownLessons.lessonH());

  private static SampleCards at(Derivation derivation, String place) {
    return SampleCards.at(derivation, derivation.at(Place.parse(place))).orElseThrow();
  }

  @Test
  void aCardIsTheProductOfASamplesInputAndItsBlame() {
    SampleCards cards = at(H, "layer1/dW/3,2/term4");
    // Sample 2: (3, −1, 1) stands, (3, −2) lies.
    assertThat(List.of(cards.entry(1, 0, 0), cards.entry(1, 0, 1), cards.entry(1, 2, 1)))
        .containsExactly(9.0, -6.0, -2.0);
    assertThat(cards.outer(1, FormulaStyle.PLAIN)).isEqualTo("x₂ᵀ dz₂");
    assertThat(cards.size()).isEqualTo(4);
    assertThat(cards.silent()).containsExactly(0, 2);
  }

  @Test
  void aCellIsReachedCardByCard() {
    SampleCards cards = at(H, "layer1/dW/3,2/term2");
    assertThat(cards.isReached(1, 2, 1)).isTrue();
    assertThat(cards.isReached(2, 2, 1)).isFalse();
    // The cells before it are complete.
    assertThat(cards.isReached(3, 2, 0)).isTrue();
    assertThat(cards.sum(2, 1)).isEqualTo(0 - 2);
    assertThat(cards.reach(2, 1)).isEqualTo(ComputedState.FORMING);
  }

  @Test
  void aSampleIsDealtWithAllItsCells() {
    Step second = H.at(Granularity.SAMPLE, H.indexOf(Granularity.SAMPLE, first()) + 1);
    SampleCards cards = SampleCards.at(H, second).orElseThrow();
    assertThat(cards.isReached(1, 0, 0)).isTrue();
    assertThat(cards.isReached(2, 0, 0)).isFalse();
    // 2·(−1) + 3·3 and 3·(−1) + (−1)·(−2).
    assertThat(List.of(cards.sum(0, 0), cards.sum(1, 1))).containsExactly(7.0, -1.0);
    assertThat(cards.reach(0, 0)).isEqualTo(ComputedState.FORMING);
  }

  private static Step first() {
    return H.at(Place.parse("layer1/dW/1,1/term1"));
  }

  @Test
  void withSamplesAsColumnsTheBlameStandsAndTheInputLies() {
    Lesson turned = Edits.apply(KnownLessons.lessonH(), new Edit.SetConvention(Convention.WX));
    Derivation derivation = Derivation.of(turned);
    SampleCards cards = at(derivation, "layer1/dW/3,2/term4");
    assertThat(cards.outer(1, FormulaStyle.PLAIN)).isEqualTo("dz₂ x₂ᵀ");
    assertThat(cards.shape()).hasToString("2×3");
    assertThat(cards.traced()).isEqualTo(new Cell(1, 2));
    assertThat(cards.entry(1, 1, 2)).isEqualTo(-2);
  }

  @Test
  void whatIsCoveredIsHiddenOnEachCard() {
    Derivation covered =
        H.covering(List.of(Place.parse("layer1/dW/3,2"), Place.parse("layer1/x/2,1")));
    SampleCards cards = at(covered, "layer1/dW/3,2/term4");
    assertThat(cards.hides(0, 2, 1)).isTrue();
    assertThat(cards.hidesSum(2, 1)).isTrue();
    // What is made of a covered input would give it away.
    assertThat(cards.hides(1, 0, 0)).isTrue();
    assertThat(cards.hides(0, 0, 0)).isFalse();
  }

  /** The cards of any network add up to what the engine computes, in every convention. */
  @Test
  void cardsAddUpToTheGradient() {
    for (Lesson lesson : RandomLessons.any(40, 11)) {
      Derivation derivation = Derivation.of(lesson);
      for (Section section : derivation.sections()) {
        if (section.result().quantity() != MatrixSymbol.DW) {
          continue;
        }
        Step whole = derivation.at(new Place.OfMatrix(section.result()));
        SampleCards cards = SampleCards.at(derivation, whole).orElseThrow();
        Matrix gradient = derivation.trace().matrix(section.result());
        for (int i = 0; i < cards.shape().rows(); i++) {
          for (int j = 0; j < cards.shape().columns(); j++) {
            double sum = 0;
            for (int card = 0; card < cards.size(); card++) {
              sum += cards.entry(card, i, j);
            }
            Cell inside = cards.inside(new Cell(i, j));
            double engine = gradient.get(inside.row(), inside.column());
            assertThat(sum).isCloseTo(engine, within(1e-12 * Math.max(1, Math.abs(engine))));
            assertThat(cards.sum(i, j)).isEqualTo(engine);
          }
        }
      }
    }
  }
}
