package org.gradloom.matrix;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Matrices as spreadsheets, NumPy and MATLAB write them. */
public final class MatrixText {
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
}
