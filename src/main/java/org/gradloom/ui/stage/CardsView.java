package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.SampleCards;
import org.gradloom.derivation.Step;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellMetrics;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.TexLabel;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * dL/dW as the sum of one card a sample. The chosen cell is traced through every card that the walk
 * has come to: a wire collects their entries and ends in the cell of dL/dW.
 */
final class CardsView extends OtherView {
  /** How many entries are written as one sum. */
  private static final int MOST_ADDED = 10;

  private final Store store;
  private final Texts texts;
  private final TexRenderer renderer;
  private final List<CardPane> panes = new ArrayList<>();
  private final List<Label> chips = new ArrayList<>();
  private final List<Label> pluses = new ArrayList<>();
  private final ViewMatrix sum;
  private final TexLabel name;
  private final Label caption = new Label();
  private final Label equals = new Label("=");
  private final Label added = new Label();
  private final Label silent = new Label();
  private final Path wire = new Path();
  private final Polygon arrow = new Polygon(0, 0, -8, -4.5, -8, 4.5);
  private final Button earlier = new Button("… +", new FontIcon(Feather.CHEVRON_LEFT));
  private final Button later = new Button("+ …", new FontIcon(Feather.CHEVRON_RIGHT));
  private CardsFit fit = new CardsFit(Optional.empty(), Optional.empty(), 1, 1, 0);

  CardsView(Store store, Texts texts, TexRenderer renderer) {
    super("cards");
    this.store = store;
    this.texts = texts;
    this.renderer = renderer;
    this.sum = new ViewMatrix("cards-sum", ink(), texts);
    this.name = new TexLabel(renderer, "dL/dW", "dL/dW");
    name.getStyleClass().add("matrix-name");
    caption.getStyleClass().add("matrix-caption");
    equals.getStyleClass().add("view-sign");
    added.setId("cards-added");
    added.getStyleClass().add("view-sum");
    silent.setId("cards-silent");
    silent.getStyleClass().add("view-note");
    for (Label words : List.of(added, silent)) {
      words.setWrapText(true);
    }
    wire.getStyleClass().add("view-wire");
    arrow.getStyleClass().add("view-arrow");
    sum.setOnChoose(this::chooseSum);
    dress(earlier, "cards-earlier", "view.cards.earlier", -1);
    dress(later, "cards-later", "view.cards.later", 1);
    for (Node node : List.of(wire, arrow, sum, name, caption, equals, added, silent)) {
      node.setManaged(false);
      getChildren().add(node);
    }
    later.setContentDisplay(ContentDisplay.RIGHT);
    earlier.setManaged(false);
    later.setManaged(false);
    getChildren().addAll(earlier, later);
  }

  private void dress(Button button, String id, String key, int by) {
    button.setId(id);
    button.getStyleClass().addAll("flat", "more-cards");
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(key)));
    button.setOnAction(event -> {
      Step step = store.state().explore().step();
      choose(Math.clamp(step.term() + (long) by, 0, step.terms() - 1), step.writtenCell());
    });
  }

  /** Goes to a cell of dL/dW with all its cards. */
  private void chooseSum(Cell written) {
    Explore state = store.state().explore();
    SampleCards.at(state.derivation(), state.step())
        .ifPresent(cards ->
            store.dispatch(new Action.Choose(state.step().result(), cards.inside(written))));
  }

  /** Traces a cell of dL/dW as it is written, up to a card. */
  private void choose(int card, Cell written) {
    Explore state = store.state().explore();
    SampleCards.at(state.derivation(), state.step())
        .ifPresent(cards ->
            store.dispatch(
                new Action.Go(
                    new Place.OfTerm(state.step().result(), cards.inside(written), card))));
  }

  @Override
  void draw(Explore state) {
    SampleCards.at(state.derivation(), state.step())
        .ifPresent(cards -> {
          Notation notation = new Notation(state.lesson());
          name.setTex(notation.tex(state.step().result()), notation.plain(state.step().result()));
          Shape shape = cards.shape();
          caption.setText(texts.get("caption.brief", shape.rows(), shape.columns()));
          caption.setAccessibleText(
              texts.say(new Captions(state.lesson()).caption(state.step().result(), false)));
          sum.announce(texts.say(Narration.spoken(state.step())));
        });
  }

  @Override
  StageLayout.Extent arrange(Explore state, StageLayout.Extent area, StageLayout.Extent whole) {
    return SampleCards.at(state.derivation(), state.step())
        .map(cards -> arrange(state, cards, area, whole))
        .orElse(new StageLayout.Extent(0, 0));
  }

  /** Rather all cards and a question elsewhere than a question beside some of them. */
  private StageLayout.Extent arrange(
      Explore state, SampleCards cards, StageLayout.Extent area, StageLayout.Extent whole) {
    CardsFit beside = CardsFit.of(cards, em(), area);
    CardsFit alone = beside.visible() < cards.size() ? CardsFit.of(cards, em(), whole) : beside;
    fit = alone.visible() > beside.visible() ? alone : beside;
    return place(state, cards, fit.width(cards, em()) <= area.width() ? area : whole);
  }

  // ---- where everything stands

  private StageLayout.Extent place(Explore state, SampleCards cards, StageLayout.Extent area) {
    double em = em();
    Dimension2D card = fit.card(cards, em);
    CardContents contents = new CardContents(cards, state.asked(), CardsFit.DIGITS, texts);
    int visible = Math.min(cards.size(), fit.visible());
    fill(visible);
    double sign = CardsFit.SIGN * em;
    double width = fit.width(cards, em);
    double left = Math.max(0, Math.rint((area.width() - width) / 2));
    double rowHeight = card.getHeight() + CardsFit.WIRE * em;
    for (int v = 0; v < visible; v++) {
      int shown = fit.first() + v;
      CardPane pane = panes.get(v);
      pane.setEm(em);
      pane.show(cards, contents, shown, words(cards, shown), fit.cells());
      double x = left + v % fit.columns() * (card.getWidth() + sign);
      int row = v / fit.columns();
      double y = CellMetrics.HALO + row * rowHeight;
      pane.resizeRelocate(Math.rint(x), Math.rint(y), card.getWidth(), card.getHeight());
      pane.layout();
      Label plus = pluses.get(v);
      plus.setVisible(shown + 1 < cards.size() && v + 1 < visible);
      ViewWords.centre(plus, x + card.getWidth() + sign / 2, y + card.getHeight() / 2);
    }
    boolean windowed = visible < cards.size();
    NodeVisibility.set(earlier, windowed && fit.first() > 0);
    NodeVisibility.set(later, windowed && fit.first() + visible < cards.size());
    double cardsBottom = CellMetrics.HALO + fit.rows() * rowHeight;
    return sum(cards, contents, cardsBottom, left, width, visible);
  }

  private void fill(int visible) {
    while (panes.size() < visible) {
      CardPane pane = new CardPane(panes.size(), ink(), renderer, texts, this::chooseOn);
      pane.setManaged(false);
      panes.add(pane);
      Label chip = new Label();
      chip.setId("card-" + panes.size() + "-chip");
      chip.getStyleClass().add("view-chip");
      chip.setManaged(false);
      chips.add(chip);
      Label plus = new Label("+");
      plus.getStyleClass().add("view-sign");
      plus.setManaged(false);
      pluses.add(plus);
      getChildren().addAll(pane, chip, plus);
    }
    for (int v = 0; v < panes.size(); v++) {
      panes.get(v).setVisible(v < visible);
      chips.get(v).setVisible(false);
      pluses.get(v).setVisible(v < visible);
    }
  }

  private void chooseOn(CardPane pane, Cell cell) {
    choose(fit.first() + panes.indexOf(pane), cell);
  }

  private CardPane.CardWords words(SampleCards cards, int card) {
    return new CardPane.CardWords(
        texts.say(cards.title(card)),
        cards.outer(card, FormulaStyle.TEX),
        cards.outer(card, FormulaStyle.PLAIN));
  }

  private StageLayout.Extent sum(
      SampleCards cards,
      CardContents contents,
      double top,
      double left,
      double width,
      int visible) {
    double em = em();
    fit.cellsOfSum()
        .ifPresentOrElse(
            metrics -> sum.showCells(cards.shape(), contents.sum(), metrics),
            () ->
                sum.showMap(
                    cards.sums(),
                    contents.sum(),
                    em,
                    cards.traces() ? Optional.of(cards.traced()) : Optional.empty(),
                    contents.reachedSum()));
    Dimension2D extent = fit.sum(cards, em);
    double x = Math.rint(left + Math.max(5 * em, width * 0.42 - extent.getWidth() / 2));
    name.autosize();
    name.relocate(x, top);
    caption.autosize();
    caption.relocate(
        Math.rint(x + name.getWidth() + 0.8 * em),
        Math.rint(top + name.getBaselineOffset() - caption.getBaselineOffset()));
    double y = Math.rint(top + name.getHeight() + 0.5 * em);
    sum.resizeRelocate(x, y, Math.ceil(extent.getWidth()), Math.ceil(extent.getHeight()));
    ViewWords.centre(equals, x - 2.2 * em, y + extent.getHeight() / 2);
    double right = Math.max(x + extent.getWidth(), caption.getLayoutX() + caption.getWidth());
    wire(cards, visible, right + 1.2 * em, left + width);
    double noteX = right + 2.6 * em;
    double room = Math.max(10 * em, left + width - noteX);
    added.setText(added(cards));
    silent.setText(cards.silence().map(texts::say).orElse(""));
    double noteTop =
        y + extent.getHeight() - ViewWords.heightOf(added, room) - ViewWords.heightOf(silent, room);
    added.resizeRelocate(noteX, Math.rint(noteTop), room, ViewWords.heightOf(added, room));
    silent.resizeRelocate(
        noteX,
        Math.rint(noteTop + ViewWords.heightOf(added, room)),
        room,
        ViewWords.heightOf(silent, room));
    earlier.autosize();
    later.autosize();
    double middle = Math.rint(top - CardsFit.WIRE * em - panes.getFirst().getHeight() / 2);
    earlier.relocate(Math.max(0, left - earlier.getWidth()), middle);
    later.relocate(left + width, middle);
    return new StageLayout.Extent(
        Math.ceil(Math.max(width, noteX + 10 * em - left)), Math.ceil(y + extent.getHeight() + 4));
  }

  // ---- the wire

  /** From the traced cell of each card that was reached into its cell of dL/dW. */
  private void wire(SampleCards cards, int visible, double bus, double right) {
    List<Node> ends = new ArrayList<>();
    wire.getElements().clear();
    boolean traced = cards.traces();
    Cell cell = cards.traced();
    double lastY = 0;
    for (int v = 0; traced && v < visible; v++) {
      int card = fit.first() + v;
      if (!cards.isReached(card, cell.row(), cell.column())) {
        continue;
      }
      CardPane pane = panes.get(v);
      Bounds from = pane.boundsOf(cell);
      double y = pane.getLayoutY() + pane.getHeight() + CardsFit.WIRE * em() / 2;
      boolean lastRow = v / fit.columns() == fit.rows() - 1;
      line(from.getCenterX(), from.getMaxY(), from.getCenterX(), y);
      line(from.getCenterX(), y, lastRow ? bus : right + 0.8 * em(), y);
      Label chip = chips.get(v);
      chip.setVisible(true);
      chip.setText(
          cards.hides(card, cell.row(), cell.column())
              ? Numbers.BLANK
              : Numbers.format(cards.entry(card, cell.row(), cell.column()), CardsFit.DIGITS));
      ViewWords.centre(chip, from.getCenterX(), y);
      chip.toFront();
      ends.add(chip);
      lastY = Math.max(lastY, y);
      if (!lastRow) {
        double down = pane.getLayoutY() + 2 * pane.getHeight() + 1.5 * CardsFit.WIRE * em();
        line(right + 0.8 * em(), y, right + 0.8 * em(), down);
        line(right + 0.8 * em(), down, bus, down);
        lastY = Math.max(lastY, down);
      }
    }
    arrow.setVisible(!ends.isEmpty());
    if (!ends.isEmpty()) {
      Bounds to = sum.localToParent(sum.boundsOf(cell));
      line(bus, lastY, bus, to.getCenterY());
      line(bus, to.getCenterY(), to.getMaxX() + 9, to.getCenterY());
      arrow.setRotate(180);
      arrow.relocate(to.getMaxX() + 4, to.getCenterY() - 4.5);
    }
  }

  private void line(double fromX, double fromY, double toX, double toY) {
    wire.getElements()
        .addAll(
            new MoveTo(Math.rint(fromX) + 0.5, Math.rint(fromY) + 0.5),
            new LineTo(Math.rint(toX) + 0.5, Math.rint(toY) + 0.5));
  }

  // ---- what is said beside the sum

  /** {@code 0 − 2 + 0 − 4 = −6}, as far as the walk has come. */
  private static String added(SampleCards cards) {
    Cell cell = cards.traced();
    if (!cards.traces() || cards.size() > MOST_ADDED) {
      return "";
    }
    IntFunction<String> entry =
        card ->
            cards.hides(card, cell.row(), cell.column())
                ? Numbers.BLANK
                : Numbers.format(cards.entry(card, cell.row(), cell.column()), CardsFit.DIGITS);
    String terms =
        IntStream.rangeClosed(0, cards.current())
            .mapToObj(card -> card == 0 ? entry.apply(0) : signed(entry.apply(card)))
            .collect(Collectors.joining(" "));
    if (cards.hidesSum(cell.row(), cell.column())) {
      return "";
    }
    String total = Numbers.format(cards.sum(cell.row(), cell.column()), CardsFit.DIGITS);
    return cards.current() == 0 ? terms : terms + " = " + total;
  }

  private static String signed(String number) {
    return number.charAt(0) == Numbers.MINUS
        ? Numbers.MINUS + " " + number.substring(1)
        : "+ " + number;
  }
}
