package org.gradloom.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Dimension2D;
import org.gradloom.matrix.Shape;
import org.gradloom.ui.control.CellMetrics;
import org.gradloom.ui.control.CellSize;

/**
 * Which sheets are in sight, where they stand, and how large they and their sum are: all of them as
 * numbers where that fits, else as dots, as many as fit. Their sum keeps its numbers as long as it
 * can.
 *
 * @param sheets how a sheet looks
 * @param sum how the sum looks
 * @param columns sheets side by side
 * @param rows of sheets
 * @param aside whether the sheets stand left of the sum, one below the other; else above it
 */
record StackFit(
    SheetPane.Drawing sheets, SheetPane.Drawing sum, int columns, int rows, boolean aside) {
  /** Between sheets, in em, for the sign. */
  static final double SIGN = 1.7;

  /** Beside the first and the last sheet in sight, for the sign that more follow. */
  private static final double DOTS = 2.9;

  /** Between sheets and their sum, for the wire. */
  static final double WIRE = 2.2;

  /** The heading of the sum. */
  static final double HEAD = 2.2;

  /** The names of the samples beside their rows. */
  static final double INDEX = 3.4;

  /** The same above their columns. */
  static final double INDEX_ABOVE = 1.9;

  /** What stands left of the sum: its sign and the names, or its heading. */
  static final double BEFORE = 5.8;

  static final double BEFORE_COLUMNS = 10;

  /** The width of words beside the sum, and the height of the same below it. */
  static final double NOTES_BESIDE = 18.2;

  private static final double NOTES_BELOW = 4.6;

  /** Pixels above the sheets and below the sum. */
  private static final double MARGINS = 8;

  /** In more than two rows nobody follows a wire. */
  private static final int MOST_ROWS = 2;

  private static final List<CellSize> SIZES =
      List.of(CellSize.LARGE, CellSize.NORMAL, CellSize.MEDIUM, CellSize.COMPACT, CellSize.TINY);

  int visible() {
    return columns * rows;
  }

  /** The best there is for so many sheets in an area. */
  static StackFit of(StackContents contents, int count, double em, StageLayout.Extent area) {
    Tries tries = new Tries(contents, count, em, area);
    return tries
        .allAsNumbers()
        .or(tries::someAsNumbers)
        .or(tries::dotsAbove)
        .or(tries::dotsAside)
        .orElseGet(tries::allAsDots);
  }

  /** True if all of it has room. */
  boolean fits(StackContents contents, double em, StageLayout.Extent area) {
    double words = hasNotesBeside(contents, em, area) ? 0 : NOTES_BELOW * em;
    return width(contents, em) <= area.width()
        && height(contents, em) + words + MARGINS <= area.height();
  }

  /** True if words have room at the right of the sum. */
  private boolean hasNotesBeside(StackContents contents, double em, StageLayout.Extent area) {
    double left = aside ? widthOfSheets(contents, em) + WIRE * em : 0;
    return area.width() - left - widthOfSum(contents, em) >= NOTES_BESIDE * em;
  }

  private double widthOfSum(StackContents contents, double em) {
    double before = contents.ofColumns() ? BEFORE_COLUMNS : BEFORE;
    return before * em + sum.extent(contents.shape()).getWidth();
  }

  double widthOfSheets(StackContents contents, double em) {
    double sheet = SheetPane.extent(contents.shape(), sheets, em).getWidth();
    return columns * (sheet + SIGN * em) - SIGN * em;
  }

  private double width(StackContents contents, double em) {
    double ofSum = widthOfSum(contents, em);
    double ofSheets = widthOfSheets(contents, em);
    return aside ? ofSheets + WIRE * em + ofSum : Math.max(ofSheets, ofSum);
  }

  private double height(StackContents contents, double em) {
    double sheet = SheetPane.extent(contents.shape(), sheets, em).getHeight();
    double ofSum =
        (HEAD + (contents.ofColumns() ? INDEX_ABOVE : 0)) * em
            + sum.extent(contents.shape()).getHeight();
    return aside
        ? Math.max(rows * (sheet + SIGN * em) - SIGN * em, ofSum)
        : rows * (sheet + WIRE * em) + ofSum;
  }

  /** What can be tried, best first. */
  private record Tries(StackContents contents, int count, double em, StageLayout.Extent area) {
    private boolean hasFewNumbers() {
      return !ViewMatrix.isLarge(contents.shape());
    }

    private SheetPane.Drawing numbers(CellSize size) {
      return new SheetPane.Drawing.Numbers(CellMetrics.of(size, em, contents.longest()));
    }

    private boolean fits(StackFit tried) {
      return tried.fits(contents, em, area);
    }

    /** How many sheets have room side by side. */
    private int columns(SheetPane.Drawing drawing) {
      double step = SheetPane.extent(contents.shape(), drawing, em).getWidth() + SIGN * em;
      return Math.clamp((long) Math.floor((area.width() + SIGN * em) / step), 1, count);
    }

    /** The same where more follow on both sides, so that signs stand there, too. */
    private int columnsOfSome(SheetPane.Drawing drawing) {
      double step = SheetPane.extent(contents.shape(), drawing, em).getWidth() + SIGN * em;
      double left = area.width() - 2 * DOTS * em;
      return Math.clamp((long) Math.floor((left + SIGN * em) / step), 1, count);
    }

    Optional<StackFit> allAsNumbers() {
      if (!hasFewNumbers()) {
        return Optional.empty();
      }
      return SIZES.stream()
          .flatMap(size ->
              // The cells of the sum are larger than those of the sheets, where there is room.
              Stream.of(size.larger().larger(), size.larger(), size)
                  .distinct()
                  .map(ofSum -> all(numbers(size), numbers(ofSum))))
          .filter(tried -> tried.rows() <= MOST_ROWS && fits(tried))
          .findFirst();
    }

    private StackFit all(SheetPane.Drawing drawing, SheetPane.Drawing ofSum) {
      int columns = columns(drawing);
      int rows = (count + columns - 1) / columns;
      // Equally long rows.
      return new StackFit(drawing, ofSum, (count + rows - 1) / rows, rows, false);
    }

    /** The present sheet and its neighbours. */
    Optional<StackFit> someAsNumbers() {
      if (!hasFewNumbers()) {
        return Optional.empty();
      }
      SheetPane.Drawing drawing = numbers(CellSize.TINY);
      int columns = columnsOfSome(drawing);
      return List.of(CellSize.MEDIUM, CellSize.COMPACT, CellSize.TINY).stream()
          .map(ofSum -> new StackFit(drawing, numbers(ofSum), columns, 1, false))
          .filter(tried -> columns >= Math.min(count, 3) && fits(tried))
          .findFirst();
    }

    private SheetPane.Drawing dots(double width, double height) {
      return new SheetPane.Drawing.Dots(pixels(contents.shape(), width, height));
    }

    Optional<StackFit> dotsAbove() {
      SheetPane.Drawing drawing = dots(7.5 * em, 6 * em);
      int columns = columnsOfSome(drawing);
      return hasFewNumbers()
          ? List.of(CellSize.MEDIUM, CellSize.COMPACT, CellSize.TINY).stream()
              .map(ofSum -> new StackFit(drawing, numbers(ofSum), columns, 1, false))
              .filter(this::fits)
              .findFirst()
          : Optional.empty();
    }

    /** Left of a sum that needs all the height. */
    Optional<StackFit> dotsAside() {
      SheetPane.Drawing drawing = dots(7 * em, 5 * em);
      double sheet = SheetPane.extent(contents.shape(), drawing, em).getHeight() + SIGN * em;
      int rows = Math.clamp((long) Math.floor((area.height() + SIGN * em) / sheet), 1, count);
      return hasFewNumbers()
          ? List.of(CellSize.MEDIUM, CellSize.COMPACT, CellSize.TINY).stream()
              .map(ofSum -> new StackFit(drawing, numbers(ofSum), 1, rows, true))
              .filter(this::fits)
              .findFirst()
          : Optional.empty();
    }

    StackFit allAsDots() {
      SheetPane.Drawing drawing = dots(7.5 * em, 6 * em);
      double above = SheetPane.extent(contents.shape(), drawing, em).getHeight();
      double height = Math.max(12 * em, area.height() - above - (WIRE + HEAD + 4) * em);
      double before = contents.ofColumns() ? BEFORE_COLUMNS : BEFORE;
      double width = Math.max(12 * em, area.width() - (before + 3) * em);
      return new StackFit(drawing, dots(width, height), columnsOfSome(drawing), 1, false);
    }

    /** As large as fits, in cells that are square where both sides have room for it. */
    private static Dimension2D pixels(Shape shape, double width, double height) {
      double cell = Math.min(width / shape.columns(), height / shape.rows());
      return new Dimension2D(
          Math.rint(Math.clamp(cell * shape.columns(), width / 3, width)),
          Math.rint(Math.clamp(cell * shape.rows(), height / 3, height)));
    }
  }
}
