package org.gradloom.ui.control;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;

/**
 * What lies over the colours of a heat map: frames of lit lines, rings around the lit cell and the
 * cursor, the outline of what is not known yet, tags. All of it keeps a size that can be seen,
 * however small cells are.
 */
final class HeatOverlay {
  private static final double LEAST_LINE = 4;
  private static final double LEAST_RING = 8;
  private static final double TAG_GAP = 6;

  private final HeatMap map;
  private final HeatCover cover = new HeatCover();
  private final Path unknown = new Path();
  private final Region rowFrame = styled(new Region(), "heat-line");
  private final Region columnFrame = styled(new Region(), "heat-line");
  private final Region ring = styled(new Region(), "heat-cell");
  private final Region cursor = styled(new Region(), "heat-cursor");
  private final Label forming = styled(new Label(), "heat-forming");
  private final Label rowTag = styled(new Label(), "line-tag");
  private final Label columnTag = styled(new Label(), "line-tag");
  private final FlashLayer flash = new FlashLayer();

  private Insets margins = Insets.EMPTY;
  private HeatAxis rows = new HeatAxis(1, 0, 1, 1, 0, 0);
  private HeatAxis columns = rows;

  HeatOverlay(HeatMap map) {
    this.map = map;
    unknown.getStyleClass().add("heat-unknown");
    unknown.setManaged(false);
    unknown.setMouseTransparent(true);
  }

  private static <T extends Region> T styled(T region, String styleClass) {
    region.getStyleClass().add(styleClass);
    region.setManaged(false);
    region.setMouseTransparent(true);
    region.setVisible(false);
    return region;
  }

  List<Node> nodes() {
    return List.of(
        cover.node(),
        unknown,
        rowFrame,
        columnFrame,
        ring,
        forming,
        flash.node(),
        cursor,
        rowTag,
        columnTag);
  }

  /** The ring around the current cell. */
  Node cursor() {
    return cursor;
  }

  void flash(Collection<Bounds> cells) {
    if (cells.isEmpty()) {
      flash.clear();
    } else {
      flash.flash(cells);
    }
  }

  void show(Insets around, HeatAxis shownRows, HeatAxis shownColumns) {
    margins = around;
    rows = shownRows;
    columns = shownColumns;
    HeatMarks marks = map.getMarks();
    cover.show(map, margins, rows, columns);
    outlineUnknown(marks);
    frame(rowFrame, rowTag, marks.row(), true);
    frame(columnFrame, columnTag, marks.column(), false);
    ring(marks.cell());
    cursor.setVisible(map.isFocusVisible() && isInSight(map.current()));
    place(cursor, map.current(), 2);
  }

  private boolean isInSight(Cell cell) {
    return isInSight(rows, cell.row()) && isInSight(columns, cell.column());
  }

  private static boolean isInSight(HeatAxis axis, int line) {
    double middle = axis.at(line + 0.5);
    return line < axis.count() && middle >= 0 && middle <= axis.visible();
  }

  // ---- what is not known yet

  private void outlineUnknown(HeatMarks marks) {
    Shape shape = map.getMatrix().shape();
    unknown.setVisible(!marks.reached().isComplete(shape));
    if (!unknown.isVisible()) {
      return;
    }
    boolean byColumns = marks.reached().byColumns();
    HeatAxis lines = byColumns ? columns : rows;
    HeatAxis along = byColumns ? rows : columns;
    int wholes = marks.reached().wholeLines(shape);
    double from = edge(lines, wholes);
    double next = edge(lines, wholes + 1);
    double part = edge(along, marks.reached().partOfLine(shape));
    double start = edge(along, 0);
    double end = edge(along, along.count());
    double last = edge(lines, lines.count());
    List<Point2D> corners =
        Stream.of(
                new Point2D(part, from),
                new Point2D(end, from),
                new Point2D(end, last),
                new Point2D(start, last),
                new Point2D(start, next),
                new Point2D(part, next))
            .map(corner -> byColumns ? new Point2D(corner.getY(), corner.getX()) : corner)
            .map(corner -> corner.add(margins.getLeft(), margins.getTop()))
            .toList();
    unknown.getElements().setAll(new MoveTo(corners.getFirst().getX(), corners.getFirst().getY()));
    corners.stream()
        .skip(1)
        .map(corner -> new LineTo(corner.getX(), corner.getY()))
        .forEach(unknown.getElements()::add);
    unknown.getElements().add(new ClosePath());
  }

  /** Where a line begins, a pixel within what is visible. */
  private static double edge(HeatAxis axis, int line) {
    return Math.clamp(1 + axis.at(line), 1, Math.max(1, axis.visible() - 1));
  }

  // ---- lines

  private void frame(Region frame, Label tag, Optional<HeatLine> line, boolean isRow) {
    HeatAxis axis = isRow ? rows : columns;
    Optional<HeatLine> seen = line.filter(shown -> isInSight(axis, shown.tag().index()));
    frame.setVisible(seen.filter(HeatLine::framed).isPresent());
    tag.setVisible(
        seen.filter(shown -> !shown.tag().text().isEmpty()).isPresent()
            && (isRow ? map.rowGutter() : map.columnGutter()) > 0);
    if (seen.isEmpty()) {
      return;
    }
    LineTag named = seen.get().tag();
    Set<CellState> marks = Set.of(named.role());
    mark(frame, marks);
    mark(tag, marks);
    tag.setText(named.text());
    double[] span = span(axis, named.index(), LEAST_LINE);
    double left = margins.getLeft();
    double top = margins.getTop();
    if (isRow) {
      frame.resizeRelocate(left - 1, top + span[0], columns.visible() + 1, span[1]);
      double height = tag.prefHeight(-1);
      double width = tag.prefWidth(-1);
      tag.setAlignment(Pos.CENTER_RIGHT);
      tag.resizeRelocate(
          left - TAG_GAP - width,
          Math.clamp(
              Math.rint(top + span[0] + (span[1] - height) / 2), 0, map.getHeight() - height),
          width,
          height);
    } else {
      frame.resizeRelocate(left + span[0], top - 1, span[1], rows.visible() + 1);
      double width = tag.prefWidth(-1);
      tag.resizeRelocate(
          Math.rint(left + span[0] + (span[1] - width) / 2),
          top - tag.prefHeight(-1) - 2,
          width,
          tag.prefHeight(-1));
    }
  }

  /** Where a line begins, and its length; never so thin that it cannot be seen. */
  private static double[] span(HeatAxis axis, int line, double least) {
    double start = axis.at(line);
    double length = axis.cell() - HeatPixels.gap(axis.cell());
    if (length < least) {
      start -= (least - length) / 2;
      length = least;
    }
    double from = Math.max(-1, Math.rint(start));
    double to = Math.min(axis.visible() + 1, Math.rint(start + length));
    return new double[] {from, Math.max(1, to - from)};
  }

  // ---- cells

  private void ring(Optional<HeatCell> lit) {
    Optional<HeatCell> seen = lit.filter(shown -> isInSight(shown.cell()));
    ring.setVisible(seen.isPresent());
    forming.setVisible(
        seen.filter(shown -> shown.forming().isPresent()).isPresent()
            && HeatNumbers.areReadable(rows, columns));
    if (seen.isEmpty()) {
      return;
    }
    mark(ring, seen.get().marks());
    place(ring, seen.get().cell(), 0);
    if (forming.isVisible()) {
      writeForming(seen.get().forming().orElseThrow());
    }
  }

  /** Styles the number that stands over a cell as those within cells are. */
  void styleNumber(String style) {
    forming.setStyle(style);
  }

  private void writeForming(double sum) {
    double size = forming.getFont().getSize();
    forming.setText(HeatNumbers.fitted(Numbers.format(sum), sum, (ring.getWidth() - 6) / size));
    double width = Math.max(ring.getWidth(), Math.ceil(forming.prefWidth(-1)));
    forming.setAlignment(Pos.CENTER);
    forming.resizeRelocate(
        Math.rint(ring.getLayoutX() + (ring.getWidth() - width) / 2),
        ring.getLayoutY(),
        width,
        ring.getHeight());
  }

  private void place(Region region, Cell cell, double beyond) {
    double[] down = span(rows, cell.row(), LEAST_RING);
    double[] across = span(columns, cell.column(), LEAST_RING);
    region.resizeRelocate(
        margins.getLeft() + across[0] - beyond,
        margins.getTop() + down[0] - beyond,
        across[1] + 2 * beyond,
        down[1] + 2 * beyond);
  }

  private static void mark(Node node, Set<CellState> marks) {
    for (CellState mark : CellState.values()) {
      node.pseudoClassStateChanged(mark.pseudoClass(), marks.contains(mark));
    }
  }
}
