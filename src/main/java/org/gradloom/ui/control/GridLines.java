package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;

/** What stands in the gutters beside rows and above columns: tags of lit lines, and indices. */
final class GridLines {
  /** Clear of the halo of a lit cell. */
  private static final double GAP = 6;

  /** A tag may be wider than a narrow column or gutter. */
  private static final double OVERHANG = 12;

  private final Label rowTag = tag();
  private final Label columnTag = tag();
  private final List<Label> rowIndices = new ArrayList<>();
  private final List<Label> columnIndices = new ArrayList<>();
  private int firstRow;
  private int firstColumn;
  private double rowGutter;
  private double columnGutter;
  private Optional<LineTag> row = Optional.empty();
  private Optional<LineTag> column = Optional.empty();

  private static Label tag() {
    Label label = new Label();
    label.getStyleClass().add("line-tag");
    return outOfLayout(label);
  }

  private static Label outOfLayout(Label label) {
    label.setManaged(false);
    label.setMouseTransparent(true);
    return label;
  }

  /** Indices are for windows only: in a matrix shown whole anyone can count. */
  void build(Span rows, Span columns) {
    fill(rowIndices, rows);
    fill(columnIndices, columns);
    renumber(rows, columns);
  }

  private static void fill(List<Label> indices, Span span) {
    indices.clear();
    for (int i = 0; span.isWindow() && i < span.visible(); i++) {
      Label label = new Label();
      label.getStyleClass().add("line-index");
      indices.add(outOfLayout(label));
    }
  }

  /**
   * An index that stays in sight stays on its label, since a label with other words is set anew.
   */
  void renumber(Span rows, Span columns) {
    Collections.rotate(rowIndices, firstRow - rows.first());
    Collections.rotate(columnIndices, firstColumn - columns.first());
    firstRow = rows.first();
    firstColumn = columns.first();
    for (int i = 0; i < rowIndices.size(); i++) {
      rowIndices.get(i).setText(Integer.toString(rows.first() + i + 1));
    }
    for (int j = 0; j < columnIndices.size(); j++) {
      columnIndices.get(j).setText(Integer.toString(columns.first() + j + 1));
    }
  }

  List<Label> nodes() {
    List<Label> nodes = new ArrayList<>(rowIndices);
    nodes.addAll(columnIndices);
    nodes.add(rowTag);
    nodes.add(columnTag);
    return nodes;
  }

  void show(Optional<LineTag> newRow, Optional<LineTag> newColumn, GridBox box) {
    if (newRow.equals(row) && newColumn.equals(column)) {
      return;
    }
    row = newRow;
    column = newColumn;
    write(rowTag, row);
    write(columnTag, column);
    layoutTags(box);
  }

  private static void write(Label label, Optional<LineTag> tag) {
    label.setText(tag.map(LineTag::text).orElse(""));
    for (CellState mark : CellState.values()) {
      label.pseudoClassStateChanged(
          mark.pseudoClass(), tag.filter(t -> t.role() == mark).isPresent());
    }
  }

  void layout(GridBox box, double roomBesideRows, double roomAboveColumns) {
    rowGutter = roomBesideRows;
    columnGutter = roomAboveColumns;
    for (int i = 0; i < rowIndices.size(); i++) {
      beside(rowIndices.get(i), box, box.rows().first() + i);
    }
    for (int j = 0; j < columnIndices.size(); j++) {
      above(columnIndices.get(j), box, box.columns().first() + j);
    }
    layoutTags(box);
  }

  private void layoutTags(GridBox box) {
    Optional<LineTag> shownRow = row.filter(tag -> box.rows().contains(tag.index()));
    Optional<LineTag> shownColumn = column.filter(tag -> box.columns().contains(tag.index()));
    rowTag.setVisible(shownRow.isPresent());
    columnTag.setVisible(shownColumn.isPresent());
    shownRow.ifPresent(tag -> beside(rowTag, box, tag.index()));
    shownColumn.ifPresent(tag -> above(columnTag, box, tag.index()));
    // A tag says the index too.
    for (int i = 0; i < rowIndices.size(); i++) {
      int index = box.rows().first() + i;
      rowIndices.get(i).setVisible(shownRow.filter(tag -> tag.index() == index).isEmpty());
    }
    for (int j = 0; j < columnIndices.size(); j++) {
      int index = box.columns().first() + j;
      columnIndices.get(j).setVisible(shownColumn.filter(tag -> tag.index() == index).isEmpty());
    }
  }

  private void beside(Label label, GridBox box, int index) {
    label.setAlignment(Pos.CENTER_RIGHT);
    label.resizeRelocate(
        box.left() - rowGutter - OVERHANG,
        box.y(index),
        rowGutter + OVERHANG - GAP,
        box.cellHeight());
  }

  private void above(Label label, GridBox box, int index) {
    label.setAlignment(Pos.CENTER);
    label.resizeRelocate(
        box.x(index) - OVERHANG,
        box.top() - columnGutter,
        box.cellWidth() + 2 * OVERHANG,
        columnGutter - GAP / 2);
  }
}
