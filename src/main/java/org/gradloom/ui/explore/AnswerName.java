package org.gradloom.ui.explore;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.derivation.Notation;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;

/**
 * What an answer that is as the lesson's convention writes it is called where it is shown, in the
 * words of its question's options.
 */
record AnswerName(Beat.Ask ask, Lesson lesson, Texts texts) {
  /** From here on a double has no digits to spare. */
  private static final double MOST_COUNTED = 1e15;

  String of(Answer answer) {
    return switch (answer) {
      case Answer.Scalar(var value) -> number(value);
      case Answer.Row(var values) -> row(values, 0);
      case Answer.OfMatrix(var values) ->
          IntStream.range(0, values.rows())
              .mapToObj(i -> row(values, i))
              .collect(Collectors.joining(", ", "[", "]"));
      case Answer.OfShape(var shape) -> shape.toString();
      case Answer.Choice(int option) -> option(option);
      case Answer.Choices(var options) -> options(options, "; ");
      case Answer.Order(var options) -> options(options, " → ");
      case Answer.Lines(int left, int right) -> texts.get("ask.lines.words", left + 1, right + 1);
      case Answer.Cells(var cells) ->
          cells.stream().map(cell -> named(cell)).collect(Collectors.joining(", "));
      case Answer.Expression(var text) -> text;
      case Answer.Parts(var parts) ->
          parts.stream().map(this::of).collect(Collectors.joining("; "));
    };
  }

  /** What is counted by its thousands. */
  private static String number(Entry entry) {
    double value = entry.value();
    return entry.fraction() == null && value == Math.rint(value) && Math.abs(value) < MOST_COUNTED
        ? Numbers.whole((long) value)
        : entry.inFull();
  }

  private String named(Place.OfCell written) {
    Place.OfCell inside = lesson.convention().turned(written);
    return new Notation(lesson).entry(inside.operand(), inside.cell());
  }

  private static String row(Matrix values, int row) {
    return IntStream.range(0, values.columns())
        .mapToObj(column -> values.entry(row, column))
        .map(Entry::inFull)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String option(int option) {
    return ask.options().get(option).text().in(texts.language());
  }

  private String options(List<Integer> options, String between) {
    return options.isEmpty()
        ? texts.get("ask.none")
        : options.stream().map(this::option).collect(Collectors.joining(between));
  }
}
