package org.gradloom.ui.control;

import java.util.OptionalDouble;
import java.util.Set;
import org.gradloom.matrix.Cell;

/**
 * The cell of a heat map that stands out.
 *
 * @param forming the sum so far where the cell is not known yet, else empty
 */
public record HeatCell(Cell cell, Set<CellState> marks, OptionalDouble forming) {
  public HeatCell {
    marks = Set.copyOf(marks);
  }
}
