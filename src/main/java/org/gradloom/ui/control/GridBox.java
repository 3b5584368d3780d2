package org.gradloom.ui.control;

/**
 * Where the cells in sight lie: equally large, equally far apart.
 *
 * @param left the left edge of the first column
 * @param top the top edge of the first row
 */
record GridBox(
    double left,
    double top,
    double cellWidth,
    double cellHeight,
    double gap,
    Span rows,
    Span columns) {

  double x(int column) {
    return left + (column - columns.first()) * (cellWidth + gap);
  }

  double y(int row) {
    return top + (row - rows.first()) * (cellHeight + gap);
  }

  double width() {
    return columns.visible() * (cellWidth + gap) - gap;
  }

  double height() {
    return rows.visible() * (cellHeight + gap) - gap;
  }

  double right() {
    return left + width();
  }

  double bottom() {
    return top + height();
  }
}
