package org.gradloom.ui.control;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
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
import javafx.scene.canvas.Canvas;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;
import org.scilab.forge.jlatexmath.Box;

/**
 * Draws on nothing and keeps the outlines. The formula library can only paint through AWT; nodes
 * take their colours from CSS and stay crisp at any zoom, which no painted canvas does.
 */
final class TexRecorder extends FXGraphics2D {
  /** Painted behind what is boxed; no role has this colour. */
  static final Color BOXED = new Color(0xff);

  private static final Map<TexRole, Color> COLOURS = colours();

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final Map<Glyphs, Shape> glyphs;
  private final Map<TexRole, StringBuilder> outlines = new EnumMap<>(TexRole.class);
  private final List<TexPicture.Rule> rules = new ArrayList<>();
  private TexPicture.@Nullable Bounds boxed;
  private Font font = new Font(Font.SERIF, Font.PLAIN, 1);

  /** Some text in a font. */
  record Glyphs(Font font, String text) {}

  /**
   * Ready to draw.
   *
   * @param glyphs outlines that were asked for before; new ones are added
   */
  TexRecorder(Map<Glyphs, Shape> glyphs) {
    super(new Canvas(0, 0).getGraphicsContext2D());
    this.glyphs = glyphs;
    setColor(colourOf(TexRole.TEXT));
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

  /** Kept here, because the canvas would look for a font of this name among its own. */
  @Override
  public void setFont(Font chosen) {
    font = chosen;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(String text, float x, float y) {
    Shape outline =
        glyphs.computeIfAbsent(
            new Glyphs(font, text),
            asked -> asked.font().createGlyphVector(EXACT, asked.text()).getOutline());
    AffineTransform there = getTransform();
    there.translate(x, y);
    append(outline, there);
  }

  @Override
  public void drawGlyphVector(GlyphVector shape, float x, float y) {
    append(shape.getOutline(x, y), getTransform());
  }

  @Override
  public void draw(Shape shape) {
    append(getStroke().createStrokedShape(shape), getTransform());
  }

  @Override
  public void fill(Shape shape) {
    if (!(shape instanceof Rectangle2D)) {
      append(shape, getTransform());
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
    throw new IllegalStateException("No role has the colour " + getColor());
  }

  private void append(Shape shape, AffineTransform there) {
    StringBuilder outline = outlines.computeIfAbsent(role(), role -> new StringBuilder());
    double[] at = new double[6];
    for (PathIterator path = shape.getPathIterator(there); !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> append(outline, 'M', at, 2);
        case PathIterator.SEG_LINETO -> append(outline, 'L', at, 2);
        case PathIterator.SEG_QUADTO -> append(outline, 'Q', at, 4);
        case PathIterator.SEG_CUBICTO -> append(outline, 'C', at, 6);
        case PathIterator.SEG_CLOSE -> append(outline, 'Z', at, 0);
        default -> throw new IllegalStateException("No such segment");
      }
    }
  }

  private static void append(StringBuilder outline, char command, double[] at, int count) {
    outline.append(command);
    for (int i = 0; i < count; i++) {
      outline.append(Math.round(at[i])).append(' ');
    }
  }
}
