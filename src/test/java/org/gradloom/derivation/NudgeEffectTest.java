package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradloom.KnownLessons;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.junit.jupiter.api.Test;

class NudgeEffectTest {
  private static final Operand W = new Operand(0, MatrixSymbol.W);
  private static final Operand Z = new Operand(0, MatrixSymbol.Z);

  private static NudgeEffect moved(Lesson lesson, Operand operand, Cell cell, double to) {
    Lesson after = Edits.apply(lesson, new Edit.SetEntry(operand, cell, Entry.of(to)));
    return new NudgeEffect(Trace.of(lesson), Trace.of(after), new Place.OfCell(operand, cell));
  }

  @Test
  void aWeightMovesOneColumnOfZAndTheLossByItsSlope() {
    NudgeEffect effect = moved(KnownLessons.lessonH(), W, new Cell(2, 1), 4);
    assertThat(effect.from()).isEqualTo(3);
    assertThat(effect.to()).isEqualTo(4);
    assertThat(effect.by()).isEqualTo(1);
    assertThat(effect.z()).contains(Z);
    Matrix change =
        Matrix.numbers(
            effect.before().matrix(Z).shape(), (i, j) -> effect.change(Z, new Cell(i, j)));
    assertThat(change).isEqualTo(Matrix.of(new double[][] {{0, 0}, {0, 1}, {0, 0}, {0, 2}}));
    assertThat(effect.lossChange()).isEqualTo(-6);
    assertThat(effect.slope()).contains(-6.0);
    assertThat(effect.gradient()).contains(new Operand(0, MatrixSymbol.DW));
  }

  @Test
  void anInputMovesOneRow() {
    Operand x = new Operand(0, MatrixSymbol.X);
    NudgeEffect effect = moved(KnownLessons.lessonH(), x, new Cell(1, 2), 2);
    assertThat(effect.change(Z, new Cell(1, 0))).isEqualTo(-1);
    assertThat(effect.change(Z, new Cell(1, 1))).isEqualTo(3);
    assertThat(effect.change(Z, new Cell(0, 0))).isZero();
    assertThat(effect.lossChange()).isEqualTo(-9);
    assertThat(effect.slope()).contains(-9.0);
  }

  @Test
  void theSlopeIsThatBeforeTheMove() {
    // L = ½(2w)²: 18 at 3, where its slope is 12, and 24.5 at 3.5.
    Lesson tiny = KnownLessons.oneWeight();
    NudgeEffect effect = moved(tiny, W, new Cell(0, 0), 3.5);
    assertThat(effect.lossChange()).isEqualTo(6.5);
    assertThat(effect.slope()).contains(12.0);
  }

  @Test
  void whatOnlyTheLossReadsMovesNoZAndHasNoGradient() {
    Operand upstream = Operand.ofLoss(MatrixSymbol.UPSTREAM);
    NudgeEffect effect = moved(KnownLessons.lessonH(), upstream, new Cell(0, 0), 3);
    assertThat(effect.z()).isEmpty();
    assertThat(effect.gradient()).isEmpty();
    assertThat(effect.slope()).isEmpty();
    // z₁₁ is 7.
    assertThat(effect.lossChange()).isEqualTo(7);
  }
}
