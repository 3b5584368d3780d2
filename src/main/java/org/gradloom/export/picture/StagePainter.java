package org.gradloom.export.picture;

import java.util.ArrayList;
import java.util.List;
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

/**
 * Draws the stage at a place: the matrices in a line with their marks, and the step's formula
 * below.
 */
public final class StagePainter implements StepPainter {
  private static final double HEAD = 44;
  private static final int DIGITS = 5;

  private final Derivation derivation;
  private final Texts texts;
  private final Brush brush;

  /** Ready to draw. */
  StagePainter(Derivation derivation, Texts texts, Brush brush) {
    this.derivation = derivation;
    this.texts = texts;
    this.brush = brush;
  }

  /** Ready to draw, in the colours of a theme. */
  public StagePainter(Derivation derivation, Tokens colours, Texts texts) {
    this(derivation, texts, new Brush(colours));
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
      return HEAD + shape.rows() * (Brush.CELL_HEIGHT + Brush.CELL_GAP);
    }
  }

  private List<Part> parts(Step step) {
    List<Part> parts = new ArrayList<>();
    for (StagePicture.Item item :
        StagePicture.of(step.section(), derivation.lesson(), false).items()) {
      switch (item) {
        case StagePicture.Sign(var text) ->
            parts.add(new Sign(text, brush.width(text, Brush.SIGN_SIZE)));
        case StagePicture.Placed placed -> parts.add(grid(step, placed));
      }
    }
    return parts;
  }

  private Grid grid(Step step, StagePicture.Placed placed) {
    StageNumbers numbers = new StageNumbers(derivation, step, placed, step.term(), DIGITS);
    ShownWords words = new ShownWords(derivation.lesson());
    Shape shape = placed.shown().shape(derivation.lesson());
    TexPicture name = brush.picture(words.tex(placed.shown()));
    String caption = texts.say(words.caption(placed.shown()));
    double cell = 0;
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        cell = Math.max(cell, brush.cellWidth(numbers.text(i, j)));
      }
    }
    double width =
        Math.max(
            shape.columns() * (cell + Brush.CELL_GAP),
            Math.max(name.width() * Brush.FORMULA_SIZE, brush.width(caption, Brush.CAPTION_SIZE)));
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

  @Override
  public Extent extent(Step step) {
    List<Part> parts = parts(step);
    double stage = parts.stream().mapToDouble(Part::width).sum() + Brush.GAP * (parts.size() - 1);
    double height = parts.stream().mapToDouble(Part::height).max().orElse(0);
    List<StepTex> lines = lines(step);
    double formula = lines.stream().mapToDouble(brush::width).max().orElse(0);
    return new Extent(
        Math.ceil(2 * Brush.MARGIN + Math.max(stage, formula)),
        Math.ceil(2 * Brush.MARGIN + height + lines.size() * Brush.LINE));
  }

  // ---- drawing

  @Override
  public void draw(Step step, Ink ink, DoubleConsumer headway) {
    List<Part> parts = parts(step);
    double height = parts.stream().mapToDouble(Part::height).max().orElse(0);
    double x = Brush.MARGIN;
    int drawn = 0;
    for (Part part : parts) {
      switch (part) {
        case Sign(var text, _) ->
            brush.muted(
                text, Brush.SIGN_SIZE, x, Brush.MARGIN + HEAD + (height - HEAD) / 2 + 6, ink);
        case Grid grid -> draw(grid, x, Brush.MARGIN + height - grid.height(), ink);
      }
      x += part.width() + Brush.GAP;
      drawn++;
      headway.accept((double) drawn / parts.size());
    }
    double y = Brush.MARGIN + height + Brush.GAP;
    for (StepTex line : lines(step)) {
      brush.line(line, Brush.MARGIN, y + Brush.LINE * 0.62, ink);
      y += Brush.LINE;
    }
  }

  private void draw(Grid grid, double x, double y, Ink ink) {
    brush.formula(grid.name(), x, y + 18, ink);
    brush.muted(grid.caption(), Brush.CAPTION_SIZE, x, y + 36, ink);
    for (int i = 0; i < grid.shape().rows(); i++) {
      for (int j = 0; j < grid.shape().columns(); j++) {
        cell(
            grid,
            i,
            j,
            x + j * (grid.cell() + Brush.CELL_GAP),
            y + HEAD + i * (Brush.CELL_HEIGHT + Brush.CELL_GAP),
            ink);
      }
    }
  }

  private void cell(Grid grid, int i, int j, double x, double y, Ink ink) {
    StageNumbers numbers = grid.numbers();
    boolean active = numbers.active().filter(at -> at.row() == i && at.column() == j).isPresent();
    boolean lit = active || numbers.line().filter(line -> line.contains(i, j)).isPresent();
    boolean made = numbers.isMade(i, j) && numbers.line().isEmpty() && numbers.isRinged(i, j);
    Brush.Role role =
        switch (grid.seat()) {
          case LEFT, LEFT_ORIGIN -> lit ? Brush.Role.LEFT : Brush.Role.NONE;
          case RIGHT, RIGHT_ORIGIN, BIAS, MASK -> lit ? Brush.Role.RIGHT : Brush.Role.NONE;
          case RESULT -> numbers.isRinged(i, j) ? Brush.Role.RESULT : Brush.Role.NONE;
        };
    Brush.Box box = new Brush.Box(x, y, grid.cell());
    if (numbers.isAhead(i, j)) {
      brush.cellAhead(box, ink);
    } else {
      String text = numbers.isCovered(i, j) ? "" : numbers.text(i, j);
      brush.cell(box, text, role, active || made, ink);
    }
  }
}
