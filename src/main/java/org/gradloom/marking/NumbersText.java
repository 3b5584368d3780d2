package org.gradloom.marking;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.paste.MatrixReader;
import org.gradloom.text.InvalidInput;

/** Reads the numbers that a learner typed, in all the forms in which people write them. */
final class NumbersText {
  /** A sign that a blank keeps from its number, where nothing could be subtracted. */
  private static final Pattern SIGN_APART =
      Pattern.compile("(^|[\\[(,;]\\s{0,9})([-–" + Numbers.MINUS + "])\\s{1,9}(?=[\\d.])");

  /**
   * A whole number with a blank or a comma between its thousands; with one comma only, that could
   * be a decimal one.
   */
  private static final Pattern GROUPED =
      Pattern.compile(
          "[-"
              + Numbers.MINUS
              + "]?\\d{1,3}(?:(?:[ \\u00A0\\u2009\\u202F]\\d{3})+|(?:,\\d{3}){2,})");

  private static final Pattern BETWEEN_GROUPS = Pattern.compile("[ \\u00A0\\u2009\\u202F,]");

  private NumbersText() {}

  /**
   * One number, after its name or without.
   *
   * @throws InvalidInput if it is none
   */
  static Entry number(String text) {
    String value = text.substring(text.lastIndexOf('=') + 1).strip();
    String typed = joined(bare(value)).replace('–', Numbers.MINUS);
    return Numbers.parse(
        GROUPED.matcher(typed).matches() ? BETWEEN_GROUPS.matcher(typed).replaceAll("") : typed);
  }

  private static String joined(String text) {
    return SIGN_APART.matcher(text).replaceAll("$1$2");
  }

  /** Without one pair of brackets around all of it. */
  static String bare(String text) {
    return isWithin(text, "(", ")") || isWithin(text, "[", "]")
        ? text.substring(1, text.length() - 1).strip()
        : text;
  }

  static boolean isWithin(String text, String open, String close) {
    return text.startsWith(open) && text.endsWith(close);
  }

  /**
   * A matrix.
   *
   * @param onto the shape that decides between two readings
   * @throws InvalidInput if it is none, saying where
   */
  static Matrix matrix(String text, Shape onto) {
    String typed = joined(text);
    if (isWithin(typed, "(", ")")) {
      return read("[" + bare(typed) + "]", onto);
    }
    boolean hasTwoSeparators = typed.contains(",") && typed.contains(";") && !typed.startsWith("[");
    return hasTwoSeparators
        ? rows(typed, onto).orElseGet(() -> read(typed, onto))
        : read(typed, onto);
  }

  /** With commas between numbers, and not within them, where that gives the shape. */
  private static Optional<Matrix> rows(String typed, Shape onto) {
    try {
      return Optional.of(read("[" + typed + "]", onto))
          .filter(matrix -> matrix.shape().equals(onto));
    } catch (InvalidInput _) {
      return Optional.empty();
    }
  }

  private static Matrix read(String source, Shape onto) {
    return MatrixReader.readings(source, onto).getFirst().matrix();
  }
}
