package org.gradloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradloom.KnownLessons;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Reduction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceTest {

  // ---- the lessons' own numbers ----------------------------------------------------------------

  @Test
  void computesLessonH() {
    Trace trace = Trace.of(KnownLessons.lessonHWithBias());
    assertHolds(trace, "layer1/z", "[[7, -1], [-6, -2], [5, -5], [1, 7]]");
    assertHolds(trace, "layer1/dZ", "[[2, -1], [3, -2], [1, -2], [2, -2]]");
    assertHolds(trace, "layer1/dW", "[[6, -5], [8, -9], [7, -6]]");
    assertHolds(trace, "layer1/dB", "[[8, -7]]");
    assertHolds(trace, "layer1/dX", "[[0, 5, -5], [1, 8, -9], [3, 4, -7], [2, 6, -8]]");
    // 14 + 1 − 18 + 4 + 5 + 10 + 2 − 14
    assertThat(trace.loss()).isEqualTo(4);
  }

  @Test
  void takesOneStepOfGradientDescent() {
    Trace trace = Trace.of(KnownLessons.lessonHWithBias());
    assertClose(
        matrix(trace, "layer1/wNext"),
        new double[][] {{-1.6, -1.5}, {1.2, -0.1}, {-1.7, 3.6}},
        1e-15);
    assertClose(matrix(trace, "layer1/bNext"), new double[][] {{-0.8, 0.7}}, 1e-15);
  }

  @Test
  void theNextPassIsOfWhatTheStepGives() {
    Trace trace = Trace.of(KnownLessons.lessonH());
    assertThat(trace.loss()).isEqualTo(4);
    // ΔL = −0.1 · Σ dW², and the loss of lesson H is linear: 6² + 5² + 8² + 9² + 7² + 6² = 291.
    assertThat(Trace.of(trace.stepped()).loss()).isCloseTo(4 - 29.1, within(1e-12));
  }

  @Test
  void dividesAMeanOnce() {
    Lesson lesson = KnownLessons.lessonHWithBias();
    Trace trace = Trace.of(lesson.withLoss(lesson.loss().with(Reduction.MEAN)));
    assertHolds(trace, "layer1/dA", "[[0.5, -0.25], [0.75, -0.5], [0.25, -0.5], [0.5, -0.5]]");
    assertHolds(trace, "layer1/dW", "[[1.5, -1.25], [2, -2.25], [1.75, -1.5]]");
    assertHolds(trace, "layer1/dB", "[[2, -1.75]]");
    assertThat(trace.loss()).isEqualTo(1);
  }

  @Test
  void computesLessonL() {
    Trace trace = Trace.of(KnownLessons.lessonL());
    // Row 1 of X with column 1 of G: 2·3 − 1·(−2).
    assertHolds(trace, "layer1/dW", "[[8, 1], [-1, 8], [-9, 7]]");
  }

  @Test
  void letsNothingThroughAShutGate() {
    Lesson lesson = KnownLessons.lessonH();
    Layer layer = lesson.layers().getFirst();
    Trace trace = Trace.of(lesson.withLayer(0, new Layer(layer.w(), null, Elementwise.RELU)));
    assertHolds(trace, "layer1/a", "[[7, 0], [0, 0], [5, 0], [1, 7]]");
    assertHolds(trace, "layer1/dZ", "[[2, 0], [0, 0], [1, 0], [2, -2]]");
  }

  @Test
  void computesTwoLayers() {
    Trace trace = Trace.of(KnownLessons.twoLayers());
    assertHolds(trace, "layer1/z", "[[3, 1, 4, -4], [1, -3, 3, -3], [2, 4, 1, -1]]");
    assertHolds(trace, "layer1/a", "[[3, 1, 4, 0], [1, 0, 3, 0], [2, 4, 1, 0]]");
    assertHolds(trace, "layer2/z", "[[-3], [-2], [-7]]");
    assertHolds(trace, "layer2/dZ", "[[1], [-2], [-1]]");
    assertHolds(trace, "layer2/dW", "[[-1], [-3], [-3], [0]]");
    assertHolds(trace, "layer1/dA", "[[1, -2, -1, 3], [-2, 4, 2, -6], [-1, 2, 1, -3]]");
    assertHolds(trace, "layer1/dZ", "[[1, -2, -1, 0], [-2, 0, 2, 0], [-1, 2, 1, 0]]");
    assertHolds(trace, "layer1/dW", "[[-2, -4, 2, 0], [1, 2, -1, 0]]");
    // ½(1 + 4 + 1)
    assertThat(trace.loss()).isEqualTo(3);
  }

  @Test
  void computesSoftmaxAndCrossEntropy() {
    Trace sum = Trace.of(KnownLessons.softmax(Reduction.SUM));
    assertClose(matrix(sum, "loss/p"), new double[][] {{0.25, 0.5, 0.25}, {0.4, 0.1, 0.5}}, 1e-15);
    assertClose(
        matrix(sum, "layer1/dZ"), new double[][] {{0.25, -0.5, 0.25}, {-0.6, 0.1, 0.5}}, 1e-15);
    assertThat(sum.loss()).isCloseTo(Math.log(2) + Math.log(2.5), within(1e-15));

    Trace mean = Trace.of(KnownLessons.softmax(Reduction.MEAN));
    assertClose(
        matrix(mean, "layer1/dZ"),
        new double[][] {{0.125, -0.25, 0.125}, {-0.3, 0.05, 0.25}},
        1e-15);
    assertThat(mean.loss()).isCloseTo((Math.log(2) + Math.log(2.5)) / 2, within(1e-15));
  }

  @Test
  void answersToEveryNameOfAMatrix() {
    Trace trace = Trace.of(KnownLessons.twoLayers());
    assertThat(matrix(trace, "layer2/x")).isSameAs(matrix(trace, "layer1/a"));
    assertThat(matrix(trace, "layer2/a")).isSameAs(matrix(trace, "layer2/z"));
    assertThat(matrix(trace, "layer2/dZ")).isSameAs(matrix(trace, "layer2/dA"));
    assertThat(matrix(trace, "layer1/dA")).isSameAs(matrix(trace, "layer2/dX"));
    assertThat(matrix(trace, "layer1/w")).isSameAs(trace.lesson().layers().getFirst().w());
    assertThatThrownBy(() -> matrix(trace, "layer1/dB"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layer1/dB is no matrix of this lesson");
    assertThatThrownBy(() -> matrix(trace, "loss/p")).isInstanceOf(IllegalArgumentException.class);
  }

  // ---- slopes ----------------------------------------------------------------------------------

  @Test
  void aKinkHasTheSlopeOfItsLeftSide() {
    assertThat(Elementwise.RELU.slope(0)).isZero();
    assertThat(Elementwise.LEAKY_RELU.slope(0)).isEqualTo(0.01);
    assertThat(Elementwise.RELU.slope(Double.MIN_VALUE)).isEqualTo(1);
    assertThat(Elementwise.LEAKY_RELU.value(-200)).isEqualTo(-2);
    assertThat(Elementwise.SIGMOID.slope(0)).isEqualTo(0.25);
    assertThat(Elementwise.TANH.slope(0)).isEqualTo(1);
  }

  @Test
  void sigmoidNeverOverflows() {
    assertThat(Elementwise.SIGMOID.value(1000)).isEqualTo(1);
    assertThat(Elementwise.SIGMOID.value(-1000)).isEqualTo(0);
    assertThat(Elementwise.SIGMOID.value(-700)).isEqualTo(Math.exp(-700));
    assertThat(Elementwise.SIGMOID.value(0)).isEqualTo(0.5);
  }

  // ---- huge logits -----------------------------------------------------------------------------

  @Test
  void softmaxCrossEntropyIsRightForHugeLogits() {
    Trace trace =
        Trace.of(
            outputs(
                new double[][] {{1000, -1000}, {-1000, 1000}, {1000, 1000}},
                new Loss(
                    LossKind.SOFTMAX_CROSS_ENTROPY,
                    new Target.Labels(List.of(1, 1, 0)),
                    Reduction.SUM)));
    assertHolds(trace, "loss/p", "[[1, 0], [0, 1], [0.5, 0.5]]");
    assertHolds(trace, "layer1/dA", "[[1, -1], [0, 0], [-0.5, 0.5]]");
    // The first sample is wrong by 2000, the second is right, the third is a coin.
    assertThat(trace.loss()).isEqualTo(2000 + Math.log(2));
    assertThat(trace.firstNonFinite()).isEmpty();
  }

  @Test
  void sigmoidCrossEntropyIsRightForHugeLogits() {
    Trace trace =
        Trace.of(
            outputs(
                new double[][] {{1000, 1000, -1000}, {-1000, 1000, -1000}},
                new Loss(
                    LossKind.SIGMOID_CROSS_ENTROPY,
                    new Target.Targets(Matrix.of(new double[][] {{0, 1, 0}, {1, 0.5, 0.25}})),
                    Reduction.SUM)));
    assertHolds(trace, "loss/p", "[[1, 1, 0], [0, 1, 0]]");
    assertHolds(trace, "layer1/dA", "[[1, 0, 0], [-1, 0.5, -0.25]]");
    assertThat(trace.loss()).isEqualTo(1000 + 0 + 0 + 1000 + 500 + 250);
    assertThat(trace.firstNonFinite()).isEmpty();
  }

  @Test
  void sigmoidCrossEntropyIsTheFormulaForOrdinaryLogits() {
    Trace trace =
        Trace.of(
            outputs(
                new double[][] {{Math.log(3), -Math.log(4)}},
                new Loss(
                    LossKind.SIGMOID_CROSS_ENTROPY,
                    new Target.Targets(Matrix.row(1, 0.5)),
                    Reduction.SUM)));
    assertClose(matrix(trace, "loss/p"), new double[][] {{0.75, 0.2}}, 1e-15);
    assertThat(trace.loss())
        .isCloseTo(-Math.log(0.75) - 0.5 * Math.log(0.2) - 0.5 * Math.log(0.8), within(1e-15));
  }

  /** A lesson whose outputs are these numbers: X is 1 in one place of each row. */
  private static Lesson outputs(double[][] logits, Loss loss) {
    Matrix w = Matrix.of(logits);
    Shape square = new Shape(w.rows(), w.rows());
    return new Lesson(
        "",
        Matrix.numbers(square, (i, j) -> i == j ? 1 : 0),
        List.of(new Layer(w, null, Elementwise.IDENTITY)),
        loss,
        0.1);
  }

  // ---- overflow --------------------------------------------------------------------------------

  @Test
  void namesTheFirstMatrixThatOverflows() {
    assertThat(Trace.of(KnownLessons.twoLayers()).firstNonFinite()).isEmpty();
    assertThat(overflow(1e200, 1e200, 1, 1, 1)).hasToString("Optional[layer1/z]");
    assertThat(overflow(1e200, 1, 1e200, 1, 1)).hasToString("Optional[layer2/z]");
    assertThat(overflow(1, 1, 1e200, 1e200, 1)).hasToString("Optional[loss/L]");
    // z = 1e-100 · 1e-200, so L = 1e150 · 1e-300 is finite; dW2 = 1e-100 · 1e150; dX2 = 1e350.
    assertThat(overflow(1e-100, 1, 1e200, 1e150, 1)).hasToString("Optional[layer2/dX]");
    // dW1 = x · dA · w2 = 1e-150 · 1e150 · 1e155; only 1e200 times that is too large.
    assertThat(overflow(1e-150, 1, 1e155, 1e150, 1e200)).hasToString("Optional[layer1/wNext]");
  }

  @Test
  void namesGradientsOfEarlierLayersBeforeUpdatesOfLaterOnes() {
    // dW1 = x · w2 · u = 1e350, and the step of W2 is 1e300 · x · w1 · u = 1e350 as well.
    Trace trace = Trace.of(chain(1e200, 1e-200, 1e100, 1e50, 1e300));
    assertThat(matrix(trace, "layer2/dW")).hasToString("[[1e50]]");
    assertThat(matrix(trace, "layer2/wNext").isFinite()).isFalse();
    assertThat(trace.firstNonFinite()).hasToString("Optional[layer1/dW]");
  }

  private static Optional<Operand> overflow(
      double x, double w1, double w2, double upstream, double rate) {
    return Trace.of(chain(x, w1, w2, upstream, rate)).firstNonFinite();
  }

  private static Lesson chain(double x, double w1, double w2, double upstream, double rate) {
    return new Lesson(
        "",
        Matrix.row(x),
        List.of(
            new Layer(Matrix.row(w1), null, Elementwise.IDENTITY),
            new Layer(Matrix.row(w2), null, Elementwise.IDENTITY)),
        new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(upstream)), Reduction.SUM),
        rate);
  }

  // ---- a frozen step of training ---------------------------------------------------------------

  @Test
  void aFrozenMomentumStepGoesOnFromItsVelocity() {
    // dW = 2·3 = 6 and db = 3. v = 0.5·4 + 6 = 8, w = 10 − 0.25·8; vb = 0.5·(−2) + 3 = 2.
    Trace trace =
        Trace.of(
            frozen(
                new Optimizer.Momentum(0.25, 0.5),
                new Optimizer.Momentum(1, 0.5).state(memory(4, -2)),
                OptionalInt.of(7)));
    assertHolds(trace, "layer1/dW", "[[6]]");
    assertHolds(trace, "layer1/wNext", "[[8]]");
    assertHolds(trace, "layer1/bNext", "[[0.5]]");
  }

  @Test
  void aFrozenAdamStepGoesOnFromItsMoments() {
    // Before the second step m = 1 and v = 4; the gradient is 6:
    // m = 0.9·1 + 0.1·6 = 1.5, v = 0.999·4 + 0.001·36 = 4.032,
    // m̂ = 1.5 / (1 − 0.81), v̂ = 4.032 / (1 − 0.998001).
    Trace trace =
        Trace.of(
            frozen(
                new Optimizer.Adam(0.25),
                new Optimizer.Adam(1).state(memory(1, 0), memory(4, 0)),
                OptionalInt.of(1)));
    double mHat = 1.5 / 0.19;
    double vHat = 4.032 / 0.001999;
    assertThat(matrix(trace, "layer1/wNext").get(0, 0))
        .isCloseTo(10 - 0.25 * mHat / (Math.sqrt(vHat) + 1e-8), within(1e-13));
    // Of b nothing is remembered; the gradient is 3: m̂ = 0.3/0.19, v̂ = 0.009/0.001999.
    assertThat(matrix(trace, "layer1/bNext").get(0, 0))
        .isCloseTo(1 - 0.25 * (0.3 / 0.19) / (Math.sqrt(0.009 / 0.001999) + 1e-8), within(1e-13));
  }

  @Test
  void theFirstAdamStepIsTheRateInTheGradientsDirection() {
    Trace trace = Trace.of(frozen(new Optimizer.Adam(0.25), null, OptionalInt.of(0)));
    assertThat(matrix(trace, "layer1/wNext").get(0, 0)).isCloseTo(9.75, within(1e-8));
    assertThat(matrix(trace, "layer1/bNext").get(0, 0)).isCloseTo(0.75, within(1e-8));
  }

  @Test
  void aPlanThatIsNotFrozenLeavesTheWalkItsPlainStep() {
    Trace trace = Trace.of(frozen(new Optimizer.Momentum(0.25, 0.5), null, OptionalInt.empty()));
    // 10 − 0.5·6, with the lesson's own rate
    assertHolds(trace, "layer1/wNext", "[[7]]");
  }

  @Test
  void afterAsManyStepsAsADocumentCanSayAdamCorrectsNothing() {
    Trace trace =
        Trace.of(
            frozen(
                new Optimizer.Adam(0.25),
                new Optimizer.Adam(1).state(memory(1, 0), memory(4, 0)),
                OptionalInt.of(Integer.MAX_VALUE)));
    // m = 0.9·1 + 0.1·6 = 1.5 and v = 0.999·4 + 0.001·36 = 4.032, as they are.
    assertThat(matrix(trace, "layer1/wNext").get(0, 0))
        .isCloseTo(10 - 0.25 * 1.5 / (Math.sqrt(4.032) + 1e-8), within(1e-13));
  }

  /** x = 2, w = 10, b = 1, dL/dA = 3. */
  private static Lesson frozen(
      Optimizer optimizer, @Nullable OptimizerState state, OptionalInt step) {
    return new Lesson(
        "",
        Convention.XW,
        Matrix.row(2),
        List.of(
            new Layer(Matrix.row(10), Matrix.row(1), Elementwise.IDENTITY, Frozen.NOTHING, state)),
        new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(3)), Reduction.SUM),
        0.5,
        new TrainingPlan(optimizer, 1, 1, false, OptionalLong.empty(), Optional.empty(), step),
        List.of(),
        List.of());
  }

  private static OptimizerState.Memory memory(double w, double b) {
    return new OptimizerState.Memory(Matrix.row(w), Matrix.row(b));
  }

  // ---- reading a trace -------------------------------------------------------------------------

  private static Matrix matrix(Trace trace, String name) {
    return trace.matrix(Place.parse(name).operand());
  }

  private static void assertHolds(Trace trace, String name, String numbers) {
    // Adding 0 turns −0 into 0, which is the same number.
    Matrix matrix = matrix(trace, name);
    assertThat(Matrix.numbers(matrix.shape(), (i, j) -> matrix.get(i, j) + 0.0))
        .as(name)
        .hasToString(numbers);
  }

  private static void assertClose(Matrix matrix, double[][] numbers, double tolerance) {
    assertThat(matrix.shape()).isEqualTo(Matrix.of(numbers).shape());
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        assertThat(matrix.get(i, j))
            .as("(%d, %d)", i, j)
            .isCloseTo(numbers[i][j], within(tolerance));
      }
    }
  }
}
