package org.gradloom.export.picture;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Step;
import org.gradloom.export.Tokens;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Shape;
import org.gradloom.staging.ShownWords;
import org.gradloom.staging.StageNumbers;
import org.gradloom.staging.StagePicture;
import org.gradloom.staging.StageSlot;
import org.gradloom.staging.StepTex;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexPicture;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.typeset.TexRole;

/**
 * Draws the stage at a place: the matrices in a line with their marks, and the step's formula
 * below. Lengths are in pixels of the window at its normal scale.
 */
public final class StagePainter {
  private static final double MARGIN = 20;
  private static final double GAP = 14;
  private static final double CELL_HEIGHT = 32;
  private static final double CELL_GAP = 3;
  private static final double NARROWEST = 40;
  private static final float DIGITS_SIZE = 15;
  private static final float CAPTION_SIZE = 12;
  private static final float SIGN_SIZE = 18;
  private static final double FORMULA_SIZE = 19;
  private static final double HEAD = 44;
  private static final double LINE = 46;
  private static final int DIGITS = 5;

  private final Derivation derivation;
  private final Tokens colours;
  private final Texts texts;
  private final Outlines outlines;
  private final TexRenderer renderer;

  /**
   * Ready to draw.
   *
   * @param colours those of a theme
   */
  public StagePainter(
      Derivation derivation, Tokens colours, Texts texts, Outlines outlines, TexRenderer renderer) {
    this.derivation = derivation;
    this.colours = colours;
    this.texts = texts;
    this.outlines = outlines;
    this.renderer = renderer;
  }

  /** A width and a height. */
  public record Extent(double width, double height) {
    /** What holds both. */
    public Extent union(Extent other) {
      return new Extent(Math.max(width, other.width), Math.max(height, other.height));
    }
  }

  // ---- what stands where

  private sealed interface Part {
    double width();

    double height();
  }

  private record Sign(String text, double width) implements Part {
    @Override
    public double height() {
      return 0;
    }
  }

  private record Grid(
      StageNumbers numbers,
      StageSlot seat,
      Shape shape,
      TexPicture name,
      String caption,
      double cell,
      double width)
      implements Part {
    @Override
    public double height() {
      return HEAD + shape.rows() * (CELL_HEIGHT + CELL_GAP);
    }
  }

  private List<Part> parts(Step step) {
    List<Part> parts = new ArrayList<>();
    for (StagePicture.Item item :
        StagePicture.of(step.section(), derivation.lesson(), false).items()) {
      switch (item) {
        case StagePicture.Sign(var text) ->
            parts.add(new Sign(text, outlines.width(text, false, SIGN_SIZE)));
        case StagePicture.Placed placed -> parts.add(grid(step, placed));
      }
    }
    return parts;
  }

  private Grid grid(Step step, StagePicture.Placed placed) {
    StageNumbers numbers = new StageNumbers(derivation, step, placed, step.term(), DIGITS);
    ShownWords words = new ShownWords(derivation.lesson());
    Shape shape = placed.shown().shape(derivation.lesson());
    TexPicture name = renderer.picture(words.tex(placed.shown()));
    String caption = texts.say(words.caption(placed.shown()));
    double cell = NARROWEST;
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        cell = Math.max(cell, outlines.width(numbers.text(i, j), true, DIGITS_SIZE) + 14);
      }
    }
    double width =
        Math.max(
            shape.columns() * (cell + CELL_GAP),
            Math.max(name.width() * FORMULA_SIZE, outlines.width(caption, false, CAPTION_SIZE)));
    return new Grid(numbers, placed.seat(), shape, name, caption, cell, width);
  }

  private List<StepTex> lines(Step step) {
    List<StepTex> lines = StepTex.lines(step, texts);
    if (lines.size() < 2) {
      return lines;
    }
    List<StepTex> seen = new ArrayList<>();
    if (!step.cover().hides(ViewPart.SYMBOLS)) {
      seen.add(lines.getFirst());
    }
    if (!step.cover().hides(step.result(), step.cell())) {
      seen.add(lines.getLast());
    }
    return seen;
  }

  private double width(StepTex line) {
    return (line.lead().isEmpty() ? 0 : outlines.width(line.lead(), false, CAPTION_SIZE) + GAP)
        + renderer.picture(line.tex()).width() * FORMULA_SIZE
        + (line.tail().isEmpty() ? 0 : GAP + outlines.width(line.tail(), false, CAPTION_SIZE));
  }

  /** How much room a step takes. */
  public Extent extent(Step step) {
    List<Part> parts = parts(step);
    double stage = parts.stream().mapToDouble(Part::width).sum() + GAP * (parts.size() - 1);
    double height = parts.stream().mapToDouble(Part::height).max().orElse(0);
    List<StepTex> lines = lines(step);
    double formula = lines.stream().mapToDouble(this::width).max().orElse(0);
    return new Extent(
        Math.ceil(2 * MARGIN + Math.max(stage, formula)),
        Math.ceil(2 * MARGIN + height + lines.size() * LINE));
  }

  // ---- drawing

  /** Fills the ground of a picture. */
  public void ground(Extent extent, Ink ink) {
    ink.fill(new Rectangle2D.Double(0, 0, extent.width(), extent.height()), colour("surface"));
  }

  /**
   * Draws a step from the upper left corner on.
   *
   * @param headway is told the part that is done, after each matrix
   */
  public void draw(Step step, Ink ink, DoubleConsumer headway) {
    List<Part> parts = parts(step);
    double height = parts.stream().mapToDouble(Part::height).max().orElse(0);
    double x = MARGIN;
    int drawn = 0;
    for (Part part : parts) {
      switch (part) {
        case Sign(var text, _) ->
            ink.fill(
                outlines.text(text, false, SIGN_SIZE, x, MARGIN + HEAD + (height - HEAD) / 2 + 6),
                colour("muted"));
        case Grid grid -> draw(grid, x, MARGIN + height - grid.height(), ink);
      }
      x += part.width() + GAP;
      drawn++;
      headway.accept((double) drawn / parts.size());
    }
    double y = MARGIN + height + GAP;
    for (StepTex line : lines(step)) {
      draw(line, MARGIN, y + LINE * 0.62, ink);
      y += LINE;
    }
  }

  private void draw(Grid grid, double x, double y, Ink ink) {
    formula(grid.name(), x, y + 18, FORMULA_SIZE, ink);
    ink.fill(outlines.text(grid.caption(), false, CAPTION_SIZE, x, y + 36), colour("muted"));
    for (int i = 0; i < grid.shape().rows(); i++) {
      for (int j = 0; j < grid.shape().columns(); j++) {
        cell(
            grid,
            i,
            j,
            x + j * (grid.cell() + CELL_GAP),
            y + HEAD + i * (CELL_HEIGHT + CELL_GAP),
            ink);
      }
    }
  }

  private void cell(Grid grid, int i, int j, double x, double y, Ink ink) {
    StageNumbers numbers = grid.numbers();
    RoundRectangle2D box =
        new RoundRectangle2D.Double(x + 1, y + 1, grid.cell() - 2, CELL_HEIGHT - 2, 6, 6);
    boolean active = numbers.active().filter(at -> at.row() == i && at.column() == j).isPresent();
    boolean lit = active || numbers.line().filter(line -> line.contains(i, j)).isPresent();
    boolean made = numbers.isMade(i, j) && numbers.line().isEmpty() && numbers.isRinged(i, j);
    Optional<String> role =
        switch (grid.seat()) {
          case LEFT, LEFT_ORIGIN -> lit ? Optional.of("left") : Optional.empty();
          case RIGHT, RIGHT_ORIGIN, BIAS, MASK -> lit ? Optional.of("right") : Optional.empty();
          case RESULT -> numbers.isRinged(i, j) ? Optional.of("result") : Optional.empty();
        };
    if (active || made) {
      ink.outline(box, colour(made ? "result-halo" : "halo"), 7);
    }
    if (numbers.isAhead(i, j)) {
      ink.outline(box, colour("outline"), 1.2f, 1.5f, 3);
      dot(x + grid.cell() / 2, y + CELL_HEIGHT / 2, ink);
      return;
    }
    ink.fill(box, colour(role.map(name -> name + "-fill").orElse("background")));
    boolean covered = numbers.isCovered(i, j);
    if (covered) {
      stripes(box.getBounds2D(), ink);
    }
    if (role.isPresent()) {
      String border = role.get() + "-border";
      if (role.get().equals("right")) {
        ink.outline(box, colour(border), active ? 2.4f : 1.6f, 5, 3);
      } else {
        ink.outline(box, colour(border), active || made ? 2.4f : 1.6f);
      }
    } else {
      ink.outline(box, colour(covered ? "outline" : "line"), 1);
    }
    if (!covered) {
      String text = numbers.text(i, j);
      boolean stressed = active || made;
      ink.fill(
          outlines.text(
              text,
              stressed,
              DIGITS_SIZE,
              x + grid.cell() - 7 - outlines.width(text, stressed, DIGITS_SIZE),
              y + CELL_HEIGHT / 2 + 5.5),
          colour(role.orElse("text")));
    }
  }

  private void dot(double x, double y, Ink ink) {
    ink.fill(new Ellipse2D.Double(x - 1.2, y - 1.2, 2.4, 2.4), colour("muted"));
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

  private void draw(StepTex line, double left, double y, Ink ink) {
    double x = left;
    if (!line.lead().isEmpty()) {
      ink.fill(outlines.text(line.lead(), false, CAPTION_SIZE, x, y), colour("muted"));
      x += outlines.width(line.lead(), false, CAPTION_SIZE) + GAP;
    }
    TexPicture picture = renderer.picture(line.tex());
    formula(picture, x, y, FORMULA_SIZE, ink);
    x += picture.width() * FORMULA_SIZE;
    if (!line.tail().isEmpty()) {
      ink.fill(outlines.text(line.tail(), false, CAPTION_SIZE, x + GAP, y), colour("muted"));
    }
  }

  /** Draws a formula in the colours of its roles. */
  public void formula(TexPicture picture, double x, double y, double size, Ink ink) {
    picture
        .active()
        .ifPresent(bounds -> {
          Rectangle2D box = Outlines.of(bounds, size, x, y);
          ink.outline(
              new RoundRectangle2D.Double(
                  box.getX() - 3, box.getY() - 4, box.getWidth() + 6, box.getHeight() + 8, 6, 6),
              colour("result-border"),
              1.4f);
        });
    picture.runs().forEach(run -> ink.fill(Outlines.of(run, size, x, y), colour(run.role())));
    picture
        .rules()
        .forEach(rule -> {
          Path2D line = new Path2D.Double(Outlines.of(rule.bounds(), size, x, y));
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

  private Color colour(String token) {
    return colours.colour(token);
  }
}
