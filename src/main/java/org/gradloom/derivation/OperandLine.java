package org.gradloom.derivation;

import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;

/**
 * A row or column of a factor, as the product shows it.
 *
 * @param turned whether the factor is the transpose of what the operand is inside
 * @param index from 0
 */
public record OperandLine(Operand operand, boolean turned, boolean isRow, int index) {
  /** True if this entry of the operand, as it is inside, lies on the line. */
  public boolean contains(Cell origin) {
    return (isRow != turned ? origin.row() : origin.column()) == index;
  }

  /** The operand's own entry at position {@code k} along the line. */
  public Cell origin(int k) {
    Cell shown = isRow ? new Cell(index, k) : new Cell(k, index);
    return turned ? shown.transposed() : shown;
  }
}
