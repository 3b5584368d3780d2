package org.gradloom.ui.stage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Dimension2D;
import org.gradloom.derivation.SampleCards;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.ui.control.CellMetrics;
import org.gradloom.ui.control.CellSize;

/**
 * Which cards are in sight, and how large they and their sum are: the largest cells that show
 * enough cards; colours where even the smallest show only one.
 *
 * @param cells of a card; none where colours are shown
 * @param cellsOfSum the same of dL/dW
 * @param columns cards side by side
 * @param rows of cards
 * @param first the first card in sight, from 0
 */
record CardsFit(
    Optional<CellMetrics> cells,
    Optional<CellMetrics> cellsOfSum,
    int columns,
    int rows,
    int first) {
  /** Between cards, in em, for the sign. */
  static final double SIGN = 1.7;

  /** Beside the first and the last card in sight, for the sign that more are there. */
  static final double MORE = 4;

  /** Below each row of cards, for the wire. */
  static final double WIRE = 2.3;

  /** Above and below the sum's name, in em. */
  private static final double ROW_GAP = 0.9;

  private static final double NAME = 2;

  /** In more than two rows nobody follows a wire. */
  private static final int MOST_ROWS = 2;

  /** Numbers that are scrolled to are better than colours, up to so many times the room. */
  private static final double MOST_SCROLLED = 1.4;

  /** So many cards are worth smaller cells. */
  private static final int WANTED = 4;

  /** So few are better than colours. */
  private static final int LEAST = 2;

  /** How many rows and columns are looked at for the longest number. */
  private static final int MOST_LOOKED_AT = 16;

  /** How many significant digits a computed number shows. */
  static final int DIGITS = 4;

  /** The best there is in an area. */
  static CardsFit of(SampleCards cards, double em, StageLayout.Extent area) {
    return new Tries(cards, em, longest(cards), area).best();
  }

  int visible() {
    return columns * rows;
  }

  /** What one card takes. */
  Dimension2D card(SampleCards cards, double em) {
    return CardPane.extent(cards, cells, em);
  }

  /** What dL/dW takes. */
  Dimension2D sum(SampleCards cards, double em) {
    return cellsOfSum
        .map(metrics -> metrics.extent(cards.shape()))
        .orElseGet(() -> ViewMatrix.mapExtent(cards.shape(), em));
  }

  /** What the cards in sight take side by side, signs between them included. */
  double width(SampleCards cards, double em) {
    return columns * (card(cards, em).getWidth() + SIGN * em) - SIGN * em;
  }

  private double height(SampleCards cards, double em) {
    return rows * (card(cards, em).getHeight() + WIRE * em)
        + (ROW_GAP + NAME) * em
        + sum(cards, em).getHeight();
  }

  /** The longest number on the present card that may be seen; those of others are alike. */
  private static String longest(SampleCards cards) {
    Shape shape = cards.shape();
    int card = cards.current();
    return IntStream.range(0, Math.min(shape.rows(), MOST_LOOKED_AT))
        .boxed()
        .flatMap(i ->
            IntStream.range(0, Math.min(shape.columns(), MOST_LOOKED_AT))
                .mapToObj(j -> new Cell(i, j)))
        .filter(cell -> !cards.hides(card, cell.row(), cell.column()))
        .map(cell -> Numbers.format(cards.entry(card, cell.row(), cell.column()), DIGITS))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  /** What can be tried. */
  private record Tries(SampleCards cards, double em, String longest, StageLayout.Extent area) {
    CardsFit best() {
      List<CardsFit> low =
          Stream.of(ViewMatrix.isLarge(cards.shape()) ? new CellSize[0] : CellSize.values())
              // The cells of the sum are larger than those on the cards, where there is room.
              .flatMap(size ->
                  Stream.of(size.larger(), size)
                      .distinct()
                      .map(ofSum -> tried(metrics(size), metrics(ofSum))))
              .filter(tried -> tried.height(cards, em) <= area.height())
              .toList();
      return showing(WANTED, low).or(() -> showing(LEAST, low)).orElseGet(this::least);
    }

    private Optional<CardsFit> showing(int wanted, List<CardsFit> fits) {
      return fits.stream().filter(tried -> shows(wanted, tried)).findFirst();
    }

    private boolean shows(int wanted, CardsFit tried) {
      return tried.visible() >= Math.min(cards.size(), wanted);
    }

    /** The smallest cells where they show enough cards and only a part has to be scrolled to. */
    private CardsFit least() {
      CardsFit tiny = tried(metrics(CellSize.TINY), metrics(CellSize.TINY));
      boolean enough =
          !ViewMatrix.isLarge(cards.shape())
              && shows(LEAST, tiny)
              && tiny.height(cards, em) <= MOST_SCROLLED * area.height();
      return enough ? tiny : tried(Optional.empty(), Optional.empty());
    }

    private Optional<CellMetrics> metrics(CellSize size) {
      return Optional.of(CellMetrics.of(size, em, longest));
    }

    private CardsFit tried(Optional<CellMetrics> cells, Optional<CellMetrics> ofSum) {
      double step = CardPane.extent(cards, cells, em).getWidth() + SIGN * em;
      int most = sideBySide(step, area.width());
      int rows = (cards.size() + most - 1) / most;
      CardsFit all = new CardsFit(cells, ofSum, most, rows, 0);
      boolean one = rows == 1 || rows > MOST_ROWS || all.height(cards, em) > area.height();
      // Equally long rows.
      int columns =
          !one
              ? (cards.size() + rows - 1) / rows
              : most < cards.size() ? sideBySide(step, area.width() - 2 * MORE * em) : most;
      int visible = Math.min(cards.size(), columns * (one ? 1 : rows));
      int first =
          Math.clamp(cards.current() - visible / 2L, 0, Math.max(0, cards.size() - visible));
      return new CardsFit(cells, ofSum, columns, one ? 1 : rows, first);
    }

    private int sideBySide(double step, double width) {
      return Math.clamp((long) Math.floor((width + SIGN * em) / step), 1, cards.size());
    }
  }
}
