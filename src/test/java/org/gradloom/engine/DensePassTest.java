package org.gradloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.gradloom.RandomLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DensePassTest {
  /** The rows of a batch and of a last, smaller one. */
  private static final int[] ROWS = {32, 18};

  private static final Layer ONE_UNIT =
      new Layer(Matrix.of(new double[][] {{3}, {4}}), Matrix.row(5), Elementwise.RELU);

  @Test
  void oneUnitByHand() {
    DensePass pass = new DensePass(ONE_UNIT);
    double[] x = {1, 2, -1, -2};
    double[] a = new double[2];
    pass.forward(2, x, a);
    // 1·3 + 2·4 + 5 = 16, and −3 − 8 + 5 = −6 is shut.
    assertThat(a).containsExactly(16, 0);

    double[] blame = {2, 7};
    double[] dW = new double[2];
    double[] dB = new double[1];
    double[] dX = new double[4];
    pass.backward(2, x, a, blame, dW, dB, dX);
    assertThat(blame).containsExactly(2, 0);
    assertThat(dW).containsExactly(2, 4);
    assertThat(dB).containsExactly(2);
    assertThat(dX).containsExactly(6, 8, 0, 0);
  }

  @Test
  void goesBackwardThroughTheArraysItIsGiven() {
    DensePass pass = new DensePass(ONE_UNIT);
    pass.forward(1, new double[] {-1, -2}, new double[1]);
    double[] dW = new double[2];
    pass.backward(
        1,
        new double[] {1, 2},
        new double[] {16},
        new double[] {3},
        dW,
        new double[1],
        new double[2]);
    assertThat(dW).containsExactly(3, 6);
  }

  static List<Named<Function<Layer, DensePass>>> ways() {
    return List.of(
        Named.of("the fast products", DensePass::new), Named.of("EJML's", DensePass::onEjml));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void itIsWhatATraceSaysOfTheFirstLayer(Function<Layer, DensePass> way) {
    for (Lesson lesson : RandomLessons.any(40, 11)) {
      List<Layer> layers =
          lesson.layers().stream().map(layer -> layer.withMask(/* other= */ null)).toList();
      Loss loss = lesson.loss().with(L2.NONE).with(L1.NONE);
      assertIsWhatATraceSays(way, lesson.with(lesson.x(), layers, loss));
    }
  }

  /** Up to 40 rows, inputs and units, where the fast products go other ways than for a few. */
  @ParameterizedTest
  @MethodSource("ways")
  void itIsWhatATraceSaysOfLargerLayers(Function<Layer, DensePass> way) {
    Random random = new Random(23);
    for (Elementwise activation : Elementwise.values()) {
      for (boolean biased : new boolean[] {false, true}) {
        int rows = 1 + random.nextInt(40);
        int inputs = 1 + random.nextInt(40);
        int units = 1 + random.nextInt(40);
        Matrix b = biased ? gaussian(random, 1, units) : null;
        Lesson lesson =
            new Lesson(
                rows + "×" + inputs + "×" + units,
                gaussian(random, rows, inputs),
                List.of(new Layer(gaussian(random, inputs, units), b, activation)),
                new Loss(
                    LossKind.GIVEN,
                    new Target.Upstream(gaussian(random, rows, units)),
                    Reduction.SUM),
                0.1);
        assertIsWhatATraceSays(way, lesson);
      }
    }
  }

  private static Matrix gaussian(Random random, int rows, int columns) {
    return Matrix.numbers(new Shape(rows, columns), (i, j) -> random.nextGaussian());
  }

  private static void assertIsWhatATraceSays(Function<Layer, DensePass> way, Lesson lesson) {
    Trace trace = Trace.of(lesson);
    Layer layer = lesson.layers().getFirst();
    int rows = lesson.samples();
    DensePass pass = way.apply(layer);
    double[] x = lesson.x().toArray();
    double[] a = new double[rows * layer.units()];
    pass.forward(rows, x, a);
    assertHolds(trace, MatrixSymbol.A, a);

    double[] blame = trace.matrix(new Operand(0, MatrixSymbol.DA)).toArray();
    double[] dW = new double[layer.inputs() * layer.units()];
    double[] dB = new double[layer.units()];
    double[] dX = new double[x.length];
    pass.backward(rows, x, a, blame, dW, dB, dX);
    assertHolds(trace, MatrixSymbol.DZ, blame);
    assertHolds(trace, MatrixSymbol.DW, dW);
    if (layer.hasBias()) {
      assertHolds(trace, MatrixSymbol.DB, dB);
    } else {
      assertThat(dB).containsOnly(0);
    }
    assertHolds(trace, MatrixSymbol.DX, dX);
  }

  @Test
  void theFastProductsAllocateNothing() {
    Random random = new Random(4);
    Layer layer =
        new Layer(gaussian(random, 30, 20), gaussian(random, 1, 20), Elementwise.LEAKY_RELU);
    DensePass pass = new DensePass(layer);
    double[] x = gaussian(random, 32, 30).toArray();
    double[] a = new double[32 * 20];
    double[] blame = gaussian(random, 32, 20).toArray();
    double[] dW = new double[30 * 20];
    double[] dB = new double[20];
    double[] dX = new double[x.length];
    Allocation.assertNone(() -> {
      for (int rows : ROWS) {
        pass.forward(rows, x, a);
        pass.backward(rows, x, a, blame, dW, dB, dX);
      }
    });
  }

  private static void assertHolds(Trace trace, MatrixSymbol symbol, double[] found) {
    double[] right = trace.matrix(new Operand(0, symbol)).toArray();
    assertThat(found).containsExactly(right, within(1e-12 * (1 + largest(right))));
  }

  private static double largest(double[] numbers) {
    double largest = 0;
    for (double number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    return largest;
  }

  @Test
  void rowByRowIsTheWholeBatch() {
    Random random = new Random(1);
    Layer layer =
        new Layer(
            Matrix.numbers(new Shape(3, 2), (i, j) -> random.nextGaussian()),
            Matrix.row(1, -1),
            Elementwise.TANH);
    DensePass pass = new DensePass(layer);
    double[] x = random.doubles(12, -1, 1).toArray();
    double[] whole = new double[8];
    pass.forward(4, x, whole);
    for (int i = 0; i < 4; i++) {
      double[] one = new double[2];
      pass.forward(1, Arrays.copyOfRange(x, 3 * i, 3 * i + 3), one);
      assertThat(one[0]).isCloseTo(whole[2 * i], within(1e-15));
      assertThat(one[1]).isCloseTo(whole[2 * i + 1], within(1e-15));
    }
  }

  @Test
  void anArrayThatIsTooShortIsRefused() {
    DensePass pass = new DensePass(ONE_UNIT);
    assertThatThrownBy(() -> pass.forward(2, new double[3], new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 numbers are too few for 2×2");
  }
}
