package org.gradloom.ui.stage;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellContents;
import org.gradloom.ui.control.CellMetrics;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.control.GridInk;
import org.gradloom.ui.control.PaintedGrid;
import org.gradloom.ui.control.TexLabel;

/**
 * A matrix of a view: its name and what it is over its cells. Of one that has more rows or columns
 * than there is room for, those around the present cell are shown, and the caption says which.
 * Below them all of it is a map, which leads to the rest.
 */
final class NamedMatrix {
  /** No more rows or columns are ever in sight. */
  static final Shape AROUND = new Shape(16, 16);

  private static final double BELOW_NAME = 0.1;
  private static final double BELOW_CAPTION = 0.25;
  private static final double ABOVE_MAP = 0.5;

  private final Texts texts;
  private final TexLabel name;
  private final Label caption = new Label();
  private final PaintedGrid grid;
  private final PartMap map;
  private boolean visible = true;
  private Object look = new Object();
  private Matter matter =
      new Matter("", "", "", new Shape(1, 1), NumberContents.NONE, new Cell(0, 0));
  private String longest = "";
  private Part part = new Part(0, 0, new Shape(1, 1));

  /**
   * What is shown.
   *
   * @param tex its name
   * @param plain the name to be read aloud
   * @param said what it is, or nothing
   * @param shape as it is written
   * @param current the cell that stays in sight
   * @param terms which of its lines meet those of another matrix, of which then as many are in
   *     sight
   */
  record Matter(
      String tex,
      String plain,
      String said,
      Shape shape,
      NumberContents contents,
      Cell current,
      Terms terms) {
    Matter(
        String tex, String plain, String said, Shape shape, NumberContents contents, Cell current) {
      this(tex, plain, said, shape, contents, current, Terms.NONE);
    }
  }

  /** Where the terms of a product stand in a matrix. */
  enum Terms {
    NONE,
    COLUMNS,
    ROWS
  }

  /** The rows and columns in sight. */
  private record Part(int row, int column, Shape shape) {
    Cell whole(Cell cell) {
      return new Cell(cell.row() + row, cell.column() + column);
    }
  }

  /** The cells of a part. */
  private record InPart(CellContents all, Part part) implements CellContents {
    @Override
    public String text(int row, int column) {
      return all.text(row + part.row(), column + part.column());
    }

    @Override
    public Set<CellState> marks(int row, int column) {
      return all.marks(row + part.row(), column + part.column());
    }

    @Override
    public String fullText(int row, int column) {
      return all.fullText(row + part.row(), column + part.column());
    }

    @Override
    public String spoken(int row, int column) {
      return all.spoken(row + part.row(), column + part.column());
    }
  }

  NamedMatrix(String id, GridInk ink, Texts texts, TexRenderer renderer) {
    this.texts = texts;
    name = new TexLabel(renderer, "X", "X");
    name.getStyleClass().add("matrix-name");
    caption.setId(id + "-caption");
    caption.getStyleClass().add("matrix-caption");
    grid = new PaintedGrid(id, ink);
    map = new PartMap(id + "-map", ink);
    nodes().forEach(node -> node.setManaged(false));
  }

  List<Node> nodes() {
    return Stream.concat(Stream.of(grid, name, caption), map.nodes().stream()).toList();
  }

  void setVisible(boolean wanted) {
    visible = wanted;
    nodes().forEach(node -> node.setVisible(wanted));
  }

  /** Called with a cell, of all there are, that is clicked. */
  void setOnChoose(Consumer<Cell> listener) {
    grid.setOnChoose(cell -> listener.accept(part.whole(cell)));
    map.setOnChoose(listener);
  }

  /** Called with a cell, of all there are, that is dragged, and with the steps. */
  void setOnDrag(PaintedGrid.DragListener listener) {
    grid.setOnDrag((cell, steps) -> listener.dragged(part.whole(cell), steps));
  }

  /** Has a screen reader say this. */
  void announce(String sentence) {
    grid.announce(sentence);
    map.announce(sentence);
  }

  void show(Matter shown) {
    matter = shown;
    look = new Object();
    longest = longest(shown);
    name.setTex(shown.tex(), shown.plain());
  }

  // ---- how large it is

  private static Part part(Matter matter, Shape most) {
    int terms = Math.min(most.rows(), most.columns());
    int rows = Math.min(matter.shape().rows(), matter.terms() == Terms.ROWS ? terms : most.rows());
    int columns =
        Math.min(
            matter.shape().columns(), matter.terms() == Terms.COLUMNS ? terms : most.columns());
    return new Part(
        Math.clamp(matter.current().row() - rows / 2L, 0, matter.shape().rows() - rows),
        Math.clamp(matter.current().column() - columns / 2L, 0, matter.shape().columns() - columns),
        new Shape(rows, columns));
  }

  /** The longest number that may be in sight: of those around the present cell. */
  private static String longest(Matter matter) {
    Part seen = part(matter, AROUND);
    CellContents all = matter.contents();
    String longest = "";
    for (int i = 0; i < seen.shape().rows(); i++) {
      for (int j = 0; j < seen.shape().columns(); j++) {
        Cell cell = seen.whole(new Cell(i, j));
        boolean reached = !all.marks(cell.row(), cell.column()).contains(CellState.UNREACHED);
        String text = reached ? all.text(cell.row(), cell.column()) : "";
        longest = text.length() > longest.length() ? text : longest;
      }
    }
    return longest;
  }

  /**
   * What its cells take with no more of them in sight than {@code most}, as wide as its words at
   * least.
   */
  Dimension2D extent(ViewSize size, Shape most) {
    Part seen = part(matter, most);
    Dimension2D cells = metrics(size).extent(seen.shape());
    caption.setText(said(seen));
    return new Dimension2D(
        Math.max(
            Math.max(cells.getWidth(), ofMap(seen, size).getWidth()),
            Math.max(name.prefWidth(-1), caption.prefWidth(-1)) + 6),
        cells.getHeight() + ofMap(seen, size).getHeight());
  }

  /** What the map takes below the cells; nothing where all are in sight. */
  private Dimension2D ofMap(Part seen, ViewSize size) {
    if (seen.shape().equals(matter.shape())) {
      return new Dimension2D(0, 0);
    }
    Dimension2D map = PartMap.extent(matter.shape(), size.em());
    return new Dimension2D(
        map.getWidth() + 2 * CellMetrics.HALO, map.getHeight() + ABOVE_MAP * size.em());
  }

  private CellMetrics metrics(ViewSize size) {
    return CellMetrics.of(size.cells(), size.em(), longest);
  }

  /** How far its name reaches from its baseline. */
  StageHeading.Reach reach() {
    double height = name.prefHeight(-1);
    return new StageHeading.Reach(name.getBaselineOffset(), height - name.getBaselineOffset());
  }

  /** How high its words are where names of this reach stand in one line. */
  double headHeight(StageHeading.Reach reach, ViewSize size) {
    return Math.ceil(
        reach.above()
            + reach.below()
            + caption.prefHeight(-1)
            + (BELOW_NAME + BELOW_CAPTION) * size.em());
  }

  private String said(Part seen) {
    Shape all = matter.shape();
    String size = texts.get("caption.brief", all.rows(), all.columns());
    // Of a single number nobody asks how many there are.
    boolean one = all.size() == 1 && !matter.said().isEmpty();
    String shape =
        one ? matter.said() : matter.said().isEmpty() ? size : matter.said() + " · " + size;
    if (seen.shape().equals(all)) {
      return shape;
    }
    return texts.get(
        "view.part",
        size,
        seen.row() + 1,
        seen.row() + seen.shape().rows(),
        seen.column() + 1,
        seen.column() + seen.shape().columns());
  }

  // ---- where it is

  /**
   * Puts it at a place, its words above.
   *
   * @param y of the cells
   * @param reach of all names in its line
   */
  void place(double x, double y, StageHeading.Reach reach, ViewSize size, Shape most) {
    part = part(matter, most);
    CellMetrics metrics = metrics(size);
    grid.show(part.shape(), new InPart(matter.contents(), part), metrics);
    caption.setText(said(part));
    name.autosize();
    double baseline = y - headHeight(reach, size) + reach.above();
    name.relocate(Math.rint(x + CellMetrics.HALO), Math.rint(baseline - name.getBaselineOffset()));
    caption.autosize();
    caption.relocate(
        Math.rint(x + CellMetrics.HALO),
        Math.rint(baseline + reach.below() + BELOW_NAME * size.em()));
    Dimension2D cells = metrics.extent(part.shape());
    grid.resizeRelocate(
        Math.rint(x), Math.rint(y), Math.ceil(cells.getWidth()), Math.ceil(cells.getHeight()));
    boolean mapped = !part.shape().equals(matter.shape());
    map.setVisible(visible && mapped);
    if (mapped) {
      map.place(
          x + CellMetrics.HALO,
          y + cells.getHeight() + ABOVE_MAP * size.em(),
          matter.shape(),
          matter.contents(),
          look,
          new Cell(part.row(), part.column()),
          part.shape(),
          size.em());
    }
  }

  /** Where the cells are, in the view's coordinates. */
  Bounds cells() {
    return grid.getBoundsInParent();
  }
}
