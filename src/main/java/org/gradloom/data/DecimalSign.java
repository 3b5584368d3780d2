package org.gradloom.data;

import java.util.regex.Pattern;

/** What stands before the decimals of a number; the other of the two then groups thousands. */
public enum DecimalSign {
  POINT('.', ','),
  COMMA(',', '.');

  private final char sign;
  private final char grouping;
  private final Pattern number;

  DecimalSign(char sign, char grouping) {
    this.sign = sign;
    this.grouping = grouping;
    String group = "[" + grouping + "'’\u00A0\u2009\u202F ]";
    // Thousands never begin with 0: 0.125 has decimals whatever the other numbers have.
    String whole = "(?:[1-9]\\d{0,2}(?:" + group + "\\d{3})+|\\d+)";
    String decimals = "[" + sign + "]";
    this.number =
        Pattern.compile(
            "[+-]?(?:"
                + whole
                + "(?:"
                + decimals
                + "\\d*)?|"
                + decimals
                + "\\d+)"
                + "(?:[eE][+-]?\\d{1,6})?[ \u00A0\u202F]?%?");
  }

  /**
   * The one with this sign.
   *
   * @throws IllegalArgumentException if no decimal sign is written so
   */
  static DecimalSign of(char sign) {
    for (DecimalSign each : values()) {
      if (each.sign == sign) {
        return each;
      }
    }
    throw new IllegalArgumentException("No decimal sign is " + sign);
  }

  /** The sign itself. */
  public char sign() {
    return sign;
  }

  /**
   * The number in a field without outer blanks, of which {@code 12 %} is 12; infinite where it is
   * too large for a double, and NaN where the field is no number.
   */
  public double value(String field) {
    if (isPlain(field, sign)) {
      return Double.parseDouble(sign == '.' ? field : field.replace(sign, '.'));
    }
    if (isPlain(field, grouping)) {
      int mark = field.indexOf(grouping);
      return isThousands(field, mark)
          ? Double.parseDouble(field.substring(0, mark) + field.substring(mark + 1))
          : Double.NaN;
    }
    if (!mayBegin(field)) {
      return Double.NaN;
    }
    String text = field.replace('\u2212', '-');
    if (!number.matcher(text).matches()) {
      return Double.NaN;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == sign) {
        plain.append('.');
      } else if ((c >= '0' && c <= '9') || "+-eE".indexOf(c) >= 0) {
        plain.append(c);
      }
    }
    return Double.parseDouble(plain.toString());
  }

  /** Whether a field can be told to be no number by its first character. */
  private static boolean mayBegin(String field) {
    if (field.isEmpty()) {
      return false;
    }
    char first = field.charAt(0);
    return (first >= '0' && first <= '9') || "+-\u2212.,".indexOf(first) >= 0;
  }

  /** Digits with at most one mark among them, as most fields are, which need no pattern. */
  private static boolean isPlain(String field, char mark) {
    int start = field.startsWith("-") ? 1 : 0;
    boolean marked = false;
    for (int i = start; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == mark && !marked && i > start) {
        marked = true;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return field.length() > start;
  }

  /** Whether digits with one mark are thousands: three follow it, and up to three are before. */
  private static boolean isThousands(String field, int mark) {
    int first = field.startsWith("-") ? 1 : 0;
    return mark == field.length() - 4 && mark - first <= 3 && field.charAt(first) != '0';
  }

  /** Counts what the fields of a table say about its decimal sign. */
  static final class Evidence {
    private long pointOnly;
    private long commaOnly;
    private long eitherWithComma;
    private long eitherWithPoint;

    /** Takes one field into account, as it reads with either sign. */
    void add(String field, double withPoint, double withComma) {
      boolean point = !Double.isNaN(withPoint);
      boolean comma = !Double.isNaN(withComma);
      if (point && comma) {
        eitherWithComma += field.indexOf(',') >= 0 ? 1 : 0;
        eitherWithPoint += field.indexOf('.') >= 0 ? 1 : 0;
      } else {
        pointOnly += point ? 1 : 0;
        commaOnly += comma ? 1 : 0;
      }
    }

    /** The sign that most fields need. */
    DecimalSign sign() {
      if (commaOnly == 0 && pointOnly == 0) {
        return eitherWithComma > 0 && eitherWithPoint == 0 ? COMMA : POINT;
      }
      return commaOnly >= pointOnly ? COMMA : POINT;
    }

    /** Whether no field tells decimals from thousands, and some could be either. */
    boolean isGuess() {
      return commaOnly == 0 && pointOnly == 0 && eitherWithComma > 0;
    }
  }
}
