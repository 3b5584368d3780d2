package org.gradloom.ui.control;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javafx.geometry.Dimension2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A matrix most of whose entries are none, as coloured dots on one image: no entry is lost, however
 * many share a pixel, and what is no entry is never looked at. The colours are those of heat maps.
 */
public final class DotMap extends Region {
  /** Below so many pixels dots touch each other. */
  private static final int LEAST_WITH_GAP = 4;

  private final GridInk ink;
  private final ImageView view = new ImageView();
  private Dots dots = new Dots(new Shape(1, 1), () -> 1, sink -> {}, "");
  private Dimension2D size = new Dimension2D(0, 0);
  private Consumer<Cell> onChoose = cell -> {};
  private @Nullable Object painted;

  /** Takes the entries that there are. */
  @FunctionalInterface
  public interface Sink {
    /** An entry, by row and column from 0, and its number. */
    void dot(int row, int column, double value);
  }

  /**
   * What is painted.
   *
   * @param limit the number at which the colours end on both sides of 0
   * @param entries gives them all to a sink
   * @param of equal for two that look the same
   */
  public record Dots(Shape shape, DoubleSupplier limit, Consumer<Sink> entries, Object of) {}

  /** What an image depends on. */
  private record Painted(Object of, Shape shape, Dimension2D size, int version) {}

  /**
   * A map without dots yet.
   *
   * @param id the node's id
   * @param ink what it is painted with
   */
  public DotMap(String id, GridInk ink) {
    this.ink = ink;
    setId(id);
    getStyleClass().add("dot-map");
    setAccessibleRole(AccessibleRole.TEXT);
    view.setMouseTransparent(true);
    getChildren().add(view);
    setOnMouseClicked(event -> {
      Cell cell = cellAt(event.getX(), event.getY());
      onChoose.accept(cell);
      event.consume();
    });
  }

  /** Called with a cell that is clicked, whether there is an entry or none. */
  public void setOnChoose(Consumer<Cell> listener) {
    onChoose = listener;
  }

  /** Has a screen reader say this. */
  public void announce(String sentence) {
    setAccessibleText(sentence);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  /** Shows these dots in so many pixels; paints only what would look different. */
  public void show(Dots shown, Dimension2D pixels) {
    dots = shown;
    size = pixels;
    setMinSize(pixels.getWidth(), pixels.getHeight());
    setPrefSize(pixels.getWidth(), pixels.getHeight());
    setMaxSize(pixels.getWidth(), pixels.getHeight());
    Painted now = new Painted(shown.of(), shown.shape(), pixels, ink.versionProperty().get());
    if (!now.equals(painted)) {
      painted = now;
      paint();
    }
  }

  private void paint() {
    int width = (int) Math.max(1, Math.rint(size.getWidth()));
    int height = (int) Math.max(1, Math.rint(size.getHeight()));
    int[] pixels = new int[width * height];
    double[] shown = new double[pixels.length];
    Arrays.fill(shown, Double.NaN);
    HeatColours colours =
        new HeatColours(
            ink.of("heat-negative"), ink.of("line"), ink.of("heat-positive"), ink.of("danger"));
    double limit = dots.limit().getAsDouble();
    int rows = dots.shape().rows();
    int columns = dots.shape().columns();
    dots.entries()
        .accept((row, column, value) -> {
          int top = edge(row, rows, height);
          int bottom = end(row, rows, height, top);
          int left = edge(column, columns, width);
          int right = end(column, columns, width, left);
          for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
              int at = y * width + x;
              // Of several entries in a pixel the largest is seen.
              if (!(Math.abs(shown[at]) > Math.abs(value))) {
                shown[at] = value;
                pixels[at] = colours.of(value, limit);
              }
            }
          }
        });
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    view.setImage(image);
  }

  private static int edge(int index, int count, int pixels) {
    return (int) ((long) index * pixels / count);
  }

  /** One pixel at least; with a gap to the next where there is room for one. */
  private static int end(int index, int count, int pixels, int start) {
    int next = edge(index + 1, count, pixels);
    int gap = pixels / count >= LEAST_WITH_GAP ? 1 : 0;
    return Math.max(start + 1, next - gap);
  }

  private Cell cellAt(double x, double y) {
    Shape shape = dots.shape();
    return new Cell(
        Math.clamp((long) (y / size.getHeight() * shape.rows()), 0, shape.rows() - 1),
        Math.clamp((long) (x / size.getWidth() * shape.columns()), 0, shape.columns() - 1));
  }
}
