package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Skin;
import org.gradloom.matrix.Numbers;

/**
 * Curves over the steps of a training. Pointing at it, or walking with the arrow keys, shows a
 * cross line with the step and every curve's value there.
 */
public final class CurveChart extends PictureControl<CurveChart.Picture> {
  private static final Picture NOTHING = new Picture(List.of(), "", "", "", Heights.BY_VALUES);

  /** How a curve is drawn. */
  public enum Kind {
    /** A solid line on its band. */
    MAIN,
    /** A dashed line. */
    SECOND,
    /** A dotted line: a part of the values of the others. */
    THIRD,
    /** A pale line: a run kept to compare with. */
    KEPT
  }

  /** Which heights are equal. */
  public enum Heights {
    /** Equal differences, unless the values span too much for that; a part of them never does. */
    BY_VALUES,
    LINEAR,
    /** Equal factors, wherever there is a positive value. */
    LOGARITHMIC
  }

  /**
   * What the chart shows.
   *
   * @param curves in the order in which they are drawn, the topmost last
   * @param xName what the points are counted in
   * @param yName what their height is
   * @param whenEmpty what to say while no curve has a point
   */
  public record Picture(
      List<Graph> curves, String xName, String yName, String whenEmpty, Heights heights) {
    public Picture {
      curves = List.copyOf(curves);
    }

    /** Heights as the values ask for. */
    public Picture(List<Graph> curves, String xName, String yName, String whenEmpty) {
      this(curves, xName, yName, whenEmpty, Heights.BY_VALUES);
    }

    /** True if equal heights are equal factors. */
    public boolean isLogarithmic() {
      return CurveRange.of(this).logarithmic();
    }

    /** True if there is nothing to draw. */
    public boolean isEmpty() {
      return CurveRange.of(this).empty();
    }
  }

  /** One curve, of at most some hundred points; many values are summed up in each. */
  public static final class Graph {
    private final String name;
    private final Kind kind;
    private final double[] x;
    private final double[] low;
    private final double[] high;
    private final double[] mean;

    /**
     * A curve with a band. The arrays are copied.
     *
     * @param x growing, as long as the others
     * @param low the least of the values summed up in each point
     * @param high the greatest
     * @param mean their mean; not a number where there is none, which leaves a gap in the line
     */
    public Graph(String name, Kind kind, double[] x, double[] low, double[] high, double[] mean) {
      if (x.length != mean.length || x.length != low.length || x.length != high.length) {
        throw new IllegalArgumentException(
            name
                + " has arrays of "
                + x.length
                + ", "
                + low.length
                + ", "
                + high.length
                + " and "
                + mean.length);
      }
      this.name = name;
      this.kind = kind;
      this.x = x.clone();
      this.low = low.clone();
      this.high = high.clone();
      this.mean = mean.clone();
    }

    /** A curve without a band. */
    public static Graph line(String name, Kind kind, double[] x, double[] values) {
      return new Graph(name, kind, x, values, values, values);
    }

    public String name() {
      return name;
    }

    public Kind kind() {
      return kind;
    }

    public int size() {
      return x.length;
    }

    double x(int index) {
      return x[index];
    }

    double low(int index) {
      return low[index];
    }

    double high(int index) {
      return high[index];
    }

    double mean(int index) {
      return mean[index];
    }

    /** The name and the last value, as the end of the line says them. */
    String lastValue() {
      return name + " " + Numbers.rounded(mean[mean.length - 1], 3);
    }

    /** The point nearest to a place; there must be one. */
    int nearest(double place) {
      int best = 0;
      for (int i = 1; i < x.length; i++) {
        if (Math.abs(x[i] - place) < Math.abs(x[best] - place)) {
          best = i;
        }
      }
      return best;
    }
  }

  public CurveChart() {
    super("curve-chart", AccessibleRole.IMAGE_VIEW, NOTHING);
    setFocusTraversable(true);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new CurveChartSkin(this);
  }

  @Override
  String spoken() {
    List<String> said = new ArrayList<>(List.of(getPicture().yName()));
    getPicture().curves().stream()
        .filter(curve -> curve.size() > 0)
        .map(Graph::lastValue)
        .forEach(said::add);
    if (said.size() == 1) {
      said.add(getPicture().whenEmpty());
    }
    return String.join(", ", said);
  }
}
