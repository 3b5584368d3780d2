package org.gradloom.ui.control;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.SkinBase;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Paints the cells into one image and lays what stands out over it as nodes, so that a step moves a
 * few nodes and paints nothing. Of a matrix not computed to its end, the image shows in two parts:
 * the rows that are known, and what is known of the next one.
 */
final class HeatMapSkin extends SkinBase<HeatMap> {
  private final HeatMap map;
  private final ImageView wholeRows = part();
  private final ImageView partOfRow = part();
  private final HeatNumbers numbers = new HeatNumbers();
  private final HeatOverlay overlay;
  private final HeatScale scale = new HeatScale();
  private final HeatEditing editing;

  /** Nobody sees it; CSS gives it the font that text in the control has. */
  private final Text probe = new Text();

  private double[] values = {};
  private double ownLimit;
  private HeatAxis rows = new HeatAxis(1, 0, 1, 1, 0, 0);
  private HeatAxis columns = rows;
  private int[] pixels = {};
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private @Nullable Painted painted;

  /** While several of the properties change that say what is in sight. */
  private boolean moving;

  /** A map that nobody gave a size shows itself about so large. */
  private static final double USUAL_CELL = 14;

  private static final double USUAL_SIDE = 240;

  /** Everything the image depends on but the numbers. */
  private record Painted(HeatAxis rows, HeatAxis columns, double limit, HeatColours colours) {}

  HeatMapSkin(HeatMap map) {
    super(map);
    this.map = map;
    overlay = new HeatOverlay(map);
    probe.getStyleClass().add("heat-number");
    NodeVisibility.set(probe, false);
    getChildren().addAll(wholeRows, partOfRow, numbers.node());
    getChildren().addAll(overlay.nodes());
    editing = new HeatEditing(map, this, overlay.cursor());
    getChildren().addAll(scale, probe, editing.node());
    scale.setManaged(false);
    takeValues();
    new HeatInput(map, this, editing).install();
    registerChangeListener(map.matrixProperty(), change -> matrixChanged());
    registerChangeListener(map.marksProperty(), change -> showMarks());
    registerChangeListener(map.currentProperty(), change -> showMarks());
    registerChangeListener(map.focusVisibleProperty(), change -> showMarks());
    registerChangeListener(map.zoomProperty(), change -> look());
    registerChangeListener(map.rowCentreProperty(), change -> look());
    registerChangeListener(map.columnCentreProperty(), change -> look());
    registerChangeListener(map.sceneProperty(), change -> map.requestLayout());
    registerChangeListener(map.limitProperty(), change -> look());
    registerChangeListener(map.showScaleProperty(), change -> map.requestLayout());
    registerChangeListener(map.plainProperty(), change -> map.requestLayout());
    registerChangeListener(map.squareCellsProperty(), change -> map.requestLayout());
    registerChangeListener(probe.fontProperty(), change -> map.requestLayout());
  }

  private static ImageView part() {
    ImageView view = new ImageView();
    view.setManaged(false);
    view.setSmooth(false);
    view.setMouseTransparent(true);
    return view;
  }

  private void takeValues() {
    values = map.getMatrix().toArray();
    ownLimit = 0;
    for (double value : values) {
      if (Double.isFinite(value)) {
        ownLimit = Math.max(ownLimit, Math.abs(value));
      }
    }
    painted = null;
  }

  @Override
  public void dispose() {
    editing.close();
    super.dispose();
  }

  private void matrixChanged() {
    Matrix matrix = map.getMatrix();
    boolean sameShape = matrix.rows() == rows.count() && matrix.columns() == columns.count();
    takeValues();
    if (sameShape) {
      look();
    } else {
      map.requestLayout();
    }
  }

  // ---- what is in sight

  private double em() {
    return probe.getFont().getSize();
  }

  Insets margins() {
    double below = map.showScaleProperty().get() ? Math.ceil(1.7 * em()) : 0;
    return new Insets(
        map.snappedTopInset() + Math.ceil(map.columnGutter()),
        map.snappedRightInset(),
        map.snappedBottomInset() + below,
        map.snappedLeftInset() + Math.ceil(map.rowGutter()));
  }

  HeatAxis rows() {
    return rows;
  }

  HeatAxis columns() {
    return columns;
  }

  private void measure() {
    Insets margins = margins();
    Shape shape = map.getMatrix().shape();
    double width = Math.max(1, Math.floor(map.getWidth() - margins.getLeft() - margins.getRight()));
    double height =
        Math.max(1, Math.floor(map.getHeight() - margins.getTop() - margins.getBottom()));
    double fitWidth = width / shape.columns();
    double fitHeight = height / shape.rows();
    if (map.squareCellsProperty().get()) {
      fitWidth = Math.min(fitWidth, fitHeight);
      fitHeight = fitWidth;
    }
    boolean plain = map.plainProperty().get();
    double zoom = plain ? 0 : Math.clamp(map.zoomProperty().get(), 0, 1);
    rows =
        new HeatAxis(
                shape.rows(),
                height,
                fitHeight,
                HeatMap.FULL_CELL_HEIGHT * em(),
                zoom,
                map.rowCentreProperty().get())
            .settled();
    columns =
        new HeatAxis(
                shape.columns(),
                width,
                fitWidth,
                HeatMap.FULL_CELL_WIDTH * em(),
                zoom,
                map.columnCentreProperty().get())
            .settled();
  }

  /** Shows what is in sight now, painting only if that is something else. */
  private void look() {
    if (moving || map.getScene() == null || map.getWidth() <= 0 || map.getHeight() <= 0) {
      return;
    }
    measure();
    double limit = map.limitProperty().get() > 0 ? map.limitProperty().get() : ownLimit;
    Painted next = new Painted(rows, columns, limit, map.colours());
    if (!next.equals(painted)) {
      painted = next;
      paint(next);
    }
    scale.show(limit, next.colours(), columns.visible());
    showMarks();
  }

  private void paint(Painted what) {
    int width = Math.max(1, (int) Math.rint(columns.visible()));
    int height = Math.max(1, (int) Math.rint(rows.visible()));
    PixelBuffer<IntBuffer> into = buffer;
    if (into == null || into.getWidth() != width || into.getHeight() != height) {
      pixels = new int[width * height];
      into =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
      buffer = into;
      WritableImage image = new WritableImage(into);
      wholeRows.setImage(image);
      partOfRow.setImage(image);
    }
    new HeatPixels(pixels, width, height, values, what.limit(), what.colours(), rows, columns)
        .paint();
    into.updateBuffer(written -> null);
  }

  private void showMarks() {
    if (painted == null) {
      return;
    }
    Insets margins = margins();
    showReached(margins);
    HeatMarks marks = map.getMarks();
    if (!map.plainProperty().get() && HeatNumbers.areReadable(rows, columns)) {
      numbers.show(map.getMatrix(), marks, rows, columns, probe);
      numbers.node().relocate(margins.getLeft(), margins.getTop());
    } else {
      numbers.hide();
    }
    overlay.show(margins, rows, columns);
    editing.follow();
    scale.setVisible(map.showScaleProperty().get() && marks.isComplete(map.getMatrix().shape()));
  }

  private void showReached(Insets margins) {
    long reached = Math.min(map.getMarks().reached(), map.getMatrix().shape().size());
    double width = columns.visible();
    double height = rows.visible();
    int wholes = (int) (reached / columns.count());
    double above = Math.clamp(Math.rint(rows.at(wholes)), 0, height);
    double below = Math.clamp(Math.rint(rows.at(wholes + 1)), 0, height);
    double across = Math.clamp(Math.rint(columns.at((int) (reached % columns.count()))), 0, width);
    show(wholeRows, margins, 0, width, above);
    show(partOfRow, margins, above, across, below - above);
  }

  private static void show(
      ImageView view, Insets margins, double top, double width, double height) {
    view.setVisible(width >= 1 && height >= 1);
    if (view.isVisible()) {
      view.setViewport(new Rectangle2D(0, top, width, height));
      view.relocate(margins.getLeft(), margins.getTop() + top);
    }
  }

  // ---- moving about

  void zoomTo(double level, double x, double y) {
    Insets margins = margins();
    HeatAxis nextRows = rows.zoomed(level, y - margins.getTop());
    HeatAxis nextColumns = columns.zoomed(level, x - margins.getLeft());
    lookAt(level, nextRows, nextColumns);
  }

  /** Zooms by a factor for the length of cells, about a place. */
  void zoomBy(double factor, double x, double y) {
    double growth = Math.max(rows.growth(), columns.growth());
    if (!map.plainProperty().get() && growth > 1) {
      double level = map.zoomProperty().get() + Math.log(factor) / Math.log(growth);
      zoomTo(Math.clamp(level, 0, 1), x, y);
    }
  }

  void pan(double byX, double byY) {
    lookAt(map.zoomProperty().get(), rows.panned(byY), columns.panned(byX));
  }

  /** Zooms in on a cell, unless its number can be read already. */
  void makeReadable(Cell cell) {
    if (!HeatNumbers.areReadable(rows, columns)) {
      Insets margins = margins();
      zoomTo(
          1,
          margins.getLeft() + columns.at(cell.column() + 0.5),
          margins.getTop() + rows.at(cell.row() + 0.5));
    }
  }

  /** The node around the current cell. */
  Node currentNode() {
    return overlay.cursor();
  }

  boolean isReadable() {
    return HeatNumbers.areReadable(rows, columns);
  }

  void reveal(Cell cell) {
    if (map.getWidth() > 0) {
      measure();
      lookAt(map.zoomProperty().get(), rows.showing(cell.row()), columns.showing(cell.column()));
    }
  }

  private void lookAt(double level, HeatAxis nextRows, HeatAxis nextColumns) {
    moving = true;
    map.zoomProperty().set(level);
    map.rowCentreProperty().set(nextRows.centre());
    map.columnCentreProperty().set(nextColumns.centre());
    moving = false;
    look();
  }

  boolean canPan() {
    return rows.hasMore() || columns.hasMore();
  }

  Optional<Cell> cellAt(double x, double y) {
    Insets margins = margins();
    double across = x - margins.getLeft();
    double down = y - margins.getTop();
    boolean inside =
        across >= 0 && across < columns.visible() && down >= 0 && down < rows.visible();
    return inside
        ? Optional.of(new Cell(rows.lineAt(down), columns.lineAt(across)))
        : Optional.empty();
  }

  Optional<Bounds> boundsOf(Cell cell) {
    Insets margins = margins();
    Bounds bounds =
        new BoundingBox(
            margins.getLeft() + columns.at(cell.column()),
            margins.getTop() + rows.at(cell.row()),
            columns.cell(),
            rows.cell());
    Bounds sight =
        new BoundingBox(margins.getLeft(), margins.getTop(), columns.visible(), rows.visible());
    boolean seen = sight.contains(bounds.getCenterX(), bounds.getCenterY()) && painted != null;
    return seen ? Optional.of(bounds) : Optional.empty();
  }

  void flash(Set<Cell> changed) {
    List<Bounds> bounds =
        changed.stream().map(this::boundsOf).flatMap(Optional::stream).limit(2000).toList();
    overlay.flash(bounds);
  }

  // ---- layout

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    look();
    double scaleHeight = Math.ceil(scale.prefHeight(-1));
    Insets margins = margins();
    scale.resizeRelocate(
        margins.getLeft(),
        margins.getTop() + rows.visible() + margins.getBottom() - scaleHeight,
        Math.ceil(scale.prefWidth(-1)),
        scaleHeight);
  }

  private double usualCell() {
    Shape shape = map.getMatrix().shape();
    return Math.min(USUAL_CELL, USUAL_SIDE / Math.max(shape.rows(), shape.columns()));
  }

  @Override
  protected double computePrefWidth(double height, double t, double r, double b, double l) {
    Insets margins = margins();
    double cells = Math.ceil(usualCell() * map.getMatrix().columns());
    return margins.getLeft() + cells + margins.getRight();
  }

  @Override
  protected double computePrefHeight(double width, double t, double r, double b, double l) {
    Insets margins = margins();
    double cells = Math.ceil(usualCell() * map.getMatrix().rows());
    return margins.getTop() + cells + margins.getBottom();
  }
}
