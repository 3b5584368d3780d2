package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a learner's text. */
class AnswerTextTest {
  private static final Place.OfCell Z_2_1 = cell("layer1/z/2,1");
  private static final Place.OfCell Z_2_2 = cell("layer1/z/2,2");

  private static Place.OfCell cell(String place) {
    return (Place.OfCell) Place.parse(place);
  }

  private static Answer read(Answer right, List<String> options, String typed) {
    return new AnswerText(
            options.stream().map(text -> new Beat.Option(Wording.of(text), null)).toList(), right)
        .read(typed);
  }

  private static void assertRefused(
      Answer right, List<String> options, String typed, String reason) {
    assertThatThrownBy(() -> read(right, options, typed))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(Texts.english().say(refused.said())).isEqualTo(reason));
  }

  @Test
  void readsAHundredThousandCharactersAndNotOneMore() {
    Answer six = new Answer.Scalar(Entry.of(6));
    assertThat(read(six, List.of(), "6" + " ".repeat(99_999))).isEqualTo(six);
    assertThatThrownBy(() -> read(six, List.of(), "6" + " ".repeat(100_000)))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void takesALineForARowWhicheverWayItLiesAndAMatrixForAMatrix() {
    Answer three = new Answer.Row(Matrix.row(1, 8, -9));
    assertThat(read(three, List.of(), "1 8 -9")).isEqualTo(three);
    assertThat(read(three, List.of(), "1\n8\n-9")).isEqualTo(three);
    assertThat(read(three, List.of(), "[[1, 8], [2, 3]]"))
        .isEqualTo(new Answer.OfMatrix(Matrix.of(new double[][] {{1, 8}, {2, 3}})));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "250880000",
        "250,880,000",
        "250 880 000",
        "250\u202f880\u202f000",
        "dZ/dW = 250,880,000"
      })
  void aLargeNumberMayHaveItsThousandsApart(String typed) {
    Answer.Scalar large = new Answer.Scalar(Entry.of(250_880_000));
    assertThat(((Answer.Scalar) read(large, List.of(), typed)).value().value())
        .isEqualTo(250_880_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"78,400", "1 2", "25,0880,000", "1, 234,567"})
  void whatIsNoSuchNumberIsRefused(String typed) {
    assertThatThrownBy(() -> read(new Answer.Scalar(Entry.of(78_400)), List.of(), typed))
        .isInstanceOf(InvalidInput.class);
  }

  // ---- options

  @Test
  void readsALetterFromAToZAndANumberFromOneToTheLast() {
    List<String> options = Stream.iterate(101, n -> n + 1).limit(26).map(n -> "" + n).toList();
    Answer any = new Answer.Choice(0);
    assertThat(read(any, options, "a")).isEqualTo(new Answer.Choice(0));
    assertThat(read(any, options, "Z)")).isEqualTo(new Answer.Choice(25));
    assertThat(read(any, options, "1.")).isEqualTo(new Answer.Choice(0));
    assertThat(read(any, options, "26")).isEqualTo(new Answer.Choice(25));
    for (String none : List.of("0", "27", "{", "`")) {
      assertRefused(
          any,
          options,
          none,
          "“"
              + none
              + "” is none of the 26 options: give its letter, its number from 1, or its text.");
    }
    assertThatThrownBy(() -> read(any, options.subList(0, 3), "d"))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void readsSeveralOptionsBetweenCommasAndSaysWhichOneIsNone() {
    Answer any = new Answer.Choices(List.of());
    List<String> options = List.of("XᵀG", "XG", "GX");
    assertThat(read(any, options, "A,, C;")).isEqualTo(new Answer.Choices(List.of(0, 2)));
    assertThat(read(any, options, "")).isEqualTo(any);
    assertThat(read(any, options, "None")).isEqualTo(any);
    assertRefused(
        any,
        options,
        "A, ZZ",
        "“ZZ” is none of the 3 options: give its letter, its number from 1, or its text.");
  }

  // ---- cells

  @Test
  void readsCellsInAListAsPlacesOrAsPairs() {
    Answer right = new Answer.Cells(List.of(Z_2_1, Z_2_2));
    for (String typed :
        List.of(
            "layer1/z/2,1, layer1/z/2,2",
            "layer1/z/2,1,layer1/z/2,2",
            "[layer1/z/2,1; layer1/z/2,2]",
            "[\"layer1/z/2,1\", \"layer1/z/2,2\"]",
            "2,1; 2,2",
            "[2,1; 2,2]",
            "(2,1),(2,2)",
            "z₂₁, z₂₂",
            "z21 z22",
            "[Z_21; z⁽¹⁾₂₂]")) {
      assertThat(read(right, List.of(), typed)).as(typed).isEqualTo(right);
    }
    assertThat(read(right, List.of(), "none")).isEqualTo(new Answer.Cells(List.of()));
    Answer ofGradient = new Answer.Cells(List.of(cell("layer2/dW/3,2")));
    for (String typed : List.of("dL/dw⁽²⁾₃₂", "dL/dw32", "dW₃₂")) {
      assertThat(read(ofGradient, List.of(), typed)).as(typed).isEqualTo(ofGradient);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,1", "2,0", "layer1/z", "2", "z20", "w21", "z⁽²⁾₂₁", "z"})
  void saysOfWhatIsNoCellWhatWouldBe(String typed) {
    assertRefused(
        new Answer.Cells(List.of(Z_2_1)),
        List.of(),
        typed,
        "“"
            + typed
            + "” is no cell: give row and column, such as 2,1, its name, such as z21, or a place,"
            + " such as layer1/z/2,1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2;; 1, 2", "2\n1, 2;", "\n2; 1 2"})
  void readsPartsBetweenSemicolonsAndLines(String typed) {
    Answer right =
        new Answer.Parts(List.of(new Answer.Scalar(Entry.of(2)), new Answer.Row(Matrix.row(1, 2))));
    assertThat(read(right, List.of(), typed)).isEqualTo(right);
  }

  @Test
  void readsTwoLinesAlone() {
    assertThat(Marker.readLines("row 3, column 2")).isEqualTo(new Answer.Lines(2, 1));
  }
}
