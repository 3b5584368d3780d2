package org.gradloom.ui.practice;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Matrix;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Exercise;
import org.gradloom.text.Texts;

/** Answers as they stand on the screen. */
public final class EnteredDrafts {
  private EnteredDrafts() {}

  /**
   * What a learner would have entered to give an answer.
   *
   * @param answer as the convention writes it
   */
  public static AnswerDraft of(Exercise exercise, Answer answer) {
    AnswerDraft empty = AnswerDraft.empty(exercise);
    return switch (answer) {
      case Answer.Scalar(var value) -> filled(empty, List.of(value.exactText()));
      case Answer.Row(var values) -> filled(empty, texts(values));
      case Answer.OfMatrix(var values) -> filled(empty, texts(values));
      case Answer.OfShape(var shape) ->
          new AnswerDraft.Sides(Integer.toString(shape.rows()), Integer.toString(shape.columns()));
      case Answer.Choice(int option) -> new AnswerDraft.Ticked(Set.of(option));
      case Answer.Choices(var options) -> new AnswerDraft.Ticked(Set.copyOf(options));
      case Answer.Order(var options) -> new AnswerDraft.Ordered(options);
      case Answer.Lines(int left, int across) ->
          new AnswerDraft.TwoLines(OptionalInt.of(left), OptionalInt.of(across));
      case Answer.Cells(var cells) ->
          new AnswerDraft.CellSet(
              cells.getFirst().operand(),
              cells.stream().map(Place.OfCell::cell).collect(Collectors.toSet()));
      case Answer.Expression(var text) -> new AnswerDraft.Code(text);
      case Answer.Parts(var parts) ->
          new AnswerDraft.Correction(
              parts.getFirst().places().findFirst().orElseThrow().operand(),
              parts.getFirst().places().findFirst().map(Place.OfCell::cell),
              OptionalInt.of((int) number(parts.get(1))),
              Double.toString(number(parts.get(2))));
    };
  }

  /** The same in the words that are kept of it. */
  public static String words(Exercise exercise, AnswerDraft draft) {
    return new ExerciseWords(exercise, Texts.english()).of(draft);
  }

  private static double number(Answer answer) {
    return answer instanceof Answer.Scalar(var entry) ? entry.value() : Double.NaN;
  }

  private static AnswerDraft filled(AnswerDraft empty, List<String> texts) {
    return empty instanceof AnswerDraft.InCells cells
        ? new AnswerDraft.InCells(cells.kind(), cells.shape(), texts)
        : empty;
  }

  private static List<String> texts(Matrix values) {
    return IntStream.range(0, values.shape().size())
        .mapToObj(n -> values.entry(n / values.columns(), n % values.columns()).exactText())
        .toList();
  }
}
