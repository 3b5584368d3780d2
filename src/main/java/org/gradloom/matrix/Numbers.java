package org.gradloom.matrix;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.text.InvalidInput;

/** How numbers are printed for people and read from them. */
public final class Numbers {
  /** U+2212, as wide as a plus sign. */
  public static final char MINUS = '\u2212';

  /** Stands where a number may not be seen. */
  public static final String BLANK = "\u25A1";

  private static final char THIN_SPACE = '\u2009';

  /** Possessive, so that a very long text that is no number is refused in one pass. */
  private static final String DECIMAL = "[+-]?(?:\\d++\\.?+\\d*+|\\.\\d++)";

  private static final Pattern NUMBER = Pattern.compile(DECIMAL + "(?:[eE][+-]?\\d{1,9})?");
  private static final Pattern FRACTION =
      Pattern.compile("(" + DECIMAL + ")\\s*/\\s*(" + DECIMAL + ")");
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*+,\\d++");

  private Numbers() {}

  /**
   * At most 6 significant digits, trailing zeros dropped, a real minus sign, −0 as 0. From a
   * million up and below a ten-thousandth in powers of ten ({@code 1.5e−7}).
   */
  public static String format(double value) {
    return format(value, 6);
  }

  /** The same with fewer significant digits, for where room is short. */
  public static String format(double value, int digits) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : MINUS + "∞";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e6) {
      // Casting −0.0 gives 0, as it should be shown.
      return withRealMinus(Long.toString((long) value));
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= 6 || exponent < -4) {
      String mantissa = rounded.scaleByPowerOfTen(-exponent).toPlainString();
      return withRealMinus(mantissa + "e" + exponent);
    }
    return withRealMinus(rounded.toPlainString());
  }

  /** Every digit that a double needs to be read back bit for bit, with an ASCII minus; −0 as 0. */
  public static String exact(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return Double.toString(value).replace('E', 'e');
  }

  /** A whole number with thin spaces between its thousands. */
  public static String grouped(long count) {
    StringBuilder text = new StringBuilder(Long.toString(Math.abs(count)));
    for (int at = text.length() - 3; at > 0; at -= 3) {
      text.insert(at, THIN_SPACE);
    }
    return count < 0 ? MINUS + text.toString() : text.toString();
  }

  /** In brackets where a sign would meet an operator: {@code 2·(−1)}. */
  public static String asFactor(double value) {
    return asFactor(value, 6);
  }

  /** The same with fewer significant digits. */
  public static String asFactor(double value, int digits) {
    String text = format(value, digits);
    return text.charAt(0) == MINUS ? "(" + text + ")" : text;
  }

  static String withRealMinus(String text) {
    return text.replace('-', MINUS);
  }

  /**
   * Reads a decimal number ({@code 2}, {@code -.5}, {@code 2e-3}) or a fraction ({@code 1/3});
   * either minus sign will do.
   *
   * @throws InvalidInput saying what is wrong with the text and what would be right
   */
  public static Entry parse(String typed) {
    String text = typed.strip().replace(MINUS, '-');
    if (text.isEmpty()) {
      throw new InvalidInput("number.empty");
    }
    if (NUMBER.matcher(text).matches()) {
      return Entry.of(finite(Double.parseDouble(text), typed));
    }
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      double divisor = finite(Double.parseDouble(fraction.group(2)), typed);
      if (divisor == 0) {
        throw new InvalidInput("number.zeroDivisor", shortened(typed.strip()));
      }
      double value = finite(Double.parseDouble(fraction.group(1)) / divisor, typed);
      return new Entry(value, fraction.group(1) + "/" + fraction.group(2));
    }
    if (THOUSANDS.matcher(text).matches()) {
      throw new InvalidInput(
          "number.commaTwoWays",
          shortened(typed.strip()),
          shortened(text.replace(',', '.')),
          shortened(text.replace(",", "")));
    }
    if (DECIMAL_COMMA.matcher(text).matches()) {
      throw new InvalidInput(
          "number.decimalComma", shortened(typed.strip()), shortened(text.replace(',', '.')));
    }
    throw new InvalidInput("number.notANumber", shortened(typed.strip()));
  }

  private static double finite(double value, String typed) {
    if (Double.isFinite(value)) {
      return value;
    }
    throw new InvalidInput("number.tooLarge", shortened(typed.strip()));
  }

  /** A long text cut for quoting in a sentence. */
  private static String shortened(String text) {
    return text.length() <= 24 ? text : text.substring(0, 23) + "…";
  }
}
