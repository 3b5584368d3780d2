package org.gradloom.ui.stage;

import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.gradloom.derivation.SampleCards;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellMetrics;
import org.gradloom.ui.control.CellSize;
import org.gradloom.ui.control.GridInk;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.PaintedGrid;
import org.gradloom.ui.control.TexLabel;

/** A card: the sample's column at the left, its row above, and their products where they cross. */
final class CardPane extends Region {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final double PAD = 0.6;
  private static final double BETWEEN = 0.45;
  private static final double HEAD = 2;

  /** The width of a heading. */
  private static final double HEADING = 10.2;

  private final Label name = new Label();
  private final TexLabel rule;
  private final PaintedGrid left;
  private final PaintedGrid right;
  private final PaintedGrid product;
  private CellMetrics metrics = CellMetrics.of(CellSize.COMPACT, 13, "");
  private Shape shape = new Shape(1, 1);
  private double em = 13;

  /**
   * A card that shows nothing yet.
   *
   * @param place its number among those in sight, from 0
   * @param choose called with the card and a cell of it that is clicked
   */
  CardPane(int place, GridInk ink, TexRenderer renderer, BiConsumer<CardPane, Cell> choose) {
    String id = "card-" + (place + 1);
    setId(id);
    getStyleClass().add("sample-card");
    name.getStyleClass().add("card-name");
    name.setMinWidth(USE_PREF_SIZE);
    rule = new TexLabel(renderer, "x", "x");
    left = new PaintedGrid(id + "-left", ink);
    right = new PaintedGrid(id + "-right", ink);
    product = new PaintedGrid(id + "-product", ink);
    left.setOnChoose(cell -> choose.accept(this, cell));
    right.setOnChoose(cell -> choose.accept(this, cell));
    product.setOnChoose(cell -> choose.accept(this, cell));
    getChildren().addAll(name, rule, left, right, product);
  }

  /** Shows a card in cells of this size. */
  void show(SampleCards cards, CardContents contents, int card, CardWords words, CellMetrics size) {
    metrics = size;
    shape = cards.shape();
    name.setText(words.name());
    rule.setTex(words.tex(), words.spoken());
    boolean sample = !cards.isPenalty(card);
    NodeVisibility.set(left, sample);
    NodeVisibility.set(right, sample);
    if (sample) {
      left.show(new Shape(shape.rows(), 1), contents.left(card), size);
      right.show(new Shape(1, shape.columns()), contents.right(card), size);
    }
    product.show(shape, contents.product(card), size);
    pseudoClassStateChanged(CURRENT, cards.isDealing() && card == cards.current());
    requestLayout();
  }

  /**
   * What is written above a card.
   *
   * @param name whose it is
   * @param tex what it multiplies
   * @param spoken the same, to be read aloud
   */
  record CardWords(String name, String tex, String spoken) {}

  /** What a card with cells of this size takes; its heading has room, too. */
  static Dimension2D extent(Shape shape, CellMetrics metrics, double em) {
    Dimension2D cells = metrics.extent(shape);
    Dimension2D one = metrics.extent(new Shape(1, 1));
    return new Dimension2D(
        Math.ceil(
            Math.max(
                HEADING * em, 2 * PAD * em + one.getWidth() + BETWEEN * em + cells.getWidth())),
        Math.ceil((HEAD + 2 * PAD) * em + one.getHeight() + BETWEEN * em + cells.getHeight()));
  }

  void setEm(double size) {
    em = size;
  }

  /** Where a cell of the products is, in the coordinates of this pane's parent. */
  Bounds boundsOf(Cell cell) {
    return localToParent(product.localToParent(product.boundsOf(cell)));
  }

  @Override
  protected void layoutChildren() {
    double pad = PAD * em;
    Dimension2D one = metrics.extent(new Shape(1, 1));
    double cells = one.getWidth() + BETWEEN * em + metrics.extent(shape).getWidth();
    double start = Math.rint((getWidth() - cells) / 2);
    double x = Math.rint(start + one.getWidth() + BETWEEN * em);
    double y = Math.rint(pad + HEAD * em + one.getHeight() + BETWEEN * em);
    double head = HEAD * em;
    name.autosize();
    name.relocate(
        Math.rint(pad + CellMetrics.HALO), Math.rint(pad + (head - name.getHeight()) / 2 - 2));
    rule.autosize();
    rule.relocate(
        Math.rint(getWidth() - pad - CellMetrics.HALO - rule.getWidth()),
        Math.rint(name.getLayoutY() + name.getBaselineOffset() - rule.getBaselineOffset()));
    left.autosize();
    left.relocate(start, y);
    right.autosize();
    right.relocate(x, Math.rint(pad + head));
    product.autosize();
    product.relocate(x, y);
  }
}
