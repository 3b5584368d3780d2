package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The test loss of a run, at steps that the run alone decides. */
class TestLossesTest {
  private final TrainingSetup spirals = Preset.SPIRALS.setup();

  private static TrainingRun after(TrainingSetup setup, int steps) {
    TrainingRun run = new TrainingRun(setup, 1, Optional.empty());
    for (int i = 0; i < steps; i++) {
      run.oneBatch();
      run.step();
    }
    return run;
  }

  private static TestCurve curve(TrainingSetup setup, int steps) {
    return after(setup, steps).snapshot(0).test().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void isTheFigureOfTheTestRows(Preset preset) {
    TrainingSetup setup = SetupEdits.withPenalty(preset.setup(), 0.01);
    Snapshot seen = after(setup, 7).snapshot(0);
    TestCurve measured = seen.test().orElseThrow();
    double figure = Evaluation.of(seen).figure(Figure.TEST_LOSS).orElseThrow();
    assertThat(measured.losses().getLast()).isCloseTo(figure, within(1e-12 * (1 + figure)));
    assertThat(measured.losses()).hasSize(8);
  }

  @Test
  void isMeasuredHalfAsOftenWheneverTheRunIsTwiceAsLong() {
    TestCurve all = curve(spirals, TestLosses.MOST - 1);
    TestCurve half = curve(spirals, TestLosses.MOST);
    assertThat(all.every()).isEqualTo(1);
    assertThat(all.losses()).hasSize(TestLosses.MOST);
    assertThat(half.every()).isEqualTo(2);
    assertThat(half.losses()).hasSize(TestLosses.MOST / 2 + 1);
    for (int i = 0; i < TestLosses.MOST / 2; i++) {
      assertThat(half.losses().get(i)).isEqualTo(all.losses().get(2 * i));
    }
    assertThat(curve(spirals, TestLosses.MOST + 1)).isEqualTo(half);
    assertThat(curve(spirals, 2 * TestLosses.MOST).every()).isEqualTo(4);
  }

  @Test
  void aWeightSetByHandIsMeasuredAgain() {
    TrainingRun run = after(spirals, 3);
    List<Double> before = run.snapshot(0).test().orElseThrow().losses();
    run.setWeight(0, 0, 0, 5);
    List<Double> after = run.snapshot(0).test().orElseThrow().losses();
    assertThat(after).hasSize(4);
    assertThat(after.subList(0, 3)).isEqualTo(before.subList(0, 3));
    assertThat(after.getLast()).isNotEqualTo(before.getLast());
  }

  @Test
  void manyTestRowsAreMeasuredRarely() {
    PreparedData data =
        PreparedData.of(spirals.source().orElseThrow().withSamples(5000).withTestShare(0.4));
    TestCurve measured = curve(SetupEdits.on(spirals, data), 601);
    // 2000 rows are measured at a tenth of what 600 steps of 10 rows cost.
    assertThat(measured.every()).isEqualTo(600);
    assertThat(measured.losses()).hasSize(2);
  }

  @Test
  void withoutTestRowsThereIsNone() {
    PreparedData data = PreparedData.of(spirals.source().orElseThrow().withTestShare(0));
    assertThat(after(SetupEdits.on(spirals, data), 1).snapshot(0).test()).isEmpty();
  }
}
