package org.gradloom.export;

import java.io.IOException;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;

/**
 * A matrix as lines of text with its points one below the other, at 6 significant digits; fractions
 * as typed.
 */
public final class AlignedMatrix {
  private static final String GAP = "  ";

  /** The longest side of a matrix whose numbers are all listed. */
  static final int LARGEST_SIDE = 16;

  private AlignedMatrix() {}

  static boolean isLarge(int rows, int columns) {
    return rows > LARGEST_SIDE || columns > LARGEST_SIDE;
  }

  /**
   * Writes the matrix or, with a side over 16, one line with the smallest, the largest and the mean
   * number.
   */
  public static void writeOrSumUp(Matrix matrix, String indent, Texts texts, Appendable out)
      throws IOException {
    if (!isLarge(matrix.rows(), matrix.columns())) {
      write(matrix, indent, out);
      return;
    }
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        double value = matrix.get(i, j);
        least = Math.min(least, value);
        most = Math.max(most, value);
        sum += value;
      }
    }
    out.append(indent)
        .append(
            texts.get(
                "explain.summary",
                matrix.shape().toString(),
                Numbers.format(least),
                Numbers.format(most),
                Numbers.format(sum / matrix.shape().size())))
        .append('\n');
  }

  /** Writes one line for each row, each beginning with {@code indent}. */
  public static void write(Matrix matrix, String indent, Appendable out) throws IOException {
    write(matrix.shape(), (i, j) -> matrix.entry(i, j).text(), indent, out);
  }

  /** What stands at a row and column, from 0. */
  @FunctionalInterface
  interface CellTexts {
    String at(int row, int column);
  }

  /** The same with texts of one's own, where not every number may be seen. */
  static void write(Shape shape, CellTexts texts, String indent, Appendable out)
      throws IOException {
    int[] before = new int[shape.columns()];
    int[] behind = new int[shape.columns()];
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        String text = texts.at(i, j);
        int point = point(text);
        before[j] = Math.max(before[j], point);
        behind[j] = Math.max(behind[j], text.length() - point);
      }
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < shape.rows(); i++) {
      line.setLength(0);
      line.append(indent);
      for (int j = 0; j < shape.columns(); j++) {
        String text = texts.at(i, j);
        int point = point(text);
        line.append(j == 0 ? "" : GAP).repeat(" ", before[j] - point).append(text);
        if (j + 1 < shape.columns()) {
          line.repeat(" ", behind[j] - (text.length() - point));
        }
      }
      out.append(line).append('\n');
    }
  }

  /** Where the point of a number stands, or would stand. */
  private static int point(String number) {
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) == '.' || number.charAt(i) == 'e') {
        return i;
      }
    }
    return number.length();
  }
}
