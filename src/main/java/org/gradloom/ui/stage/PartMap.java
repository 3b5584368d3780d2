package org.gradloom.ui.stage;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.ui.control.DotMap;
import org.gradloom.ui.control.GridInk;

/**
 * A whole matrix as coloured dots, with a frame around the part whose numbers are in sight. A click
 * leads to any other part.
 */
final class PartMap {
  /** The longer side, and the most of its height, in em. */
  private static final double WIDE = 9;

  private static final double HIGH = 3.6;

  /** In em; less is hard to hit. */
  private static final double LEAST = 1.2;

  private final DotMap dots;
  private final Region frame = new Region();

  PartMap(String id, GridInk ink) {
    dots = new DotMap(id, ink);
    dots.getStyleClass().add("part-map");
    frame.setId(id + "-frame");
    frame.getStyleClass().add("view-ring");
    frame.setMouseTransparent(true);
  }

  List<Node> nodes() {
    return List.of(dots, frame);
  }

  void setOnChoose(Consumer<Cell> listener) {
    dots.setOnChoose(listener);
  }

  void announce(String sentence) {
    dots.announce(sentence);
  }

  void setVisible(boolean visible) {
    nodes().forEach(node -> node.setVisible(visible));
  }

  /** What it takes for a matrix of a shape. */
  static Dimension2D extent(Shape shape, double em) {
    double dot = Math.min(WIDE * em / shape.columns(), HIGH * em / shape.rows());
    return new Dimension2D(
        Math.rint(Math.max(LEAST * em, dot * shape.columns())),
        Math.rint(Math.max(LEAST * em, dot * shape.rows())));
  }

  /**
   * Shows a matrix.
   *
   * @param of equal for two that look the same
   * @param first the first cell of the part in sight
   */
  void place(
      double x,
      double y,
      Shape shape,
      NumberContents contents,
      Object of,
      Cell first,
      Shape part,
      double em) {
    Dimension2D pixels = extent(shape, em);
    Sampled sampled = new Sampled(shape, contents, pixels);
    dots.show(new DotMap.Dots(shape, sampled::limit, sampled::give, of), pixels);
    dots.autosize();
    dots.relocate(Math.rint(x), Math.rint(y));
    double across = pixels.getWidth() / shape.columns();
    double down = pixels.getHeight() / shape.rows();
    frame.resizeRelocate(
        Math.rint(x + first.column() * across) - 2,
        Math.rint(y + first.row() * down) - 2,
        Math.rint(part.columns() * across) + 4,
        Math.rint(part.rows() * down) + 4);
  }

  /** One cell for each pixel is enough, whatever size the matrix has. */
  private record Sampled(Shape shape, NumberContents contents, Dimension2D pixels) {
    private static int step(int count, double pixels) {
      return (int) Math.max(1, count / Math.max(1, pixels));
    }

    double limit() {
      double[] largest = {0};
      give((_, _, value) -> largest[0] = Math.max(largest[0], Math.abs(value)));
      return largest[0] == 0 ? 1 : largest[0];
    }

    void give(DotMap.Sink sink) {
      int down = step(shape.rows(), pixels.getHeight());
      int across = step(shape.columns(), pixels.getWidth());
      for (int i = 0; i < shape.rows(); i += down) {
        for (int j = 0; j < shape.columns(); j += across) {
          OptionalDouble number = contents.number(i, j);
          if (number.isPresent()) {
            sink.dot(i, j, number.getAsDouble());
          }
        }
      }
    }
  }
}
