package org.gradloom.ui.control;

import java.util.Optional;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;

/**
 * All that a grid shows at one moment.
 *
 * @param faces its cells
 * @param rowTag the tag at the left of a row
 * @param columnTag the tag above a column
 * @param inView the cell that a grid too large to show whole keeps in sight
 */
public record GridContent(
    Shape shape,
    CellContents faces,
    Optional<LineTag> rowTag,
    Optional<LineTag> columnTag,
    Optional<Cell> inView) {

  public GridContent(Shape shape, CellContents faces) {
    this(shape, faces, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
