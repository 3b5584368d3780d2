package org.gradloom.ui.control;

import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.gradloom.ui.control.RegionPlot.Regions;
import org.jspecify.annotations.Nullable;

/**
 * Regions as an image of the size that they are shown at. It is scaled here, because JavaFX's
 * software pipeline always lets the pixels of a scaled image flow into each other, and fades its
 * edges.
 */
final class RegionImage {
  /** How much of the class's colour a sure cell has, so that points stand out from it. */
  private static final double SURE = 0.55;

  private @Nullable WritableImage image;
  private int[] cells = new int[0];
  private int[] pixels = new int[0];

  /**
   * The image, drawn over by the next call.
   *
   * @param width of the image, in pixels, at least 1
   */
  Image draw(Regions regions, List<Color> classes, Color paper, int width, int height) {
    resize(regions.columns() * regions.rows());
    for (int cell = 0; cell < cells.length; cell++) {
      Color colour = classes.get(regions.group(cell) % classes.size());
      cells[cell] = mixed(paper, colour, SURE * Math.clamp(regions.certainty(cell), 0, 1));
    }
    return paint(regions.columns(), regions.rows(), width, height);
  }

  /** The same of a surface, from {@code negative} at the low end of its scale. */
  Image draw(
      PlotSurface surface, Color negative, Color zero, Color positive, int width, int height) {
    resize(surface.columns() * surface.rows());
    for (int cell = 0; cell < cells.length; cell++) {
      double part = surface.part(cell);
      cells[cell] = mixed(zero, part < 0 ? negative : positive, Math.abs(part));
    }
    return paint(surface.columns(), surface.rows(), width, height);
  }

  private void resize(int wanted) {
    if (cells.length != wanted) {
      cells = new int[wanted];
    }
  }

  private Image paint(int columns, int rows, int width, int height) {
    WritableImage target = image;
    if (target == null || target.getWidth() != width || target.getHeight() != height) {
      target = new WritableImage(width, height);
      image = target;
      pixels = new int[width * height];
    }
    repeat(columns, rows, width, height);
    target
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return target;
  }

  private void repeat(int columns, int rows, int width, int height) {
    for (int y = 0; y < height; y++) {
      int row = y * rows / height;
      if (y > 0 && row == (y - 1) * rows / height) {
        System.arraycopy(pixels, (y - 1) * width, pixels, y * width, width);
        continue;
      }
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = cells[row * columns + x * columns / width];
      }
    }
  }

  /** A colour between two, as an opaque pixel; the first where {@code part} is not a number. */
  static int mixed(Color from, Color to, double part) {
    double share = Double.isNaN(part) ? 0 : part;
    int red = channel(from.getRed(), to.getRed(), share);
    int green = channel(from.getGreen(), to.getGreen(), share);
    int blue = channel(from.getBlue(), to.getBlue(), share);
    return 0xff000000 | red << 16 | green << 8 | blue;
  }

  private static int channel(double from, double to, double part) {
    return (int) (255 * (from + (to - from) * part) + 0.5);
  }
}
