package org.gradloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Optimizer;
import org.junit.jupiter.api.Test;

class ParameterStepTest {
  private static final Operand W_NEXT = new Operand(0, MatrixSymbol.W_NEXT);
  private static final Cell CELL = new Cell(2, 1);

  private static ParameterStep step(Lesson lesson) {
    return ParameterStep.of(Trace.of(lesson), W_NEXT);
  }

  @Test
  void gradientDescentTakesAwayEtaTimesTheGradient() {
    ParameterStep step = step(KnownLessons.lessonH());
    assertThat(step.direction(CELL)).hasValue(-6);
    assertThat(step.taken(CELL)).isEqualTo(-0.6, within(1e-15));
    assertThat(step.after(CELL)).isEqualTo(3.6);
  }

  @Test
  void anotherOptimizerTakesAwayEtaTimesItsDirection() {
    // Adam's first direction is the sign of the gradient.
    ParameterStep step = step(frozenStep(new Optimizer.Adam(0.1)));
    assertThat(step.direction(CELL).orElseThrow()).isEqualTo(-1, within(1e-8));
    assertThat(step.taken(CELL)).isEqualTo(-0.1, within(1e-8));
    assertThat(step.after(CELL)).isEqualTo(3.1, within(1e-8));
  }

  @Test
  void momentumTakesAwayEtaTimesItsVelocity() {
    // From rest the velocity is the gradient.
    ParameterStep step = step(frozenStep(new Optimizer.Momentum(0.5, 0.9)));
    assertThat(step.direction(CELL)).hasValue(-6);
    assertThat(step.after(CELL)).isEqualTo(6);
  }

  /** Lesson H as the first step of a training. */
  private static Lesson frozenStep(Optimizer optimizer) {
    Lesson lesson = KnownLessons.lessonH();
    return new Lesson(
        "",
        Convention.XW,
        lesson.x(),
        lesson.layers(),
        lesson.loss(),
        0.5,
        new TrainingPlan(
            optimizer, 1, 4, false, OptionalLong.empty(), Optional.empty(), OptionalInt.of(0)),
        List.of(),
        List.of());
  }

  @Test
  void aFrozenParameterHasNoDirectionAndStays() {
    Lesson lesson = KnownLessons.lessonH();
    ParameterStep step =
        step(lesson.withLayer(0, lesson.layers().getFirst().with(new Frozen(true, false))));
    assertThat(step.isFrozen()).isTrue();
    assertThat(step.direction(CELL)).isEmpty();
    assertThat(step.taken(CELL)).isZero();
    assertThat(step.after(CELL)).isEqualTo(3);
  }

  @Test
  void alwaysMakesTheNumbersOfTheUpdate() {
    for (Lesson lesson : RandomLessons.any(48, 11)) {
      Trace trace = Trace.of(lesson);
      for (int l = 0; l <= lesson.lastLayer(); l++) {
        for (MatrixSymbol symbol : new MatrixSymbol[] {MatrixSymbol.W_NEXT, MatrixSymbol.B_NEXT}) {
          Operand next = new Operand(l, symbol);
          if (lesson.has(next)) {
            ParameterStep step = ParameterStep.of(trace, next);
            Shape shape = lesson.shape(next);
            for (int i = 0; i < shape.rows(); i++) {
              for (int j = 0; j < shape.columns(); j++) {
                Cell cell = new Cell(i, j);
                double after = trace.matrix(next).get(i, j);
                assertThat(step.after(cell)).isEqualTo(after);
                assertThat(step.before().get(i, j) - step.taken(cell)).isEqualTo(after);
              }
            }
          }
        }
      }
    }
  }

  @Test
  void aGradientIsNoUpdate() {
    Trace trace = Trace.of(KnownLessons.lessonH());
    assertThatThrownBy(() -> ParameterStep.of(trace, new Operand(0, MatrixSymbol.DW)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layer1/dW");
  }
}
