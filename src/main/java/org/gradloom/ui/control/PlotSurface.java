package org.gradloom.ui.control;

/** Heights over a plane as a heat map, with the scale that its colours are read by. */
public final class PlotSurface {
  private final int columns;
  private final int rows;
  private final double[] heights;
  private final double low;
  private final double high;

  /**
   * A grid, row by row from the top, each from the left. The array is copied.
   *
   * @param low the height of one end of the colours; what is lower looks the same
   * @param high the height of the other end, greater than {@code low}
   */
  public PlotSurface(int columns, int rows, double[] heights, double low, double high) {
    if (heights.length != columns * rows) {
      throw new IllegalArgumentException(
          columns + " × " + rows + " cells, but " + heights.length + " heights");
    }
    this.columns = columns;
    this.rows = rows;
    this.heights = heights.clone();
    this.low = low;
    this.high = high;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** A cell's place in the scale, from −1 at its low end to 1. */
  double part(int cell) {
    return part(heights[cell]);
  }

  /** Where a height stands in the scale, from −1 at its low end to 1. */
  double part(double height) {
    return Math.clamp(2 * (height - low) / (high - low) - 1, -1, 1);
  }

  public double low() {
    return low;
  }

  public double high() {
    return high;
  }
}
