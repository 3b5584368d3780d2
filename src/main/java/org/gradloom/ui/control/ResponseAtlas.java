package org.gradloom.ui.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.gradloom.matrix.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The small pictures of what units answer, all in one image, so that a frame hands over one. Each
 * is as large as it is shown.
 */
final class ResponseAtlas {
  private static final int SHADES = 64;

  /** From −1 to 1 in {@code 2 · SHADES + 1} colours. */
  private final int[] palette = new int[2 * SHADES + 1];

  private @Nullable WritableImage image;
  private int[] pixels = new int[0];
  private int side;

  void setColours(Color negative, Color zero, Color positive) {
    for (int shade = 0; shade <= SHADES; shade++) {
      double part = shade / (double) SHADES;
      palette[SHADES + shade] = RegionImage.mixed(zero, positive, part);
      palette[SHADES - shade] = RegionImage.mixed(zero, negative, part);
    }
  }

  /** Begins a frame of so many pictures of this side, in pixels. */
  void start(int count, int newSide) {
    side = newSide;
    WritableImage now = image;
    if (now == null || now.getWidth() != side || now.getHeight() < count * side) {
      image = new WritableImage(side, Math.max(1, count) * side);
      pixels = new int[Math.max(1, count) * side * side];
    }
  }

  /** Paints one picture; values beyond −1 and 1 are as these, what is not a number as zero. */
  void paint(int index, Matrix values) {
    int rows = values.rows();
    int columns = values.columns();
    int at = index * side * side;
    for (int y = 0; y < side; y++) {
      int row = y * rows / side;
      for (int x = 0; x < side; x++) {
        double value = Math.clamp(values.get(row, x * columns / side), -1, 1);
        pixels[at++] = palette[SHADES + (int) Math.rint(value * SHADES)];
      }
    }
  }

  /** Hands the painted pictures over; {@link #draw} shows them. */
  void finish() {
    WritableImage now = image;
    if (now != null) {
      now.getPixelWriter()
          .setPixels(
              0, 0, side, (int) now.getHeight(), PixelFormat.getIntArgbInstance(), pixels, 0, side);
    }
  }

  /** Shows a picture with its left upper corner there. */
  void draw(GraphicsContext g, int index, double x, double y) {
    g.drawImage(image, 0, (double) index * side, side, side, x, y, side, side);
  }
}
