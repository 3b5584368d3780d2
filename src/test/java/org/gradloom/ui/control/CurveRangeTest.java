package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveRangeTest {
  private static CurveRange of(double[] steps, double[] values) {
    return of(CurveChart.Heights.BY_VALUES, steps, values);
  }

  private static CurveRange of(CurveChart.Heights heights, double[] steps, double[] values) {
    return CurveRange.of(
        new CurveChart.Picture(
            List.of(CurveChart.Graph.line("test", CurveChart.Kind.SECOND, steps, values)),
            "step",
            "loss",
            "nothing",
            heights));
  }

  @Test
  void beforeTheFirstStepTheStepsBeginAtZero() {
    CurveRange range = of(new double[] {0}, new double[] {3.5});
    assertThat(range.fromX()).isZero();
    assertThat(range.toX()).isEqualTo(1);
  }

  @Test
  void zeroIsInSightAndNothingStandsBelowItThatIsNotThere() {
    CurveRange zero = of(new double[] {0}, new double[] {0});
    assertThat(zero.low()).isZero();
    assertThat(zero.high()).isEqualTo(1);
    CurveRange below = of(new double[] {0}, new double[] {-0.5});
    assertThat(below.low()).isEqualTo(-0.5);
    assertThat(below.high()).isZero();
  }

  @Test
  void heightsAreAsTheyAreAskedForWhereThereIsAPositiveValue() {
    double[] steps = {0, 1, 2};
    double[] values = {2, 0, 0.5};
    CurveRange factors = of(CurveChart.Heights.LOGARITHMIC, steps, values);
    assertThat(factors.logarithmic()).isTrue();
    assertThat(factors.low()).isEqualTo(0.5);
    assertThat(factors.high()).isEqualTo(2);
    double[] wide = {1000, 1, 0.001};
    assertThat(of(CurveChart.Heights.BY_VALUES, steps, wide).logarithmic()).isTrue();
    assertThat(of(CurveChart.Heights.LINEAR, steps, wide).logarithmic()).isFalse();
    assertThat(of(CurveChart.Heights.LOGARITHMIC, steps, new double[3]).logarithmic()).isFalse();
  }

  @Test
  void aSmallPartOfTheValuesMakesNoHeightsLogarithmic() {
    double[] steps = {0, 1};
    CurveChart.Graph loss =
        CurveChart.Graph.line("loss", CurveChart.Kind.MAIN, steps, new double[] {2, 0.5});
    CurveChart.Graph penalty =
        CurveChart.Graph.line("penalty", CurveChart.Kind.THIRD, steps, new double[] {1e-6, 2e-6});
    CurveRange range =
        CurveRange.of(new CurveChart.Picture(List.of(loss, penalty), "step", "loss", "nothing"));
    assertThat(range.logarithmic()).isFalse();
    assertThat(range.low()).isZero();
    CurveRange alone =
        CurveRange.of(new CurveChart.Picture(List.of(penalty), "step", "loss", "nothing"));
    assertThat(alone.logarithmic()).isFalse();
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
