package org.gradloom.files;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import tools.jackson.core.JsonToken;

/** Reads matrices and vectors, straight into their numbers. */
final class MatrixInput {
  private final JsonInput in;
  private double[] values = new double[64];
  private int size;
  private final Map<Integer, String> fractions = new TreeMap<>();

  private MatrixInput(JsonInput in) {
    this.in = in;
  }

  /** A list of rows of equal length. */
  static Matrix matrix(JsonInput in) {
    return new MatrixInput(in).readMatrix();
  }

  /** A list of numbers, as a 1×M matrix. */
  static Matrix vector(JsonInput in) {
    MatrixInput vector = new MatrixInput(in);
    int columns = vector.readRow("file.aVector");
    if (columns == 0) {
      throw new InvalidInput("file.emptyVector", in.path());
    }
    return vector.build(new Shape(1, columns));
  }

  private Matrix readMatrix() {
    in.require(JsonToken.START_ARRAY, "file.aMatrix");
    int rows = 0;
    int columns = 0;
    while (in.next() != JsonToken.END_ARRAY) {
      int count = readRow("file.aRow");
      if (count == 0) {
        throw new InvalidInput("file.emptyRow", in.path());
      }
      if (rows++ == 0) {
        columns = count;
      } else if (count != columns) {
        throw new InvalidInput("file.ragged", in.path(), count, columns);
      }
    }
    if (rows == 0) {
      throw new InvalidInput("file.emptyMatrix", in.path());
    }
    return build(new Shape(rows, columns));
  }

  private int readRow(String expected) {
    in.require(JsonToken.START_ARRAY, expected);
    int start = size;
    while (in.next() != JsonToken.END_ARRAY) {
      add();
    }
    return size - start;
  }

  private void add() {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(2, size));
    }
    if (in.isNumber()) {
      values[size++] = in.parsedNumber();
      return;
    }
    in.require(JsonToken.VALUE_STRING, "file.aNumberOrFraction");
    Entry entry = fraction(in.rawText());
    String fraction = entry.fraction();
    if (fraction == null) {
      throw in.wrongType("file.aNumberOrFraction");
    }
    fractions.put(size, fraction);
    values[size++] = entry.value();
  }

  /** True if this is the text of a fraction, such as {@code -1/3}. */
  static boolean isFraction(String text) {
    if (!mayBeFraction(text)) {
      return false;
    }
    try {
      return Numbers.parse(text).fraction() != null;
    } catch (InvalidInput e) {
      return false;
    }
  }

  /** As long as any that a field takes; everything else is a text. */
  private static boolean mayBeFraction(String text) {
    return text.length() <= Entry.LONGEST_FRACTION && text.indexOf('/') >= 0;
  }

  private Entry fraction(String text) {
    if (!mayBeFraction(text)) {
      throw in.wrongType("file.aNumberOrFraction");
    }
    try {
      return Numbers.parse(text);
    } catch (InvalidInput e) {
      throw new InvalidInput("file.at", Message.of("file.thePath", in.path()), e.said());
    }
  }

  private Matrix build(Shape shape) {
    return fractions.isEmpty()
        ? Matrix.of(shape, size == values.length ? values : Arrays.copyOf(values, size))
        : Matrix.entries(
            shape,
            (i, j) -> {
              int index = i * shape.columns() + j;
              return new Entry(values[index], fractions.get(index));
            });
  }
}
