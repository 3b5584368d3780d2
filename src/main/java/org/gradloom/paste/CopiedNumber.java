package org.gradloom.paste;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;

/**
 * A number as it was copied, with as many digits as it was printed with.
 *
 * @param places digits behind the point; 0 for a fraction, which nobody rounds
 * @param exponent of ten, 0 where none is written
 * @param form how it is written
 */
record CopiedNumber(Entry entry, int places, int exponent, Form form) {
  private static final Pattern DIGITS =
      Pattern.compile("[^.eE]*+(?:\\.(\\d*+))?+(?:[eE]([+-]?\\d++))?+");

  enum Form {
    FIXED,
    SCIENTIFIC,
    EXACT
  }

  /**
   * With how many digits behind the point the numbers of a matrix were printed. What prints a
   * matrix prints all its numbers alike, but may leave zeros at the end out.
   */
  record Printed(int fixed, int scientific) {}

  /**
   * Reads a number.
   *
   * @throws InvalidInput as {@link Numbers#parse}
   */
  static CopiedNumber of(String text) {
    Entry entry = Numbers.parse(text);
    Matcher digits = DIGITS.matcher(text.strip());
    if (entry.fraction() != null || !digits.matches()) {
      return new CopiedNumber(entry, 0, 0, Form.EXACT);
    }
    int places = digits.group(1) == null ? 0 : digits.group(1).length();
    return digits.group(2) == null
        ? new CopiedNumber(entry, places, 0, Form.FIXED)
        : new CopiedNumber(entry, places, Integer.parseInt(digits.group(2)), Form.SCIENTIFIC);
  }

  static Printed digits(List<List<CopiedNumber>> rows) {
    // 6.0 beside nothing but such numbers is the 6 of somebody who computed with doubles.
    boolean whole =
        numbers(rows)
            .allMatch(n -> n.form == Form.FIXED && n.entry.value() == Math.rint(n.entry.value()));
    return whole
        ? new Printed(0, 0)
        : new Printed(most(rows, Form.FIXED), most(rows, Form.SCIENTIFIC));
  }

  private static Stream<CopiedNumber> numbers(List<List<CopiedNumber>> rows) {
    return rows.stream().flatMap(Collection::stream);
  }

  private static int most(List<List<CopiedNumber>> rows, Form form) {
    return numbers(rows).filter(n -> n.form == form).mapToInt(n -> n.places).max().orElse(0);
  }

  /** How far the number may be from the one that was printed with so many digits. */
  double rounding(Printed digits) {
    return switch (form) {
      case FIXED -> digits.fixed == 0 ? 0 : 0.5 * Math.pow(10, -digits.fixed);
      case SCIENTIFIC ->
          digits.scientific == 0 ? 0 : 0.5 * Math.pow(10, (double) power() - digits.scientific);
      case EXACT -> 0;
    };
  }

  /** The power of ten; that of a zero says nothing of its digits. */
  private int power() {
    return entry.value() == 0 ? Math.min(0, exponent) : exponent;
  }
}
