package org.gradloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.gradloom.text.Message;
import org.junit.jupiter.api.Test;

/** What a loss comes to, and where it comes to nothing that can be said. */
class LossesTest {
  private static Target targets(double[]... rows) {
    return new Target.Targets(Matrix.of(rows));
  }

  @Test
  void aPenaltyIsAddedForTheWeightsOfAllLayersAndNotForBiases() {
    List<Layer> layers =
        List.of(
            new Layer(
                Matrix.of(new double[][] {{1, 2}, {3, -1}}),
                Matrix.row(50, 60),
                Elementwise.IDENTITY),
            new Layer(Matrix.of(new double[][] {{2}, {-1}}), null, Elementwise.IDENTITY));
    Loss plain = new Loss(LossKind.SQUARED_ERROR, targets(new double[] {0, 1}), Reduction.SUM);
    Loss squares = plain.with(new L2(0.5, true, false));
    Loss sizes = plain.with(new L1(0.25));
    // ½·(1² + (3 − 1)²), ½·0.5·(1 + 4 + 9 + 1 + 4 + 1), and 0.25·(1 + 2 + 3 + 1 + 2 + 1)
    assertThat(Losses.total(plain, Matrix.row(1, 3), layers)).isEqualTo(2.5);
    assertThat(Losses.total(squares, Matrix.row(1, 3), layers)).isEqualTo(7.5);
    assertThat(Losses.total(sizes, Matrix.row(1, 3), layers)).isEqualTo(5);
    assertThat(Losses.penalty(squares.with(new L1(0.25)), 1, layers)).isEqualTo(7.5);
  }

  @Test
  void aProbabilityOfNothingForWhatDidHappenIsNamed() {
    Loss loss =
        new Loss(
            LossKind.CROSS_ENTROPY,
            targets(new double[] {1, 0}, new double[] {0, 1}, new double[] {1, 0}),
            Reduction.SUM);
    Matrix a = Matrix.of(new double[][] {{1, 0}, {1, 0}, {0, 1}});
    assertThat(Losses.impossible(loss, a, IntStream.of(0))).isEmpty();
    assertThat(Losses.impossible(loss, a, IntStream.range(0, 3)))
        .contains(Message.of("lesson.impossible", 2, 2, "0", "1"));
    assertThat(Losses.impossible(loss, a, IntStream.of(2, 1)))
        .contains(Message.of("lesson.impossible", 3, 1, "0", "1"));
  }

  /** e⁻¹⁰⁰⁰ is no number above 0. */
  @Test
  void aWalkNamesTheOutputThatUnderflowed() {
    Lesson lesson =
        new Lesson(
            "",
            Matrix.row(1000),
            List.of(new Layer(Matrix.row(1, 0), null, Rowwise.SOFTMAX)),
            new Loss(LossKind.CROSS_ENTROPY, targets(new double[] {0, 1}), Reduction.SUM),
            0.1);
    assertThat(Trace.of(lesson).impossible())
        .contains(Message.of("lesson.impossible", 1, 2, "0", "1"));
  }
}
