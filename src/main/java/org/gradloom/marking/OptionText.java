package org.gradloom.marking;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;

/** Numbers to choose from, as they are read from the last row of a hall. */
final class OptionText {
  /** More say nothing there, and fewer could make two options one. */
  private static final int DIGITS = 4;

  private OptionText() {}

  /** One number alone, a row in brackets, a matrix with a line for each row. */
  static String of(Matrix numbers) {
    return numbers.shape().size() == 1
        ? text(numbers.entry(0, 0))
        : IntStream.range(0, numbers.rows())
            .mapToObj(i ->
                IntStream.range(0, numbers.columns())
                    .mapToObj(j -> text(numbers.entry(i, j)))
                    .collect(Collectors.joining(", ", "(", ")")))
            .collect(Collectors.joining("\n"));
  }

  private static String text(Entry entry) {
    double value = entry.value();
    if (entry.fraction() != null) {
      return entry.text();
    }
    if (!Tolerance.isWhole(value) || Math.abs(value) >= Tolerance.MOST_WHOLE) {
      return Numbers.rounded(value, DIGITS);
    }
    return Numbers.whole(Math.round(value));
  }
}
