package org.gradloom.ui.practice;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Exercise;
import org.gradloom.text.Texts;

/** An answer as a learner would type it, which is how it is kept and can be marked again. */
record ExerciseWords(Exercise exercise, Texts texts) {
  String of(AnswerDraft draft) {
    return switch (draft) {
      case AnswerDraft.InCells(var kind, var shape, var typed) ->
          switch (kind) {
            case NUMBER -> real(typed.getFirst());
            case MATRIX ->
                IntStream.range(0, shape.rows())
                    .mapToObj(row ->
                        row(typed.subList(row * shape.columns(), (row + 1) * shape.columns())))
                    .collect(Collectors.joining(", ", "[", "]"));
            case ROW, SHAPE, CHOICE, CHOICES, ORDER, LINES, CELLS, EXPRESSION, PARTS -> row(typed);
          };
      case AnswerDraft.Sides(var rows, var columns) -> rows.strip() + " × " + columns.strip();
      case AnswerDraft.Code(var text) -> text.strip();
      case AnswerDraft.Ticked(var options) ->
          options.isEmpty()
              ? texts.get("ask.none")
              : options.stream().sorted().map(this::option).collect(Collectors.joining(", "));
      case AnswerDraft.Ordered(var options) ->
          options.stream().map(this::option).collect(Collectors.joining(", "));
      case AnswerDraft.TwoLines(var left, var right) ->
          texts.get(
              "ask.lines.words",
              left.isPresent() ? left.getAsInt() + 1 : "",
              right.isPresent() ? right.getAsInt() + 1 : "");
      case AnswerDraft.CellSet(_, var cells) ->
          cells.isEmpty()
              ? texts.get("ask.none")
              : cells.stream()
                  .sorted(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column))
                  .map(ExerciseWords::cell)
                  .collect(Collectors.joining("; "));
      case AnswerDraft.Correction(_, var cell, var reason, var number) ->
          Stream.of(
                  cell.map(ExerciseWords::cell).orElse(""),
                  reason.isPresent() ? Integer.toString(reason.getAsInt()) : "",
                  real(number))
              .collect(Collectors.joining("; "));
    };
  }

  private static String cell(Cell cell) {
    return "(" + (cell.row() + 1) + ", " + (cell.column() + 1) + ")";
  }

  private static String row(List<String> typed) {
    return typed.stream().map(ExerciseWords::real).collect(Collectors.joining(", ", "[", "]"));
  }

  private String option(int index) {
    return exercise.ask().options().get(index).text().in(texts.language());
  }

  private static String real(String typed) {
    return Numbers.withRealMinus(typed.strip());
  }
}
