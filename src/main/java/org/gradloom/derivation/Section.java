package org.gradloom.derivation;

import org.gradloom.formula.Operand;
import org.gradloom.lesson.Phase;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;

/**
 * One matrix of the walk: its cells row by row, each with the same number of terms.
 *
 * @param index its position among the sections
 * @param terms how many terms a cell has
 * @param firstCell cells in the sections before
 * @param firstTerm terms in the sections before
 */
public record Section(
    int index,
    Operand result,
    Phase phase,
    Operation operation,
    Shape shape,
    int terms,
    long firstCell,
    long firstTerm) {

  /**
   * How many steps by sample it takes: one for each that adds to all of dL/dW, one for each row of
   * dL/dX, and 1 where nobody looks at samples one by one.
   */
  public int deals() {
    return switch (result.quantity()) {
      case DW -> terms;
      case DX -> shape.rows();
      case X, W, B, MASK, Z, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, W_NEXT, B_NEXT -> 1;
    };
  }

  /**
   * How many of a cell's terms are products or entries of a column; what is added then is neither.
   */
  public int products() {
    return operation instanceof Operation.Product product
        ? terms - product.addends().size()
        : terms;
  }

  public long cells() {
    return (long) shape.rows() * shape.columns();
  }

  /** Cells up to its end. */
  long endCell() {
    return firstCell + cells();
  }

  /** Terms up to its end. */
  long endTerm() {
    return firstTerm + cells() * terms;
  }

  /** The cell with this number within the section. */
  Cell cell(long number) {
    return new Cell((int) (number / shape.columns()), (int) (number % shape.columns()));
  }

  /** The number of a cell within the section. */
  long number(Cell cell) {
    return (long) cell.row() * shape.columns() + cell.column();
  }

  Cell lastCell() {
    return new Cell(shape.rows() - 1, shape.columns() - 1);
  }
}
