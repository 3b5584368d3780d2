package org.gradloom.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.derivation.Notation;
import org.gradloom.lesson.Answer;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.Texts;

/**
 * Answers in words, on one line, as a learner would type them but for cells, which have their
 * names. Options are lettered.
 *
 * @param optioned whether the question has options
 */
public record AnswerWords(Notation notation, boolean optioned, Texts texts) {

  /** An answer that is as its lesson's convention writes it. */
  public String of(Answer answer) {
    return switch (answer) {
      case Answer.Scalar(var entry) -> number(entry);
      case Answer.Row(var values) -> row(values, 0, "(", ")");
      case Answer.OfMatrix(var values) ->
          IntStream.range(0, values.rows())
              .mapToObj(i -> row(values, i, "[", "]"))
              .collect(Collectors.joining(", ", "[", "]"));
      case Answer.OfShape(var shape) -> shape.toString();
      case Answer.Choice(int option) -> letter(option);
      case Answer.Choices(var options) -> letters(options);
      case Answer.Order(var options) -> letters(options);
      case Answer.Lines(int left, int right) -> texts.get("beats.lines", left + 1, right + 1);
      case Answer.Cells(var cells) ->
          orNone(
              cells.stream()
                  .map(notation.lesson().convention()::turned)
                  .map(inside -> notation.result(inside.operand(), inside.cell()))
                  .collect(Collectors.joining(", ")));
      case Answer.Expression(var text) -> text;
      case Answer.Parts parts ->
          IntStream.range(0, parts.parts().size())
              .mapToObj(n -> part(parts, n))
              .collect(Collectors.joining("; "));
    };
  }

  private String part(Answer.Parts parts, int n) {
    Answer.Part part = parts.parts().get(n);
    return optioned && parts.chosen().orElse(-1) == n && part instanceof Answer.Scalar(var option)
        ? letter((int) option.value())
        : of(part);
  }

  /** Whole numbers to their last digit. */
  private static String number(Entry entry) {
    return entry.value() == Math.rint(entry.value()) ? entry.inFull() : entry.text();
  }

  private static String row(Matrix values, int i, String open, String close) {
    return IntStream.range(0, values.columns())
        .mapToObj(j -> number(values.entry(i, j)))
        .collect(Collectors.joining(", ", open, close));
  }

  private String letters(List<Integer> options) {
    return orNone(options.stream().map(AnswerWords::letter).collect(Collectors.joining(", ")));
  }

  private String orNone(String list) {
    return list.isEmpty() ? texts.get("beats.nothing") : list;
  }

  /** The letter of an option: a, b, … z, and after that its number from 1. */
  public static String letter(int option) {
    return option < 26 ? Character.toString('a' + option) : Integer.toString(option + 1);
  }
}
