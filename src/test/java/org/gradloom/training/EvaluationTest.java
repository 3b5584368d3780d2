package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.junit.jupiter.api.Test;

/** What is to be seen of a snapshot. */
class EvaluationTest {
  private static Evaluation after(TrainingSetup setup, int steps) {
    TrainingRun trained = new TrainingRun(setup, 1, Optional.empty());
    for (int i = 0; i < steps; i++) {
      trained.oneBatch();
      trained.step();
    }
    return Evaluation.of(trained.snapshot(0));
  }

  @Test
  void theScoresAreThoseOfAllRows() {
    Evaluation seen = after(Preset.IRIS.setup(), 30);
    TrainingSetup setup = seen.snapshot().setup();
    Lesson all =
        setup.lesson().with(setup.lesson().x(), seen.snapshot().layers(), setup.lesson().loss());
    assertThat(seen.train().loss()).isCloseTo(Trace.of(all).loss(), within(1e-12));
    assertThat(seen.test()).isPresent();
    assertThat(seen.confusion().orElseThrow().ofTest()).isTrue();
    double onDiagonal = 0;
    double rows = 0;
    Matrix counts = seen.confusion().orElseThrow().counts();
    for (int i = 0; i < counts.rows(); i++) {
      for (int j = 0; j < counts.columns(); j++) {
        rows += counts.get(i, j);
        onDiagonal += i == j ? counts.get(i, j) : 0;
      }
    }
    assertThat(rows).isEqualTo(30);
    assertThat(seen.test().orElseThrow().score().accuracy().orElseThrow())
        .isEqualTo(onDiagonal / rows);
  }

  @Test
  void whatIsShownOfALayerIsWhatTheFrozenStepComputes() {
    Evaluation seen = after(Preset.SPIRALS.setup(), 7);
    Operand gradient = new Operand(1, MatrixSymbol.DW);
    assertThat(seen.trace().matrix(gradient))
        .isEqualTo(Trace.of(seen.snapshot().frozen()).matrix(gradient));
  }

  @Test
  void aUnitOfTheFirstLayerAnswersALineAcrossThePlane() {
    Evaluation seen = after(Preset.SPIRALS.setup(), 0);
    DecisionRegions plane = seen.plane().orElseThrow();
    Matrix w = seen.snapshot().layers().get(0).w();
    int point = 3 * DecisionRegions.SIDE + 5;
    double z = plane.area().x(5) * w.get(0, 2) + plane.area().y(3) * w.get(1, 2);
    assertThat(plane.response(0, 2, point)).isCloseTo(Math.tanh(z), within(1e-12));
    assertThat(plane.point(plane.area().x(5), plane.area().y(3))).isEqualTo(point);
    // Row 0 is at the top.
    assertThat(plane.area().y(0)).isGreaterThan(plane.area().y(1));
  }

  @Test
  void confidenceIsTheProbabilityBeyondChance() {
    Matrix outputs = Matrix.of(new Shape(1, 2), Math.log(3), 0);
    assertThat(Confidence.of(LossKind.SOFTMAX_CROSS_ENTROPY, outputs, 0))
        .isCloseTo(0.75, within(1e-12));
    assertThat(Confidence.beyondChance(0.75, 2)).isCloseTo(0.5, within(1e-12));
    assertThat(Confidence.of(LossKind.SIGMOID_CROSS_ENTROPY, outputs, 0))
        .isCloseTo(0.75, within(1e-12));
    assertThat(Confidence.of(LossKind.SQUARED_ERROR, outputs, 0)).isEqualTo(1);
  }

  @Test
  void theSurestMistakesComeFirst() {
    Matrix outputs = Matrix.of(new double[][] {{2, 0}, {0, 5}, {3, 0}, {1, 0}});
    Loss loss =
        new Loss(
            LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(1, 0, 0, 1)), Reduction.MEAN);
    ConfusionMatrix confusion = ConfusionMatrix.of(loss, outputs, List.of(1, 0, 0, 1), true);
    assertThat(confusion.worst()).extracting(ConfusionMatrix.Mistake::row).containsExactly(1, 0, 3);
    assertThat(confusion.counts()).isEqualTo(Matrix.of(new double[][] {{1, 1}, {2, 0}}));
    assertThat(confusion.worst().getFirst().confidence())
        .isCloseTo(1 / (1 + Math.exp(-5)), within(1e-12));
  }
}
