package org.gradloom.ui.stage;

import javafx.geometry.Insets;
import org.gradloom.ui.control.MatrixControl;

/** The measures of a matrix on the stage, with its heading. */
record MatrixBox(
    double width, double height, Insets margins, double headingWidth, double headingHeight) {
  static MatrixBox of(StageMatrix matrix) {
    MatrixControl grid = matrix.control();
    return new MatrixBox(
        Math.ceil(grid.prefWidth(-1)),
        Math.ceil(grid.prefHeight(-1)),
        grid.margins(),
        Math.ceil(matrix.heading().prefWidth(-1)),
        Math.ceil(matrix.heading().prefHeight(-1)));
  }

  double cellsWidth() {
    return width - margins.getLeft() - margins.getRight();
  }

  double cellsHeight() {
    return height - margins.getTop() - margins.getBottom();
  }

  double cellsRight() {
    return width - margins.getRight();
  }

  /** Down to where the next heading may begin. */
  double heightWithGap() {
    return height - margins.getBottom() + Math.max(StageLayout.GAP, margins.getBottom());
  }

  double headingRight() {
    return margins.getLeft() + headingWidth;
  }

  double widthWithHeading() {
    return Math.max(width, headingRight());
  }

  /** Puts the matrix so that its cells begin here, and its heading over them. */
  void put(StageMatrix matrix, double cellsLeft, double cellsTop) {
    matrix
        .control()
        .resizeRelocate(cellsLeft - margins.getLeft(), cellsTop - margins.getTop(), width, height);
    matrix
        .heading()
        .resizeRelocate(
            cellsLeft, cellsTop - margins.getTop() - headingHeight, headingWidth, headingHeight);
  }
}
