package org.gradloom.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.gradloom.derivation.LayerJacobian;
import org.gradloom.derivation.MatrixFormula;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellMetrics;
import org.gradloom.ui.control.CellSize;
import org.gradloom.ui.control.GridInk;
import org.gradloom.ui.control.PaintedGrid;
import org.gradloom.ui.control.TexLabel;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;

/**
 * A Jacobian as numbers: its entries in blocks, dL/dZ at their right, the gradient below, and names
 * around them. The lit column has a ring.
 */
final class JacobianBlock extends Region {
  /** Between the entries and dL/dZ, in em. */
  private static final double APART = 1.4;

  /** The largest first. */
  private static final List<CellSize> SIZES =
      List.of(CellSize.LARGE, CellSize.NORMAL, CellSize.MEDIUM, CellSize.COMPACT, CellSize.TINY);

  private final Texts texts;
  private final PaintedGrid entries;
  private final PaintedGrid blames;
  private final PaintedGrid gradient;
  private final PaintedGrid rowNames;
  private final PaintedGrid columnNames;
  private final TexLabel blamesName;
  private final TexLabel gradientName;
  private final Label sums = new Label();
  private final Region ring = new Region();
  private Dimension2D extent = new Dimension2D(0, 0);

  /** How large everything is. */
  private record Sizes(CellMetrics cells, CellMetrics rowName, CellMetrics columnName) {}

  /**
   * A block that shows nothing yet.
   *
   * @param choose told where what is clicked leads
   */
  JacobianBlock(
      GridInk ink,
      TexRenderer renderer,
      Texts texts,
      Consumer<Function<JacobianPlaces, Action>> choose) {
    this.texts = texts;
    this.entries = new PaintedGrid("jacobian-entries-grid", ink);
    this.blames = new PaintedGrid("jacobian-blames", ink);
    this.gradient = new PaintedGrid("jacobian-gradient", ink);
    this.rowNames = new PaintedGrid("jacobian-rows", ink);
    this.columnNames = new PaintedGrid("jacobian-columns", ink);
    this.blamesName = new TexLabel(renderer, "dL/dZ", "dL/dZ");
    this.gradientName = new TexLabel(renderer, "dL/dW", "dL/dW");
    blamesName.getStyleClass().add("blames-name");
    sums.setId("jacobian-sums");
    sums.getStyleClass().add("view-note");
    sums.setWrapText(true);
    ring.getStyleClass().add("view-ring");
    ring.setMouseTransparent(true);
    entries.setOnChoose(entry -> choose.accept(places -> places.ofEntry(entry)));
    blames.setOnChoose(cell -> choose.accept(places -> places.ofRow(cell.row())));
    rowNames.setOnChoose(cell -> choose.accept(places -> places.ofRow(cell.row())));
    gradient.setOnChoose(cell -> choose.accept(places -> places.ofColumn(cell.column())));
    columnNames.setOnChoose(cell -> choose.accept(places -> places.ofColumn(cell.column())));
    getChildren()
        .addAll(
            columnNames, rowNames, entries, blames, gradient, ring, blamesName, gradientName, sums);
  }

  /** Whether it says how the gradient follows from the sums. */
  void setSaysSums(boolean wanted) {
    sums.setVisible(wanted);
  }

  /** The lit column, if one is. */
  Optional<Bounds> lit() {
    return ring.isVisible() ? Optional.of(ring.getBoundsInParent()) : Optional.empty();
  }

  /** Names what stands around the entries. */
  void name(Explore state, LayerJacobian jacobian) {
    Step step = state.step();
    Notation notation = new Notation(state.lesson());
    blamesName.setTex(notation.tex(jacobian.blames()), notation.plain(jacobian.blames()));
    gradientName.setTex(notation.tex(step.result()), notation.plain(step.result()));
    sums.setText(written(state, jacobian, notation));
    gradient.announce(texts.say(Narration.spoken(step)));
  }

  /** How the gradient follows from the sums, with the penalty that no z knows of. */
  private String written(Explore state, LayerJacobian jacobian, Notation notation) {
    Shape written = state.lesson().writtenShape(jacobian.gradient());
    String name = notation.plain(jacobian.gradient());
    int columns = jacobian.columns();
    List<Operation.Penalty> penalties =
        state.step().operation() instanceof Operation.Product product
            ? product.penalties()
            : List.of();
    MatrixFormula rules = new MatrixFormula(state.lesson());
    return !penalties.isEmpty()
        ? texts.get(
            "view.jacobian.sumsPenalty",
            columns,
            written.rows(),
            written.columns(),
            name,
            penalties.stream().map(rules::sign).collect(Collectors.joining(" + ")))
        : texts.get("view.jacobian.sums", columns, written.rows(), written.columns(), name);
  }

  // ---- how large it is

  /** True if its smallest cells have this room. */
  boolean fits(JacobianContents contents, double em, double width, double height) {
    return fits(sizes(contents, CellSize.TINY, em), contents.jacobian(), em, width, height);
  }

  /** The largest cells for the width that something else leaves, else for all of it. */
  private Sizes largest(
      JacobianContents contents, double em, double left, double all, double height) {
    List<Sizes> sizes = SIZES.stream().map(size -> sizes(contents, size, em)).toList();
    LayerJacobian jacobian = contents.jacobian();
    return sizes.stream()
        .filter(tried -> fits(tried, jacobian, em, left, height))
        .findFirst()
        .or(() ->
            sizes.stream().filter(tried -> fits(tried, jacobian, em, all, height)).findFirst())
        .orElse(sizes.getLast());
  }

  private static Sizes sizes(JacobianContents contents, CellSize size, double em) {
    CellMetrics usual = CellMetrics.of(size, em, contents.longest());
    double letters = Math.min(em, usual.letters());
    double names = Math.ceil(CellMetrics.widthOf(contents.longestName(), letters));
    double width = Math.max(usual.width(), names);
    return new Sizes(
        new CellMetrics(width, usual.height(), usual.gap(), usual.letters(), usual.radius()),
        new CellMetrics(names, usual.height(), usual.gap(), letters, usual.radius()),
        new CellMetrics(width, 1.35 * em, usual.gap(), letters, usual.radius()));
  }

  private boolean fits(
      Sizes sizes, LayerJacobian jacobian, double em, double width, double height) {
    Dimension2D cells =
        sizes.cells().extent(new Shape(jacobian.rows() + 1, jacobian.columns() + 1));
    int gaps = (jacobian.rows() - 1) / jacobian.blockRows();
    int gapsAcross = (jacobian.columns() - 1) / jacobian.blockColumns();
    double gap = PaintedGrid.blockGap(sizes.cells());
    double beyond = Math.max(0, gradientName.prefWidth(-1) - sizes.cells().width());
    return sizes.rowName().width() + cells.getWidth() + gapsAcross * gap + APART * em + beyond
            <= width
        && cells.getHeight() + gaps * gap + 3 * sizes.columnName().height() <= height;
  }

  // ---- where everything stands

  /**
   * Shows a Jacobian.
   *
   * @param left the width beside which something else has room
   * @param all the width there is
   */
  void show(JacobianContents contents, double em, double left, double all, double height) {
    LayerJacobian jacobian = contents.jacobian();
    Sizes sizes = largest(contents, em, left, all, height);
    Shape shape = new Shape(jacobian.rows(), jacobian.columns());
    Shape line = new Shape(1, shape.columns());
    Shape column = new Shape(shape.rows(), 1);
    entries.blocks(jacobian.blockRows(), jacobian.blockColumns());
    blames.blocks(jacobian.blockRows(), 1);
    gradient.blocks(1, jacobian.blockColumns());
    rowNames.blocks(jacobian.blockRows(), 1);
    columnNames.blocks(1, jacobian.blockColumns());
    entries.show(shape, contents.entries(), sizes.cells());
    blames.show(column, contents.blames(), sizes.cells());
    gradient.show(line, contents.gradient(), sizes.cells());
    rowNames.show(column, contents.rowNames(), sizes.rowName());
    columnNames.show(line, contents.columnNames(), sizes.columnName());
    ring.setVisible(contents.traces() && !contents.isCovered());
    place(contents, em);
  }

  private void place(JacobianContents contents, double em) {
    double x = rowNames.prefWidth(-1);
    put(columnNames, x, 0);
    double y = columnNames.getHeight() - 4;
    put(rowNames, 0, y);
    put(entries, x, y);
    put(blames, x + entries.getWidth() + APART * em, y);
    blamesName.autosize();
    blamesName.relocate(
        Math.rint(blames.getLayoutX() + (blames.getWidth() - blamesName.getWidth()) / 2),
        Math.rint(y - blamesName.getHeight() - 0.2 * em));
    double below = y + entries.getHeight() + 0.6 * em;
    put(gradient, x, below);
    gradientName.autosize();
    gradientName.relocate(
        Math.rint(x + gradient.getWidth() + 0.5 * em),
        Math.rint(below + (gradient.getHeight() - gradientName.getHeight()) / 2));
    double width =
        Math.max(
            blames.getLayoutX() + blames.getWidth(),
            gradientName.getLayoutX() + gradientName.getWidth());
    double words = sums.isVisible() ? Math.ceil(sums.prefHeight(width - x)) : 0;
    double end = Math.rint(below + gradient.getHeight() + 0.3 * em);
    sums.resizeRelocate(x + CellMetrics.HALO, end, width - x, words);
    Bounds first = entries.boundsOf(new Cell(0, contents.column()));
    Bounds last = entries.boundsOf(new Cell(contents.jacobian().rows() - 1, contents.column()));
    ring.resizeRelocate(
        entries.getLayoutX() + first.getMinX() - 3,
        entries.getLayoutY() + first.getMinY() - 3,
        first.getWidth() + 6,
        last.getMaxY() - first.getMinY() + 6);
    extent = new Dimension2D(Math.ceil(width), end + words);
  }

  private static void put(Region region, double x, double y) {
    region.autosize();
    region.relocate(Math.rint(x), Math.rint(y));
  }

  @Override
  protected double computePrefWidth(double height) {
    return extent.getWidth();
  }

  @Override
  protected double computePrefHeight(double width) {
    return extent.getHeight();
  }

  @Override
  protected void layoutChildren() {
    // All stands where it was put when it was shown.
  }
}
