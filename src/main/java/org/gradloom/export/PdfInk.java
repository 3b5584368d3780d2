package org.gradloom.export;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.gradloom.export.picture.Ink;

/** Draws on a page, from a point of it on, so much larger or smaller. */
final class PdfInk implements Ink {
  private final PDPageContentStream page;
  private final AffineTransform place;
  private final double scale;

  /**
   * @param x of the point that is (0, 0) to who draws
   * @param y of it, from the lower edge of the page
   */
  PdfInk(PDPageContentStream page, double x, double y, double scale) {
    this.page = page;
    this.scale = scale;
    // The page counts from below.
    this.place = new AffineTransform(scale, 0, 0, -scale, x, y);
  }

  @Override
  public void fill(Shape shape, Color colour) {
    try {
      page.setNonStrokingColor(colour);
      if (path(shape)) {
        page.fill();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void outline(Shape shape, Color colour, float width, float... dash) {
    try {
      page.setStrokingColor(colour);
      page.setLineWidth((float) (width * scale));
      float[] lengths = new float[dash.length];
      for (int i = 0; i < dash.length; i++) {
        lengths[i] = (float) (dash[i] * scale);
      }
      page.setLineDashPattern(lengths, 0);
      if (path(shape)) {
        page.stroke();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says whether there is anything to draw: an empty path is an error to readers of PDF. */
  private boolean path(Shape shape) throws IOException {
    float[] n = new float[6];
    float x = 0;
    float y = 0;
    boolean some = false;
    for (PathIterator i = shape.getPathIterator(place); !i.isDone(); i.next()) {
      some = true;
      switch (i.currentSegment(n)) {
        case PathIterator.SEG_MOVETO -> {
          page.moveTo(n[0], n[1]);
          x = n[0];
          y = n[1];
        }
        case PathIterator.SEG_LINETO -> {
          page.lineTo(n[0], n[1]);
          x = n[0];
          y = n[1];
        }
        case PathIterator.SEG_QUADTO -> {
          // A page has cubic curves only; two thirds of the way to the one control point.
          page.curveTo(
              x + 2 * (n[0] - x) / 3,
              y + 2 * (n[1] - y) / 3,
              n[2] + 2 * (n[0] - n[2]) / 3,
              n[3] + 2 * (n[1] - n[3]) / 3,
              n[2],
              n[3]);
          x = n[2];
          y = n[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          page.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
          x = n[4];
          y = n[5];
        }
        case PathIterator.SEG_CLOSE -> page.closePath();
        default -> throw new IllegalStateException("No such segment");
      }
    }
    return some;
  }
}
