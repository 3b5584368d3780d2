package org.gradloom.matrix;

import org.jspecify.annotations.Nullable;

/**
 * One number as it was typed.
 *
 * @param value finite
 * @param fraction the text where it was typed as a fraction ({@code 1/3}), else null
 */
public record Entry(double value, @Nullable String fraction) {
  /** In characters. Of a longer one the number is kept, and not how it was written. */
  public static final int LONGEST_FRACTION = 1000;

  public static Entry of(double value) {
    return new Entry(value, null);
  }

  /**
   * What a cell shows: the fraction as typed, or the number as {@link Numbers#format} prints it.
   */
  public String text() {
    return fraction != null ? Numbers.withRealMinus(fraction) : Numbers.format(value);
  }

  /** The same with so many significant digits where it was not typed as a fraction. */
  public String text(int digits) {
    return fraction != null ? text() : Numbers.format(value, digits);
  }

  /** What an editor starts with: every digit, so that typing Enter changes nothing. */
  public String exactText() {
    return fraction != null ? fraction : Numbers.exact(value);
  }

  /** The same for people to read, with a real minus. */
  public String inFull() {
    return Numbers.withRealMinus(exactText());
  }
}
