package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gradloom.matrix.Shape;
import org.gradloom.ui.control.CellMetrics;

/**
 * Matrices side by side with the signs between them, and words: at their right where these have
 * room there, else below.
 */
final class ViewBand {
  private static final double SIGN = 1;
  private static final double WORDS_AT_LEAST = 17;
  private static final double WORDS_AT_MOST = 26;
  private static final double BETWEEN = 2;

  private final List<NamedMatrix> matrices;
  private final List<Label> signs;
  private final VBox words;

  /**
   * A band.
   *
   * @param signs one between each two matrices
   * @param words without children where there are none
   */
  ViewBand(List<NamedMatrix> matrices, List<Label> signs, VBox words) {
    this.matrices = List.copyOf(matrices);
    this.signs = List.copyOf(signs);
    this.words = words;
    words.setManaged(false);
    words.getStyleClass().add("view-words");
    signs.forEach(sign -> {
      sign.setManaged(false);
      sign.getStyleClass().add("view-sign");
    });
  }

  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    matrices.forEach(matrix -> nodes.addAll(matrix.nodes()));
    nodes.addAll(signs);
    nodes.add(words);
    return nodes;
  }

  /** What the matrices take alone. */
  private Dimension2D ofMatrices(ViewSize size, Shape most) {
    double width =
        matrices.stream().mapToDouble(matrix -> matrix.extent(size, most).getWidth()).sum()
            + signs.stream().mapToDouble(sign -> signWidth(sign, size)).sum();
    double cells =
        matrices.stream()
            .mapToDouble(matrix -> matrix.extent(size, most).getHeight())
            .max()
            .orElse(0);
    return new Dimension2D(Math.ceil(width), Math.ceil(head(size) + cells));
  }

  private double head(ViewSize size) {
    return matrices.stream()
        .mapToDouble(matrix -> matrix.headHeight(reach(), size))
        .max()
        .orElse(0);
  }

  /** How far names reach from their common baseline. */
  private StageHeading.Reach reach() {
    return matrices.stream()
        .map(NamedMatrix::reach)
        .reduce(StageHeading.Reach.NONE, StageHeading.Reach::and);
  }

  private static double signWidth(Label sign, ViewSize size) {
    return Math.ceil(sign.prefWidth(-1)) + 2 * SIGN * size.em();
  }

  /** The width of the words beside matrices; 0 where they stand below. */
  private double beside(Dimension2D ofMatrices, double width, ViewSize size) {
    if (matrices.isEmpty()) {
      return 0;
    }
    double left = width - ofMatrices.getWidth() - BETWEEN * size.em();
    return left >= WORDS_AT_LEAST * size.em() ? Math.min(left, WORDS_AT_MOST * size.em()) : 0;
  }

  /** What it takes in a width, with so many rows and columns of each matrix in sight. */
  Dimension2D extent(double width, ViewSize size, Shape most) {
    Dimension2D own = ofMatrices(size, most);
    if (words.getChildren().isEmpty()) {
      return own;
    }
    double beside = beside(own, width, size);
    return beside > 0
        ? new Dimension2D(
            own.getWidth() + BETWEEN * size.em() + beside,
            Math.max(own.getHeight(), Math.ceil(words.prefHeight(beside))))
        : new Dimension2D(
            matrices.isEmpty() ? width : own.getWidth(),
            own.getHeight()
                + Math.ceil(words.prefHeight(widthBelow(own, width)) + 0.5 * size.em()));
  }

  /** The width of words that stand below. */
  private static double widthBelow(Dimension2D own, double width) {
    return Math.max(own.getWidth(), width) - CellMetrics.HALO;
  }

  /** True if its words need all of a width. */
  boolean hasWordsBelow(double width, ViewSize size, Shape most) {
    return !words.getChildren().isEmpty() && beside(ofMatrices(size, most), width, size) == 0;
  }

  /** Puts it at a place in a width and says where it ends. */
  double place(double left, double top, double width, ViewSize size, Shape most) {
    Dimension2D own = ofMatrices(size, most);
    Dimension2D whole = extent(width, size, most);
    double head = head(size);
    double middle = top + head + (own.getHeight() - head) / 2;
    StageHeading.Reach reach = reach();
    double x = left;
    for (int m = 0; m < matrices.size(); m++) {
      NamedMatrix matrix = matrices.get(m);
      Dimension2D extent = matrix.extent(size, most);
      double cells = extent.getHeight();
      matrix.place(x, middle - cells / 2, reach, size, most);
      x += extent.getWidth();
      if (m < signs.size()) {
        Label sign = signs.get(m);
        double taken = signWidth(sign, size);
        // Where a name is wider than its matrix, the sign still stands between the cells.
        Bounds before = matrix.cells();
        sign.autosize();
        sign.relocate(
            Math.rint((before.getMaxX() + x + taken) / 2 - sign.getWidth() / 2),
            Math.rint(before.getCenterY() - sign.getHeight() / 2));
        x += taken;
      }
    }
    double beside = beside(own, width, size);
    if (words.getChildren().isEmpty()) {
      return top + own.getHeight();
    }
    if (beside > 0) {
      double high = Math.ceil(words.prefHeight(beside));
      words.resizeRelocate(
          Math.rint(left + own.getWidth() + BETWEEN * size.em()),
          Math.rint(Math.max(top, middle - high / 2)),
          beside,
          high);
    } else {
      double wide = widthBelow(own, width);
      words.resizeRelocate(
          Math.rint(left + CellMetrics.HALO),
          Math.rint(top + own.getHeight() + 0.5 * size.em()),
          wide,
          Math.ceil(words.prefHeight(wide)));
    }
    return top + whole.getHeight();
  }
}
