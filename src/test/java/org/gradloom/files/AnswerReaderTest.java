package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerReaderTest {
  /** A lesson with one beat whose question has these fields, with single quotes for double ones. */
  private static String document(String fields) {
    return """
    {'gradloom': 1, 'x': [[1, 2], [3, 4], [5, 6]], 'layers': [{'w': [[1, -1], [0.5, 2]]}],
     'loss': {'kind': 'squared-error', 'reduction': 'sum', 'targets': [[1, 2], [3, 4], [5, 6]]},
     'learningRate': 0.1, 'beats': [{'ask': {%s}}]}
    """
        .formatted(fields)
        .replace('\'', '"');
  }

  private static Arguments withAnswer(String kind, String answer, String fault) {
    return Arguments.of(
        "'kind': '%s', 'options': ['a', 'b'], 'answer': %s".formatted(kind, answer),
        "beat 1: ask.answer" + fault);
  }

  @Test
  void readsAnAnswerOfEachKindWhereverItsKindStands() {
    assertThat(answer("'answer': '1/2', 'kind': 'number'"))
        .isEqualTo(new Answer.Scalar(new Entry(0.5, "1/2")));
    assertThat(answer("'kind': 'row', 'answer': [8, -7]"))
        .isEqualTo(new Answer.Row(Matrix.row(8, -7)));
    assertThat(answer("'answer': [[2, -1]], 'kind': 'matrix'"))
        .isEqualTo(new Answer.OfMatrix(Matrix.row(2, -1)));
    assertThat(answer("'answer': [100, 10], 'kind': 'shape'"))
        .isEqualTo(new Answer.OfShape(new Shape(100, 10)));
    assertThat(answer("'answer': 1, 'options': ['a', 'b'], 'kind': 'choice'"))
        .isEqualTo(new Answer.Choice(1));
    assertThat(answer("'kind': 'choices', 'options': ['a', 'b', 'c'], 'answer': [2, 0]"))
        .isEqualTo(new Answer.Choices(List.of(0, 2)));
    assertThat(answer("'kind': 'order', 'answer': [1, 0], 'options': ['a', 'b']"))
        .isEqualTo(new Answer.Order(List.of(1, 0)));
    assertThat(answer("'kind': 'lines', 'answer': {'right': 2, 'left': 3}"))
        .isEqualTo(new Answer.Lines(2, 1));
    assertThat(answer("'kind': 'cells', 'answer': ['layer1/z/2,1']"))
        .isEqualTo(
            new Answer.Cells(
                List.of(new Place.OfCell(new Operand(0, MatrixSymbol.Z), new Cell(1, 0)))));
    assertThat(answer("'kind': 'expression', 'answer': 'X.T @ dZ'"))
        .isEqualTo(new Answer.Expression("X.T @ dZ"));
    assertThat(
            answer("'kind': 'parts', 'answer': [1, 'X / 2', ['1/2', 3], {'left': 1, 'right': 1}]"))
        .isEqualTo(
            new Answer.Parts(
                List.of(
                    new Answer.Scalar(Entry.of(1)),
                    new Answer.Expression("X / 2"),
                    new Answer.Row(
                        Matrix.entries(
                            new Shape(1, 2),
                            (_, j) -> j == 0 ? new Entry(0.5, "1/2") : Entry.of(3))),
                    new Answer.Lines(0, 0))));
  }

  private static @Nullable Answer answer(String fields) {
    return ask(fields).answer();
  }

  private static Beat.Ask ask(String fields) {
    return Objects.requireNonNull(LessonReader.read(document(fields)).beats().getFirst().ask());
  }

  @Test
  void anOptionIsShownAndAWrongAnswerIsNot() {
    Beat.Ask ask =
        ask(
            "'options': ['k', {'answer': 1, 'misconception': 'M1'}, {'en': 'i', 'de': 'I'},"
                + " {'misconception': 'M16', 'text': 'j'}, {'text': {'de': 'N'}}, {'answer': 3}],"
                + " 'kind': 'choice', 'answer': 0");
    assertThat(ask.options())
        .containsExactly(
            new Beat.Option(Wording.of("k"), null),
            new Beat.Option(new Wording.ByLanguage(Map.of("en", "i", "de", "I")), null),
            new Beat.Option(Wording.of("j"), Misconception.M16),
            new Beat.Option(new Wording.ByLanguage(Map.of("de", "N")), null));
    assertThat(ask.wrong())
        .containsExactly(
            new Beat.Wrong(new Answer.Choice(1), Misconception.M1),
            new Beat.Wrong(new Answer.Choice(3), null));
  }

  @Test
  void aLineIsWhatARowIsAskedOf() {
    Beat.Ask ask = ask("'kind': 'row', 'of': 'layer1/x/:,2'");
    assertThat(ask.of()).isEqualTo(Region.parse("layer1/x/:,2"));
  }

  @Test
  void whatThisMachineGivesNeedsNoAnswer() {
    Beat.Ask ask = ask("'kind': 'number', 'measured': true");
    assertThat(ask.measured()).isTrue();
    assertThat(ask.answer()).isNull();
  }

  static Stream<Arguments> wrongOptions() {
    return Stream.of(
        Arguments.of("[7]", "[0] is the number 7 but must be a text in quotation marks, or"),
        Arguments.of(
            "[{'misconception': 'M3'}]", "[0] has no text: an option needs one, and a wrong"),
        Arguments.of(
            "[{'text': 'x', 'misconception': 'M19'}]",
            "[0].misconception is “M19” but must be one of M1, M2, M3,"),
        Arguments.of("[{'text': 'x', 'answer': 1}]", "[0] has text and answer: keep text for"),
        Arguments.of(
            "['x', {'text': 'x', 'why': 'y'}]",
            "[1] has an unknown field “why”: its fields are text, answer, misconception, reply."),
        Arguments.of("[{'en': 'x', 'text': 'y'}]", "[0] has an unknown field “en”: its fields are"),
        Arguments.of("[{'answer': 'two'}]", "[0].answer is the text “two” but must be a number,"));
  }

  @ParameterizedTest
  @MethodSource("wrongOptions")
  void refusesAnOptionThatIsNeither(String options, String fault) {
    String fields = "'kind': 'number', 'answer': 1, 'options': " + options;
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> LessonReader.read(document(fields)));
    assertThat(Texts.english().say(refused.said())).startsWith("beat 1: ask.options" + fault);
  }

  static Stream<Arguments> wrongForms() {
    return Stream.of(
        withAnswer("number", "[1]", " is a list but must be a number, as the kind"),
        withAnswer("number", "'two'", " is the text “two” but must be a number, as the kind"),
        withAnswer("number", "true", " is true but must be an answer: a number, a text, a list,"),
        withAnswer("row", "3", " is the number 3 but must be a list of numbers such as"),
        withAnswer("row", "[]", " is an empty list but must be a list of numbers such as"),
        withAnswer("row", "[1, 'x']", "[1] is the text “x” but must be a number without quotation"),
        withAnswer("matrix", "[1, 2]", "[0] is the number 1 but must be a row of numbers"),
        withAnswer("matrix", "[[1, 2], [3]]", "[1] has 1 number but the first row has 2:"),
        withAnswer("shape", "[4]", " has 1 number but must have two: a shape is [rows, columns]."),
        withAnswer("shape", "[4, 0]", "[1] is 0 but must be from 1 to 2147483647."),
        withAnswer("shape", "[4, 2.5]", "[1] is 2.5 but must be a whole number."),
        withAnswer("choice", "2", " is 2 but must be from 0 to 1."),
        withAnswer("choice", "[0]", " is a list but must be the number of an option, from 0"),
        withAnswer("choices", "[0, -1]", "[1] is -1 but must be from 0 to 1."),
        withAnswer("choices", "1", " is the number 1 but must be a list of the numbers of options"),
        withAnswer("order", "[1, 1]", " must name each of the 2 options once, from 0."),
        withAnswer("order", "[1]", " must name each of the 2 options once, from 0."),
        withAnswer("lines", "[3, 2]", " is a list but must be an object with left and right, as"),
        withAnswer("lines", "{'left': 3}", " has no right: it needs the number of a line"),
        withAnswer("lines", "{'left': 0, 'right': 1}", ".left is 0 but must be from 1 to"),
        withAnswer(
            "lines", "{'top': 1}", " has an unknown field “top”: its fields are left, right."),
        withAnswer("cells", "'layer1/z/1,1'", " is the text “layer1/z/1,1” but must be a list of"),
        withAnswer(
            "cells", "['layer1/z']", "[0] is the text “layer1/z” but must be a cell such as"),
        withAnswer("cells", "['layer1/z/9,1']", "[0]: There is no place layer1/z/9,1: layer1/z is"),
        withAnswer("cells", "['z₁']", "[0]: “z₁” is not a place: write one such as"),
        withAnswer("expression", "7", " is the number 7 but must be a text such as"),
        withAnswer("parts", "[]", " is an empty list but must be a list of answers"),
        withAnswer("parts", "[1, [[1], [2, 3]]]", "[1][1] has 2 numbers but the first row has 1:"));
  }

  @ParameterizedTest
  @MethodSource("wrongForms")
  void refusesAFormThatIsNotOfTheKindAndNamesWhereItStands(String fields, String fault) {
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> LessonReader.read(document(fields)));
    assertThat(Texts.english().say(refused.said())).startsWith(fault);
  }
}
