package org.gradloom.ui.control;

/** A line through a plot, and where the residual of each of the plot's points ends. */
public final class PlotLine {
  private final double[] x;
  private final double[] y;
  private final double[] ends;

  /**
   * A line from point to point. The arrays are copied.
   *
   * @param ends for each point of the plot the height at which its residual ends, in their order;
   *     or none
   */
  public PlotLine(double[] x, double[] y, double[] ends) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " and " + y.length + " numbers");
    }
    this.x = x.clone();
    this.y = y.clone();
    this.ends = ends.clone();
  }

  /** How many points the line goes through. */
  int size() {
    return x.length;
  }

  double x(int index) {
    return x[index];
  }

  public double y(int index) {
    return y[index];
  }

  /** How many points of the plot have a residual. */
  public int residuals() {
    return ends.length;
  }

  /** Where the residual of a point of the plot ends. */
  public double end(int point) {
    return ends[point];
  }
}
