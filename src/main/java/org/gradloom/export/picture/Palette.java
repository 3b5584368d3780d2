package org.gradloom.export.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
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

  /** The colours of some pictures. */
  static Palette of(List<Runs> pictures) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (Runs picture : pictures) {
      for (int i = 0; i < picture.count(); i++) {
        counts.merge(picture.colours()[i], picture.lengths()[i], Integer::sum);
      }
    }
    return new Palette(
        counts.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .limit(MOST)
            .mapToInt(Map.Entry::getKey)
            .toArray());
  }

  /** A picture in these colours. */
  BufferedImage of(Runs picture) {
    BufferedImage indexed =
        new BufferedImage(
            picture.width(),
            picture.height(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE));
    byte[] indices = new byte[picture.width() * picture.height()];
    int start = 0;
    for (int i = 0; i < picture.count(); i++) {
      int end = start + picture.lengths()[i];
      int index = nearest.computeIfAbsent(picture.colours()[i], this::index);
      Arrays.fill(indices, start, end, (byte) index);
      start = end;
    }
    indexed.getRaster().setDataElements(0, 0, picture.width(), picture.height(), indices);
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
