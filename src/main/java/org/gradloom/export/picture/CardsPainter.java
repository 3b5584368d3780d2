package org.gradloom.export.picture;

import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.ComputedState;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.SampleCards;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.ViewFormula;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.lesson.Perspective;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.staging.StepTex;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexPicture;

/**
 * Draws dL/dW as the sum of one card a sample, as far as the walk has come: the cards in rows,
 * below them what they add up to and the step's formula. All steps of one walk take the same room.
 */
final class CardsPainter implements StepPainter {
  private static final int A_ROW = 4;
  private static final int DIGITS = 4;
  private static final double PAD = 12;
  private static final double HEAD = 34;
  private static final double BETWEEN = 8;
  private static final double SIGN = 30;
  private static final double NAME = 44;
  private static final double NOTE = 28;
  private static final float TITLE_SIZE = 14;

  private final Derivation derivation;
  private final Texts texts;
  private final Brush brush;
  private final SampleCards first;
  private final Shape shape;
  private final double cell;
  private final double formula;
  private final int lines;

  /** How wide what is said below the formula becomes; 0 where nothing ever is. */
  private final double note;

  /**
   * Ready to draw.
   *
   * @param steps those that will be drawn, all of one dL/dW
   */
  CardsPainter(Derivation derivation, List<Step> steps, Texts texts, Brush brush) {
    this.derivation = derivation;
    this.texts = texts;
    this.brush = brush;
    this.first = cards(steps.getFirst());
    this.shape = first.shape();
    this.cell = steps.stream().mapToDouble(step -> widest(cards(step))).max().orElse(0);
    this.formula =
        steps.stream()
            .flatMap(step -> lines(step).stream())
            .mapToDouble(brush::width)
            .max()
            .orElse(0);
    this.lines = lines(steps.getFirst()).size();
    this.note =
        steps.stream()
            .mapToDouble(step -> brush.width(note(step), Brush.CAPTION_SIZE))
            .max()
            .orElse(0);
  }

  private SampleCards cards(Step step) {
    return SampleCards.at(derivation, step).orElseThrow();
  }

  /** How wide the cells must be for the card that a step deals, and for the sum behind it. */
  private double widest(SampleCards cards) {
    int card = cards.current();
    double widest = 0;
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        widest = Math.max(widest, brush.cellWidth(number(cards.entry(card, i, j))));
        widest = Math.max(widest, brush.cellWidth(number(cards.sum(i, j))));
        if (!cards.isPenalty(card)) {
          widest = Math.max(widest, brush.cellWidth(number(cards, cards.left(card, i))));
          widest = Math.max(widest, brush.cellWidth(number(cards, cards.right(card, j))));
        }
      }
    }
    return widest;
  }

  private static String number(double value) {
    return Numbers.format(value, DIGITS);
  }

  private static String number(SampleCards cards, Step.Read read) {
    return cards.step().entry(read).text(DIGITS);
  }

  /** A cell's formula; of whole cards the one of the matrices. */
  private List<StepTex> lines(Step step) {
    return StepTex.isWhole(step)
        ? ViewFormula.of(step, Perspective.CARDS).stream()
            .map(whole -> new StepTex("", whole.tex(), "", whole.plain()))
            .toList()
        : StepTex.lines(step, texts);
  }

  /** Which cards add nothing because of a 0; empty where all of them add something. */
  private String note(Step step) {
    return cards(step).silence().map(texts::say).orElse("");
  }

  // ---- where everything stands

  private double across(int cells) {
    return cells * cell + (cells - 1) * Brush.CELL_GAP;
  }

  private static double down(int cells) {
    return cells * Brush.CELL_HEIGHT + (cells - 1) * Brush.CELL_GAP;
  }

  private double cardWidth() {
    double heading = 0;
    for (int card = 0; card < first.size(); card++) {
      heading =
          Math.max(
              heading, titleWidth(card) + Brush.GAP + outer(card).width() * Brush.FORMULA_SIZE);
    }
    return 2 * PAD + Math.max(heading, cell + BETWEEN + across(shape.columns()));
  }

  private double titleWidth(int card) {
    return brush.width(texts.say(first.title(card)), TITLE_SIZE) * 1.06;
  }

  private TexPicture outer(int card) {
    return brush.picture(first.outer(card, FormulaStyle.TEX));
  }

  private double cardHeight() {
    return 2 * PAD + HEAD + Brush.CELL_HEIGHT + BETWEEN + down(shape.rows());
  }

  private int rows() {
    return (first.size() + A_ROW - 1) / A_ROW;
  }

  private double sumTop() {
    return Brush.MARGIN + rows() * (cardHeight() + Brush.GAP);
  }

  /** Where the formula begins, which stands beside the sum. */
  private double formulaLeft() {
    return Brush.MARGIN + SIGN + Math.max(across(shape.columns()), nameWidth()) + SIGN;
  }

  private double sumHeight() {
    return NAME + Math.max(down(shape.rows()), wordsHeight());
  }

  /** How high the formula is, with what is said below it. */
  private double wordsHeight() {
    return lines * Brush.LINE + (note > 0 ? NOTE : 0);
  }

  @Override
  public Extent extent(Step step) {
    int columns = Math.min(A_ROW, first.size());
    double cards = Brush.MARGIN + columns * cardWidth() + (columns - 1) * SIGN;
    return new Extent(
        Math.ceil(Math.max(cards, formulaLeft() + Math.max(formula, note)) + Brush.MARGIN),
        Math.ceil(sumTop() + sumHeight() + Brush.MARGIN));
  }

  // ---- drawing

  @Override
  public void draw(Step step, Ink ink, DoubleConsumer headway) {
    SampleCards cards = cards(step);
    for (int card = 0; card < cards.size(); card++) {
      double x = Brush.MARGIN + card % A_ROW * (cardWidth() + SIGN);
      int row = card / A_ROW;
      double y = Brush.MARGIN + row * (cardHeight() + Brush.GAP);
      card(cards, card, x, y, ink);
      if (card < cards.size() - 1) {
        sign("+", x + cardWidth() + SIGN / 2, y + cardHeight() / 2, ink);
      }
      headway.accept((card + 1.0) / (cards.size() + 1));
    }
    sum(cards, ink);
    double y = sumTop() + NAME + (sumHeight() - NAME - wordsHeight()) / 2;
    for (StepTex line : lines(step)) {
      brush.line(line, formulaLeft(), y + Brush.LINE * 0.62, ink);
      y += Brush.LINE;
    }
    brush.muted(note(step), Brush.CAPTION_SIZE, formulaLeft(), y + NOTE / 2, ink);
    headway.accept(1);
  }

  private void sign(String text, double x, double y, Ink ink) {
    brush.muted(text, Brush.SIGN_SIZE, x - brush.width(text, Brush.SIGN_SIZE) / 2, y + 6, ink);
  }

  private void card(SampleCards cards, int card, double x, double y, Ink ink) {
    boolean current = cards.isDealing() && card == cards.current();
    ink.outline(
        new RoundRectangle2D.Double(x, y, cardWidth(), cardHeight(), 12, 12),
        brush.colour(current ? "accent" : "line"),
        current ? 2.4f : 1);
    double base = y + PAD + 14;
    brush.strong(texts.say(cards.title(card)), TITLE_SIZE, x + PAD, base, ink);
    TexPicture outer = outer(card);
    brush.formula(outer, x + cardWidth() - PAD - outer.width() * Brush.FORMULA_SIZE, base, ink);
    double left = x + (cardWidth() - cell - BETWEEN - across(shape.columns())) / 2;
    double top = y + PAD + HEAD;
    if (!cards.isPenalty(card)) {
      operands(cards, card, left, top, ink);
    }
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        Brush.Box box =
            box(left + cell + BETWEEN, top + Brush.CELL_HEIGHT + BETWEEN, new Cell(i, j));
        if (cards.isReached(card, i, j)) {
          boolean traced = isTraced(cards, i, j);
          brush.cell(
              box,
              number(cards.entry(card, i, j)),
              traced ? Brush.Role.RESULT : Brush.Role.NONE,
              traced && current,
              ink);
        } else {
          brush.cellAhead(box, ink);
        }
      }
    }
  }

  private Brush.Box box(double left, double top, Cell at) {
    return new Brush.Box(
        left + at.column() * (cell + Brush.CELL_GAP),
        top + at.row() * (Brush.CELL_HEIGHT + Brush.CELL_GAP),
        cell);
  }

  private static boolean isTraced(SampleCards cards, int row, int column) {
    return cards.traces() && cards.traced().equals(new Cell(row, column));
  }

  /** The sample's column at the left of its products, and its row above them. */
  private void operands(SampleCards cards, int card, double left, double top, Ink ink) {
    boolean current = cards.isDealing() && card == cards.current();
    Cell traced = cards.traced();
    boolean reached =
        cards.traces() ? cards.isReached(card, traced.row(), traced.column()) : current;
    for (int i = 0; i < shape.rows(); i++) {
      boolean lit = reached && (!cards.traces() || i == traced.row());
      brush.cell(
          box(left, top + Brush.CELL_HEIGHT + BETWEEN, new Cell(i, 0)),
          number(cards, cards.left(card, i)),
          lit ? Brush.Role.LEFT : Brush.Role.NONE,
          lit && current,
          ink);
    }
    for (int j = 0; j < shape.columns(); j++) {
      boolean lit = reached && (!cards.traces() || j == traced.column());
      brush.cell(
          box(left + cell + BETWEEN, top, new Cell(0, j)),
          number(cards, cards.right(card, j)),
          lit ? Brush.Role.RIGHT : Brush.Role.NONE,
          lit && current,
          ink);
    }
  }

  // ---- what they add up to

  private TexPicture name() {
    return brush.picture(new Notation(derivation.lesson()).tex(first.step().result()));
  }

  private String caption() {
    return texts.say(new Captions(derivation.lesson()).caption(first.step().result(), false));
  }

  private double nameWidth() {
    return Math.max(
        name().width() * Brush.FORMULA_SIZE, brush.width(caption(), Brush.CAPTION_SIZE));
  }

  private void sum(SampleCards cards, Ink ink) {
    double left = Brush.MARGIN + SIGN;
    double top = sumTop();
    brush.formula(name(), left, top + 18, ink);
    brush.muted(caption(), Brush.CAPTION_SIZE, left, top + 36, ink);
    sign("=", Brush.MARGIN + SIGN / 2, top + NAME + down(shape.rows()) / 2, ink);
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        Brush.Box box = box(left, top + NAME, new Cell(i, j));
        if (cards.reach(i, j) == ComputedState.NOT_YET) {
          brush.cellAhead(box, ink);
        } else {
          boolean lit = !cards.traces() || isTraced(cards, i, j);
          brush.cell(
              box,
              number(cards.sum(i, j)),
              lit ? Brush.Role.RESULT : Brush.Role.NONE,
              isTraced(cards, i, j),
              ink);
        }
      }
    }
  }
}
