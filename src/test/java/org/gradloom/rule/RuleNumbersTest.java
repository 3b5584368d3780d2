package org.gradloom.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import org.gradloom.formula.Expr;
import org.gradloom.formula.ExprEvaluator;
import org.gradloom.formula.Index;
import org.gradloom.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules by their names, and with numbers that can be worked out by hand. */
class RuleNumbersTest {
  private static final Optimizer.Sgd SGD = new Optimizer.Sgd(0.5);
  private static final Optimizer.Momentum MOMENTUM = new Optimizer.Momentum(0.5, 0.25);
  private static final Optimizer.Adam ADAM = new Optimizer.Adam(0.5);

  // ---- names

  @ParameterizedTest
  @MethodSource("activations")
  void anActivationIsFoundByItsName(Activation rule) {
    assertThat(Activation.named(rule.documentName())).contains(rule);
  }

  static List<Activation> activations() {
    return Activation.all();
  }

  static List<Optimizer> optimizers() {
    return Optimizer.kinds(0.1);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void anOptimizerIsFoundByItsNameAtAnyRate(Optimizer rule) {
    assertThat(Optimizer.named(rule.documentName(), 0.1)).contains(rule);
    assertThat(Optimizer.named(rule.documentName(), 2)).contains(rule.withRate(2));
    assertThat(rule.withRate(2).learningRate()).isEqualTo(2);
  }

  @Test
  void documentsNameOptimizers() {
    assertThat(optimizers().stream().map(Optimizer::documentName))
        .containsExactly("sgd", "momentum", "adam");
  }

  @Test
  void theDirectionOfWholeMatricesHasANameWhereItHasOne() {
    Expr direction = new Expr.Value(4);
    assertThat(SGD.directionName(direction)).isEqualTo(direction);
    assertThat(MOMENTUM.directionName(direction)).isEqualTo(new Expr.Named("v", "v", direction));
  }

  @Test
  void whatIsNoNameFindsNothing() {
    assertThat(Activation.named("step")).isEmpty();
    assertThat(Optimizer.named("newton", 0.1)).isEmpty();
  }

  @Test
  void documentsNameWhatALossComparesWith() {
    assertThat(Arrays.stream(TargetForm.values()).map(TargetForm::documentName))
        .containsExactly("upstream", "targets", "labels");
    assertThat(Arrays.stream(TargetForm.values()).map(form -> form.symbol().letter()))
        .containsExactly("U", "T", "y");
    assertThat(Arrays.stream(Reduction.values()).map(Reduction::documentName))
        .containsExactly("sum", "mean", "mean-all");
  }

  // ---- activations

  @Test
  void onlyTheLastLayerCanHaveARuleOfRows() {
    assertThat(Activation.in(true)).isEqualTo(Activation.all()).contains(Rowwise.SOFTMAX);
    assertThat(Activation.in(false)).contains(Elementwise.values()).doesNotContain(Rowwise.SOFTMAX);
  }

  @Test
  void onlyTheSlopeOfGeluNeedsWhatItWasAppliedTo() {
    assertThat(Arrays.stream(Elementwise.values()).filter(Elementwise::readsInput))
        .containsExactly(Elementwise.GELU);
  }

  /** Two samples of three outputs, as a layer has them. */
  @Test
  void aLayerIsActivatedAndTakenBackWhole() {
    double[] z = {1, -2, 3, -4, 5, -6};
    double[] a = z.clone();
    Elementwise.RELU.apply(a, 2, 3);
    assertThat(a).containsExactly(1, 0, 3, 0, 5, 0);
    double[] d = {7, 7, 7, 7, 7, 7};
    Elementwise.RELU.backward(z, a, d, 2, 3);
    assertThat(d).containsExactly(7, 0, 7, 0, 7, 0);
  }

  @Test
  void aSigmoidOfAThousandIsOneAndNoNumberIsTooLarge() {
    assertThat(Elementwise.SIGMOID.value(1000)).isEqualTo(1);
    assertThat(Elementwise.SIGMOID.value(-1000)).isZero();
    assertThat(Elementwise.SIGMOID.value(0)).isEqualTo(0.5);
  }

  @ParameterizedTest
  @EnumSource
  void anActivationIsExplainedAsItIsComputed(Elementwise rule) {
    for (double z : new double[] {-2, -0.5, 0, 0.5, 2}) {
      Expr number = new Expr.Value(z);
      assertThat(value(rule.formula(number))).isCloseTo(rule.value(z), within(1e-15));
      assertThat(value(rule.slopeFormula(number))).isCloseTo(rule.slope(z), within(1e-15));
    }
  }

  /** Of a tree that has numbers for its leaves. */
  private static double value(Expr tree) {
    return ExprEvaluator.value(
        tree,
        (operand, row, column) -> {
          throw new AssertionError(operand + " is read");
        });
  }

  // ---- losses

  @ParameterizedTest
  @EnumSource
  void theGradientOfALossIsExplainedAsItIsComputed(LossKind kind) {
    assertThat(value(kind.gradientFormula(new Expr.Value(0.25), new Expr.Value(1))))
        .isEqualTo(kind.gradient(0.25, 1));
  }

  @Test
  void theTermsOfALossAreExplainedAsTheyAreComputed() {
    Expr half = new Expr.Value(0.5);
    Expr three = new Expr.Value(3);
    assertThat(value(LossKind.GIVEN.termFormula(TargetForm.UPSTREAM, half, three))).isEqualTo(1.5);
    // ½·(0.5 − 3)²
    assertThat(value(LossKind.SQUARED_ERROR.termFormula(TargetForm.TARGETS, half, three)))
        .isEqualTo(3.125);
    // (0.5 − 3)²
    assertThat(value(LossKind.WHOLE_SQUARED_ERROR.termFormula(TargetForm.TARGETS, half, three)))
        .isEqualTo(6.25);
    for (LossKind kind : List.of(LossKind.SOFTMAX_CROSS_ENTROPY, LossKind.CROSS_ENTROPY)) {
      assertThat(value(kind.termFormula(TargetForm.LABELS, half, three)))
          .isCloseTo(Math.log(2), within(1e-15));
      assertThat(value(kind.termFormula(TargetForm.TARGETS, half, three)))
          .isCloseTo(3 * Math.log(2), within(1e-15));
    }
    // −0.75·ln 0.2 − 0.25·ln 0.8
    for (LossKind kind : List.of(LossKind.SIGMOID_CROSS_ENTROPY, LossKind.BINARY_CROSS_ENTROPY)) {
      assertThat(
              value(
                  kind.termFormula(TargetForm.TARGETS, new Expr.Value(0.2), new Expr.Value(0.75))))
          .isCloseTo(-0.75 * Math.log(0.2) - 0.25 * Math.log(0.8), within(1e-15));
    }
  }

  @Test
  void crossEntropiesMakeProbabilitiesFirst() {
    assertThat(Arrays.stream(LossKind.values()).filter(LossKind::hasProbabilities))
        .containsExactly(LossKind.SOFTMAX_CROSS_ENTROPY, LossKind.SIGMOID_CROSS_ENTROPY);
  }

  @Test
  void probabilitiesAreExplainedAsTheyAreComputed() {
    Index.Letter k = new Index.Letter("k", 2);
    Expr zero = new Expr.Value(0);
    // e⁰/(e⁰ + e⁰)
    assertThat(value(Probabilities.SOFTMAX.formula(zero, zero, k))).isEqualTo(0.5);
    assertThat(value(Probabilities.SIGMOID.formula(zero, zero, k))).isEqualTo(0.5);
    assertThat(value(Rowwise.SOFTMAX.formula(zero, zero, k))).isEqualTo(0.5);
    assertThat(Probabilities.NONE.formula(zero, zero, k)).isEqualTo(zero);
  }

  @ParameterizedTest
  @EnumSource
  void everyLossButAGivenGradientIsLearnt(LossKind kind) {
    assertThat(kind.isLearnt()).isEqualTo(kind != LossKind.GIVEN);
  }

  @Test
  void aProbabilityGoesFromZeroToOne() {
    for (double inside : new double[] {0, 0.5, 1}) {
      assertThat(TargetRange.PROBABILITY.accepts(inside)).isTrue();
    }
    for (double outside : new double[] {-0.01, 1.01, Double.NaN}) {
      assertThat(TargetRange.PROBABILITY.accepts(outside)).isFalse();
      assertThat(TargetRange.ANY.accepts(outside)).isTrue();
    }
    assertThat(TargetRange.PROBABILITY.from(Matrix.row(3, 0, -3))).isEqualTo(Matrix.row(1, 0, 0));
    assertThat(TargetRange.PROBABILITY.from(Matrix.row(0.3, 0, 1)))
        .isEqualTo(Matrix.row(0.3, 0, 1));
    assertThat(TargetRange.ANY.from(Matrix.row(3, 0, -3))).isEqualTo(Matrix.row(3, 0, -3));
  }

  @Test
  void aDistributionAddsUpToOne() {
    assertThat(TargetRange.DISTRIBUTION.accepts(-0.01)).isFalse();
    assertThat(TargetRange.DISTRIBUTION.accepts(0)).isTrue();
    assertThat(TargetRange.DISTRIBUTION.accepts(1 + 1e-9)).isTrue();
    assertThat(TargetRange.PROBABILITY.acceptsSum(3)).isTrue();
    assertThat(TargetRange.DISTRIBUTION.acceptsSum(1 + 9e-10)).isTrue();
    assertThat(TargetRange.DISTRIBUTION.acceptsSum(1 + 2e-9)).isFalse();
    // The second row is one, the others have a 1 at the first of their greatest numbers.
    assertThat(
            TargetRange.DISTRIBUTION.from(
                Matrix.of(new double[][] {{0, 0, 0}, {0.25, 0.5, 0.25}, {-1, 4, 4}})))
        .isEqualTo(Matrix.of(new double[][] {{1, 0, 0}, {0.25, 0.5, 0.25}, {0, 1, 0}}));
  }

  @Test
  void aMeanIsDividedByItsSamplesOrEntriesAndASumByNothing() {
    assertThat(Reduction.MEAN.divisor(4, 3)).isEqualTo(4);
    assertThat(Reduction.MEAN_ALL.divisor(4, 3)).isEqualTo(12);
    assertThat(Reduction.SUM.divisor(4, 3)).isEqualTo(1);
    assertThat(Arrays.stream(Reduction.values()).filter(Reduction::divides))
        .containsExactly(Reduction.MEAN, Reduction.MEAN_ALL);
  }

  @Test
  void aPenaltyHasItsHalfAndItsRows() {
    // λ = 0.6 and 3 samples: of Σw² in L, of w in dL/dw
    assertThat(new L2(0.6, true, false).factor(3)).isEqualTo(0.3);
    assertThat(new L2(0.6, true, false).gradientFactor(3)).isEqualTo(0.6);
    assertThat(new L2(0.6, false, false).factor(3)).isEqualTo(0.6);
    assertThat(new L2(0.6, false, false).gradientFactor(3)).isEqualTo(1.2);
    assertThat(new L2(0.6, true, true).factor(3)).isEqualTo(0.6 / 3 / 2);
    assertThat(L2.NONE.isPresent()).isFalse();
    assertThat(L2.NONE.hasKink()).isFalse();
  }

  @Test
  void anL1DrawsEveryWeightAlikeAndNoneAtZero() {
    L1 l1 = new L1(0.5);
    assertThat(l1.cost(-3)).isEqualTo(3);
    assertThat(l1.gradient(-3, 7)).isEqualTo(-0.5);
    assertThat(l1.gradient(1e-9, 7)).isEqualTo(0.5);
    assertThat(l1.gradient(0, 7)).isZero();
    assertThat(l1.factor(7)).isEqualTo(0.5);
    double[] gradients = {1, 1, 1, 1};
    l1.addGradients(new double[] {2, 0, -4, 8}, 7, gradients, 3);
    assertThat(gradients).containsExactly(1.5, 1, 0.5, 1);
    assertThat(L1.NONE.isPresent()).isFalse();
    assertThat(l1.hasKink()).isTrue();
  }

  @Test
  void dropoutDrawsTheSameForTheSameSeedStepAndLayer() {
    Dropout quarter = new Dropout(0.25, 7);
    int count = 40_000;
    double[] mask = new double[count + 1];
    mask[count] = -1;
    quarter.draw(3, 0, mask, count);
    // A quarter is dropped, give or take 3 of √(0.25·0.75·n) = 87; the others make up for it.
    assertThat(Arrays.stream(mask).filter(each -> each == 0).count()).isBetween(9_740L, 10_260L);
    assertThat(Arrays.stream(mask, 0, count)).containsOnly(0.0, 1 / 0.75);
    assertThat(mask[count]).isEqualTo(-1);
    double[] again = new double[count + 1];
    again[count] = -1;
    quarter.draw(3, 0, again, count);
    assertThat(again).isEqualTo(mask);
    quarter.draw(4, 0, again, count);
    assertThat(again).isNotEqualTo(mask);
    quarter.draw(3, 1, again, count);
    assertThat(again).isNotEqualTo(mask);
    new Dropout(0.25, 8).draw(3, 0, again, count);
    assertThat(again).isNotEqualTo(mask);
    assertThat(Dropout.NONE.isPresent()).isFalse();
    assertThatThrownBy(() -> new Dropout(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Values of Φ from tables; what z·Φ(z) makes of them. */
  @Test
  void geluWeighsByTheNormalDistribution() {
    assertThat(Elementwise.GELU.value(0)).isZero();
    assertThat(Elementwise.GELU.value(1)).isCloseTo(0.8413447460685429, within(1e-15));
    assertThat(Elementwise.GELU.value(-2)).isCloseTo(-2 * 0.0227501319481792, within(1e-15));
    assertThat(Elementwise.GELU.value(-5) / -5)
        .isCloseTo(2.866515718791939e-7, withinPercentage(1e-10));
    assertThat(Elementwise.GELU.value(40)).isEqualTo(40);
    assertThat(Elementwise.GELU.value(Double.NaN)).isNaN();
  }

  @Test
  void aSureAndRightAnswerCostsNothingWithoutASign() {
    assertThat(1 / LossKind.SOFTMAX_CROSS_ENTROPY.term(0, 1)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  // ---- optimizers

  @Test
  void eachOptimizerRemembersInItsOwnWay() {
    assertThatThrownBy(() -> SGD.remember(0, 2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    // 0.25·2 + 3
    assertThat(MOMENTUM.remember(0, 2, 3)).isEqualTo(3.5);
    // 0.9·2 + 0.1·3 and 0.999·2 + 0.001·3²
    assertThat(ADAM.remember(0, 2, 3)).isCloseTo(2.1, within(1e-12));
    assertThat(ADAM.remember(1, 2, 3)).isCloseTo(2.007, within(1e-12));
  }

  @Test
  void adamCorrectsWhatBeganAtZero() {
    // 1/(1 − 0.9) and 1/(1 − 0.999), then 1/(1 − 0.81)
    assertThat(ADAM.correction(0, 1)).isCloseTo(10, within(1e-9));
    assertThat(ADAM.correction(1, 1)).isCloseTo(1000, within(1e-6));
    assertThat(ADAM.correction(0, 2)).isCloseTo(1 / 0.19, within(1e-9));
    assertThat(MOMENTUM.correction(0, 1)).isEqualTo(1);
  }

  @Test
  void eachOptimizerTakesItsOwnStep() {
    assertThat(SGD.next(1, SGD.direction(0, 0, 1, 4))).isEqualTo(-1);
    // The velocity is 0.25·8 + 4.
    assertThat(MOMENTUM.next(1, MOMENTUM.direction(8, 0, 1, 4))).isEqualTo(-2);
    // The first step of Adam is as long as its rate.
    assertThat(ADAM.next(1, ADAM.direction(0, 0, 1, 4))).isCloseTo(0.5, within(1e-8));
    // m̂ = (0.9·2 + 0.1·4)/0.19 and v̂ = (0.999·5 + 0.001·16)/0.001999 at step 2
    assertThat(ADAM.direction(2, 5, 2, 4))
        .isCloseTo(2.2 / 0.19 / Math.sqrt(5.011 / 0.001999), within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aStepIsExplainedAsItIsTaken(Optimizer rule) {
    Expr formula =
        rule.directionFormula(new Expr.Value(2), new Expr.Value(5), 2, new Expr.Value(4));
    double direction = rule.direction(2, 5, 2, 4);
    assertThat(value(formula)).isCloseTo(direction, within(1e-12));
    assertThat(value(rule.stepFormula(new Expr.Value(1), formula)))
        .isCloseTo(rule.next(1, direction), within(1e-12));
    assertThat(value(rule.stepOfMatrix(new Expr.Value(1), formula)))
        .isCloseTo(rule.next(1, direction), within(1e-12));
  }

  @Test
  void theRateStandsBeforeADirectionAsItIsReadBest() {
    Expr w = new Expr.Value(1);
    Expr g = new Expr.Value(4);
    assertThat(join(SGD.stepFormula(w, g))).isEqualTo(Expr.Join.DOT);
    assertThat(join(SGD.stepFormula(w, Expr.Sum.of(g, g)))).isEqualTo(Expr.Join.NONE);
    assertThat(join(SGD.stepFormula(w, new Expr.Quotient(Expr.Bar.SLASH, g, g))))
        .isEqualTo(Expr.Join.THIN);
  }

  private static Expr.Join join(Expr step) {
    return ((Expr.Product) ((Expr.Difference) step).right()).join();
  }

  // ---- losses and penalties

  @Test
  void aLossHasAnOwnNameAndOneInDocumentsThatItsHalfDoesNotChange() {
    for (LossKind kind : LossKind.values()) {
      assertThat(LossKind.documentNames()).contains(kind.documentName()).doesNotHaveDuplicates();
    }
    assertThat(LossKind.documentNames()).hasSize(LossKind.values().length - 1);
    assertThat(LossKind.WHOLE_SQUARED_ERROR.ownName()).isEqualTo("whole-squared-error");
    assertThat(LossKind.named("squared-error")).contains(LossKind.SQUARED_ERROR);
    assertThat(LossKind.named("hinge")).isEmpty();
    assertThat(LossKind.SQUARED_ERROR.withHalf(false)).contains(LossKind.WHOLE_SQUARED_ERROR);
    assertThat(LossKind.WHOLE_SQUARED_ERROR.withHalf(true)).contains(LossKind.SQUARED_ERROR);
    assertThat(LossKind.GIVEN.withHalf(true)).isEmpty();
  }

  @Test
  void aLossOfLogitsRepeatsWhatMakesProbabilities() {
    for (LossKind kind : List.of(LossKind.SOFTMAX_CROSS_ENTROPY, LossKind.SIGMOID_CROSS_ENTROPY)) {
      assertThat(kind.repeats(Elementwise.SIGMOID)).isTrue();
      assertThat(kind.repeats(Rowwise.SOFTMAX)).isTrue();
      assertThat(kind.repeats(Elementwise.TANH)).isFalse();
    }
    assertThat(LossKind.CROSS_ENTROPY.repeats(Rowwise.SOFTMAX)).isFalse();
  }

  @Test
  void aLogarithmEndsWhereWhatItIsTakenOfDoes() {
    assertThat(LossKind.SQUARED_ERROR.reach(2, 3)).isInfinite();
    // −t·ln a
    assertThat(LossKind.CROSS_ENTROPY.reach(0.25, 0.5)).isEqualTo(0.25);
    assertThat(LossKind.CROSS_ENTROPY.reach(0.25, 0)).isInfinite();
    // −t·ln a − (1 − t)·ln(1 − a)
    assertThat(LossKind.BINARY_CROSS_ENTROPY.reach(0.25, 0.5)).isEqualTo(0.25);
    assertThat(LossKind.BINARY_CROSS_ENTROPY.reach(0.875, 0.5)).isEqualTo(0.125);
    assertThat(LossKind.BINARY_CROSS_ENTROPY.reach(0.25, 0)).isEqualTo(0.75);
    assertThat(LossKind.BINARY_CROSS_ENTROPY.reach(0.875, 1)).isEqualTo(0.875);
  }

  @Test
  void onlySquaredErrorsCompareNumbersOfAnySize() {
    assertThat(Arrays.stream(LossKind.values()).filter(LossKind::comparesNumbers))
        .containsExactly(LossKind.SQUARED_ERROR, LossKind.WHOLE_SQUARED_ERROR);
  }

  @Test
  void aPenaltyIsExplainedAsItIsComputed() {
    L2 l2 = new L2(0.5, true, false);
    assertThat(l2.withLambda(3)).isEqualTo(new L2(3, true, false));
    assertThat(l2.withHalf(false)).isEqualTo(new L2(0.5, false, false));
    assertThat(l2.withPerRow(true)).isEqualTo(new L2(0.5, true, true));
    for (L2 each :
        List.of(l2, l2.withHalf(false), l2.withPerRow(true), l2.withHalf(false).withPerRow(true))) {
      // Two weights of 3 and 4, whose squares add up to 25, and 10 samples.
      Expr samples = new Expr.Constant(10);
      assertThat(value(each.formula(each.rate(), new Expr.Value(25), samples)))
          .isCloseTo(25 * each.factor(10), within(1e-12));
      assertThat(value(each.gradientFormula(each.rate(), new Expr.Value(3), samples)))
          .isCloseTo(3 * each.gradientFactor(10), within(1e-12));
    }
    L1 l1 = new L1(0.25);
    for (double weight : List.of(-3.0, 0.0, 0.5)) {
      Expr w = new Expr.Value(weight);
      assertThat(value(l1.costFormula(w))).isEqualTo(Math.abs(weight));
      assertThat(value(l1.gradientFormula(l1.rate(), w, w))).isEqualTo(l1.gradient(weight, 1));
    }
    // 0.25·(3 + 0.5)
    assertThat(value(l1.formula(l1.rate(), new Expr.Value(3.5), new Expr.Value(1))))
        .isEqualTo(0.875);
    assertThat(l2.withHalf(false).withPerRow(true).gradientFactor(10)).isEqualTo(0.1);
  }

  @Test
  void softmaxIsSmoothAndItsSlopeIsMadeOfItsOutputs() {
    assertThat(Rowwise.SOFTMAX.documentName()).isEqualTo("softmax");
    assertThat(Rowwise.SOFTMAX.hasKink()).isFalse();
    assertThat(Rowwise.SOFTMAX.readsInput()).isFalse();
    assertThat(Rowwise.SOFTMAX.probabilities()).isEqualTo(Probabilities.SOFTMAX);
    // 0.5·(3 − 2)
    assertThat(Rowwise.SOFTMAX.gradient(0.5, 3, 2)).isEqualTo(0.5);
    Expr gradient =
        Rowwise.SOFTMAX.gradientFormula(new Expr.Value(0.5), new Expr.Value(3), new Expr.Value(2));
    assertThat(value(gradient)).isEqualTo(0.5);
  }

  @Test
  void plainDescentRemembersNothingThatCouldShow() {
    assertThat(SGD.showsInParameter(0)).isFalse();
  }

  @Test
  void aStateIsThatOfTheOptimizerThatHasItsNames() {
    OptimizerState.Memory one = new OptimizerState.Memory(Matrix.row(1, 2), Matrix.row(3));
    OptimizerState.Memory two = new OptimizerState.Memory(Matrix.row(4, 5), Matrix.row(6));
    OptimizerState velocity = MOMENTUM.state(one);
    assertThat(velocity.isOf(MOMENTUM)).isTrue();
    assertThat(velocity.isOf(ADAM)).isFalse();
    assertThat(velocity.of(false)).isEqualTo(new Remembered(Matrix.row(1, 2), null));
    assertThat(ADAM.state(one, two).of(true))
        .isEqualTo(new Remembered(Matrix.row(3), Matrix.row(6)));
    assertThatThrownBy(() -> ADAM.state(one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("adam remembers [m, v]");
    assertThat(ADAM.state(one, one).map(_ -> two)).isEqualTo(ADAM.state(two, two));
  }

  @Test
  void whatIsRememberedOfAnEntryGoesIntoItsDirection() {
    Remembered velocity = new Remembered(Matrix.row(8, 12), null);
    assertThat(velocity.direction(MOMENTUM, 0, 1, 1, 4)).isEqualTo(7);
    assertThat(value(velocity.directionFormula(MOMENTUM, 0, 1, 1, new Expr.Value(4)))).isEqualTo(7);
    assertThat(Remembered.NOTHING.direction(MOMENTUM, 0, 1, 1, 4)).isEqualTo(4);
  }
}
