package org.gradloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.gradloom.RandomLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L2;
import org.junit.jupiter.api.Test;

class DensePassTest {
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

  @Test
  void itIsWhatATraceSaysOfTheFirstLayer() {
    for (Lesson lesson : RandomLessons.any(40, 11)) {
      Trace trace = Trace.of(lesson.withLoss(lesson.loss().with(L2.NONE)));
      Layer layer = lesson.layers().getFirst();
      int rows = lesson.samples();
      DensePass pass = new DensePass(layer);
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
