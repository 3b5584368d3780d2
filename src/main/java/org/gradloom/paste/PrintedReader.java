package org.gradloom.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts together what R, Octave and MATLAB print with labels of their own: columns in blocks below
 * each other, counts of rows and columns around the numbers.
 */
final class PrintedReader {
  private static final Pattern R_COLUMNS = Pattern.compile("\\s*+(?:\\[,\\d++\\]\\s*+)++");
  private static final Pattern R_ROW = Pattern.compile("\\s*+\\[\\d++,\\]\\s++");
  private static final Pattern R_VECTOR = Pattern.compile("\\s*+\\[\\d++\\]\\s++(?=[-+.\\d])");
  private static final Pattern COLUMNS =
      Pattern.compile("\\s*+Columns?+ \\d++(?: (?:through|to|and) \\d++)?+\\s*+:?+\\s*+");

  private PrintedReader() {}

  /** The text without such labels; empty where there are none. */
  static Optional<String> unlabelled(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    for (Pattern head : List.of(R_COLUMNS, COLUMNS)) {
      if (head.matcher(lines.getFirst()).matches()) {
        return Optional.of(joined(lines, head));
      }
    }
    return lines.stream().allMatch(line -> R_VECTOR.matcher(line).lookingAt())
        ? Optional.of(
            lines.stream()
                .map(line -> R_VECTOR.matcher(line).replaceFirst(""))
                .collect(Collectors.joining(" ")))
        : Optional.empty();
  }

  /** Blocks of columns side by side; a row that a block lacks leaves the others ragged. */
  private static String joined(List<String> lines, Pattern head) {
    List<StringBuilder> rows = new ArrayList<>();
    int row = 0;
    for (String line : lines) {
      if (head.matcher(line).matches()) {
        row = 0;
        continue;
      }
      Matcher label = R_ROW.matcher(line);
      String numbers = label.lookingAt() ? line.substring(label.end()) : line.strip();
      if (row == rows.size()) {
        rows.add(new StringBuilder());
      }
      rows.get(row++).append(numbers.strip()).append(' ');
    }
    return String.join("\n", rows);
  }
}
