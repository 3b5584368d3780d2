package org.gradloom.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.text.InvalidInput;

/** Matrices as spreadsheets, NumPy and MATLAB write them, in and out. */
public final class MatrixText {
  /** More than anyone edits by hand, and small enough to refuse a whole file pasted by mistake. */
  private static final int LONGEST_TEXT = 4_000_000;

  private static final Pattern NUMPY_CALL =
      Pattern.compile(
          "^(?:np\\.|numpy\\.)?(?:array|asarray|matrix)\\s*\\((.*?)(?:,\\s*dtype=[^)]*)?\\)$",
          Pattern.DOTALL);
  private static final Pattern BETWEEN_ROWS = Pattern.compile("\\]\\s*,?\\s*\\[");

  private MatrixText() {}

  /** {@code [[1, 2], [3, 4]]}. */
  public static String numpy(Matrix matrix) {
    return rows(matrix, ", ")
        .map(row -> "[" + row + "]")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** {@code [1 2; 3 4]}. */
  public static String matlab(Matrix matrix) {
    return rows(matrix, " ").collect(Collectors.joining("; ", "[", "]"));
  }

  /** One line a row, a tab between entries, as spreadsheets paste it. */
  public static String spreadsheet(Matrix matrix) {
    return rows(matrix, "\t").collect(Collectors.joining("\n"));
  }

  private static java.util.stream.Stream<String> rows(Matrix matrix, String separator) {
    return IntStream.range(0, matrix.rows())
        .mapToObj(i ->
            IntStream.range(0, matrix.columns())
                .mapToObj(j -> matrix.entry(i, j).exactText())
                .collect(Collectors.joining(separator)));
  }

  /**
   * Reads any of the forms above, told apart by their brackets and separators. A comma separates
   * entries and never decimals.
   *
   * @throws InvalidInput naming the row and column where the text stops being a matrix
   */
  public static Matrix parse(String pasted) {
    if (pasted.length() > LONGEST_TEXT) {
      throw new InvalidInput("paste.tooLong");
    }
    String text = pasted.strip();
    var call = NUMPY_CALL.matcher(text);
    if (call.matches()) {
      text = call.group(1).strip();
    }
    List<String> lines = lines(text);
    List<List<Entry>> rows = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        rows.add(entries(line, rows.size() + 1));
      }
    }
    if (rows.isEmpty()) {
      throw new InvalidInput("paste.empty");
    }
    int columns = rows.getFirst().size();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != columns) {
        throw new InvalidInput("paste.ragged", i + 1, rows.get(i).size(), columns);
      }
    }
    return Matrix.entries(new Shape(rows.size(), columns), (i, j) -> rows.get(i).get(j));
  }

  private static List<String> lines(String text) {
    if (text.startsWith("[")) {
      if (!text.endsWith("]")) {
        throw new InvalidInput("paste.unclosed");
      }
      String inner = text.substring(1, text.length() - 1).strip();
      if (inner.startsWith("[") && inner.endsWith("]")) {
        String rows = inner.substring(1, inner.length() - 1);
        return Arrays.asList(BETWEEN_ROWS.split(rows, -1));
      }
      return Arrays.asList(inner.split("[;\\n]", -1));
    }
    return Arrays.asList(text.split("\\R|;", -1));
  }

  private static List<Entry> entries(String line, int row) {
    String text = line.strip();
    // Tabs first: a spreadsheet's cell may hold anything else. Then commas, then blanks.
    String separator = text.contains("\t") ? "\\t" : text.contains(",") ? "," : "\\s+";
    String[] parts = text.split(separator, -1);
    // Python allows a comma after the last entry.
    int count =
        parts.length > 1 && parts[parts.length - 1].isBlank() ? parts.length - 1 : parts.length;
    List<Entry> entries = new ArrayList<>(count);
    for (int j = 0; j < count; j++) {
      try {
        entries.add(Numbers.parse(parts[j]));
      } catch (InvalidInput e) {
        throw new InvalidInput("paste.badEntry", row, j + 1, e.said());
      }
    }
    return entries;
  }
}
