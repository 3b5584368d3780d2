package org.gradloom.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place as documents write it, all from 0.
 *
 * @param row −1 for every row
 * @param column −1 for every column
 * @param term −1 for the whole sum
 */
record OutsidePlace(int layer, String name, int row, int column, int term) {
  private static final Pattern PLACE =
      Pattern.compile("layer(\\d+)/(\\w+)(?:/(?:(\\d+),(\\d+)|(\\d+)|:,(\\d+)))?(?:/term(\\d+))?");

  static OutsidePlace of(String text) {
    Matcher read = PLACE.matcher(text);
    if (!read.matches()) {
      throw new IllegalArgumentException(text);
    }
    int row = number(read.group(3) == null ? read.group(5) : read.group(3));
    int column = number(read.group(4) == null ? read.group(6) : read.group(4));
    return new OutsidePlace(
        number(read.group(1)), read.group(2), row, column, number(read.group(7)));
  }

  private static int number(String digits) {
    return digits == null ? -1 : Integer.parseInt(digits) - 1;
  }

  /** What a written matrix has there: a number as 1×1, a line lying; empty where it has none. */
  Optional<double[][]> of(double[][] written) {
    if (row >= written.length || column >= written[0].length) {
      return Optional.empty();
    }
    if (row < 0 && column < 0) {
      return Optional.of(written);
    }
    if (row < 0) {
      return Optional.of(new double[][] {OutsideSheet.turned(written)[column]});
    }
    return Optional.of(
        new double[][] {column < 0 ? written[row] : new double[] {written[row][column]}});
  }

  boolean isCell() {
    return row >= 0 && column >= 0;
  }
}
