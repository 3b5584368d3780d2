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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** Sample 1 is (−1, 3, 0) times (2, −1), sample 2 (3, −1, 1) times (3, −2). */
  @Test
  void cardsAreDealtWholeAndAddUpAsFarAsTheyAreDealt() {
    Step second = H.at(Granularity.SAMPLE, H.indexOf(Granularity.SAMPLE, first()) + 1);
    SampleCards cards = SampleCards.at(H, second).orElseThrow();
    assertThat(cards.step()).isEqualTo(second);
    assertThat(cards.entries(1)).isEqualTo(Matrix.of(new double[][] {{9, -6}, {-3, 2}, {3, -2}}));
    assertThat(cards.sums()).isEqualTo(Matrix.of(new double[][] {{7, -5}, {3, -1}, {3, -2}}));
    assertThat(H.at(Place.parse("layer1/dW")))
        .satisfies(whole ->
            assertThat(SampleCards.at(H, whole).orElseThrow().sums())
                .isEqualTo(Matrix.of(new double[][] {{6, -5}, {8, -9}, {7, -6}})));
    assertThat(second.value(cards.left(1, 0))).isEqualTo(3);
    assertThat(second.value(cards.left(1, 2))).isEqualTo(1);
    assertThat(second.value(cards.right(1, 1))).isEqualTo(-2);
  }

  /** λ is ½, and W₂ (1, −1), (−2, 2). */
  @Test
  void thePenaltyIsOneMoreCard() {
    Derivation derivation = Derivation.of(KnownLessons.penalized());
    SampleCards cards = at(derivation, "layer2/dW");
    assertThat(cards.size()).isEqualTo(4);
    assertThat(List.of(cards.isPenalty(2), cards.isPenalty(3))).containsExactly(false, true);
    assertThat(cards.entries(3)).isEqualTo(Matrix.of(new double[][] {{0.5, -0.5}, {-1, 1}}));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer1/dW/3,2/term2 | true | true",
        "layer1/dW/3,2 | false | true",
        "layer1/dW | false | false",
      })
  void cardsAreDealtByTermAndACellIsTracedByCell(String place, boolean dealing, boolean traces) {
    SampleCards cards = at(H, place);
    assertThat(cards.isDealing()).isEqualTo(dealing);
    assertThat(cards.traces()).isEqualTo(traces);
  }

  @Test
  void bySampleCardsAreDealtAndNoCellIsTraced() {
    Step step = H.at(Granularity.SAMPLE, H.indexOf(Granularity.SAMPLE, first()));
    SampleCards cards = SampleCards.at(H, step).orElseThrow();
    assertThat(cards.isDealing()).isTrue();
    assertThat(cards.traces()).isFalse();
  }

  @Test
  void onlyTheGradientOfWeightsHasCards() {
    assertThat(SampleCards.at(H, H.at(Place.parse("layer1/dX/2,3")))).isEmpty();
    assertThat(SampleCards.at(H, H.at(Place.parse("layer1/z")))).isEmpty();
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
    assertThat(cards.hidesSum(1, 0)).isFalse();
    // Card 2 is made of x₂₁ in its first row; its other rows are as they were.
    assertThat(cards.entries(1)).isEqualTo(Matrix.of(new double[][] {{0, 0}, {-3, 2}, {3, 0}}));
    assertThat(cards.sums()).isEqualTo(Matrix.of(new double[][] {{6, -5}, {8, -9}, {7, 0}}));
    // x₁₃ is 0, which is not told while it is covered.
    Derivation zero = H.covering(List.of(Place.parse("layer1/x/1,3")));
    assertThat(at(zero, "layer1/dW/3,2/term4").silent()).containsExactly(2);
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
