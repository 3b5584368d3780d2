package org.gradloom.export.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A picture by its pixels of one colour beside each other, line after line: of a stage a tenth of
 * the memory, so that sixty can wait for their colours. The arrays are nobody else's.
 *
 * @param colours of each run, as 0xrrggbb
 * @param lengths of each run
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in this package, and never compared
record Runs(int width, int height, int[] colours, int[] lengths) {
  static Runs of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] colours = new int[width];
    int[] lengths = new int[width];
    int count = 0;
    for (int y = 0; y < height; y++) {
      int[] pixels = picture.getRGB(0, y, width, 1, null, 0, width);
      for (int pixel : pixels) {
        int colour = pixel & 0xffffff;
        if (count > 0 && colours[count - 1] == colour) {
          lengths[count - 1]++;
        } else {
          if (count == colours.length) {
            colours = Arrays.copyOf(colours, 2 * count);
            lengths = Arrays.copyOf(lengths, 2 * count);
          }
          colours[count] = colour;
          lengths[count] = 1;
          count++;
        }
      }
    }
    return new Runs(width, height, Arrays.copyOf(colours, count), Arrays.copyOf(lengths, count));
  }

  int count() {
    return colours.length;
  }
}
