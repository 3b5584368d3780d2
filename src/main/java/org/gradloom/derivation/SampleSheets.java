package org.gradloom.derivation;

import java.util.Optional;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * dL/dX of a layer as the sum of one sheet a sample: sheet k is dLₖ/dX, where Lₖ is what sample k
 * adds to L, with its share of a mean in it. Lₖ is computed from row k of X and from no other, so
 * that sheet k is 0 in every other row by structure, and the sum of all sheets adds no two numbers:
 * it stacks their rows. That holds for any layer, since samples never meet before the loss.
 *
 * <p>Sheets, rows and columns count from 0, and rows are samples.
 */
public final class SampleSheets {
  private final Derivation derivation;
  private final Step step;
  private final Matrix sum;

  private SampleSheets(Derivation derivation, Step step) {
    this.derivation = derivation;
    this.step = step;
    this.sum = step.trace().matrix(step.result());
  }

  /** The sheets of the dL/dX that a step is making; empty if it makes another matrix. */
  public static Optional<SampleSheets> at(Derivation derivation, Step step) {
    return step.result().quantity() == MatrixSymbol.DX
        ? Optional.of(new SampleSheets(derivation, step))
        : Optional.empty();
  }

  /** What the sheets add up to. */
  public Operand gradient() {
    return step.result();
  }

  /** How many sheets there are: one for each sample. */
  public int count() {
    return sum.rows();
  }

  /** Samples × inputs; each sheet is as large as their sum. */
  public Shape shape() {
    return sum.shape();
  }

  /** The sheet whose row the walk stands in. */
  public int current() {
    return step.cell().row();
  }

  /** How many sheets the walk has filled. */
  public int filled() {
    boolean rowEnds = step.cell().column() == sum.columns() - 1 && step.isLastTerm();
    return step.cell().row() + (rowEnds ? 1 : 0);
  }

  /** False where an entry of a sheet is 0 whatever the numbers are: no path leads to its loss. */
  public static boolean hasPath(int sheet, Cell cell) {
    return cell.row() == sheet;
  }

  /** An entry of a sheet, whether the walk has come to it or not. */
  public double entry(int sheet, Cell cell) {
    return hasPath(sheet, cell) ? sum.get(cell.row(), cell.column()) : 0;
  }

  /** How far the walk has come with an entry; what is 0 by structure needs no computing. */
  public ComputedState reach(int sheet, Cell cell) {
    return hasPath(sheet, cell) ? derivation.reach(step, step.result(), cell) : ComputedState.KNOWN;
  }
}
