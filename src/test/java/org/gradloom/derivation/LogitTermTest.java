package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.junit.jupiter.api.Test;

/** Where a loss is written from the logits, because a double has lost what ln p needs. */
class LogitTermTest {
  private static String formula(Lesson lesson, String place) {
    return Formula.of(Derivation.of(lesson).at(Place.parse(place))).plain();
  }

  /** A double holds 1 for σ(800) and 0 for σ(−800): what was ln(1 − 1) is told from the logit. */
  @Test
  void aSaturatedProbabilitysLossIsWrittenFromTheLogits() {
    assertThat(formula(KnownLessons.oneLogit(800, 0), "loss/L/1,1"))
        .endsWith(
            " = (z₁₁ − t₁₁·z₁₁ + ln(1 + exp(−z₁₁))) = (800 − 0·800 + ln(1 + exp(−800))) = 800");
    assertThat(formula(KnownLessons.oneLogit(800, 1), "loss/L/1,1"))
        .endsWith(" = (800 − 1·800 + ln(1 + exp(−800))) = 0");
    assertThat(formula(KnownLessons.oneLogit(-800, 1), "loss/L/1,1"))
        .endsWith(" = (ln(1 + exp(z₁₁)) − t₁₁·z₁₁) = (ln(1 + exp(−800)) − 1·(−800)) = 800");
    assertThat(formula(KnownLessons.oneLogit(2, 1), "loss/L/1,1"))
        .endsWith(" = (−1 ln 0.880797 − (1−1) ln(1−0.880797)) = 0.126928");
  }

  /** Of 1 − σ(30) = 9.4e−14 a double has three digits left: 29.9998 is told as 30. */
  @Test
  void aSlightlyRoundedTermStaysAsTheRuleWritesIt() {
    assertThat(formula(KnownLessons.oneLogit(30, 0), "loss/L/1,1"))
        .contains("− (1−t₁₁) ln(1−p₁₁)")
        .endsWith(" = 30");
    // Of 1 − σ(34) = 1.7e−15 it has one: 33.98 is no longer 34.
    assertThat(formula(KnownLessons.oneLogit(34, 0), "loss/L/1,1"))
        .contains("z₁₁ − t₁₁·z₁₁ + ln(1 + exp(−z₁₁))")
        .endsWith(" = 34");
  }

  /** exp(1000) is beyond a double, and p₁₂ = exp(200 − 1000) is 0 in one. */
  private static Lesson softmax() {
    return new Lesson(
        "",
        Matrix.of(new double[][] {{1}, {-1}}),
        List.of(new Layer(Matrix.row(1000, 200), null, Elementwise.IDENTITY)),
        new Loss(LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(1, 1)), Reduction.SUM),
        0.1);
  }

  @Test
  void ofARowOfLogitsTheLargestIsTakenFirst() {
    assertThat(formula(softmax(), "loss/L/1,1/term1")).endsWith(" = (1000 + ln 1 − 200) = 800");
    assertThat(formula(softmax(), "loss/L/1,1/term2")).contains(" + (−ln 1) = ");
  }

  /** The largest logit of the row would be a number in the formula. */
  @Test
  void fromALogitThatIsCoveredNothingIsTold() {
    Derivation covered = Derivation.of(softmax()).covering(List.of(Place.parse("layer1/z/1,1")));
    assertThat(Formula.of(covered.at(Place.parse("loss/L/1,1/term1"))).plain())
        .contains("−ln p₁₂")
        .doesNotContain("1000");
  }
}
