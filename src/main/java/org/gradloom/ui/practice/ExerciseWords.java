package org.gradloom.ui.practice;

import java.util.stream.Collectors;
import org.gradloom.derivation.Notation;
import org.gradloom.lesson.Answer;
import org.gradloom.matrix.Numbers;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Exercise;
import org.gradloom.text.Texts;

/** How an answer is read. */
record ExerciseWords(Exercise exercise, Texts texts) {
  String of(AnswerDraft draft) {
    return switch (draft) {
      case AnswerDraft.InCells(var kind, var shape, var typed) ->
          kind == Answer.Kind.NUMBER
              ? real(typed.getFirst())
              : kind == Answer.Kind.ROW
                  ? typed.stream().map(this::real).collect(Collectors.joining(", ", "(", ")"))
                  : texts.get("practice.words.matrix", shape.rows(), shape.columns());
      case AnswerDraft.Sides(var rows, var columns) -> rows.strip() + " × " + columns.strip();
      case AnswerDraft.Code(var text) -> text.strip();
      case AnswerDraft.Ticked(var options) ->
          options.isEmpty()
              ? texts.get("ask.none")
              : options.stream().sorted().map(this::option).collect(Collectors.joining(", "));
      case AnswerDraft.Ordered(var options) ->
          options.stream().map(this::option).collect(Collectors.joining(" · "));
      case AnswerDraft.TwoLines(var left, var right) ->
          texts.get(
              "ask.lines.words",
              left.isPresent() ? left.getAsInt() + 1 : "",
              right.isPresent() ? right.getAsInt() + 1 : "");
      case AnswerDraft.CellSet(var matrix, var cells) ->
          cells.isEmpty()
              ? texts.get("ask.none")
              : cells.stream()
                  .map(cell -> new Notation(exercise.lesson()).entry(matrix, cell))
                  .sorted()
                  .collect(Collectors.joining(", "));
      case AnswerDraft.Correction(var matrix, var cell, _, var number) ->
          cell.map(at -> new Notation(exercise.lesson()).result(matrix, at)).orElse("")
              + " = "
              + real(number);
    };
  }

  private String option(int index) {
    return exercise.ask().options().get(index).text().in(texts.language());
  }

  private String real(String typed) {
    return typed.strip().replace('-', Numbers.MINUS);
  }
}
