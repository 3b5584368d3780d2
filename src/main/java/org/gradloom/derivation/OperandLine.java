package org.gradloom.derivation;

import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;

/**
 * A row or column of a factor, as the product shows it.
 *
 * @param transposed whether the factor is the operand transposed
 * @param index from 0
 */
public record OperandLine(Operand operand, boolean transposed, boolean isRow, int index) {
  /** True if this entry of the operand itself, not transposed, lies on the line. */
  public boolean contains(Cell origin) {
    return (isRow != transposed ? origin.row() : origin.column()) == index;
  }

  /** The operand's own entry at position {@code k} along the line. */
  public Cell origin(int k) {
    Cell shown = isRow ? new Cell(index, k) : new Cell(k, index);
    return transposed ? shown.transposed() : shown;
  }
}
