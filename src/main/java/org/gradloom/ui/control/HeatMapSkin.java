package org.gradloom.ui.control;

import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.SkinBase;
import javafx.scene.text.Text;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;

/**
 * Lays what stands out over the image of the cells as nodes, so that a step moves a few nodes and
 * paints nothing.
 */
final class HeatMapSkin extends SkinBase<HeatMap> implements MatrixSkin {
  /** A map that nobody gave a size shows itself about so large. */
  private static final double USUAL_CELL = 14;

  private static final double USUAL_SIDE = 240;

  /** More cells than this are not lit up one by one. */
  private static final int MOST_FLASHES = 2000;

  private final HeatMap map;
  private final HeatPicture picture = new HeatPicture();
  private final HeatSight sight;
  private final HeatNumbers numbers = new HeatNumbers();
  private final HeatOverlay overlay;
  private final HeatScale scale = new HeatScale();
  private final CellEditing editing;

  /** Nobody sees it; CSS gives it the font that text in the control has. */
  private final Text probe = new Text();

  /** Nobody sees it, either; it has the font of numbers. */
  private final Text number = new Text();

  HeatMapSkin(HeatMap map) {
    super(map);
    this.map = map;
    sight = new HeatSight(map, this::margins, () -> number.getFont().getSize(), this::look);
    overlay = new HeatOverlay(map);
    editing = new CellEditing(map, this);
    probe.getStyleClass().add("heat-letters");
    number.getStyleClass().add("heat-number");
    NodeVisibility.set(probe, false);
    NodeVisibility.set(number, false);
    map.numberSizeProperty().subscribe(this::size);
    scale.setManaged(false);
    getChildren().addAll(picture.nodes());
    getChildren().add(numbers.node());
    getChildren().addAll(overlay.nodes());
    getChildren().addAll(scale, probe, number, editing.node());
    picture.take(map.getMatrix());
    new HeatInput(map, sight, editing, overlay.cursor()).install();
    registerChangeListener(map.matrixProperty(), change -> matrixChanged());
    registerChangeListener(map.marksProperty(), change -> showMarks());
    registerChangeListener(map.coveredProperty(), change -> showMarks());
    registerChangeListener(map.currentProperty(), change -> showMarks());
    registerChangeListener(map.focusVisibleProperty(), change -> showMarks());
    registerChangeListener(map.zoomProperty(), change -> look());
    registerChangeListener(map.rowCentreProperty(), change -> look());
    registerChangeListener(map.columnCentreProperty(), change -> look());
    registerChangeListener(map.sceneProperty(), change -> map.requestLayout());
    registerChangeListener(map.showScaleProperty(), change -> map.requestLayout());
    registerChangeListener(map.plainProperty(), change -> map.requestLayout());
    registerChangeListener(map.squareCellsProperty(), change -> map.requestLayout());
    registerChangeListener(probe.fontProperty(), change -> map.requestLayout());
    registerChangeListener(number.fontProperty(), change -> map.requestLayout());
  }

  @Override
  public void dispose() {
    editing.close();
    super.dispose();
  }

  private void matrixChanged() {
    picture.take(map.getMatrix());
    if (sight.hasShapeOf(map.shape())) {
      look();
    } else {
      map.requestLayout();
    }
  }

  // ---- what it shows

  private void size(Number pixels) {
    String style = pixels.doubleValue() > 0 ? "-fx-font-size: " + pixels + "px" : "";
    number.setStyle(style);
    overlay.styleNumber(style);
  }

  private double em() {
    return probe.getFont().getSize();
  }

  @Override
  public Insets margins() {
    double below = map.showScaleProperty().get() ? Math.ceil(1.7 * em()) : 0;
    return new Insets(
        map.snappedTopInset() + Math.ceil(map.columnGutter()),
        map.snappedRightInset(),
        map.snappedBottomInset() + below,
        map.snappedLeftInset() + Math.ceil(map.rowGutter()));
  }

  /** Shows what is in sight now, painting only if that is something else. */
  private void look() {
    if (sight.isMoving() || map.getScene() == null || map.getWidth() <= 0 || map.getHeight() <= 0) {
      return;
    }
    sight.measure();
    HeatColours colours = map.style().colours();
    picture.paint(sight.rows(), sight.columns(), colours);
    scale.show(picture.limit(), colours, sight.columns().visible());
    showMarks();
  }

  private void showMarks() {
    if (!picture.isPainted()) {
      return;
    }
    Insets margins = margins();
    HeatAxis rows = sight.rows();
    HeatAxis columns = sight.columns();
    HeatMarks marks = map.getMarks();
    picture.show(marks.reached(), map.shape(), rows, columns, margins);
    if (!map.plainProperty().get() && sight.isReadable()) {
      numbers.show(
          map.getMatrix(), marks.reached(), map.coveredProperty().get(), rows, columns, number);
      numbers.node().relocate(margins.getLeft(), margins.getTop());
    } else {
      numbers.hide();
    }
    overlay.show(margins, rows, columns);
    editing.follow();
    scale.setVisible(map.showScaleProperty().get() && marks.reached().isComplete(map.shape()));
  }

  // ---- its cells

  void reveal(Cell cell) {
    sight.reveal(cell);
  }

  @Override
  public Optional<Bounds> boundsOf(Cell cell) {
    return picture.isPainted() ? sight.boundsOf(cell) : Optional.empty();
  }

  /** The ring around the current cell: no cell has a node of its own. */
  @Override
  public Optional<Node> nodeAt(Cell cell) {
    return Optional.of(overlay.cursor());
  }

  @Override
  public void flash(Set<Cell> changed) {
    overlay.flash(
        changed.stream()
            .map(this::boundsOf)
            .flatMap(Optional::stream)
            .limit(MOST_FLASHES)
            .toList());
  }

  @Override
  public void prepareToType(Cell cell) {
    map.setCurrent(cell);
    sight.makeReadable(cell);
    sight.reveal(cell);
  }

  /** Within the map, whose neighbours stand close. */
  @Override
  public double leftOfField(Bounds cell, double width) {
    return Math.max(0, Math.min(cell.getMinX(), map.getWidth() - width));
  }

  // ---- layout

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    look();
    double scaleHeight = Math.ceil(scale.prefHeight(-1));
    Insets margins = margins();
    scale.resizeRelocate(
        margins.getLeft(),
        margins.getTop() + sight.rows().visible() + margins.getBottom() - scaleHeight,
        Math.ceil(scale.prefWidth(-1)),
        scaleHeight);
  }

  private double usualCell() {
    Shape shape = map.shape();
    return Math.min(USUAL_CELL, USUAL_SIDE / Math.max(shape.rows(), shape.columns()));
  }

  @Override
  protected double computePrefWidth(double height, double t, double r, double b, double l) {
    Insets margins = margins();
    double cells = Math.ceil(usualCell() * map.shape().columns());
    return margins.getLeft() + cells + margins.getRight();
  }

  @Override
  protected double computePrefHeight(double width, double t, double r, double b, double l) {
    Insets margins = margins();
    double cells = Math.ceil(usualCell() * map.shape().rows());
    return margins.getTop() + cells + margins.getBottom();
  }
}
