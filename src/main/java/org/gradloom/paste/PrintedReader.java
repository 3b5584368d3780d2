package org.gradloom.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;

/**
 * Puts together what R, Octave, MATLAB and pandas print with additions of their own: columns in
 * blocks below each other, counts of rows and columns around the numbers, a factor above all.
 */
final class PrintedReader {
  private static final Pattern R_COLUMNS = Pattern.compile("\\s*+(?:\\[,\\d++\\]\\s*+)++");
  private static final Pattern R_ROW = Pattern.compile("\\s*+\\[\\d++,\\]\\s++");
  private static final Pattern R_VECTOR = Pattern.compile("\\s*+\\[\\d++\\]\\s++(?=[-+.\\d])");
  private static final Pattern COLUMNS =
      Pattern.compile("\\s*+Columns?+ \\d++(?: (?:through|to|and) \\d++)?+\\s*+:?+\\s*+");
  private static final Pattern SERIES =
      Pattern.compile("(?:Name: .*, )?(?:Length: \\d++, )?dtype: (?:float|int)\\d++");

  private static final Pattern FACTOR =
      Pattern.compile("\\s*+(\\d(?:\\.0*+)?+[eE]([-+]?\\d++)\\s*+\\*)\\s*+");
  private static final Pattern UNSCALED = Pattern.compile("(?<!\\S)([-+]?[\\d.]++)(?!\\S)");

  private PrintedReader() {}

  /**
   * A text without such additions.
   *
   * @param said what was left out or carried out
   */
  record Printed(String text, List<Message> said) {}

  /**
   * Reads what a text has around its numbers.
   *
   * @throws InvalidInput if a factor stands above numbers that do not stand between blanks, as they
   *     do wherever such factors are printed
   */
  static Printed of(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    List<Message> said = new ArrayList<>();
    Matcher factor = FACTOR.matcher(lines.isEmpty() ? "" : lines.getFirst());
    boolean scaled = factor.matches() && lines.size() > 1;
    List<String> numbers = scaled ? lines.subList(1, lines.size()) : lines;
    String bare = scaled ? String.join("\n", numbers) : text;
    if (isLabelled(numbers)) {
      bare = unlabelled(numbers);
      said.add(Message.of("paste.said.labels"));
    }
    if (scaled) {
      if (UNSCALED.matcher(bare).replaceAll("").chars().anyMatch(Character::isDigit)) {
        throw new InvalidInput("paste.rest", Quote.of(factor.group(1)));
      }
      bare = UNSCALED.matcher(bare).replaceAll("$1e" + factor.group(2));
      said.add(Message.of("paste.said.scaled", Quote.of(factor.group(1))));
    }
    return new Printed(bare, said);
  }

  private static boolean isLabelled(List<String> lines) {
    return !lines.isEmpty()
        && (R_COLUMNS.matcher(lines.getFirst()).matches()
            || COLUMNS.matcher(lines.getFirst()).matches()
            || lines.stream().allMatch(line -> R_VECTOR.matcher(line).lookingAt())
            || areNamedColumnsOfR(lines)
            || isSeries(lines));
  }

  private static String unlabelled(List<String> lines) {
    if (R_COLUMNS.matcher(lines.getFirst()).matches()) {
      return joined(lines, R_COLUMNS);
    }
    if (COLUMNS.matcher(lines.getFirst()).matches()) {
      return joined(lines, COLUMNS);
    }
    if (areNamedColumnsOfR(lines)) {
      return without(lines.subList(1, lines.size()), R_ROW, "\n");
    }
    return isSeries(lines)
        ? lines.subList(0, lines.size() - 1).stream()
            .map(line -> line.strip().replaceFirst("^\\S++\\s++(?=\\S)", ""))
            .collect(Collectors.joining("\n"))
        : without(lines, R_VECTOR, " ");
  }

  private static boolean areNamedColumnsOfR(List<String> lines) {
    return lines.size() > 1
        && !R_ROW.matcher(lines.getFirst()).lookingAt()
        && lines.stream().skip(1).allMatch(line -> R_ROW.matcher(line).lookingAt());
  }

  /** One column of pandas, which says below of what it is. */
  private static boolean isSeries(List<String> lines) {
    return lines.size() > 1 && SERIES.matcher(lines.getLast().strip()).matches();
  }

  private static String without(List<String> lines, Pattern label, String between) {
    return lines.stream()
        .map(line -> PastedText.withoutStart(line, label))
        .collect(Collectors.joining(between));
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
