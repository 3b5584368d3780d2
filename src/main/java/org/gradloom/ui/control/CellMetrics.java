package org.gradloom.ui.control;

import javafx.geometry.Dimension2D;
import org.gradloom.matrix.Shape;

/**
 * How large the cells of a painted grid are, in pixels.
 *
 * @param gap between cells
 * @param letters the size of a number
 * @param radius of a cell's corners
 */
public record CellMetrics(double width, double height, double gap, double letters, double radius) {
  /** Room around a grid for the halo of its outermost cells. */
  public static final double HALO = 3;

  /**
   * The metrics of a size.
   *
   * @param em the size of plain text
   * @param longest the longest number, which cells grow for up to a point
   */
  public static CellMetrics of(CellSize size, double em, String longest) {
    return switch (size) {
      case LARGE -> of(new CellMetrics(5.4 * em, 3.6 * em, 0.45 * em, 1.5 * em, 0.5 * em), longest);
      case NORMAL ->
          of(new CellMetrics(4.4 * em, 2.9 * em, 0.42 * em, 1.3 * em, 0.45 * em), longest);
      case MEDIUM ->
          of(new CellMetrics(2.9 * em, 2.3 * em, 0.3 * em, 1.08 * em, 0.4 * em), longest);
      case COMPACT -> of(new CellMetrics(2.4 * em, 1.85 * em, 0.2 * em, em, 0.28 * em), longest);
      case TINY -> of(new CellMetrics(2 * em, 1.5 * em, 0.15 * em, 0.93 * em, 0.28 * em), longest);
    };
  }

  private static CellMetrics of(CellMetrics usual, String longest) {
    double width =
        GridMetrics.columnWidth(usual.width(), GridMetrics.ems(longest), usual.letters());
    return new CellMetrics(
        Math.rint(width),
        Math.rint(usual.height()),
        Math.max(2, Math.rint(usual.gap())),
        usual.letters(),
        usual.radius());
  }

  /** How wide a text is in letters of a size, near enough. */
  public static double widthOf(String text, double letters) {
    return (GridMetrics.ems(text) + 2 * GridMetrics.sidePadding(1)) * letters;
  }

  /**
   * Where a number stands in its cell.
   *
   * @param letters their size, smaller than usual where the number is long
   * @param centre from the cell's left edge
   */
  record Placed(double letters, double centre) {}

  /** Amid the cell or, where it would reach a movable number's handle, to the left of it. */
  Placed place(String text, boolean movable) {
    double side = GridMetrics.sidePadding(letters);
    double right = movable ? Math.max(side, handleWidth() + 2 * HALO) : side;
    double usual = GridMetrics.ems(text) * letters;
    double room = width - side - right;
    double taken = Math.min(usual, room);
    double centre = Math.min(width / 2, width - right - taken / 2);
    return new Placed(letters * taken / usual, centre);
  }

  /** How wide the arrow heads are that a movable number is known by. */
  double handleWidth() {
    return 0.36 * letters;
  }

  double stepX() {
    return width + gap;
  }

  double stepY() {
    return height + gap;
  }

  /** What a grid of so many cells takes, with the room for halos. */
  public Dimension2D extent(Shape shape) {
    return new Dimension2D(
        2 * HALO + shape.columns() * stepX() - gap, 2 * HALO + shape.rows() * stepY() - gap);
  }
}
