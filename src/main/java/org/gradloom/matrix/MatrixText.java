package org.gradloom.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.text.InvalidInput;

/** Matrices as spreadsheets, NumPy and MATLAB write them, in and out. */
public final class MatrixText {
  /** More than anyone edits by hand, and small enough to refuse a whole file pasted by mistake. */
  private static final int LONGEST_TEXT = 4_000_000;

  /** What stands before the brackets where code was copied: {@code np.array(}. */
  private static final Pattern CALL =
      Pattern.compile("(?:\\w+\\.)?(?:array|asarray|matrix|tensor)\\s*\\(");

  private static final Pattern BETWEEN_ROWS = Pattern.compile("\\]\\s*+,?\\s*+\\[");

  private static final Pattern SEPARATED_BY_SEMICOLONS =
      Pattern.compile("[^\\s,;]++(?:;[^\\s,;]++)+");

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

  private static Stream<String> rows(Matrix matrix, String separator) {
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
    String text = withoutCall(pasted.strip());
    List<String> lines =
        text.startsWith("[") ? linesInBrackets(text) : linesWithoutBrackets(pasted);
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

  /** The brackets alone, where they are the argument of a call; options after them are dropped. */
  private static String withoutCall(String text) {
    var call = CALL.matcher(text);
    if (!call.lookingAt() || !text.endsWith(")")) {
      return text;
    }
    String arguments = text.substring(call.end(), text.length() - 1);
    int end = arguments.lastIndexOf(']') + 1;
    String options = arguments.substring(end).strip();
    return options.isEmpty() || options.startsWith(",")
        ? arguments.substring(0, end).strip()
        : text;
  }

  private static List<String> linesInBrackets(String text) {
    if (!text.endsWith("]") || count(text, '[') != count(text, ']')) {
      throw new InvalidInput("paste.brackets");
    }
    String inner = text.substring(1, text.length() - 1).strip();
    // Python allows a comma after the last row.
    String rows = inner.endsWith(",") ? inner.substring(0, inner.length() - 1).strip() : inner;
    Stream<String> lines =
        rows.startsWith("[") && rows.endsWith("]")
            ? BETWEEN_ROWS.splitAsStream(rows.substring(1, rows.length() - 1))
            : Stream.of(inner.split("[;\\n]", -1));
    return lines.map(String::strip).toList();
  }

  /**
   * A semicolon ends a row, as in MATLAB, unless every line is a row of entries with semicolons
   * between, as spreadsheets write CSV where the comma is the decimal sign.
   */
  private static List<String> linesWithoutBrackets(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    boolean separates =
        lines.size() > 1
            && lines.stream().allMatch(line -> SEPARATED_BY_SEMICOLONS.matcher(line).matches());
    return separates
        ? lines.stream().map(line -> line.replace(';', '\t')).toList()
        : List.of(text.split("\\R|;", -1));
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static List<Entry> entries(String line, int row) {
    String text = line.strip();
    // Tabs first: they keep the place even of an empty cell. Then commas, then blanks.
    boolean tabs = text.contains("\t");
    boolean commas = !tabs && text.contains(",");
    String[] parts = tabs ? line.split("\t", -1) : text.split(commas ? "," : "\\s+", -1);
    // Python allows a comma after the last entry.
    int count = commas && text.endsWith(",") ? parts.length - 1 : parts.length;
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
