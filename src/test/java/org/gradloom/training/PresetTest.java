package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the ready setups show what they promise, within their epochs. */
class PresetTest {
  private static final int STARTS = 10;

  private static Snapshot trained(TrainingSetup setup) {
    TrainingRun trained = new TrainingRun(setup, 1, Optional.empty());
    trained.play(true);
    while (trained.isRunning()) {
      trained.step();
    }
    return trained.snapshot(0);
  }

  private static double testAccuracy(TrainingSetup setup) {
    return Evaluation.of(trained(setup)).test().orElseThrow().score().accuracy().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "SPIRALS, 0.98, 0.95",
    "DIGITS, 0.965, 0.945",
    "IRIS, 0.95, 0.86",
    "CHECKERBOARD, 0.96, 0.9",
    "ABOVE_CURVE, 0.96, 0.95"
  })
  void learnsFromEveryStart(Preset preset, double median, double worst) {
    TrainingSetup setup = preset.setup();
    double[] accuracies =
        IntStream.rangeClosed(1, STARTS)
            .mapToDouble(seed -> testAccuracy(SetupEdits.withStart(setup, setup.start(), seed)))
            .sorted()
            .toArray();
    assertThat(accuracies[0]).isGreaterThanOrEqualTo(worst);
    assertThat((accuracies[STARTS / 2 - 1] + accuracies[STARTS / 2]) / 2)
        .isGreaterThanOrEqualTo(median);
  }

  @Test
  void withoutAHiddenLayerNoWeightsTellXorApart() {
    TrainingSetup linear = Preset.XOR.setup();
    assertThat(testAccuracy(linear)).isLessThan(0.8);
    assertThat(testAccuracy(SetupEdits.withHidden(linear, List.of(4)))).isGreaterThan(0.9);
  }

  @Test
  void theDeadUnitsStayAsTheyAre() {
    TrainingSetup setup = Preset.DEAD_RELU.setup();
    Snapshot end = trained(setup);
    Layer before = setup.lesson().layers().getFirst();
    Layer after = end.layers().getFirst();
    Matrix gradient = Evaluation.of(end).trace().matrix(new Operand(0, MatrixSymbol.DW));
    for (int unit : new int[] {1, 4}) {
      assertThat(after.w().get(0, unit)).isEqualTo(before.w().get(0, unit));
      assertThat(gradient.get(0, unit)).isZero();
      assertThat(gradient.get(1, unit)).isZero();
    }
    assertThat(after.w().get(0, 0)).isNotEqualTo(before.w().get(0, 0));
  }

  @Test
  void gradientsShrinkThroughSigmoids() {
    TrainingSetup setup = Preset.VANISHING_SIGMOID.setup();
    var trace = Evaluation.of(new TrainingRun(setup, 1, Optional.empty()).snapshot(0)).trace();
    double first = size(trace.matrix(new Operand(0, MatrixSymbol.DW)));
    double last = size(trace.matrix(new Operand(setup.lesson().lastLayer(), MatrixSymbol.DW)));
    assertThat(first).isLessThan(last / 100);
  }

  private static double size(Matrix gradient) {
    double sum = 0;
    for (double entry : gradient.toArray()) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }
}
