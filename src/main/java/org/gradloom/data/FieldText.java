package org.gradloom.data;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the text of one field is, whatever column it stands in. */
final class FieldText {
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
    // A table of a hundred thousand lines asks this a million times.
    return switch (field.length()) {
      case 0 -> true;
      case 1 -> field.equals("?") || field.equals("-");
      case 2 -> field.equalsIgnoreCase("na");
      case 3 -> field.equalsIgnoreCase("n/a") || field.equalsIgnoreCase("nan");
      case 4 -> field.equalsIgnoreCase("null");
      default -> false;
    };
  }

  /** Whether a field without outer blanks is a day, with or without a time. */
  static boolean isDate(String field) {
    return isPlainIso(field)
        || (field.length() >= SHORTEST_DATE
            && field.length() <= LONGEST_DATE
            && DATE.matcher(field).matches());
  }

  /** 2025-02-01, as most dates in tables are, which needs no pattern. */
  private static boolean isPlainIso(String field) {
    if (field.length() != "2025-02-01".length() || field.charAt(4) != '-') {
      return false;
    }
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      boolean separates = i == 4 || i == 7;
      if (separates ? c != '-' : c < '0' || c > '9') {
        return false;
      }
    }
    int month = 10 * (field.charAt(5) - '0') + field.charAt(6) - '0';
    int day = 10 * (field.charAt(8) - '0') + field.charAt(9) - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  /** What two spellings of one category have in common: they differ by case or outer blanks. */
  static String folded(String field) {
    return field.strip().toLowerCase(Locale.ROOT);
  }
}
