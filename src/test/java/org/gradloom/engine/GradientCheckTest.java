package org.gradloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
  private static final Operand DW = new Operand(0, MatrixSymbol.DW);
  private static final Operand Z = new Operand(0, MatrixSymbol.Z);
  private static final Cell FIRST = new Cell(0, 0);

  @Test
  void aWholeMatrixAgreesEntryByEntry() {
    List<Long> told = new ArrayList<>();
    MeasuredGradient measured =
        MeasuredGradient.of(
                Trace.of(KnownLessons.lessonH()),
                DW,
                OptionalDouble.of(0.5),
                sofar -> told.add(sofar))
            .orElseThrow();
    // L is linear in W, so that even a large h measures the slope.
    assertThat(measured.slopes()).isEqualTo(Matrix.of(new double[][] {{6, -5}, {8, -9}, {7, -6}}));
    assertThat(measured.at(new Cell(2, 1)).numeric()).isEqualTo(-6);
    assertThat(told).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    CheckTally tally = measured.tally();
    assertThat(tally.compared()).isEqualTo(6);
    assertThat(tally.differing()).isZero();
    assertThat(tally.kinks()).isZero();
    assertThat(tally.worst().orElseThrow().relativeError()).isLessThan(1e-6);
  }

  @Test
  void measuringAMatrixCanBeEnded() {
    assertThat(
            MeasuredGradient.of(
                Trace.of(KnownLessons.lessonH()),
                DW,
                OptionalDouble.empty(),
                measured -> measured < 4))
        .isEmpty();
    // 24 products forward, twice for each of 6 entries.
    assertThat(MeasuredGradient.products(KnownLessons.lessonH(), 6)).isEqualTo(288);
  }

  @Test
  void aTallyCountsWhatDiffersAndLeavesKinksOut() {
    var agrees = compared(2, 2);
    var differs = compared(2, 3);
    var kink =
        new GradientCheck.Comparison(
            DW, FIRST, 2, measured(9), Optional.of(new GradientCheck.Kink(Z, FIRST)));
    CheckTally tally = CheckTally.NONE.and(agrees).and(differs).and(kink).and(agrees);
    assertThat(tally).isEqualTo(new CheckTally(4, 1, 1, 0, Optional.of(differs)));
    assertThat(tally.counting()).isEqualTo(3);
    var broken = compared(2, Double.NaN);
    assertThat(tally.and(broken).worst()).contains(broken);
    assertThat(tally.and(broken).and(differs).worst()).as("no number is worse").contains(broken);
  }

  @Test
  void aLossTooLargeForItsNudgeSaysNothing() {
    // L = Σ a·g with g₁₁ = 1e23: numbers there lie 1.7e7 apart, and w₁₂ moves L by 5 · h.
    Matrix huge = Matrix.of(new double[][] {{1e23, -1}, {3, -2}, {1, -2}, {2, -2}});
    Lesson lesson = KnownLessons.lessonH();
    Lesson large =
        Edits.apply(lesson, new Edit.Replace(Operand.ofLoss(MatrixSymbol.UPSTREAM), huge));
    Trace trace = Trace.of(large);
    GradientCheck check = new GradientCheck(trace);
    GradientCheck.Comparison second = check.compare(DW, new Cell(0, 1));
    assertThat(second.analytic()).isEqualTo(-5);
    assertThat(second.agrees()).isFalse();
    assertThat(second.isRoundedAway()).isTrue();
    assertThat(check.compare(DW, FIRST).agrees()).as("1e23 · −1").isTrue();
    CheckTally tally =
        MeasuredGradient.of(trace, DW, OptionalDouble.empty(), _ -> true).orElseThrow().tally();
    assertThat(List.of(tally.compared(), tally.differing(), tally.kinks()))
        .containsExactly(6L, 0L, 0L);
    assertThat(tally.roundedAway()).isGreaterThanOrEqualTo(3);
    assertThat(tally.counting()).isEqualTo(6 - tally.roundedAway());
    // A wrong slope stays a wrong slope where L is no larger than usual.
    assertThat(compared(4, 2).isRoundedAway()).isFalse();
    assertThat(
            MeasuredGradient.of(trace, DW, OptionalDouble.of(1e20), _ -> true)
                .orElseThrow()
                .tally()
                .roundedAway())
        .as("a larger h shows it: L is linear")
        .isZero();
  }

  @Test
  void everyGradientOfEveryRandomNetworkAgrees() {
    List<Lesson> lessons = RandomLessons.awayFromKinks(256, 1);
    Set<Activation> activations = new HashSet<>();
    int compared = 0;
    for (Lesson lesson : lessons) {
      lesson.layers().forEach(layer -> activations.add(layer.activation()));
      GradientCheck check = new GradientCheck(Trace.of(lesson));
      for (Operand gradient : gradients(lesson)) {
        Shape shape = lesson.shape(gradient);
        for (int i = 0; i < shape.rows(); i++) {
          for (int j = 0; j < shape.columns(); j++) {
            var comparison = check.compare(gradient, new Cell(i, j));
            assertThat(Math.abs(comparison.analytic() - comparison.numeric()))
                .as("%s %s %s", lesson.title(), gradient, comparison)
                .isLessThanOrEqualTo(
                    1e-6
                        * Math.max(
                            1,
                            Math.max(
                                Math.abs(comparison.analytic()), Math.abs(comparison.numeric()))));
            assertThat(comparison.agrees()).isTrue();
            compared++;
          }
        }
      }
    }
    assertThat(activations).containsExactlyInAnyOrderElementsOf(Activation.all());
    assertThat(lessons.stream().map(lesson -> lesson.loss().kind())).contains(LossKind.values());
    assertThat(compared).isGreaterThan(10_000);
  }

  /** By X, by each W and b, and by what lies between. */
  private static List<Operand> gradients(Lesson lesson) {
    List<Operand> gradients = new ArrayList<>();
    for (int l = 0; l < lesson.layers().size(); l++) {
      for (MatrixSymbol quantity :
          List.of(
              MatrixSymbol.DX,
              MatrixSymbol.DW,
              MatrixSymbol.DB,
              MatrixSymbol.DZ,
              MatrixSymbol.DA)) {
        Operand gradient = new Operand(l, quantity);
        if (lesson.has(gradient)) {
          gradients.add(gradient);
        }
      }
    }
    return gradients;
  }

  @Test
  void measuresMinusSixInLessonH() {
    var check = new GradientCheck(Trace.of(KnownLessons.lessonH()));
    var comparison = check.compare(DW, new Cell(2, 1));
    assertThat(comparison.analytic()).isEqualTo(-6);
    assertThat(comparison.numeric()).isCloseTo(-6, within(1e-9));
    // w₃₂ = 3
    assertThat(comparison.h()).isCloseTo(3e-5, within(1e-20));
    assertThat(comparison.kink()).isEmpty();
  }

  @Test
  void hIsNeverBelowAHundredThousandth() {
    var check = new GradientCheck(Trace.of(KnownLessons.lessonH()));
    assertThat(check.compare(new Operand(0, MatrixSymbol.DX), new Cell(0, 2)).h()).isEqualTo(1e-5);
    assertThat(check.compare(new Operand(0, MatrixSymbol.DX), new Cell(0, 1)).h())
        .isCloseTo(3e-5, within(1e-20));
  }

  @Test
  void anErrorIsRelativeToTheLargerOfTheTwoAndToOneAtLeast() {
    assertThat(compared(4, 2).relativeError()).isEqualTo(0.5);
    assertThat(compared(-2, -4).relativeError()).isEqualTo(0.5);
    assertThat(compared(0.25, 0.5).relativeError()).isEqualTo(0.25);
    assertThat(compared(0, 1e-6).agrees()).isTrue();
    assertThat(compared(0, 1.1e-6).agrees()).isFalse();
  }

  private static GradientCheck.Comparison compared(double analytic, double numeric) {
    return new GradientCheck.Comparison(DW, FIRST, analytic, measured(numeric), Optional.empty());
  }

  /** Around a loss of 0 with this slope. */
  private static GradientCheck.Measured measured(double slope) {
    return new GradientCheck.Measured(1, -slope, 0, slope);
  }

  @Test
  void eachSideHasASlopeOfItsOwn() {
    // L = ½(2w)² at w = 3: 15.125 at 2.75, 18, and 21.125 at 3.25.
    GradientCheck check = new GradientCheck(Trace.of(parabola()));
    GradientCheck.Comparison wide = check.compare(DW, FIRST, OptionalDouble.of(0.25));
    assertThat(wide.measured()).isEqualTo(new GradientCheck.Measured(0.25, 15.125, 18, 21.125));
    assertThat(wide.measured().slopeBelow()).isEqualTo(11.5);
    assertThat(wide.measured().slopeAbove()).isEqualTo(12.5);
    assertThat(wide.numeric()).isEqualTo(12);
    assertThat(wide.agrees()).isTrue();
    assertThat(check.slopeOfMove(new Operand(0, MatrixSymbol.W), FIRST, 0.5)).isEqualTo(13);
  }

  private static Lesson parabola() {
    return new Lesson(
        "",
        Matrix.row(2),
        List.of(new Layer(Matrix.row(3), null, Elementwise.IDENTITY)),
        new Loss(LossKind.SQUARED_ERROR, new Target.Targets(Matrix.row(0)), Reduction.SUM),
        0.1);
  }

  @Test
  void aLargerNudgeReachesAKinkThatTheUsualDoesNot() {
    GradientCheck check = new GradientCheck(Trace.of(relu(1, 0.4)));
    assertThat(check.compare(DW, FIRST).kink()).isEmpty();
    GradientCheck.Comparison wide = check.compare(DW, FIRST, OptionalDouble.of(0.5));
    assertThat(wide.kink()).contains(new GradientCheck.Kink(Z, FIRST));
    assertThat(wide.measured().slopeAbove()).isEqualTo(1, within(1e-12));
    assertThat(wide.measured().slopeBelow()).isEqualTo(0.8, within(1e-12));
  }

  @Test
  void leavesTheNumbersAsTheyWere() {
    var check = new GradientCheck(Trace.of(KnownLessons.twoLayers()));
    var first = check.compare(DW, FIRST);
    for (Operand gradient : gradients(KnownLessons.twoLayers())) {
      check.compare(gradient, FIRST);
    }
    assertThat(check.compare(DW, FIRST)).isEqualTo(first);
  }

  @Test
  void namesTheKinkWithinReach() {
    // z = 1·0 lies on the kink: the slope is 0 to the left and 1 to the right.
    var comparison = new GradientCheck(Trace.of(relu(1, 0))).compare(DW, FIRST);
    assertThat(comparison.analytic()).isZero();
    assertThat(comparison.numeric()).isCloseTo(0.5, within(1e-9));
    assertThat(comparison.agrees()).isFalse();
    assertThat(comparison.kink()).contains(new GradientCheck.Kink(Z, FIRST));
  }

  @Test
  void namesAKinkThatOnlyTheNudgeReaches() {
    // z = 1·5e-6 is open, but w − 1e-5 shuts it.
    var comparison = new GradientCheck(Trace.of(relu(1, 5e-6))).compare(DW, FIRST);
    assertThat(comparison.analytic()).isEqualTo(1);
    assertThat(comparison.kink()).contains(new GradientCheck.Kink(Z, FIRST));
    // From twice the nudge away it cannot be reached.
    assertThat(new GradientCheck(Trace.of(relu(1, 2e-5))).compare(DW, FIRST).kink()).isEmpty();
  }

  @Test
  void namesTheUnitOfALaterLayerWhoseKinkIsWithinReach() {
    Lesson lesson = KnownLessons.twoLayers();
    Matrix x = Matrix.of(new double[][] {{1, 2}, {2, -1}, {-1, 3}});
    // Neuron 2 of layer 1 sees −x₁ + x₂, which is 0 for sample 2 when x₂₂ is 2.
    Lesson onKink =
        lesson.with(x.with(1, 1, org.gradloom.matrix.Entry.of(2)), lesson.layers(), lesson.loss());
    var check = new GradientCheck(Trace.of(onKink));
    assertThat(check.compare(new Operand(0, MatrixSymbol.DX), new Cell(1, 1)).kink())
        .contains(new GradientCheck.Kink(Z, new Cell(1, 1)));
    // The weights of neuron 1 and the other samples do not touch it.
    assertThat(check.compare(DW, FIRST).kink()).isEmpty();
    assertThat(check.compare(new Operand(0, MatrixSymbol.DX), FIRST).kink()).isEmpty();
  }

  @Test
  void seesNoKinkWhereNothingMoves() {
    // x = 0, so z stays on the kink whatever w is.
    var comparison = new GradientCheck(Trace.of(relu(0, 3))).compare(DW, FIRST);
    assertThat(comparison.numeric()).isZero();
    assertThat(comparison.kink()).isEmpty();
  }

  private static Lesson relu(double x, double w) {
    return new Lesson(
        "",
        Matrix.row(x),
        List.of(new Layer(Matrix.row(w), null, Elementwise.RELU)),
        new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM),
        0.1);
  }
}
