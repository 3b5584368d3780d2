package org.gradloom.ui.control;

import java.util.Arrays;

/** Paints the cells of a heat map that are in sight into pixels, premultiplied ARGB. */
final class HeatPixels {
  /** From this size on, cells stand apart and have round corners. */
  private static final double APART = 10;

  private final int[] pixels;
  private final int width;
  private final int height;
  private final double[] values;
  private final double limit;
  private final HeatColours colours;
  private final HeatAxis rows;
  private final HeatAxis columns;

  /**
   * A painter of a matrix.
   *
   * @param pixels row-major, {@code width·height} at least; all of them are written
   * @param values of the matrix, row-major
   * @param limit the end of the colour scale
   */
  HeatPixels(
      int[] pixels,
      int width,
      int height,
      double[] values,
      double limit,
      HeatColours colours,
      HeatAxis rows,
      HeatAxis columns) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
    this.values = values;
    this.limit = limit;
    this.colours = colours;
    this.rows = rows;
    this.columns = columns;
  }

  void paint() {
    Arrays.fill(pixels, 0, width * height, 0);
    if (Math.min(rows.cell(), columns.cell()) >= APART) {
      paintCells();
    } else {
      paintPixels();
    }
  }

  /** The gap between cells of this size. */
  static double gap(double cell) {
    return cell < APART ? 0 : Math.clamp(Math.rint(cell / 14), 1, 3);
  }

  private void paintCells() {
    double least = Math.min(rows.cell(), columns.cell());
    int gap = (int) gap(least);
    int[] corner = corner((int) Math.clamp(Math.rint(least / 7), 2, 6));
    int[] lefts = new int[columns.count()];
    int[] rights = new int[columns.count()];
    int firstColumn = columns.lineAt(0);
    int lastColumn = columns.lineAt(width - 1);
    for (int j = firstColumn; j <= lastColumn; j++) {
      lefts[j] = (int) Math.rint(columns.at(j));
      rights[j] = (int) Math.rint(columns.at(j + 1)) - gap;
    }
    int[] line = new int[width];
    int lastRow = rows.lineAt(height - 1);
    for (int i = rows.lineAt(0); i <= lastRow; i++) {
      for (int j = firstColumn; j <= lastColumn; j++) {
        int colour = colours.of(values[i * columns.count() + j], limit);
        Arrays.fill(line, Math.max(0, lefts[j]), Math.clamp(rights[j], 0, width), colour);
      }
      int top = (int) Math.rint(rows.at(i));
      int bottom = (int) Math.rint(rows.at(i + 1)) - gap;
      for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
        System.arraycopy(line, 0, pixels, y * width, width);
        int inset = Math.min(y - top, bottom - 1 - y);
        for (int j = firstColumn; inset < corner.length && j <= lastColumn; j++) {
          round(y, lefts[j], 1, corner[inset]);
          round(y, rights[j] - 1, -1, corner[inset]);
        }
      }
    }
  }

  /** Rounds an end of one line of pixels of a cell. */
  private void round(int y, int from, int inwards, int corner) {
    int x = from;
    for (int cleared = corner >> 8; cleared > 0; cleared--) {
      set(y, x, 0);
      x += inwards;
    }
    if (x >= 0 && x < width) {
      set(y, x, covered(pixels[y * width + x], corner & 255));
    }
  }

  private void set(int y, int x, int colour) {
    if (x >= 0 && x < width) {
      pixels[y * width + x] = colour;
    }
  }

  /** An opaque colour, of whose pixel so many 255ths are covered. */
  private static int covered(int colour, int cover) {
    int red = ((colour >> 16) & 255) * cover / 255;
    int green = ((colour >> 8) & 255) * cover / 255;
    int blue = (colour & 255) * cover / 255;
    return (cover << 24) | (red << 16) | (green << 8) | blue;
  }

  /**
   * A round corner, from its outermost line of pixels inwards: how many pixels are left out, times
   * 256, plus how much of the next one is covered.
   */
  private static int[] corner(int radius) {
    int[] lines = new int[radius];
    for (int y = 0; y < radius; y++) {
      double up = radius - y - 0.5;
      double out = radius - Math.sqrt(radius * radius - up * up);
      int whole = (int) out;
      lines[y] = (whole << 8) | (int) Math.rint((1 - (out - whole)) * 255);
    }
    return lines;
  }

  /** A pixel that covers several cells shows their mean. */
  private void paintPixels() {
    int right = (int) Math.min(width, Math.rint(columns.visible()));
    int bottom = (int) Math.min(height, Math.rint(rows.visible()));
    int[] lefts = lines(columns, right);
    int[] tops = lines(rows, bottom);
    for (int y = 0; y < bottom; y++) {
      int from = tops[2 * y];
      int to = tops[2 * y + 1];
      if (y > 0 && from == tops[2 * y - 2] && to == tops[2 * y - 1]) {
        System.arraycopy(pixels, (y - 1) * width, pixels, y * width, right);
        continue;
      }
      for (int x = 0; x < right; x++) {
        boolean again = x > 0 && lefts[2 * x] == lefts[2 * x - 2];
        pixels[y * width + x] =
            again
                ? pixels[y * width + x - 1]
                : colours.of(mean(from, to, lefts[2 * x], lefts[2 * x + 1]), limit);
      }
    }
  }

  /** For each pixel the first line it covers, and the one after the last. */
  private static int[] lines(HeatAxis axis, int room) {
    int[] lines = new int[2 * room];
    boolean several = axis.cell() < 1;
    for (int pixel = 0; pixel < room; pixel++) {
      int first =
          several
              ? Math.clamp((long) Math.rint(axis.position(pixel)), 0, axis.count() - 1)
              : axis.lineAt(pixel + 0.5);
      lines[2 * pixel] = first;
      lines[2 * pixel + 1] =
          several
              ? Math.clamp((long) Math.rint(axis.position(pixel + 1)), first + 1, axis.count())
              : first + 1;
    }
    return lines;
  }

  private double mean(int fromRow, int toRow, int fromColumn, int toColumn) {
    double sum = 0;
    for (int i = fromRow; i < toRow; i++) {
      for (int j = fromColumn; j < toColumn; j++) {
        sum += values[i * columns.count() + j];
      }
    }
    return sum / ((toRow - fromRow) * (toColumn - fromColumn));
  }
}
