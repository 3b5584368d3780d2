package org.gradloom.typeset;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scilab.forge.jlatexmath.Box;

/**
 * Draws on nothing and keeps the outlines. The formula library can only paint through AWT; outlines
 * take their colours from whoever shows them and stay crisp at any zoom, which no painting does.
 */
final class TexRecorder extends UnpaintedGraphics {
  /** Painted behind what is boxed; no role has this colour. */
  static final Color BOXED = new Color(0xff);

  private static final Map<TexRole, Color> COLOURS = colours();

  private final Map<Glyphs, String> glyphs;
  private final Map<TexRole, StringBuilder> outlines = new EnumMap<>(TexRole.class);
  private final List<TexPicture.Rule> rules = new ArrayList<>();
  private TexPicture.@Nullable Bounds boxed;

  /** What most outlines stay under. */
  private static final int ROOM = 8192;

  /** Some text in a font, at a size. */
  record Glyphs(Font font, String text, AffineTransform size) {}

  /**
   * Ready to draw.
   *
   * @param glyphs strokes of signs that were asked for before; new ones are added
   */
  TexRecorder(Map<Glyphs, String> glyphs) {
    super(colourOf(TexRole.TEXT));
    this.glyphs = glyphs;
    scale(TexPicture.UNITS, TexPicture.UNITS);
  }

  private static Map<TexRole, Color> colours() {
    Map<TexRole, Color> colours = new EnumMap<>(TexRole.class);
    for (TexRole role : TexRole.values()) {
      colours.put(role, new Color(colours.size() + 1));
    }
    return colours;
  }

  /** The colour that stands for a role while a formula is recorded. */
  static Color colourOf(TexRole role) {
    return Objects.requireNonNull(COLOURS.get(role));
  }

  TexPicture record(Box box) {
    box.draw(this, 0, 0);
    List<TexPicture.Run> runs = new ArrayList<>();
    outlines.forEach((role, outline) -> runs.add(new TexPicture.Run(role, outline.toString())));
    return new TexPicture(
        box.getWidth(), box.getHeight(), box.getDepth(), runs, rules, Optional.ofNullable(boxed));
  }

  @Override
  public void drawString(String text, float x, float y) {
    AffineTransform there = getTransform();
    there.translate(x, y);
    AffineTransform size =
        new AffineTransform(
            there.getScaleX(), there.getShearY(), there.getShearX(), there.getScaleY(), 0, 0);
    String strokes =
        glyphs.computeIfAbsent(
            new Glyphs(getFont(), text, size),
            asked ->
                strokes(
                    asked
                        .font()
                        .createGlyphVector(getFontRenderContext(), asked.text())
                        .getOutline(),
                    asked.size()));
    append(strokes, there.getTranslateX(), there.getTranslateY());
  }

  @Override
  public void drawGlyphVector(GlyphVector shape, float x, float y) {
    append(strokes(shape.getOutline(x, y), getTransform()), 0, 0);
  }

  @Override
  public void draw(Shape shape) {
    append(strokes(getStroke().createStrokedShape(shape), getTransform()), 0, 0);
  }

  @Override
  public void fill(Shape shape) {
    if (!(shape instanceof Rectangle2D)) {
      append(strokes(shape, getTransform()), 0, 0);
      return;
    }
    Rectangle2D bounds = getTransform().createTransformedShape(shape).getBounds2D();
    TexPicture.Bounds em =
        new TexPicture.Bounds(
            bounds.getX() / TexPicture.UNITS,
            bounds.getY() / TexPicture.UNITS,
            bounds.getWidth() / TexPicture.UNITS,
            bounds.getHeight() / TexPicture.UNITS);
    if (BOXED.equals(getColor())) {
      // A coloured part inside is painted once more on its own; the union is the whole.
      boxed = boxed == null ? em : boxed.union(em);
    } else {
      rules.add(new TexPicture.Rule(role(), em));
    }
  }

  private TexRole role() {
    for (TexRole role : TexRole.values()) {
      if (colourOf(role).equals(getColor())) {
        return role;
      }
    }
    throw new UnsupportedOperationException("No role has the colour " + getColor());
  }

  private void append(String strokes, double x, double y) {
    if (!strokes.isEmpty()) {
      StringBuilder outline = outlines.computeIfAbsent(role(), role -> new StringBuilder(ROOM));
      outline.append('M').append(Math.round(x)).append(' ').append(Math.round(y)).append(' ');
      outline.append(strokes);
    }
  }

  /** A shape as SVG whose points are each relative to the one before, so that it can be moved. */
  private static String strokes(Shape shape, AffineTransform size) {
    StringBuilder strokes = new StringBuilder();
    double[] at = new double[6];
    long[] from = {0, 0};
    long[] start = {0, 0};
    for (PathIterator path = shape.getPathIterator(size); !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          append(strokes, 'm', at, 2, from);
          System.arraycopy(from, 0, start, 0, 2);
        }
        case PathIterator.SEG_LINETO -> append(strokes, 'l', at, 2, from);
        case PathIterator.SEG_QUADTO -> append(strokes, 'q', at, 4, from);
        case PathIterator.SEG_CUBICTO -> append(strokes, 'c', at, 6, from);
        case PathIterator.SEG_CLOSE -> {
          strokes.append('z');
          System.arraycopy(start, 0, from, 0, 2);
        }
        default -> throw new IllegalStateException("No such segment");
      }
    }
    return strokes.toString();
  }

  /**
   * Appends one segment and moves on to its end.
   *
   * @param from where the segment begins, in rounded units; its end on return
   */
  private static void append(
      StringBuilder strokes, char command, double[] at, int count, long[] from) {
    strokes.append(command);
    for (int i = 0; i < count; i++) {
      strokes.append(Math.round(at[i]) - from[i % 2]).append(' ');
    }
    from[0] = Math.round(at[count - 2]);
    from[1] = Math.round(at[count - 1]);
  }
}
