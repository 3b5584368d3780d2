package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveRangeTest {
  private static CurveRange of(double[] steps, double[] values) {
    return CurveRange.of(
        new CurveChart.Picture(
            List.of(CurveChart.Graph.line("test", CurveChart.Kind.SECOND, steps, values)),
            "step",
            "loss",
            "nothing"));
  }

  @Test
  void beforeTheFirstStepTheStepsBeginAtZero() {
    CurveRange range = of(new double[] {0}, new double[] {3.5});
    assertThat(range.fromX()).isZero();
    assertThat(range.toX()).isEqualTo(1);
  }

  @Test
  void stepsReachFromTheFirstToTheLast() {
    CurveRange range = of(new double[] {0, 40, 80}, new double[] {3, 2, 1});
    assertThat(range.fromX()).isZero();
    assertThat(range.toX()).isEqualTo(80);
    assertThat(range.low()).isZero();
    assertThat(range.high()).isEqualTo(3);
    assertThat(of(new double[] {0}, new double[] {Double.NaN}).empty()).isTrue();
  }
}
