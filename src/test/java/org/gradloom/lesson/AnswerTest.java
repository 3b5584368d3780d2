package org.gradloom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final Place.OfCell Z_1_2 =
      new Place.OfCell(new Operand(0, MatrixSymbol.Z), new Cell(0, 1));
  private static final Answer SEVEN = new Answer.Scalar(Entry.of(7));

  @Test
  void everyFormHasAKindOfItsOwn() {
    assertThat(
            List.of(
                    SEVEN,
                    new Answer.Row(Matrix.row(1, 2)),
                    new Answer.OfMatrix(Matrix.row(1, 2)),
                    new Answer.OfShape(new Shape(4, 3)),
                    new Answer.Choice(1),
                    new Answer.Choices(List.of()),
                    new Answer.Order(List.of(1, 0)),
                    new Answer.Lines(0, 1),
                    new Answer.Cells(List.of(Z_1_2)),
                    new Answer.Expression("X @ W"),
                    new Answer.Parts(List.of()))
                .stream()
                .map(Answer::kind))
        .containsExactly(Answer.Kind.values());
  }

  @Test
  void chosenOptionsHaveNoOrderAndSortedOnesDo() {
    assertThat(new Answer.Choices(List.of(2, 0, 2))).isEqualTo(new Answer.Choices(List.of(0, 2)));
    assertThat(new Answer.Order(List.of(2, 0))).isNotEqualTo(new Answer.Order(List.of(0, 2)));
  }

  @Test
  void aCellCountsOnce() {
    assertThat(new Answer.Cells(List.of(Z_1_2, Z_1_2)).cells()).containsExactly(Z_1_2);
  }

  @Test
  void cellsAndPartsThatHoldThemAreAllThatNamesPlaces() {
    Answer cells = new Answer.Cells(List.of(Z_1_2));
    assertThat(cells.places()).containsExactly(Z_1_2);
    assertThat(
            new Answer.Parts(
                    List.of(new Answer.Scalar(Entry.of(7)), new Answer.Cells(List.of(Z_1_2))))
                .places())
        .containsExactly(Z_1_2);
    for (Answer other :
        List.of(
            SEVEN,
            new Answer.Row(Matrix.row(1, 2)),
            new Answer.OfMatrix(Matrix.row(1, 2)),
            new Answer.OfShape(new Shape(4, 3)),
            new Answer.Choice(1),
            new Answer.Choices(List.of()),
            new Answer.Order(List.of(1, 0)),
            new Answer.Lines(0, 1),
            new Answer.Expression("X @ W"))) {
      assertThat(other.places()).as("%s", other).isEmpty();
    }
  }

  @Test
  void twoLinesChangeSidesInTheTransposedProduct() {
    assertThat(new Answer.Lines(2, 1).swapped()).isEqualTo(new Answer.Lines(1, 2));
  }

  @Test
  void everyMisconceptionIsFoundByItsCode() {
    assertThat(Misconception.of("M3")).contains(Misconception.M3);
    assertThat(Misconception.of("M18")).contains(Misconception.M18);
    assertThat(Misconception.of("M0")).isEmpty();
    assertThat(Misconception.M7.code()).isEqualTo("M7");
  }

  @Test
  void aRowIsOneLine() {
    assertThatThrownBy(() -> new Answer.Row(Matrix.zeros(new Shape(2, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A row is no 2×1");
  }

  @Test
  void aQuestionIsAnsweredByItsPlaceOrInItsOwnKind() {
    assertThatCode(() -> ask(Answer.Kind.NUMBER, Z_1_2, null)).doesNotThrowAnyException();
    assertThatCode(() -> ask(Answer.Kind.NUMBER, null, SEVEN)).doesNotThrowAnyException();
    assertThatThrownBy(() -> ask(Answer.Kind.NUMBER, null, null))
        .hasMessage("No answer of the kind NUMBER");
    assertThatThrownBy(() -> ask(Answer.Kind.ROW, Z_1_2, SEVEN))
        .hasMessage("No answer of the kind ROW");
    Beat.Wrong wrong = new Beat.Wrong(SEVEN, Misconception.M3);
    assertThatThrownBy(() ->
            new Beat.Ask(Answer.Kind.ROW, Z_1_2, null, List.of(), List.of(wrong), null, false))
        .hasMessage("No answer of the kind ROW");
    assertThatCode(
            () -> new Beat.Ask(Answer.Kind.NUMBER, null, null, List.of(), List.of(), null, true))
        .doesNotThrowAnyException();
  }

  private static Beat.Ask ask(Answer.Kind kind, @Nullable Place of, @Nullable Answer answer) {
    return new Beat.Ask(kind, of, null, List.of(), List.of(), answer, false);
  }
}
