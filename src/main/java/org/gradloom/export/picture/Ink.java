package org.gradloom.export.picture;

import java.awt.Color;
import java.awt.Shape;

/** What a picture is drawn with: shapes in a colour, filled or outlined. y grows downwards. */
public interface Ink {
  void fill(Shape shape, Color colour);

  /**
   * Draws an outline.
   *
   * @param dash the lengths of strokes and gaps; none for a line without gaps
   */
  void outline(Shape shape, Color colour, float width, float... dash);
}
