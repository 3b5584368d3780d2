package org.gradloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.gradloom.RandomLessons;
import org.gradloom.blas.Blas;
import org.gradloom.blas.MachineBlas;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.lesson.WeightInit;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Dropout;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Remembered;
import org.gradloom.rule.Rowwise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MlpTest {
  /** One sample x = 2, w = 3, no bias, target 5: a = 6, L = ½, dL/dw = 2. */
  private static final Examples ONE =
      Examples.of(
          Matrix.row(2),
          new Loss(LossKind.SQUARED_ERROR, new Target.Targets(Matrix.row(5)), Reduction.SUM));

  private static final int[] FIRST = {0};

  private static Mlp one(Optimizer optimizer) {
    return new Mlp(
        List.of(new Layer(Matrix.row(3), null, Elementwise.IDENTITY)),
        rule(LossKind.SQUARED_ERROR, Reduction.SUM),
        optimizer,
        0,
        1);
  }

  /** A loss of which the rule alone matters. */
  private static Loss rule(LossKind kind, Reduction reduction) {
    return new Loss(
        kind,
        kind == LossKind.SOFTMAX_CROSS_ENTROPY
            ? new Target.Labels(List.of(0))
            : new Target.Targets(Matrix.row(0)),
        reduction);
  }

  private static double weight(Mlp mlp) {
    return mlp.layers().getFirst().w().get(0, 0);
  }

  @Test
  void aStepAnswersTheLossBeforeIt() {
    Mlp mlp = one(new Optimizer.Sgd(0.25));
    assertThat(mlp.step(ONE, FIRST, 0, 1)).isEqualTo(0.5);
    assertThat(weight(mlp)).isEqualTo(2.5);
    assertThat(mlp.step(ONE, FIRST, 0, 1)).isZero();
    assertThat(mlp.steps()).isEqualTo(2);
    assertThat(mlp.layers().getFirst().state()).isNull();
  }

  @Test
  void momentumKeepsItsVelocity() {
    Mlp mlp = one(new Optimizer.Momentum(0.25, 0.5));
    assertThat(mlp.layers().getFirst().state()).isNull();
    mlp.step(ONE, FIRST, 0, 1);
    assertThat(mlp.layers().getFirst().state())
        .isEqualTo(
            new Optimizer.Momentum(1, 0.5).state(new OptimizerState.Memory(Matrix.row(2), null)));
    // The gradient is 0 now; half of the velocity 2 goes on.
    mlp.step(ONE, FIRST, 0, 1);
    assertThat(weight(mlp)).isEqualTo(2.25);
  }

  @Test
  void adamsFirstStepIsTheLearningRate() {
    Mlp mlp = one(new Optimizer.Adam(0.25));
    mlp.step(ONE, FIRST, 0, 1);
    assertThat(weight(mlp)).isCloseTo(2.75, within(1e-8));
  }

  @Test
  void theMeanDividesByTheRowsOfTheMiniBatch() {
    Examples two =
        Examples.of(
            Matrix.of(new double[][] {{2}, {2}}),
            new Loss(
                LossKind.SQUARED_ERROR,
                new Target.Targets(Matrix.of(new double[][] {{5}, {5}})),
                Reduction.MEAN));
    Mlp mlp =
        new Mlp(
            List.of(new Layer(Matrix.row(3), null, Elementwise.IDENTITY)),
            rule(LossKind.SQUARED_ERROR, Reduction.MEAN),
            new Optimizer.Sgd(0.25),
            0,
            2);
    assertThat(mlp.step(two, new int[] {1, 0}, 0, 2)).isEqualTo(0.5);
    assertThat(weight(mlp)).isEqualTo(2.5);
    assertThat(mlp.step(two, new int[] {1, 0}, 1, 1)).isZero();
  }

  @Test
  void parametersMayBeSetBetweenSteps() {
    Mlp mlp =
        new Mlp(
            List.of(new Layer(Matrix.row(9), Matrix.row(9), Elementwise.IDENTITY)),
            rule(LossKind.SQUARED_ERROR, Reduction.SUM),
            new Optimizer.Sgd(0.25),
            0,
            1);
    mlp.setWeight(0, 0, 0, 3);
    mlp.setBias(0, 0, 0);
    mlp.step(ONE, FIRST, 0, 1);
    assertThat(mlp.layers())
        .containsExactly(new Layer(Matrix.row(2.5), Matrix.row(-0.25), Elementwise.IDENTITY));
    assertThatThrownBy(() -> one(new Optimizer.Sgd(1)).setBias(0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Layer 1 has no bias");
  }

  // ---- beside the trace
  // ---------------------------------------------------------------------------

  static List<Lesson> lessons() {
    return RandomLessons.awayFromKinks(64, 5).stream()
        .filter(lesson -> lesson.loss().kind().isLearnt())
        .map(Lesson::withoutMasks)
        .toList();
  }

  /** Adam divides by as little as 1e-8, and with it the rounding of a gradient near 0. */
  static List<Optimizer> optimizers() {
    return List.of(
        new Optimizer.Sgd(0.1), new Optimizer.Momentum(0.1, 0.9), new Optimizer.Adam(1e-5));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aParametersStepIsTheOneOfUpdates(Optimizer optimizer) {
    Random random = new Random(2);
    Shape shape = new Shape(7, 9);
    Matrix w = gaussian(random, shape);
    Matrix first = gaussian(random, shape);
    Matrix second = Matrix.numbers(shape, (i, j) -> random.nextDouble());
    Remembered remembered = new Remembered(first, second);
    Parameter parameter = new Parameter(w, optimizer, remembered);
    Matrix gradient = gaussian(random, shape);
    parameter.gradient().setTo(Buffers.of(gradient));
    long step = 4;
    double[] corrections =
        IntStream.range(0, optimizer.remembers().size())
            .mapToDouble(k -> optimizer.correction(k, step))
            .toArray();
    assertThat(parameter.propose(optimizer, step, corrections)).isTrue();
    assertThat(Buffers.toMatrix(parameter.value())).isEqualTo(w);
    parameter.accept();
    assertClose(
        Buffers.toMatrix(parameter.value()),
        Matrix.numbers(
            shape,
            (i, j) ->
                optimizer.next(
                    w.get(i, j), remembered.direction(optimizer, i, j, step, gradient.get(i, j)))));
  }

  private static Matrix gaussian(Random random, Shape shape) {
    return Matrix.numbers(shape, (i, j) -> random.nextGaussian());
  }

  /** Two steps, so that the second one reads what the first remembered. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void aStepIsTheFrozenLessonsUpdate(Optimizer optimizer) {
    for (Lesson lesson : lessons()) {
      Mlp mlp = mlp(lesson, lesson.layers(), optimizer);
      Examples examples = Examples.of(lesson.x(), lesson.loss());
      int[] order = IntStream.range(0, lesson.samples()).toArray();
      for (int step = 0; step < 2; step++) {
        Trace trace = Trace.of(frozen(lesson, mlp, optimizer, step));
        double loss = mlp.step(examples, order, 0, order.length);
        assertThat(loss).isCloseTo(trace.loss(), within(1e-12 * (1 + trace.loss())));
        for (int l = 0; l < lesson.layers().size(); l++) {
          Layer layer = mlp.layers().get(l);
          assertClose(layer.w(), trace.matrix(new Operand(l, MatrixSymbol.W_NEXT)));
          Matrix b = layer.b();
          if (b != null) {
            assertClose(b, trace.matrix(new Operand(l, MatrixSymbol.B_NEXT)));
          }
        }
      }
    }
  }

  /** Two steps under dropout are those of the lessons that hold the masks they draw. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void aStepUnderDropoutIsTheUpdateUnderItsMask(Optimizer optimizer) {
    Dropout dropout = new Dropout(0.25, 9);
    for (Lesson lesson : lessons()) {
      int rows = lesson.samples();
      Mlp mlp =
          new Mlp(lesson.layers(), lesson.loss(), optimizer, dropout, 0, rows, Optional.empty());
      Examples examples = Examples.of(lesson.x(), lesson.loss());
      int[] order = IntStream.range(0, rows).toArray();
      for (int step = 0; step < 2; step++) {
        Lesson plain = frozen(lesson, mlp, optimizer, step);
        Trace trace = Trace.of(masked(plain, dropout, step));
        double loss = mlp.step(examples, order, 0, rows);
        assertThat(loss).isCloseTo(trace.loss(), within(1e-12 * (1 + trace.loss())));
        for (int l = 0; l < lesson.layers().size(); l++) {
          assertClose(mlp.layers().get(l).w(), trace.matrix(new Operand(l, MatrixSymbol.W_NEXT)));
        }
      }
      Lesson reached = frozen(lesson, mlp, optimizer, 2);
      assertClose(
          mlp.outputs(examples),
          Trace.of(reached).matrix(new Operand(lesson.lastLayer(), MatrixSymbol.A)));
    }
  }

  private static Lesson masked(Lesson lesson, Dropout dropout, int step) {
    Lesson masked = lesson;
    for (int l = 0; l < lesson.lastLayer(); l++) {
      double[] mask = new double[lesson.samples() * lesson.layers().get(l).units()];
      dropout.draw(step, l, mask, mask.length);
      Shape shape = new Shape(lesson.samples(), lesson.layers().get(l).units());
      masked = masked.withLayer(l, masked.layers().get(l).withMask(Matrix.of(shape, mask)));
    }
    return masked;
  }

  private static Mlp mlp(Lesson lesson, List<Layer> layers, Optimizer optimizer) {
    return new Mlp(layers, lesson.loss(), optimizer, 0, lesson.samples());
  }

  private static Lesson frozen(Lesson lesson, Mlp mlp, Optimizer optimizer, int step) {
    TrainingPlan plan =
        new TrainingPlan(
            optimizer,
            lesson.samples(),
            1,
            false,
            OptionalLong.empty(),
            Optional.empty(),
            OptionalInt.of(step));
    return new Lesson(
        "",
        Convention.XW,
        lesson.x(),
        mlp.layers(),
        lesson.loss(),
        0.1,
        plan,
        List.of(),
        List.of());
  }

  private static void assertClose(Matrix found, Matrix right) {
    assertThat(found.shape()).isEqualTo(right.shape());
    for (int i = 0; i < right.rows(); i++) {
      for (int j = 0; j < right.columns(); j++) {
        double expected = right.get(i, j);
        assertThat(found.get(i, j))
            .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aNetworkPutBackFromItsLayersGoesOnBitForBit(Optimizer optimizer) {
    Lesson lesson = lessons().get(20);
    Examples examples = Examples.of(lesson.x(), lesson.loss());
    int[] order = IntStream.range(0, lesson.samples()).toArray();
    Mlp whole = mlp(lesson, lesson.layers(), optimizer);
    whole.step(examples, order, 0, order.length);
    Mlp half = new Mlp(whole.layers(), lesson.loss(), optimizer, whole.steps(), order.length);
    assertThat(half.step(examples, order, 0, order.length))
        .isEqualTo(whole.step(examples, order, 0, order.length));
    assertThat(half.layers()).isEqualTo(whole.layers());
  }

  @Test
  void predictionIsTheForwardPass() {
    for (Lesson lesson : lessons()) {
      Trace trace = Trace.of(lesson);
      List<Matrix> activations = Prediction.activations(lesson.layers(), lesson.x());
      for (int l = 0; l < activations.size(); l++) {
        assertClose(activations.get(l), trace.matrix(new Operand(l, MatrixSymbol.A)));
      }
    }
  }

  @Test
  void activationsInBulkAreThoseOfSingleEntries() {
    double[] z = {-1000, -30, -2, -1e-3, -1e-12, 0, 1e-12, 1e-3, 0.5, 2, 30, 1000, Double.NaN};
    for (Elementwise activation : Elementwise.values()) {
      double[] a = z.clone();
      activation.apply(a, a.length);
      double[] slopes = new double[z.length];
      Arrays.fill(slopes, 1);
      activation.multiplyBySlope(z, a, slopes, slopes.length);
      for (int i = 0; i < z.length - 1; i++) {
        assertThat(a[i]).isCloseTo(activation.value(z[i]), within(1e-15));
        assertThat(slopes[i]).isCloseTo(activation.slope(z[i]), within(1e-14));
      }
      assertThat(a[z.length - 1]).as("of no number by %s", activation).isNaN();
    }
  }

  // ---- numbers that grow beyond bounds
  // ------------------------------------------------------------

  @Test
  void logitsOfAThousandStayFinite() {
    for (Loss loss :
        List.of(
            new Loss(LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(1)), Reduction.SUM),
            new Loss(
                LossKind.SIGMOID_CROSS_ENTROPY,
                new Target.Targets(Matrix.row(1, 1)),
                Reduction.SUM))) {
      Mlp mlp =
          new Mlp(
              List.of(new Layer(Matrix.row(1000, -1000), null, Elementwise.IDENTITY)),
              loss,
              new Optimizer.Sgd(1),
              0,
              1);
      double expected = loss.kind() == LossKind.SOFTMAX_CROSS_ENTROPY ? 2000 : 1000;
      assertThat(mlp.step(Examples.of(Matrix.row(1), loss), FIRST, 0, 1)).isEqualTo(expected);
      assertThat(mlp.layers().getFirst().w().isFinite()).isTrue();
    }
  }

  @Test
  void aStepWithoutAFiniteLossIsNotTaken() {
    Mlp mlp = one(new Optimizer.Sgd(1e200));
    mlp.step(ONE, FIRST, 0, 1);
    List<Layer> before = mlp.layers();
    assertThat(before.getFirst().w().get(0, 0)).isEqualTo(-2e200);
    assertThat(mlp.step(ONE, FIRST, 0, 1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(mlp.layers()).isEqualTo(before);
    assertThat(mlp.steps()).isEqualTo(1);
  }

  @Test
  void aStepThatWouldStoreWhatIsNotFiniteIsNotTaken() {
    // The loss, half the square of 1e154, is finite, and 2e154 times the rate is not.
    Mlp sgd = one(new Optimizer.Sgd(1e200));
    sgd.setWeight(0, 0, 0, 5e153);
    assertThat(sgd.step(ONE, FIRST, 0, 1)).isNaN();
    assertThat(weight(sgd)).isEqualTo(5e153);
    // Here the gradient 2e156 is finite, and its square is not.
    Loss zero = new Loss(LossKind.SQUARED_ERROR, new Target.Targets(Matrix.row(0)), Reduction.SUM);
    Mlp adam = one(new Optimizer.Adam(1));
    adam.setWeight(0, 0, 0, 5e151);
    assertThat(adam.step(Examples.of(Matrix.row(200), zero), FIRST, 0, 1)).isNaN();
    assertThat(adam.layers().getFirst())
        .isEqualTo(new Layer(Matrix.row(5e151), null, Elementwise.IDENTITY));
  }

  @Test
  void reluDoesNotHideWhatIsNoNumber() {
    Mlp mlp =
        new Mlp(
            List.of(
                new Layer(Matrix.of(new double[][] {{1e200}, {-1e200}}), null, Elementwise.RELU)),
            rule(LossKind.SQUARED_ERROR, Reduction.SUM),
            new Optimizer.Sgd(1),
            0,
            1);
    Examples huge =
        Examples.of(
            Matrix.row(1e200, 1e200),
            new Loss(LossKind.SQUARED_ERROR, new Target.Targets(Matrix.row(0)), Reduction.SUM));
    assertThat(mlp.step(huge, FIRST, 0, 1)).isNotFinite();
  }

  // ---- what is refused
  // ----------------------------------------------------------------------------

  @Test
  void whatDoesNotFitIsRefused() {
    Mlp mlp = one(new Optimizer.Sgd(1));
    Loss twoOutputs =
        new Loss(LossKind.SQUARED_ERROR, new Target.Targets(Matrix.row(1, 2)), Reduction.SUM);
    Loss otherLoss =
        new Loss(LossKind.SIGMOID_CROSS_ENTROPY, new Target.Targets(Matrix.row(1)), Reduction.SUM);
    for (Examples strange :
        List.of(
            Examples.of(
                Matrix.row(1, 2),
                new Loss(LossKind.SQUARED_ERROR, new Target.Targets(Matrix.row(1)), Reduction.SUM)),
            Examples.of(Matrix.row(1), twoOutputs),
            Examples.of(Matrix.row(1), otherLoss))) {
      assertThatThrownBy(() -> mlp.step(strange, FIRST, 0, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() ->
            Examples.of(
                Matrix.row(1),
                new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            Examples.of(
                Matrix.row(1),
                new Loss(
                    LossKind.SOFTMAX_CROSS_ENTROPY,
                    new Target.Labels(List.of(0, 1)),
                    Reduction.SUM)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 answers for 1 rows");
  }

  @Test
  void predictionHasTheOutputsOfEveryLayer() {
    List<Layer> layers =
        List.of(
            new Layer(Matrix.row(2, -2), Matrix.row(1, 1), Elementwise.RELU),
            new Layer(Matrix.of(new double[][] {{3}, {4}}), null, Elementwise.IDENTITY));
    // 5·2 + 1 = 11 and −5·2 + 1 = −9, which is shut
    assertThat(Prediction.activations(layers, Matrix.row(5)))
        .containsExactly(Matrix.row(11, 0), Matrix.row(33));
  }

  @Test
  void aNetworkHasAnOutputForEveryClass() {
    Mlp twoClasses =
        new Mlp(
            List.of(new Layer(Matrix.row(0, 0), null, Elementwise.IDENTITY)),
            rule(LossKind.SOFTMAX_CROSS_ENTROPY, Reduction.SUM),
            new Optimizer.Sgd(1),
            0,
            1);
    // Both logits are 0, so that each class has the probability ½.
    assertThat(twoClasses.step(ofClass(1), FIRST, 0, 1)).isEqualTo(Math.log(2));
    assertThatThrownBy(() -> twoClasses.step(ofClass(2), FIRST, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ofClass(-1)).hasMessage("No class -1");
    assertThat(ofClass(1).size()).isEqualTo(1);
    assertThat(ofClass(1).features()).isEqualTo(1);
  }

  private static Examples ofClass(int label) {
    return Examples.of(
        Matrix.row(1),
        new Loss(LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(label)), Reduction.SUM));
  }

  // ---- the yardstick
  // -------------------------------------------------------------------------------

  @Test
  void theYardstickOfTheBenchmarkTakesTheSameSteps() {
    Random random = new Random(4);
    Matrix x = gaussian(random, new Shape(20, 3));
    int[] labels = random.ints(20, 0, 2).toArray();
    List<Layer> layers =
        WeightInit.GLOROT.layers(List.of(3, 5, 2), Elementwise.TANH, Elementwise.IDENTITY, true, 1);
    Loss loss =
        new Loss(
            LossKind.SOFTMAX_CROSS_ENTROPY,
            new Target.Labels(Arrays.stream(labels).boxed().toList()),
            Reduction.MEAN);
    Mlp mlp = new Mlp(layers, loss, new Optimizer.Sgd(0.5), 0, 10);
    PlainStep plain = new PlainStep(layers, 0.5, x.toArray(), labels, 10);
    int[] order = IntStream.range(0, 20).toArray();
    for (int step = 0; step < 10; step++) {
      assertThat(plain.step(order, step % 2 * 10))
          .isCloseTo(mlp.step(Examples.of(x, loss), order, step % 2 * 10, 10), within(1e-12));
    }
    assertClose(Buffers.toMatrix(plain.w(0)), mlp.layers().getFirst().w());
  }

  // ---- memory and repetition
  // ----------------------------------------------------------------------

  /** 50 rows of 20 features in 10 classes. */
  private static Matrix features() {
    Random random = new Random(3);
    return Matrix.numbers(new Shape(50, 20), (i, j) -> random.nextGaussian());
  }

  private static Examples classes() {
    Random random = new Random(4);
    return Examples.of(
        features(),
        new Loss(
            LossKind.SOFTMAX_CROSS_ENTROPY,
            new Target.Labels(random.ints(50, 0, 10).boxed().toList()),
            Reduction.MEAN));
  }

  private static Mlp classifier(Optimizer optimizer) {
    return new Mlp(
        WeightInit.GLOROT.layers(
            List.of(20, 40, 10), Elementwise.TANH, Elementwise.IDENTITY, true, 7),
        rule(LossKind.SOFTMAX_CROSS_ENTROPY, Reduction.MEAN),
        optimizer,
        0,
        32);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aStepAllocatesNothing(Optimizer optimizer) {
    assertAllocatesNothing(classifier(optimizer), classes());
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void norDoesOneWithGeluSoftmaxPenaltiesDropoutAndAFrozenLayer(Optimizer optimizer) {
    Random random = new Random(3);
    Loss loss =
        new Loss(
            LossKind.CROSS_ENTROPY,
            new Target.Targets(RandomLessons.distributions(random, new Shape(50, 10))),
            Reduction.MEAN_ALL,
            new L2(0.01, true, true),
            new L1(0.001));
    List<Layer> layers =
        new ArrayList<>(
            WeightInit.GLOROT.layers(
                List.of(20, 40, 10), Elementwise.GELU, Rowwise.SOFTMAX, true, 7));
    layers.set(0, layers.getFirst().with(new Frozen(true, false)));
    Dropout dropout = new Dropout(0.5, 1);
    Mlp mlp = new Mlp(layers, loss, optimizer, dropout, 0, 32, Optional.empty());
    assertAllocatesNothing(
        mlp, Examples.of(Matrix.numbers(new Shape(50, 20), (i, j) -> random.nextGaussian()), loss));
    assertThat(mlp.layers().getFirst().w()).isEqualTo(layers.getFirst().w());
    assertThat(mlp.layers().getFirst().b()).isNotEqualTo(layers.getFirst().b());
  }

  /** The classifier again, on this machine's BLAS where it has one. */
  private static Mlp onBlas(Optimizer optimizer) {
    Optional<Blas> blas = MachineBlas.ofSystem().blas();
    assumeTrue(blas.isPresent(), "No BLAS here");
    return new Mlp(
        WeightInit.GLOROT.layers(
            List.of(20, 40, 10), Elementwise.TANH, Elementwise.IDENTITY, true, 7),
        rule(LossKind.SOFTMAX_CROSS_ENTROPY, Reduction.MEAN),
        optimizer,
        Dropout.NONE,
        0,
        32,
        blas);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aStepOnTheMachinesBlasAllocatesNothingEither(Optimizer optimizer) {
    assertAllocatesNothing(onBlas(optimizer), classes());
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aStepOnTheMachinesBlasIsOursWithinRounding(Optimizer optimizer) {
    Mlp ours = classifier(optimizer);
    Mlp theirs = onBlas(optimizer);
    int[] order = IntStream.range(0, 50).toArray();
    for (int step = 0; step < 20; step++) {
      int from = step % 2 == 0 ? 0 : 32;
      int count = step % 2 == 0 ? 32 : 18;
      assertThat(theirs.step(classes(), order, from, count))
          .isCloseTo(ours.step(classes(), order, from, count), within(1e-9));
      for (int l = 0; l < 2; l++) {
        Matrix right = ours.layers().get(l).w();
        Matrix w = theirs.layers().get(l).w();
        assertThat(w.toArray()).containsExactly(right.toArray(), within(1e-9));
      }
    }
  }

  private static void assertAllocatesNothing(Mlp mlp, Examples examples) {
    int[] order = IntStream.range(0, 50).toArray();
    Allocation.assertNone(() -> {
      mlp.step(examples, order, 0, 32);
      mlp.step(examples, order, 32, 18);
    });
  }

  @Test
  void itsAnswersToAllRowsAreThoseOfItsLayersAndLeaveTheRunAsItIs() {
    Examples examples = classes();
    int[] order = IntStream.range(0, 50).toArray();
    Mlp asked = classifier(new Optimizer.Adam(0.1));
    Mlp alone = classifier(new Optimizer.Adam(0.1));
    for (int step = 0; step < 10; step++) {
      Matrix right = Prediction.activations(asked.layers(), features()).getLast();
      assertThat(asked.outputs(examples).toArray()).containsExactly(right.toArray(), within(1e-12));
      asked.step(examples, order, 0, 50);
      alone.step(examples, order, 0, 50);
    }
    assertThat(asked.layers()).isEqualTo(alone.layers());
  }

  @Test
  void aLargerBatchMakesItsOwnRoom() {
    Examples examples = classes();
    int[] order = IntStream.range(0, 50).toArray();
    Mlp small = classifier(new Optimizer.Sgd(0.1));
    assertThat(small.step(examples, order, 0, 50)).isBetween(2.0, 4.0);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void theSameStartIsTheSameRunBitForBit(Optimizer optimizer) {
    List<List<Layer>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      Mlp mlp = classifier(optimizer);
      for (int step = 0; step < 40; step++) {
        mlp.step(classes(), IntStream.range(0, 50).toArray(), step % 2 * 25, 25);
      }
      runs.add(mlp.layers());
    }
    assertThat(runs.getFirst()).isEqualTo(runs.getLast());
  }
}
