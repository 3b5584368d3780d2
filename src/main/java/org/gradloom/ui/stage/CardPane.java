package org.gradloom.ui.stage;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.gradloom.derivation.SampleCards;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellMetrics;
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

  /** The width that a name has at least, with numbers of one digit and of more. */
  private static final double SHORT_NAME = 6.6;

  private static final double LONG_NAME = 7.8;

  private final Label name = new Label();
  private final TexLabel rule;
  private final PaintedGrid left;
  private final PaintedGrid right;
  private final ViewMatrix product;
  private Optional<CellMetrics> cells = Optional.empty();
  private double em = 13;

  /**
   * A card that shows nothing yet.
   *
   * @param place its number among those in sight, from 0
   * @param choose called with the card and a cell of it that is clicked
   */
  CardPane(
      int place,
      GridInk ink,
      TexRenderer renderer,
      Texts texts,
      BiConsumer<CardPane, Cell> choose) {
    String id = "card-" + (place + 1);
    setId(id);
    getStyleClass().add("sample-card");
    name.getStyleClass().add("card-name");
    name.setMinWidth(USE_PREF_SIZE);
    rule = new TexLabel(renderer, "x", "x");
    left = new PaintedGrid(id + "-left", ink);
    right = new PaintedGrid(id + "-right", ink);
    product = new ViewMatrix(id + "-product", ink, texts);
    left.setOnChoose(cell -> choose.accept(this, cell));
    right.setOnChoose(cell -> choose.accept(this, cell));
    product.setOnChoose(cell -> choose.accept(this, cell));
    getChildren().addAll(name, rule, left, right, product);
  }

  /** Shows a card in cells of this size, or as colours. */
  void show(
      SampleCards cards,
      CardContents contents,
      int card,
      CardWords words,
      Optional<CellMetrics> size) {
    cells = size;
    name.setText(words.name());
    rule.setTex(words.tex(), words.spoken());
    boolean operands = size.isPresent() && !cards.isPenalty(card);
    NodeVisibility.set(left, operands);
    NodeVisibility.set(right, operands);
    Shape shape = cards.shape();
    size.ifPresentOrElse(
        metrics -> {
          if (operands) {
            left.show(new Shape(shape.rows(), 1), contents.left(card), metrics);
            right.show(new Shape(1, shape.columns()), contents.right(card), metrics);
          }
          product.showCells(shape, contents.product(card), metrics);
        },
        () ->
            product.showMap(
                cards.entries(card),
                contents.product(card),
                em,
                cards.traces() ? Optional.of(cards.traced()) : Optional.empty(),
                contents.reached(card)));
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

  /** What a card with cells of this size, or with colours, takes; its heading has room, too. */
  static Dimension2D extent(SampleCards cards, Optional<CellMetrics> size, double em) {
    Shape shape = cards.shape();
    Dimension2D whole =
        size.map(metrics -> metrics.extent(shape)).orElseGet(() -> ViewMatrix.mapExtent(shape, em));
    double heading = cards.size() < 10 ? SHORT_NAME : LONG_NAME;
    return new Dimension2D(
        Math.ceil(Math.max(heading * em, 2 * PAD * em + across(size, em) + whole.getWidth())),
        Math.ceil((HEAD + 2 * PAD) * em + down(size, em) + whole.getHeight()));
  }

  /** What the sample's column takes beside the products; beside colours it is not shown. */
  private static double across(Optional<CellMetrics> size, double em) {
    return size.map(metrics -> metrics.extent(new Shape(1, 1)).getWidth() + BETWEEN * em)
        .orElse(0.0);
  }

  /** What its row takes above them. */
  private static double down(Optional<CellMetrics> size, double em) {
    return size.map(metrics -> metrics.extent(new Shape(1, 1)).getHeight() + BETWEEN * em)
        .orElse(0.0);
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
    double start = Math.rint((getWidth() - across(cells, em) - product.prefWidth(-1)) / 2);
    double x = Math.rint(start + across(cells, em));
    double y = Math.rint(pad + HEAD * em + down(cells, em));
    double head = HEAD * em;
    name.autosize();
    name.relocate(
        Math.rint(pad + CellMetrics.HALO), Math.rint(pad + (head - name.getHeight()) / 2 - 2));
    rule.autosize();
    // Where both have no room the name says enough.
    rule.setVisible(name.getWidth() + rule.getWidth() + 2 * pad + em <= getWidth());
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
