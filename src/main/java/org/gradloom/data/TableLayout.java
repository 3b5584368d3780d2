package org.gradloom.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.text.InvalidInput;

/**
 * How the lines of a table fall into fields, found out from its beginning.
 *
 * @param delimiter what stands between two fields; one blank means runs of blanks
 * @param saidSo whether a first line {@code sep=} says so
 * @param quoted whether some field stands in quotation marks
 * @param columns how many fields most lines have
 * @param trailing how many of these, at the end, are empty in every line looked at: what delimiters
 *     at the end of a line leave
 */
record TableLayout(char delimiter, boolean saidSo, boolean quoted, int columns, int trailing) {
  /** Pictures of 64 × 64 pixels, and their class. */
  static final int MOST_COLUMNS = 4097;

  static final char BLANKS = ' ';
  static final char COMMENT = '#';

  /** In the order in which they are tried. */
  private static final String DELIMITERS = ";\t|," + BLANKS;

  private static final Pattern SAID =
      Pattern.compile("\"?sep=(.)\"?[^\\S\\t]*(?:\\R|$)", Pattern.CASE_INSENSITIVE);

  /** Nearly all lines are equal where one of so many is not. */
  private static final int ONE_OF = 10;

  /**
   * Finds the layout.
   *
   * @param head the beginning of the table
   * @param whole whether that is all of it; else its last line may be cut off
   * @param asked the delimiter, if somebody says so
   * @throws InvalidInput if it is empty, has too many columns, or no delimiter gives columns
   */
  static TableLayout of(String head, boolean whole, Optional<Character> asked) {
    Matcher said = SAID.matcher(head);
    if (said.lookingAt()) {
      char delimiter = asked.orElse(said.group(1).charAt(0));
      return counted(head.substring(said.end()), whole, delimiter).layout(delimiter, true);
    }
    if (asked.isPresent()) {
      return counted(head, whole, asked.get()).layout(asked.get(), false);
    }
    List<Counts> candidates = new ArrayList<>();
    for (int k = 0; k < DELIMITERS.length(); k++) {
      candidates.add(counted(head, whole, DELIMITERS.charAt(k)));
    }
    // A header of one field above lines of several is most likely cut by another delimiter.
    for (int fewest = 2; fewest >= 1; fewest--) {
      for (int k = 0; k < candidates.size(); k++) {
        Counts counts = candidates.get(k);
        if (counts.equalInNearlyAll() && counts.lines().getFirst() >= fewest) {
          return counts.layout(DELIMITERS.charAt(k), false);
        }
      }
    }
    throw new InvalidInput("data.noDelimiter");
  }

  /** How many columns of a line are filled at least. */
  int filled() {
    return columns - trailing;
  }

  /**
   * The fields of the lines looked at.
   *
   * @param lines the count of each
   * @param columns the most common count
   * @param filled the last column, from 1, in which a line of that count has something
   * @param quoted whether some field stands in quotation marks
   */
  private record Counts(List<Integer> lines, int columns, int filled, boolean quoted) {
    boolean equalInNearlyAll() {
      long unequal = lines.stream().filter(count -> count != columns).count();
      return columns >= 2
          && lines.size() - unequal >= Math.min(2, lines.size())
          && unequal <= Math.max(1, lines.size() / ONE_OF);
    }

    TableLayout layout(char delimiter, boolean saidSo) {
      if (columns > MOST_COLUMNS) {
        throw new InvalidInput("data.manyColumns", MOST_COLUMNS);
      }
      return new TableLayout(delimiter, saidSo, quoted, columns, columns - Math.max(1, filled));
    }
  }

  private static Counts counted(String head, boolean whole, char delimiter) {
    FieldCounter counter = new FieldCounter(delimiter);
    for (int i = 0; i < head.length(); i++) {
      counter.next(head.charAt(i));
    }
    if (whole || counter.counts.isEmpty()) {
      counter.endLine();
    }
    if (counter.counts.isEmpty()) {
      throw new InvalidInput("data.noLines");
    }
    Map<Integer, Integer> times = new HashMap<>();
    counter.counts.forEach(count -> times.merge(count, 1, Integer::sum));
    int most = Collections.max(times.values());
    // Of counts that are equally common the first line's, or else the greatest.
    int columns =
        Optional.of(counter.counts.getFirst())
            .filter(first -> times.getOrDefault(first, 0) == most)
            .orElseGet(() ->
                times.keySet().stream()
                    .filter(count -> times.getOrDefault(count, 0) == most)
                    .max(Integer::compare)
                    .orElseThrow());
    int filled = 0;
    for (int k = 0; k < counter.counts.size(); k++) {
      if (counter.counts.get(k) == columns) {
        filled = Math.max(filled, counter.filled.get(k));
      }
    }
    return new Counts(counter.counts, columns, filled, counter.quotes);
  }

  /** Counts the fields of lines, character by character; blank lines and comments do not count. */
  private static final class FieldCounter {
    private final char delimiter;
    private final List<Integer> counts = new ArrayList<>();
    private final List<Integer> filled = new ArrayList<>();
    private int fields = 1;
    private int lastFilled;
    private boolean lineIsEmpty = true;
    private boolean comment;
    private boolean fieldIsEmpty = true;
    private boolean quoted;
    private boolean quotes;

    FieldCounter(char delimiter) {
      this.delimiter = delimiter;
    }

    void next(char c) {
      if (c == '"' && (quoted || fieldIsEmpty) && !comment) {
        // A quotation mark within quoted text is doubled, which closes and opens it.
        quoted = !quoted;
        quotes = true;
        fill();
      } else if (quoted) {
        fill();
      } else if (c == '\n' || c == '\r') {
        endLine();
      } else if (isDelimiter(c)) {
        endField();
      } else if (c == COMMENT && lineIsEmpty && fields == 1) {
        comment = true;
        fill();
      } else if (!Character.isWhitespace(c)) {
        fill();
      }
    }

    private boolean isDelimiter(char c) {
      return delimiter == BLANKS ? c == ' ' || c == '\t' : c == delimiter;
    }

    private void endField() {
      // Of a run of blanks one counts, and none at the line's beginning.
      if (delimiter != BLANKS || !fieldIsEmpty) {
        fields++;
      }
      fieldIsEmpty = true;
    }

    private void fill() {
      fieldIsEmpty = false;
      lineIsEmpty = false;
      lastFilled = fields;
    }

    void endLine() {
      if (delimiter == BLANKS && fieldIsEmpty) {
        // The blanks at the line's end.
        fields--;
      }
      if (!comment && (!lineIsEmpty || fields > 1)) {
        counts.add(fields);
        filled.add(lastFilled);
      }
      fields = 1;
      lastFilled = 0;
      lineIsEmpty = true;
      comment = false;
      fieldIsEmpty = true;
      quoted = false;
    }
  }
}
