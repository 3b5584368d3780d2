package org.gradloom.matrix;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Matrices as spreadsheets and languages write them. */
public final class MatrixText {
  private MatrixText() {}

  /** {@code [[1, 2], [3, 4]]}. */
  public static String numpy(Matrix matrix) {
    return inBrackets(rows(matrix, ", "));
  }

  /** {@code torch.tensor([[1, 2], [3, 4]], dtype=torch.float64)}. */
  public static String torch(Matrix matrix) {
    return "torch.tensor(" + numpy(matrix) + ", dtype=torch.float64)";
  }

  /** {@code [[1, 2], [3, 4]]}; as JSON has no fractions, they are the doubles they stand for. */
  public static String json(Matrix matrix) {
    return inBrackets(rows(matrix, ", ", entry -> Numbers.exact(entry.value())));
  }

  /** LaTeX in square brackets, one line a row; a fraction is set as one. */
  public static String latex(Matrix matrix) {
    return rows(matrix, " & ", MatrixText::latex)
        .collect(Collectors.joining(" \\\\\n", "\\begin{bmatrix}\n", "\n\\end{bmatrix}"));
  }

  private static String latex(Entry entry) {
    String exact = entry.exactText();
    int line = exact.indexOf('/');
    return line < 0
        ? exact
        : "\\frac{" + exact.substring(0, line) + "}{" + exact.substring(line + 1) + "}";
  }

  /** {@code [1 2; 3 4]}. */
  public static String matlab(Matrix matrix) {
    return rows(matrix, " ").collect(Collectors.joining("; ", "[", "]"));
  }

  /** One line a row, a tab between entries, as spreadsheets paste it. */
  public static String spreadsheet(Matrix matrix) {
    return rows(matrix, "\t").collect(Collectors.joining("\n"));
  }

  private static String inBrackets(Stream<String> rows) {
    return rows.map(row -> "[" + row + "]").collect(Collectors.joining(", ", "[", "]"));
  }

  private static Stream<String> rows(Matrix matrix, String separator) {
    return rows(matrix, separator, Entry::exactText);
  }

  private static Stream<String> rows(
      Matrix matrix, String separator, Function<Entry, String> number) {
    return IntStream.range(0, matrix.rows())
        .mapToObj(i ->
            IntStream.range(0, matrix.columns())
                .mapToObj(j -> number.apply(matrix.entry(i, j)))
                .collect(Collectors.joining(separator)));
  }
}
