package org.gradloom.practice;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;

/**
 * An answer that is not checked yet as a few texts, to be kept: of each field what is typed in it,
 * of what is chosen the numbers. Options and lines count from 0, as everywhere in a program.
 */
public final class DraftTexts {
  private static final Pattern COUNT = Pattern.compile("\\d{1,4}");
  private static final Pattern CELL = Pattern.compile("(\\d{1,4}),(\\d{1,4})");

  private DraftTexts() {}

  /** The texts of an answer. */
  public static List<String> of(AnswerDraft draft) {
    return switch (draft) {
      case AnswerDraft.InCells(_, _, var texts) -> texts;
      case AnswerDraft.Sides(var rows, var columns) -> List.of(rows, columns);
      case AnswerDraft.Code(var text) -> List.of(text);
      case AnswerDraft.Ticked(var options) ->
          options.stream().sorted().map(option -> Integer.toString(option)).toList();
      case AnswerDraft.Ordered(var options) ->
          options.stream().map(option -> Integer.toString(option)).toList();
      case AnswerDraft.TwoLines(var left, var right) -> List.of(text(left), text(right));
      case AnswerDraft.CellSet(_, var cells) ->
          cells.stream().map(DraftTexts::text).sorted().toList();
      case AnswerDraft.Correction(_, var cell, var reason, var number) ->
          List.of(cell.map(DraftTexts::text).orElse(""), text(reason), number);
    };
  }

  private static String text(OptionalInt chosen) {
    return chosen.isPresent() ? Integer.toString(chosen.getAsInt()) : "";
  }

  private static String text(Cell cell) {
    return cell.row() + "," + cell.column();
  }

  /** The answer that has these texts; empty where they fit no answer to this exercise. */
  public static Optional<AnswerDraft> draft(Exercise exercise, List<String> texts) {
    int options = exercise.ask().options().size();
    AnswerDraft empty = AnswerDraft.empty(exercise);
    return switch (empty) {
      case AnswerDraft.InCells(var kind, var shape, var blank) ->
          ofSize(texts, blank.size()).map(all -> new AnswerDraft.InCells(kind, shape, all));
      case AnswerDraft.Sides _ ->
          ofSize(texts, 2).map(all -> new AnswerDraft.Sides(all.getFirst(), all.getLast()));
      case AnswerDraft.Code _ -> ofSize(texts, 1).map(all -> new AnswerDraft.Code(all.getFirst()));
      case AnswerDraft.Ticked _ ->
          below(texts, options).map(ticked -> new AnswerDraft.Ticked(new HashSet<>(ticked)));
      case AnswerDraft.Ordered _ ->
          below(texts, options)
              .filter(order -> order.size() == options && Set.copyOf(order).size() == options)
              .map(AnswerDraft.Ordered::new);
      case AnswerDraft.TwoLines _ ->
          ofSize(texts, 2)
              .filter(all -> all.stream().allMatch(text -> text.isEmpty() || isCount(text)))
              .map(all -> new AnswerDraft.TwoLines(chosen(all.getFirst()), chosen(all.getLast())));
      case AnswerDraft.CellSet(var matrix, _) ->
          cells(exercise, matrix, texts).map(cells -> new AnswerDraft.CellSet(matrix, cells));
      case AnswerDraft.Correction(var matrix, _, _, _) ->
          ofSize(texts, 3).flatMap(all -> correction(exercise, matrix, all));
    };
  }

  private static Optional<List<String>> ofSize(List<String> texts, int size) {
    return Optional.of(texts).filter(all -> all.size() == size);
  }

  private static boolean isCount(String text) {
    return COUNT.matcher(text).matches();
  }

  private static OptionalInt chosen(String text) {
    return isCount(text) ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  private static Optional<List<Integer>> below(List<String> texts, int options) {
    return Optional.of(texts)
        .filter(all -> all.stream().allMatch(DraftTexts::isCount))
        .map(all -> all.stream().map(Integer::valueOf).toList())
        .filter(all -> all.stream().allMatch(option -> option < options));
  }

  private static Optional<Set<Cell>> cells(Exercise exercise, Operand matrix, List<String> texts) {
    Set<Cell> cells =
        texts.stream()
            .flatMap(text -> cell(exercise, matrix, text).stream())
            .collect(Collectors.toSet());
    return Optional.of(cells).filter(all -> all.size() == texts.size());
  }

  private static Optional<Cell> cell(Exercise exercise, Operand matrix, String text) {
    Shape shape = exercise.lesson().writtenShape(matrix);
    Matcher matcher = CELL.matcher(text);
    return Optional.of(matcher)
        .filter(Matcher::matches)
        .map(sides -> new Cell(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2))))
        .filter(cell -> cell.row() < shape.rows() && cell.column() < shape.columns());
  }

  private static Optional<AnswerDraft> correction(
      Exercise exercise, Operand matrix, List<String> texts) {
    Optional<Cell> cell = cell(exercise, matrix, texts.get(0));
    OptionalInt reason = chosen(texts.get(1));
    boolean fits =
        (cell.isPresent() || texts.get(0).isEmpty())
            && (reason.isEmpty()
                ? texts.get(1).isEmpty()
                : reason.getAsInt() < exercise.ask().options().size());
    return fits
        ? Optional.of(new AnswerDraft.Correction(matrix, cell, reason, texts.get(2)))
        : Optional.empty();
  }
}
