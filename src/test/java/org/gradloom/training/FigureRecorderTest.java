package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The figures of a run, at steps that the run alone decides. */
class FigureRecorderTest {
  private final TrainingSetup spirals = Preset.SPIRALS.setup();

  private static TrainingRun after(TrainingSetup setup, int steps) {
    return go(new TrainingRun(setup, 1, Optional.empty()), steps);
  }

  private static TrainingRun go(TrainingRun run, int steps) {
    for (int i = 0; i < steps; i++) {
      run.oneBatch();
      run.step();
    }
    return run;
  }

  private static FigureCurves curves(TrainingSetup setup, int steps) {
    return after(setup, steps).snapshot(0).figures();
  }

  private static TrainingSetup on(TrainingSetup setup, int samples, List<Integer> hidden) {
    PreparedData data =
        PreparedData.of(setup.source().orElseThrow().withSamples(samples).withTestShare(0.4));
    return SetupEdits.withHidden(RowEdits.on(setup, data), hidden);
  }

  @ParameterizedTest
  @EnumSource
  void areThoseThatAreSeenAtThatStep(Preset preset) {
    TrainingSetup setup = SetupEdits.withL2(preset.setup(), 0.01);
    Snapshot snapshot = after(setup, 7).snapshot(0);
    Evaluation seen = Evaluation.of(snapshot);
    assertThat(snapshot.figures().measured()).hasSize(8);
    assertThat(snapshot.figures().measured().getLast()).hasSameSizeAs(seen.figures());
    seen.figures()
        .forEach((figure, value) ->
            assertThat(snapshot.figures().of(figure)[7])
                .as(figure.id())
                .isCloseTo(value, within(1e-12 * (1 + Math.abs(value)))));
  }

  @Test
  void areMeasuredHalfAsOftenWheneverTheRunIsTwiceAsLong() {
    FigureCurves all = curves(spirals, FigureRecorder.MOST - 1);
    FigureCurves half = curves(spirals, FigureRecorder.MOST);
    assertThat(all.every()).isEqualTo(1);
    assertThat(all.measured()).hasSize(FigureRecorder.MOST);
    assertThat(half.every()).isEqualTo(2);
    assertThat(half.measured()).hasSize(FigureRecorder.MOST / 2 + 1);
    for (int i = 0; i < FigureRecorder.MOST / 2; i++) {
      assertThat(half.measured().get(i)).isEqualTo(all.measured().get(2 * i));
    }
    assertThat(curves(spirals, FigureRecorder.MOST + 1)).isEqualTo(half);
    assertThat(curves(spirals, 2 * FigureRecorder.MOST).every()).isEqualTo(4);
  }

  @Test
  void aWeightSetByHandIsMeasuredAgain() {
    TrainingRun run = after(spirals, 3);
    FigureCurves before = run.snapshot(0).figures();
    run.setWeight(0, 0, 0, 5);
    FigureCurves after = run.snapshot(0).figures();
    assertThat(after.measured()).hasSize(4);
    assertThat(after.measured().subList(0, 3)).isEqualTo(before.measured().subList(0, 3));
    for (Figure figure : before.measured().getLast().keySet()) {
      if (figure.measure() == Figure.Measure.LOSS) {
        assertThat(after.of(figure)[3]).isNotEqualTo(before.of(figure)[3]);
      }
    }
  }

  @Test
  void whatIsAskedForInTheMiddleOfARunIsKnownFromThereOn() {
    TrainingRun run = after(spirals, 2);
    run.change(SetupEdits.withL2(spirals, 0.1));
    FigureCurves seen = go(run, 1).snapshot(0).figures();
    double[] penalty = seen.of(Figure.TRAIN_PENALTY);
    assertThat(Arrays.copyOf(penalty, 2)).containsOnly(Double.NaN);
    assertThat(penalty[2]).isPositive();
    assertThat(penalty[3]).isPositive();
    assertThat(seen.of(Figure.TEST_LOSS)).doesNotContain(Double.NaN);
  }

  @Test
  void manyRowsAreMeasuredRarely() {
    FigureCurves measured = curves(on(spirals, 5000, List.of(100, 100)), 1);
    // 5000 rows are measured at a tenth of what 1500 steps of 10 rows cost.
    assertThat(measured.every()).isEqualTo(1500);
    assertThat(measured.measured()).hasSize(1);
    assertThat(curves(on(spirals, 5000, List.of(8, 8)), 1).every()).isEqualTo(1);
  }

  @Test
  void withoutTestRowsThereIsNoFigureOfThem() {
    PreparedData data = PreparedData.of(spirals.source().orElseThrow().withTestShare(0));
    assertThat(curves(RowEdits.on(spirals, data), 1).measured().getLast())
        .containsOnlyKeys(Figure.TRAIN_ACCURACY, Figure.TRAIN_LOSS);
  }
}
