package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.gradloom.KnownLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.junit.jupiter.api.Test;

/**
 * One row of a softmax's Jacobian. Sample 1 has a = (¼, ½, ¼) and the target (0, 1, 0), so da is
 * (¼, −½, ¼) and Σ aₘ·daₘ = 1/16 − 1/4 + 1/16 = −1/8.
 */
class RowJacobianTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);
  private static final Lesson LESSON = KnownLessons.softmaxLayer();

  private static RowJacobian at(String place) {
    return RowJacobian.at(Derivation.of(LESSON).at(Place.parse(place))).orElseThrow();
  }

  @Test
  void onTheWayThereItHasComeToSomeOfTheProducts() {
    RowJacobian row = at("layer1/dZ/1,2/term1");
    assertThat(row.step().place()).hasToString("layer1/dZ/1,2/term1");
    assertThat(row.sample()).isZero();
    assertThat(row.output()).isEqualTo(1);
    assertThat(row.outputs()).isEqualTo(3);
    assertThat(row.active()).isZero();
    assertThat(row.reached()).isEqualTo(1);
    assertThat(row.isClosed()).isFalse();
    assertThat(row.sum()).isCloseTo(1.0 / 16, ROUNDING);
    assertThat(at("layer1/dZ/1,2/term3").active()).isEqualTo(2);
    assertThat(at("layer1/dZ/1,2/term3").sum()).isCloseTo(-1.0 / 8, ROUNDING);
    assertThat(at("layer1/dZ/2,1/term2").sample()).isEqualTo(1);
  }

  /** dz = ½·(−½ + 1/8). */
  @Test
  void theLastTermIsAboutTheOutputItself() {
    for (String closed : new String[] {"layer1/dZ/1,2/term4", "layer1/dZ/1,2"}) {
      RowJacobian row = at(closed);
      assertThat(row.active()).isEqualTo(1);
      assertThat(row.reached()).isEqualTo(3);
      assertThat(row.isClosed()).isTrue();
      assertThat(row.sum()).isCloseTo(-1.0 / 8, ROUNDING);
      assertThat(row.gradient()).isCloseTo(-3.0 / 16, ROUNDING);
    }
    assertThat(at("layer1/dZ/1,2/term1").gradient()).isCloseTo(-3.0 / 16, ROUNDING);
  }

  @Test
  void itHasTheNumbersOfItsSample() {
    RowJacobian row = at("layer1/dZ/1,2/term2");
    assertThat(row.z(1)).isCloseTo(Math.log(2), ROUNDING);
    assertThat(row.a(0)).isCloseTo(0.25, ROUNDING);
    assertThat(row.dA(1)).isCloseTo(-0.5, ROUNDING);
    assertThat(row.product(1)).isCloseTo(-0.25, ROUNDING);
    assertThat(row.target(1)).isEqualTo(1);
    assertThat(row.target(0)).isZero();
    assertThat(row.name(MatrixSymbol.A, 2)).isEqualTo("a₁₃");
  }

  /** ∂a₁/∂z₁ = ¼·(1 − ¼), and the others of its row take that from it: −¼·½, −¼·¼. */
  @Test
  void theSlopesOfOneRowAddUpToNothing() {
    RowJacobian row = at("layer1/dZ/1,2/term2");
    assertThat(row.entry(0, 0)).isCloseTo(3.0 / 16, ROUNDING);
    assertThat(row.entry(0, 1)).isCloseTo(-1.0 / 8, ROUNDING);
    assertThat(row.entry(0, 2)).isCloseTo(-1.0 / 16, ROUNDING);
  }

  @Test
  void onlyACellOfSuchAGradientHasOne() {
    Derivation derivation = Derivation.of(LESSON);
    assertThat(RowJacobian.at(derivation.at(Place.parse("layer1/dZ")))).isEmpty();
    assertThat(RowJacobian.at(derivation.at(Place.parse("layer1/dW/1,1/term1")))).isEmpty();
  }

  @Test
  void aCrossEntropyBehindItLeavesPLessYByWhatItDividesBy() {
    assertThat(at("layer1/dZ/1,2").collapsesOver()).as("a squared error").isEmpty();
    Layer layer = new Layer(LESSON.layers().getFirst().w(), null, Rowwise.SOFTMAX);
    Loss mean = new Loss(LossKind.CROSS_ENTROPY, LESSON.loss().target(), Reduction.MEAN);
    Lesson lesson = LESSON.withLayer(0, layer).withLoss(mean);
    assertThat(
            RowJacobian.at(Derivation.of(lesson).at(Place.parse("layer1/dZ/1,2")))
                .orElseThrow()
                .collapsesOver())
        .contains(2);
  }
}
