package org.gradloom.data;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the text of one field is, whatever column it stands in. */
final class FieldText {
  private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "?", "-");
  private static final int LONGEST_MISSING = 4;

  private static final String TIME =
      "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[AaPp][Mm])?(?: ?Z|"
          + " ?[+-]\\d{2}:?\\d{2})?)?";
  private static final String MONTH = "(?:0?[1-9]|1[0-2])";
  private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
  private static final String YEAR = "(?:\\d{4}|\\d{2})";
  private static final String NAME =
      "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june"
          + "|july|august|september|october|november|december)\\.?";

  /** ISO 8601, and what people write: 1.2.2025, 1/2/25 in either order, 1-Feb-2025, Feb 1, 2025. */
  private static final Pattern DATE =
      Pattern.compile(
          "(?:\\d{4}([-/.])"
              + MONTH
              + "(?:\\1"
              + DAY
              + TIME
              + ")"
              + "|\\d{4}-(?:0[1-9]|1[0-2])"
              + "|"
              + DAY
              + "([-/.])"
              + MONTH
              + "\\2"
              + YEAR
              + TIME
              + "|"
              + MONTH
              + "([-/])"
              + DAY
              + "\\3"
              + YEAR
              + TIME
              + "|"
              + DAY
              + "\\.?[- ]"
              + NAME
              + "[- ,]? ?"
              + YEAR
              + TIME
              + "|"
              + NAME
              + " "
              + DAY
              + ",? "
              + YEAR
              + TIME
              + ")",
          Pattern.CASE_INSENSITIVE);

  private static final int SHORTEST_DATE = 6;
  private static final int LONGEST_DATE = 40;

  private FieldText() {}

  /** Whether a field without outer blanks stands for a value that is not there. */
  static boolean isMissing(String field) {
    return field.length() <= LONGEST_MISSING && MISSING.contains(field.toLowerCase(Locale.ROOT));
  }

  /** Whether a field without outer blanks is a day, with or without a time. */
  static boolean isDate(String field) {
    return field.length() >= SHORTEST_DATE
        && field.length() <= LONGEST_DATE
        && DATE.matcher(field).matches();
  }

  /** What two spellings of one category have in common: they differ by case or outer blanks. */
  static String folded(String field) {
    return field.strip().toLowerCase(Locale.ROOT);
  }
}
