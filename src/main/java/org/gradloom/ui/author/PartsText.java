package org.gradloom.ui.author;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.expression.Expression;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.paste.MatrixReader;
import org.gradloom.text.InvalidInput;

/**
 * The answers to the parts of a question as an author writes them, one a line: {@code -6}, {@code
 * [0, -6]}, {@code [[2, 6], [0, -6]]}, {@code row 3, column 2}, {@code layer1/dW/3,2
 * layer1/dW/3,1}, else a line of code.
 */
final class PartsText {
  private static final String NO_CELLS = "none";
  private static final Pattern LINES = Pattern.compile("row (\\d{1,9}), ?column (\\d{1,9})");

  /** In code a matrix is divided, and none has such a name. */
  private static final Pattern CELLS = Pattern.compile("(?:layer\\d*|loss)/.*");

  private PartsText() {}

  static String of(List<Answer.Part> parts, Lesson lesson) {
    return parts.stream().map(part -> of(part, lesson)).collect(Collectors.joining("\n"));
  }

  private static String of(Answer.Part part, Lesson lesson) {
    return switch (part) {
      case Answer.Scalar(var value) -> value.exactText();
      case Answer.Row(var values) -> row(values, 0);
      case Answer.OfMatrix(var values) ->
          IntStream.range(0, values.rows())
              .mapToObj(i -> row(values, i))
              .collect(Collectors.joining(", ", "[", "]"));
      case Answer.Lines(int left, int right) -> "row " + (left + 1) + ", column " + (right + 1);
      case Answer.Cells(var cells) -> cells.isEmpty() ? NO_CELLS : CellsText.of(cells, lesson);
      case Answer.Expression(var text) -> text;
    };
  }

  private static String row(Matrix values, int i) {
    return IntStream.range(0, values.columns())
        .mapToObj(j -> values.entry(i, j).exactText())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * The parts that a text holds.
   *
   * @throws InvalidInput if a line is nothing that can be answered
   */
  static List<Answer.Part> read(String text, Lesson lesson) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> part(line, lesson))
        .toList();
  }

  private static Answer.Part part(String line, Lesson lesson) {
    Matcher lines = LINES.matcher(line);
    if (lines.matches()) {
      return new Answer.Lines(fromOne(lines.group(1)), fromOne(lines.group(2)));
    }
    if (line.equals(NO_CELLS)) {
      return new Answer.Cells(List.of());
    }
    if (CELLS.matcher(line).matches()) {
      return new Answer.Cells(CellsText.read(line, lesson));
    }
    if (line.startsWith("[")) {
      Matrix values = MatrixReader.readings(line, new Shape(1, 1)).getFirst().matrix();
      return values.rows() == 1 && !line.startsWith("[[")
          ? new Answer.Row(values)
          : new Answer.OfMatrix(values);
    }
    return number(line)
        .<Answer.Part>map(Answer.Scalar::new)
        .orElseGet(() -> {
          Expression.parse(line);
          return new Answer.Expression(line);
        });
  }

  private static int fromOne(String counted) {
    int line = Integer.parseInt(counted) - 1;
    if (line < 0) {
      throw new InvalidInput("answer.lines", counted);
    }
    return line;
  }

  private static Optional<Entry> number(String line) {
    try {
      return Optional.of(Numbers.parse(line));
    } catch (InvalidInput _) {
      return Optional.empty();
    }
  }
}
