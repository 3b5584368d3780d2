package org.gradloom.export.picture;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.gradloom.export.Tokens;
import org.gradloom.staging.StepTex;
import org.gradloom.typeset.TexPicture;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.typeset.TexRole;

/** What every picture is made of: cells, words and formulas in the colours of a theme. */
final class Brush {
  static final double MARGIN = 20;
  static final double GAP = 14;
  static final double CELL_HEIGHT = 32;
  static final double CELL_GAP = 3;
  static final double FORMULA_SIZE = 19;
  static final double LINE = 46;
  static final float CAPTION_SIZE = 12;
  static final float SIGN_SIZE = 18;
  private static final double NARROWEST = 40;
  private static final float DIGITS_SIZE = 15;

  private final Tokens colours;
  private final Outlines outlines = new Outlines();
  private final TexRenderer renderer = new TexRenderer();

  Brush(Tokens colours) {
    this.colours = colours;
  }

  /** What a cell is to the step. */
  enum Role {
    NONE(""),
    LEFT("left"),
    RIGHT("right"),
    RESULT("result");

    private final String token;

    Role(String token) {
      this.token = token;
    }

    private String or(String otherwise, String part) {
      return this == NONE ? otherwise : token + part;
    }
  }

  /** Where a cell is, its borders included. */
  record Box(double x, double y, double width) {
    private RoundRectangle2D shape() {
      return new RoundRectangle2D.Double(x + 1, y + 1, width - 2, CELL_HEIGHT - 2, 6, 6);
    }
  }

  Color colour(String token) {
    return colours.colour(token);
  }

  /** Fills the ground of a picture. */
  void ground(StepPainter.Extent extent, Ink ink) {
    ink.fill(new Rectangle2D.Double(0, 0, extent.width(), extent.height()), colour("surface"));
  }

  // ---- cells

  /** How wide a cell must be for a number. */
  double cellWidth(String text) {
    return Math.max(NARROWEST, outlines.width(text, true, DIGITS_SIZE) + GAP);
  }

  /** A cell that the walk has not come to. */
  void cellAhead(Box box, Ink ink) {
    ink.outline(box.shape(), colour("outline"), 1.2f, 1.5f, 3);
    double x = box.x() + box.width() / 2;
    double y = box.y() + CELL_HEIGHT / 2;
    ink.fill(new Ellipse2D.Double(x - 1.2, y - 1.2, 2.4, 2.4), colour("muted"));
  }

  /**
   * A cell with its number.
   *
   * @param text empty where it is covered
   * @param stressed whether it is what the step is about
   */
  void cell(Box box, String text, Role role, boolean stressed, Ink ink) {
    RoundRectangle2D shape = box.shape();
    boolean covered = text.isEmpty();
    if (stressed) {
      ink.outline(shape, colour(role == Role.RESULT ? "result-halo" : "halo"), 7);
    }
    ink.fill(shape, colour(role.or("background", "-fill")));
    if (covered) {
      stripes(shape.getBounds2D(), ink);
    }
    Color border = colour(role.or(covered ? "outline" : "line", "-border"));
    switch (role) {
      case RIGHT -> ink.outline(shape, border, stressed ? 2.4f : 1.6f, 5, 3);
      case LEFT, RESULT -> ink.outline(shape, border, stressed ? 2.4f : 1.6f);
      case NONE -> ink.outline(shape, border, 1);
    }
    if (!covered) {
      double x = box.x() + box.width() - 7 - outlines.width(text, stressed, DIGITS_SIZE);
      ink.fill(
          outlines.text(text, stressed, DIGITS_SIZE, x, box.y() + CELL_HEIGHT / 2 + 5.5),
          colour(role.or("text", "")));
    }
  }

  /** What is covered looks unlike what is not reached. */
  private void stripes(Rectangle2D box, Ink ink) {
    for (double d = 4; d < box.getWidth() + box.getHeight(); d += 7) {
      double fromX = Math.max(box.getX(), box.getX() + d - box.getHeight());
      double fromY = box.getY() + Math.min(d, box.getHeight());
      double toX = box.getX() + Math.min(d, box.getWidth());
      double toY = Math.max(box.getY(), box.getY() + d - box.getWidth());
      ink.outline(new Line2D.Double(fromX, fromY, toX, toY), colour("line"), 2);
    }
  }

  // ---- words and formulas

  double width(String words, float size) {
    return outlines.width(words, false, size);
  }

  /** Words that are not the matter itself. */
  void muted(String words, float size, double x, double y, Ink ink) {
    ink.fill(outlines.text(words, false, size, x, y), colour("muted"));
  }

  /** A name. */
  void strong(String words, float size, double x, double y, Ink ink) {
    ink.fill(outlines.text(words, true, size, x, y), colour("text"));
  }

  TexPicture picture(String tex) {
    return renderer.picture(tex);
  }

  double width(StepTex line) {
    return (line.lead().isEmpty() ? 0 : width(line.lead(), CAPTION_SIZE) + GAP)
        + picture(line.tex()).width() * FORMULA_SIZE
        + (line.tail().isEmpty() ? 0 : GAP + width(line.tail(), CAPTION_SIZE));
  }

  /** A line of a step's formula with the words around it. */
  void line(StepTex line, double left, double y, Ink ink) {
    double x = left;
    if (!line.lead().isEmpty()) {
      muted(line.lead(), CAPTION_SIZE, x, y, ink);
      x += width(line.lead(), CAPTION_SIZE) + GAP;
    }
    TexPicture picture = picture(line.tex());
    formula(picture, x, y, ink);
    x += picture.width() * FORMULA_SIZE;
    if (!line.tail().isEmpty()) {
      muted(line.tail(), CAPTION_SIZE, x + GAP, y, ink);
    }
  }

  /** A formula in the colours of its roles. */
  void formula(TexPicture picture, double x, double y, Ink ink) {
    picture
        .active()
        .ifPresent(bounds -> {
          Rectangle2D box = Outlines.of(bounds, FORMULA_SIZE, x, y);
          ink.outline(
              new RoundRectangle2D.Double(
                  box.getX() - 3, box.getY() - 4, box.getWidth() + 6, box.getHeight() + 8, 6, 6),
              colour("result-border"),
              1.4f);
        });
    picture
        .runs()
        .forEach(run -> ink.fill(Outlines.of(run, FORMULA_SIZE, x, y), colour(run.role())));
    picture
        .rules()
        .forEach(rule -> {
          Path2D line = new Path2D.Double(Outlines.of(rule.bounds(), FORMULA_SIZE, x, y));
          ink.fill(line, colour(rule.role()));
        });
  }

  private Color colour(TexRole role) {
    return colour(
        switch (role) {
          case TEXT -> "text";
          case LEFT -> "left";
          case RIGHT -> "right";
          case RESULT -> "result";
          case MUTED -> "muted";
        });
  }
}
