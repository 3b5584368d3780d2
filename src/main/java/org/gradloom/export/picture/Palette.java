package org.gradloom.export.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The colours that pictures use most. A stage has few, and the rest are the edges of its glyphs, so
 * each other colour is drawn in the nearest of them; scattering two colours, as the JDK does, makes
 * noise of plain areas.
 */
final class Palette {
  private static final int MOST = 256;

  private final int[] colours;
  private final Map<Integer, Integer> nearest = new HashMap<>();

  private Palette(int[] colours) {
    this.colours = colours;
  }

  /** The colours of some pictures, which are in RGB. */
  static Palette of(List<BufferedImage> pictures) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (BufferedImage picture : pictures) {
      count(pixels(picture), counts);
    }
    return new Palette(
        counts.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .limit(MOST)
            .mapToInt(Map.Entry::getKey)
            .toArray());
  }

  /** Of neighbours most are alike, and asking a map of each takes ten times as long. */
  private static void count(int[] pixels, Map<Integer, Integer> counts) {
    int start = 0;
    for (int i = 1; i <= pixels.length; i++) {
      if (i == pixels.length || pixels[i] != pixels[start]) {
        counts.merge(pixels[start] & 0xffffff, i - start, (one, more) -> one + more);
        start = i;
      }
    }
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }

  /** A picture in these colours. */
  BufferedImage of(BufferedImage picture) {
    BufferedImage indexed =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE));
    int[] pixels = pixels(picture);
    byte[] indices = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      indices[i] =
          i > 0 && pixels[i] == pixels[i - 1]
              ? indices[i - 1]
              : nearest.computeIfAbsent(pixels[i] & 0xffffff, this::index).byteValue();
    }
    indexed.getRaster().setDataElements(0, 0, picture.getWidth(), picture.getHeight(), indices);
    return indexed;
  }

  private int index(int colour) {
    int best = 0;
    for (int i = 1; i < colours.length; i++) {
      if (distance(colours[i], colour) < distance(colours[best], colour)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
      sum += difference * difference;
    }
    return sum;
  }
}
