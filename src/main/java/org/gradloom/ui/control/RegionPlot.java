package org.gradloom.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Skin;
import org.gradloom.text.Texts;

/**
 * What a network says of every place of a plane, with points on it: the regions of its classes or a
 * surface over two inputs; or, where one side is what it answers, a line through the points.
 *
 * <p>A click on an empty place asks for a point there, one on a point asks to take it away. With
 * the keyboard, the arrows move a cross (with Shift in larger steps), Enter asks for a point at it,
 * Delete to take away the nearest one, and Escape puts the cross away.
 */
public final class RegionPlot extends PictureControl<RegionPlot.Picture> {
  /** How many classes differ in colour and shape; beyond them both begin again. */
  public static final int CLASSES = 10;

  private static final Picture NOTHING =
      new Picture(new Side("", 0, 1), new Side("", 0, 1), List.of(), Optional.empty(), List.of());

  private final Texts texts;
  private final ObjectProperty<Optional<Spot>> cross =
      new SimpleObjectProperty<>(this, "cross", Optional.empty());
  private Describer describer = (x, y) -> "";
  private Listener onAdd = (x, y) -> {};
  private IntConsumer onRemove = index -> {};

  /** Hears of a place of the plane, in the units of its sides. */
  public interface Listener {
    void at(double x, double y);
  }

  /** Says what there is at a place of the plane. */
  public interface Describer {
    String at(double x, double y);
  }

  /**
   * A side of the plane.
   *
   * @param name the feature it is
   * @param low its value at the left or below
   * @param high its value at the right or above, greater than {@code low}
   */
  public record Side(String name, double low, double high) {}

  /**
   * A sample.
   *
   * @param group its class, from 0
   * @param test whether it is kept from training
   */
  public record Point(double x, double y, int group, boolean test) {}

  /** A place of the plane. */
  record Spot(double x, double y) {}

  /** What the points stand on. */
  public sealed interface Content {}

  /**
   * Regions of classes.
   *
   * @param names of the classes
   * @param regions empty where there is no classifier yet
   */
  public record OfClasses(List<String> names, Optional<Regions> regions) implements Content {
    public OfClasses {
      names = List.copyOf(names);
    }
  }

  /**
   * A line over the lower side, with the residuals of the points.
   *
   * @param name what the line is
   * @param line empty where nothing is answered yet
   * @param slope where the line is straight, what is written beside it
   */
  public record OfLine(String name, Optional<PlotLine> line, Optional<Slope> slope)
      implements Content {}

  /** A straight line as it is read. */
  public record Slope(double slope, double intercept) {}

  /**
   * A surface over the plane.
   *
   * @param name what its heights are, with their unit
   * @param surface empty where nothing is answered yet
   * @param truths for each point the height that it has itself; none where points are left plain
   */
  public record OfSurface(String name, Optional<PlotSurface> surface, List<Double> truths)
      implements Content {
    public OfSurface {
      truths = List.copyOf(truths);
    }
  }

  /** What the plot shows. */
  public record Picture(Side x, Side y, Content content, List<Point> points) {
    public Picture {
      points = List.copyOf(points);
    }

    /** Points on the regions of their classes. */
    public Picture(
        Side x, Side y, List<String> classes, Optional<Regions> regions, List<Point> points) {
      this(x, y, new OfClasses(classes, regions), points);
    }

    /** The regions, where they are shown. */
    public Optional<Regions> regions() {
      return switch (content) {
        case OfClasses(_, var regions) -> regions;
        case OfLine _, OfSurface _ -> Optional.empty();
      };
    }

    /** What is laid out once for all pictures that differ in nothing else. */
    List<Object> frame() {
      return switch (content) {
        case OfClasses(var names, _) -> List.of(x, y, names);
        case OfLine(var name, _, _) -> List.of(x, y, name, "line");
        case OfSurface(var name, var surface, _) ->
            List.of(x, y, name, surface.map(PlotSurface::low), surface.map(PlotSurface::high));
      };
    }
  }

  /** What is said of each cell of a grid laid over the plane. */
  public static final class Regions {
    private final int columns;
    private final int rows;
    private final int[] group;
    private final double[] certainty;

    /**
     * A grid, row by row from the top, each from the left. The arrays are copied.
     *
     * @param group the class said of each cell's middle, from 0
     * @param certainty how sure that is, from 0 to 1
     */
    public Regions(int columns, int rows, int[] group, double[] certainty) {
      if (group.length != columns * rows || certainty.length != columns * rows) {
        throw new IllegalArgumentException(
            columns + " × " + rows + " cells, but " + group.length + " and " + certainty.length);
      }
      this.columns = columns;
      this.rows = rows;
      this.group = group.clone();
      this.certainty = certainty.clone();
    }

    public int columns() {
      return columns;
    }

    public int rows() {
      return rows;
    }

    int group(int cell) {
      return group[cell];
    }

    double certainty(int cell) {
      return certainty[cell];
    }
  }

  public RegionPlot(Texts texts) {
    super("region-plot", AccessibleRole.IMAGE_VIEW, NOTHING);
    this.texts = texts;
    setFocusTraversable(true);
  }

  /** What to show beside the pointer and the cross; nothing where it is empty. */
  public void setDescriber(Describer words) {
    describer = words;
  }

  /** Who hears that a point is wanted. */
  public void setOnAdd(Listener listener) {
    onAdd = listener;
  }

  /** Who hears which of the picture's points is to go. */
  public void setOnRemove(IntConsumer listener) {
    onRemove = listener;
  }

  /** Where the keyboard's cross is. */
  ObjectProperty<Optional<Spot>> crossProperty() {
    return cross;
  }

  String describe(Spot spot) {
    return describer.at(spot.x(), spot.y());
  }

  void add(Spot spot) {
    onAdd.at(spot.x(), spot.y());
  }

  void remove(int index) {
    onRemove.accept(index);
  }

  Texts texts() {
    return texts;
  }

  /** As high as it is wide. */
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new RegionPlotSkin(this);
  }

  @Override
  String spoken() {
    String name = texts.get("control.regions", getPicture().x().name(), getPicture().y().name());
    return cross.get().map(spot -> name + ": " + describe(spot)).orElse(name);
  }
}
