package org.gradloom.ui.table;

import java.util.ArrayList;
import java.util.List;

/**
 * How large the parts of the preview are in the room that there is: in whole pixels, so that lines
 * of neighbouring columns stand beside each other, and never larger together than that.
 *
 * @param em the size of the font, in pixels
 * @param width of the room, in pixels
 * @param height of the room, in pixels
 */
record PreviewSizes(double em, double width, double height) {
  /** Around everything, in pixels. */
  private static final double BORDER = 1;

  /** In em. */
  private static final double HEAD = 10.1;

  private static final double LINE = 1.85;
  private static final double NUMBERS = 2.8;

  /** By how much columns are widened at most to take the room that is left. */
  private static final double STRETCH = 1.7;

  private static final int FEWEST_LINES = 3;

  /**
   * How high the lines are.
   *
   * @param count how many have room
   * @param head the height of the headers
   * @param line the height of each line
   */
  record Lines(int count, double head, double line) {
    /** The height of all of them with what is around them. */
    double height() {
      return head + count * line + 2 * BORDER;
    }
  }

  private double pixels(double ems) {
    return Math.rint(ems * em);
  }

  /** The width of the lines' numbers. */
  double numbers() {
    return pixels(NUMBERS);
  }

  /** The room for columns, in em. */
  double room() {
    return (width - 2 * BORDER - numbers()) / em;
  }

  /** The widths of columns that have room for these, in em; a single one may be cut off. */
  List<Double> columns(List<Double> widths) {
    double taken = widths.stream().mapToDouble(each -> each).sum();
    double stretch = Math.min(room() / taken, STRETCH);
    List<Double> columns = new ArrayList<>();
    for (double each : widths) {
      columns.add(Math.floor(each * stretch * em));
    }
    if (stretch < STRETCH) {
      double used = columns.stream().mapToDouble(each -> each).sum();
      columns.add(columns.removeLast() + Math.floor(room() * em) - used);
    }
    return columns;
  }

  /** The width of columns with what is around them. */
  double width(List<Double> columns) {
    return numbers() + columns.stream().mapToDouble(each -> each).sum() + 2 * BORDER;
  }

  /** The lines that are shown where there is too little room. */
  Lines least(int all) {
    return new Lines(Math.min(all, FEWEST_LINES), pixels(HEAD), pixels(LINE));
  }

  /**
   * The lines that have room. Where there are more, they share what is left over.
   *
   * @param all how many there are
   */
  Lines lines(int all) {
    double head = pixels(HEAD);
    double free = Math.floor(height - head - 2 * BORDER);
    int room = (int) (free / pixels(LINE));
    if (room < FEWEST_LINES) {
      return least(all);
    }
    if (all < room) {
      return new Lines(all, head, pixels(LINE));
    }
    double line = Math.floor(free / room);
    return new Lines(room, head + free - room * line, line);
  }
}
