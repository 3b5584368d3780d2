package org.gradloom.ui.control;

import java.nio.IntBuffer;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The colours of a heat map as one image, painted anew only where it would look different. Of a
 * matrix not computed to its end it shows in two parts: the rows that are known, and what is known
 * of the next one.
 */
final class HeatPicture {
  private final ImageView wholeLines = part();
  private final ImageView partOfLine = part();
  private double[] values = {};
  private double limit;
  private int[] pixels = {};
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private @Nullable Painted painted;

  /** Everything the image depends on but the numbers. */
  private record Painted(HeatAxis rows, HeatAxis columns, HeatColours colours) {}

  private static ImageView part() {
    ImageView view = new ImageView();
    view.setManaged(false);
    view.setSmooth(false);
    view.setMouseTransparent(true);
    return view;
  }

  List<ImageView> nodes() {
    return List.of(wholeLines, partOfLine);
  }

  /** Takes the numbers to be painted next. */
  void take(Matrix matrix) {
    values = matrix.toArray();
    limit = matrix.largest();
    painted = null;
  }

  /** Where the colours end at both sides of 0: at the largest size of a finite number. */
  double limit() {
    return limit;
  }

  boolean isPainted() {
    return painted != null;
  }

  void paint(HeatAxis rows, HeatAxis columns, HeatColours colours) {
    Painted next = new Painted(rows, columns, colours);
    if (!next.equals(painted)) {
      painted = next;
      paint(next);
    }
  }

  private void paint(Painted what) {
    HeatAxis rows = what.rows();
    HeatAxis columns = what.columns();
    int width = Math.max(1, (int) Math.rint(columns.visible()));
    int height = Math.max(1, (int) Math.rint(rows.visible()));
    PixelBuffer<IntBuffer> into = buffer;
    if (into == null || into.getWidth() != width || into.getHeight() != height) {
      pixels = new int[width * height];
      into =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
      buffer = into;
      WritableImage image = new WritableImage(into);
      wholeLines.setImage(image);
      partOfLine.setImage(image);
    }
    new HeatPixels(pixels, width, height, values, limit, what.colours(), rows, columns).paint();
    into.updateBuffer(written -> null);
  }

  /** Shows the cells that are known. */
  void show(HeatReach reached, Shape shape, HeatAxis rows, HeatAxis columns, Insets margins) {
    HeatAxis lines = reached.byColumns() ? columns : rows;
    HeatAxis along = reached.byColumns() ? rows : columns;
    int wholes = reached.wholeLines(shape);
    double from = pixel(lines, wholes);
    double to = pixel(lines, wholes + 1);
    double part = pixel(along, reached.partOfLine(shape));
    if (reached.byColumns()) {
      show(wholeLines, margins, new Rectangle2D(0, 0, from, along.visible()));
      show(partOfLine, margins, new Rectangle2D(from, 0, to - from, part));
    } else {
      show(wholeLines, margins, new Rectangle2D(0, 0, along.visible(), from));
      show(partOfLine, margins, new Rectangle2D(0, from, part, to - from));
    }
  }

  private static double pixel(HeatAxis axis, int line) {
    return Math.clamp(Math.rint(axis.at(line)), 0, axis.visible());
  }

  private static void show(ImageView view, Insets margins, Rectangle2D part) {
    view.setVisible(part.getWidth() >= 1 && part.getHeight() >= 1);
    if (view.isVisible()) {
      view.setViewport(part);
      view.relocate(margins.getLeft() + part.getMinX(), margins.getTop() + part.getMinY());
    }
  }
}
