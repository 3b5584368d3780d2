package org.gradloom.ui.stage;

import java.util.function.BiConsumer;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellMetrics;
import org.gradloom.ui.control.DotMap;
import org.gradloom.ui.control.GridInk;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.PaintedGrid;
import org.gradloom.ui.control.TexLabel;

/** One sample's sheet in a frame, below its name: as numbers, or as dots where it is too large. */
final class SheetPane extends Region {
  private static final double PAD = 0.15;
  private static final double HEAD = 3;

  /** The width of a heading. */
  private static final double HEADING = 8;

  private final Texts texts;
  private final TexLabel name;
  private final Label caption = new Label();
  private final Region frame = new Region();
  private final PaintedGrid cells;
  private final DotMap dots;
  private double em = 13;
  private Dimension2D inside = new Dimension2D(0, 0);

  /** How large what a sheet holds is shown. */
  sealed interface Drawing {
    /** As numbers in cells. */
    record Numbers(CellMetrics metrics) implements Drawing {}

    /** As dots in so many pixels. */
    record Dots(Dimension2D pixels) implements Drawing {}

    /** What a sheet of a shape takes, without frame and heading. */
    default Dimension2D extent(Shape shape) {
      return switch (this) {
        case Numbers(var metrics) -> metrics.extent(shape);
        case Dots(var pixels) -> pixels;
      };
    }
  }

  /**
   * A sheet that shows nothing yet.
   *
   * @param place its number among those in sight, from 0
   * @param choose called with the sheet and a cell of it that is clicked
   */
  SheetPane(
      int place,
      GridInk ink,
      TexRenderer renderer,
      Texts texts,
      BiConsumer<SheetPane, Cell> choose) {
    String id = "sheet-" + (place + 1);
    setId(id);
    getStyleClass().add("sheet");
    this.texts = texts;
    this.name = new TexLabel(renderer, "dL", "dL");
    name.getStyleClass().add("sheet-name");
    caption.getStyleClass().add("matrix-caption");
    caption.setMinWidth(USE_PREF_SIZE);
    frame.getStyleClass().add("sheet-frame");
    cells = new PaintedGrid(id + "-cells", ink);
    cells.setOnChoose(cell -> choose.accept(this, cell));
    dots = new DotMap(id + "-dots", ink);
    dots.setOnChoose(cell -> choose.accept(this, cell));
    getChildren().addAll(name, caption, frame, cells, dots);
  }

  /** Shows a sheet. */
  void show(StackContents contents, int sheet, Drawing drawing, double letters) {
    em = letters;
    inside = drawing.extent(contents.shape());
    name.setTex(contents.tex(sheet), contents.name(sheet));
    caption.setText(texts.get("view.stack.alone", sheet + 1));
    switch (drawing) {
      case Drawing.Numbers(var metrics) ->
          cells.show(contents.shape(), contents.sheet(sheet), metrics);
      case Drawing.Dots(var pixels) -> dots.show(contents.dots(sheet), pixels);
    }
    NodeVisibility.set(cells, drawing instanceof Drawing.Numbers);
    NodeVisibility.set(dots, drawing instanceof Drawing.Dots);
    requestLayout();
  }

  /** What a sheet takes, with its frame; its heading has room, too. */
  static Dimension2D extent(Shape shape, Drawing drawing, double em) {
    Dimension2D inside = drawing.extent(shape);
    return new Dimension2D(
        Math.ceil(Math.max(HEADING * em, inside.getWidth() + 2 * PAD * em)),
        Math.ceil(HEAD * em + inside.getHeight() + 2 * PAD * em));
  }

  /** Where its frame is, in the coordinates of this pane's parent. */
  Bounds frame() {
    return localToParent(frame.getBoundsInParent());
  }

  @Override
  protected void layoutChildren() {
    double pad = PAD * em;
    Region shown = cells.isVisible() ? cells : dots;
    double width = Math.ceil(inside.getWidth());
    double height = Math.ceil(inside.getHeight());
    name.autosize();
    name.relocate(CellMetrics.HALO, 0);
    caption.autosize();
    caption.relocate(CellMetrics.HALO, Math.rint(HEAD * em - caption.getHeight() - 0.25 * em));
    double top = Math.rint(HEAD * em);
    frame.resizeRelocate(0, top, width + 2 * pad, height + 2 * pad);
    shown.resizeRelocate(Math.rint(pad), Math.rint(top + pad), width, height);
  }
}
