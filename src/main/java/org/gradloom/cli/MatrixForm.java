package org.gradloom.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.MatrixText;

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
      case JSON -> MatrixText.json(matrix);
      case NUMPY -> "np.array(" + MatrixText.numpy(matrix) + ")";
      case TORCH -> MatrixText.torch(matrix);
      case MATLAB -> MatrixText.matlab(matrix);
      case LATEX -> MatrixText.latex(matrix);
      case TSV -> MatrixText.spreadsheet(matrix);
    };
  }
}
