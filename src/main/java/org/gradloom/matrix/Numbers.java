package org.gradloom.matrix;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/** How numbers are printed for people and read from them. */
public final class Numbers {
  /** U+2212, as wide as a plus sign. */
  public static final char MINUS = '\u2212';

  /** Stands before a number that is rounded and does not look it. */
  public static final char ABOUT = '≈';

  /** Stands where a number may not be seen. */
  public static final String BLANK = "\u25A1";

  private static final char THIN_SPACE = '\u2009';

  private static final int DIGITS = 6;
  private static final int MOST_DIGITS = 8;
  private static final int MOST_PLAIN = 15;

  private static final double THOUSAND = 1000;

  /** From here on a whole number is read by its thousands. */
  private static final long GROUPED = 10_000;

  private static final List<String> BYTE_UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB");

  /** Relative; some fifty roundings of a double. */
  private static final double NOISE = 1e-14;

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
   *
   * <p>A rounded number never reads as an exact one: where rounding leaves a whole number, or two
   * digits less than there may be, there are as many as it takes to differ ({@code 0.9999999}), up
   * to 8, and else a sign before it ({@code ≈1}). One digit less is chance, and with five of them
   * nobody takes a number for exact. What differs by no more than a few roundings of a double
   * counts as exact, or 0.1 + 0.2 would not be 0.3.
   */
  public static String format(double value) {
    return format(value, DIGITS, MOST_DIGITS, Integer.MAX_VALUE);
  }

  /**
   * The same with fewer significant digits, for where room is short: {@code ≈1} stands where what
   * it takes to differ would be longer than a decimal of so many digits with its sign.
   */
  public static String format(double value, int digits) {
    return format(value, digits, MOST_DIGITS, digits + "−0.".length());
  }

  private static String format(double value, int digits, int most, int room) {
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
    BigDecimal exact = new BigDecimal(value);
    for (int shown = digits; shown <= most; shown++) {
      BigDecimal rounded = rounded(exact, shown);
      if (!readsAsExact(rounded, shown) || isNoise(value, rounded)) {
        String text = text(rounded);
        if (shown == digits || text.length() <= room) {
          return text;
        }
        break;
      }
    }
    return ABOUT + text(rounded(exact, digits));
  }

  /**
   * A number with so many significant digits and no more, where many stand side by side and show
   * that they are rounded by what they differ in.
   *
   * @param digits 17 tell every double from the next
   */
  public static String rounded(double value, int digits) {
    return Double.isFinite(value) && value != 0
        ? text(rounded(new BigDecimal(value), digits))
        : format(value);
  }

  private static BigDecimal rounded(BigDecimal exact, int digits) {
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  /** True if nobody would think that digits are missing. */
  private static boolean readsAsExact(BigDecimal rounded, int digits) {
    return rounded.precision() < digits - 1 || (rounded.scale() <= 0 && exponent(rounded) < 6);
  }

  private static boolean isNoise(double value, BigDecimal rounded) {
    return Math.abs(value - rounded.doubleValue()) <= NOISE * Math.abs(value);
  }

  private static int exponent(BigDecimal number) {
    return number.precision() - number.scale() - 1;
  }

  private static String text(BigDecimal number) {
    return withRealMinus(text(number, DIGITS));
  }

  /** In powers of ten from so many digits before the point up. */
  private static String text(BigDecimal number, int digits) {
    int exponent = exponent(number);
    if (exponent >= digits || exponent < -4) {
      return number.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }
    return number.toPlainString();
  }

  /**
   * Every digit that a double needs to be read back bit for bit, for code and files: with an ASCII
   * minus, −0 as 0, in powers of ten from 1e15 up and below a ten-thousandth ({@code 1.5e-7}).
   */
  public static String exact(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return text(new BigDecimal(Double.toString(value)).stripTrailingZeros(), MOST_PLAIN);
  }

  /** The same for people to read, with a real minus. */
  public static String inFull(double value) {
    return withRealMinus(exact(value));
  }

  /** A whole number with thin spaces between its thousands. */
  public static String grouped(long count) {
    StringBuilder text = new StringBuilder(Long.toString(Math.abs(count)));
    for (int at = text.length() - 3; at > 0; at -= 3) {
      text.insert(at, THIN_SPACE);
    }
    return count < 0 ? MINUS + text.toString() : text.toString();
  }

  /** A whole number with all its digits, by its thousands where it has five or more. */
  public static String whole(long number) {
    return Math.abs(number) < GROUPED ? withRealMinus(Long.toString(number)) : grouped(number);
  }

  /** So many bytes in three digits, in units of a thousand: {@code 2.01 GB}. */
  public static String bytes(double count) {
    double shown = count;
    int unit = 0;
    while (shown >= THOUSAND && unit < BYTE_UNITS.size() - 1) {
      shown /= THOUSAND;
      unit++;
    }
    return rounded(shown, 3) + " " + BYTE_UNITS.get(unit);
  }

  /** A printed number in brackets if its sign would meet an operator: {@code 2·(−1)}. */
  public static String inBrackets(String printed) {
    char first = printed.charAt(0);
    return first == MINUS || first == ABOUT ? "(" + printed + ")" : printed;
  }

  /** A number that is written already, with a real minus in the place of each ASCII one. */
  public static String withRealMinus(String text) {
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
      String written = fraction.group(1) + "/" + fraction.group(2);
      return new Entry(value, written.length() <= Entry.LONGEST_FRACTION ? written : null);
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
    return Quote.of(text, 24);
  }
}
