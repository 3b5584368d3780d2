package org.gradloom.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.MatrixText;
import org.gradloom.matrix.Numbers;

/** The forms in which a matrix is printed; each is read back as the same numbers. */
enum MatrixForm {
  JSON,
  NUMPY,
  TORCH,
  MATLAB,
  LATEX,
  TSV;

  /** The form of this name on the command line. */
  static Optional<MatrixForm> of(String word) {
    return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
  }

  /** The names of all, as the command's help shows them. */
  static String words() {
    return Arrays.stream(values()).map(MatrixForm::word).collect(Collectors.joining("|"));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String write(Matrix matrix) {
    return switch (this) {
      case JSON -> json(matrix);
      case NUMPY -> "np.array(" + MatrixText.numpy(matrix) + ")";
      case TORCH -> "torch.tensor(" + MatrixText.numpy(matrix) + ", dtype=torch.float64)";
      case MATLAB -> MatrixText.matlab(matrix);
      case LATEX -> latex(matrix);
      case TSV -> MatrixText.spreadsheet(matrix);
    };
  }

  /** JSON has no fractions, so that they are written as the doubles they stand for. */
  private static String json(Matrix matrix) {
    return rows(matrix, entry -> Numbers.exact(entry.value()), ", ")
        .collect(Collectors.joining("], [", "[[", "]]"));
  }

  private static String latex(Matrix matrix) {
    return rows(matrix, MatrixForm::latex, " & ")
        .collect(Collectors.joining(" \\\\\n", "\\begin{bmatrix}\n", "\n\\end{bmatrix}"));
  }

  private static String latex(Entry entry) {
    String exact = entry.exactText();
    int line = exact.indexOf('/');
    return line < 0
        ? exact
        : "\\frac{" + exact.substring(0, line) + "}{" + exact.substring(line + 1) + "}";
  }

  private static Stream<String> rows(
      Matrix matrix, Function<Entry, String> number, String separator) {
    return IntStream.range(0, matrix.rows())
        .mapToObj(i ->
            IntStream.range(0, matrix.columns())
                .mapToObj(j -> number.apply(matrix.entry(i, j)))
                .collect(Collectors.joining(separator)));
  }
}
