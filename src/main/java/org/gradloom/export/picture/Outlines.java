package org.gradloom.export.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.gradloom.assets.Assets;
import org.gradloom.export.Scripts;
import org.gradloom.typeset.TexPicture;

/** Texts and formulas as shapes, so that a picture needs no font where it is shown. */
public final class Outlines {
  private static final FontRenderContext EXACT =
      new FontRenderContext(new AffineTransform(), true, true);

  private static final String ENTRYWISE = "⊙";
  private static final Pattern APART = Pattern.compile("(?=⊙)|(?<=⊙)");
  private static final float SMALL = 0.68f;
  private static final float DOWN = 0.16f;
  private static final float UP = 0.34f;

  private final Font plain = font("Regular");
  private final Font strong = font("SemiBold");

  private static Font font(String weight) {
    try (InputStream file =
        Assets.ofProgram().open("assets/fonts/IBMPlexSans-" + weight + ".ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How wide a text is. */
  public double width(String text, boolean stressed, float size) {
    return laid(text, stressed, size, 0, 0, new Path2D.Double());
  }

  /** A text from a point of its base line on. */
  public Shape text(String text, boolean stressed, float size, double x, double y) {
    Path2D.Double shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
    laid(text, stressed, size, x, y, shape);
    return shape;
  }

  /** Adds the shapes of a text, and says how wide they are together. */
  private double laid(String text, boolean stressed, float size, double x, double y, Path2D shape) {
    double at = x;
    for (Scripts.Run run : Scripts.runs(text)) {
      float own = run.height() == Scripts.Height.ON_THE_LINE ? size : size * SMALL;
      double rise =
          switch (run.height()) {
            case ON_THE_LINE -> 0;
            case LOWERED -> size * DOWN;
            case RAISED -> -size * UP;
          };
      Font font = of(stressed, own);
      for (String piece : APART.splitAsStream(run.text()).toList()) {
        if (piece.equals(ENTRYWISE)) {
          shape.append(entrywise(at + own * 0.4, y - own * 0.3, own), false);
          at += own * 0.8;
        } else {
          GlyphVector glyphs = font.createGlyphVector(EXACT, piece);
          shape.append(glyphs.getOutline((float) at, (float) (y + rise)), false);
          at += glyphs.getLogicalBounds().getWidth();
        }
      }
    }
    return at - x;
  }

  /** ⊙, which the typeface lacks. */
  private static Shape entrywise(double x, double y, double size) {
    Area ring = new Area(circle(x, y, size * 0.34));
    ring.subtract(new Area(circle(x, y, size * 0.28)));
    ring.add(new Area(circle(x, y, size * 0.08)));
    return ring;
  }

  private static Shape circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private Font of(boolean stressed, float size) {
    return (stressed ? strong : plain).deriveFont(size);
  }

  /** The glyphs of one role of a formula whose base line begins at a point. */
  public static Shape of(TexPicture.Run run, double size, double x, double y) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size / TexPicture.UNITS, size / TexPicture.UNITS);
    return place.createTransformedShape(path(run.outline()));
  }

  /** A rectangle of a formula. */
  public static Rectangle2D of(TexPicture.Bounds bounds, double size, double x, double y) {
    return new Rectangle2D.Double(
        x + bounds.x() * size,
        y + bounds.y() * size,
        bounds.width() * size,
        bounds.height() * size);
  }

  /** The path that the data of SVG describe, where all but moves to M are relative. */
  private static Path2D path(String data) {
    Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    Reader reader = new Reader(data);
    double[] n = new double[6];
    double x = 0;
    double y = 0;
    double startX = 0;
    double startY = 0;
    while (reader.hasMore()) {
      char command = reader.command();
      int count =
          switch (command) {
            case 'q' -> 4;
            case 'c' -> 6;
            case 'z' -> 0;
            default -> 2;
          };
      for (int i = 0; i < count; i++) {
        n[i] = reader.number() + (command == 'M' ? 0 : i % 2 == 0 ? x : y);
      }
      switch (command) {
        case 'M', 'm' -> {
          startX = n[0];
          startY = n[1];
          path.moveTo(startX, startY);
        }
        case 'l' -> path.lineTo(n[0], n[1]);
        case 'q' -> path.quadTo(n[0], n[1], n[2], n[3]);
        case 'c' -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
        case 'z' -> path.closePath();
        default -> throw new IllegalArgumentException("No command " + command);
      }
      x = count == 0 ? startX : n[count - 2];
      y = count == 0 ? startY : n[count - 1];
    }
    return path;
  }

  /** Commands of one letter and whole numbers, with blanks between numbers. */
  private static final class Reader {
    private final String data;
    private int at;

    Reader(String data) {
      this.data = data;
    }

    boolean hasMore() {
      while (at < data.length() && data.charAt(at) == ' ') {
        at++;
      }
      return at < data.length();
    }

    char command() {
      return data.charAt(at++);
    }

    int number() {
      hasMore();
      int start = at;
      while (at < data.length() && (Character.isDigit(data.charAt(at)) || data.charAt(at) == '-')) {
        at++;
      }
      return Integer.parseInt(data.substring(start, at));
    }
  }
}
