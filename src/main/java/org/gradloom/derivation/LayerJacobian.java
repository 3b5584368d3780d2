package org.gradloom.derivation;

import java.util.Optional;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * The slopes of every entry of a layer's Z for every entry of its W, dZ/dW, or of its X, dZ/dX: the
 * matrix that a layer never builds. It has a row for each z and a column for each w or x, both in
 * the order in which the lesson's convention writes Z, W and X, row by row, so that the rows and
 * the columns of one written row make a block.
 *
 * <p>As z_kj = Σᵢ x_ki·w_ij + b_j, ∂z_kj/∂w_il is x_ki for l = j and ∂z_kj/∂x_mi is w_ij for m = k.
 * All others are 0 by structure. What is not repeats X, once for each neuron, or W, once for each
 * sample; so nothing of it is stored here, and each entry is found by arithmetic. Column by column,
 * contracted with dL/dZ, only the terms of Xᵀ·dL/dZ and of dL/dZ·Wᵀ are left.
 *
 * <p>Rows and columns count from 0; cells are those inside, where rows are samples.
 */
public final class LayerJacobian {
  /** By which of its two factors Z is differentiated. */
  private enum By {
    WEIGHTS,
    INPUTS
  }

  private final By by;
  private final Convention convention;
  private final Operand gradient;
  private final Operand z;
  private final Operand repeated;
  private final Shape outputs;
  private final Shape variables;
  private final Matrix repeatedNumbers;

  private LayerJacobian(By by, Trace trace, Operand gradient) {
    int layer = gradient.layer();
    this.by = by;
    this.convention = trace.lesson().convention();
    this.gradient = gradient;
    this.z = new Operand(layer, MatrixSymbol.Z);
    this.repeated =
        new Operand(
            layer,
            switch (by) {
              case WEIGHTS -> MatrixSymbol.X;
              case INPUTS -> MatrixSymbol.W;
            });
    this.outputs = trace.lesson().shape(z);
    this.variables = trace.lesson().shape(gradient);
    this.repeatedNumbers = trace.matrix(repeated);
  }

  /** The one that a gradient could be contracted from; empty for any other than dW and dX. */
  public static Optional<LayerJacobian> behind(Trace trace, Operand gradient) {
    return switch (gradient.quantity()) {
      case DW -> Optional.of(new LayerJacobian(By.WEIGHTS, trace, gradient));
      case DX -> Optional.of(new LayerJacobian(By.INPUTS, trace, gradient));
      case X, W, B, MASK, Z, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, W_NEXT, B_NEXT ->
          Optional.empty();
    };
  }

  /** What is left of it, contracted with dL/dZ. */
  public Operand gradient() {
    return gradient;
  }

  /** The matrix whose slopes these are. */
  public Operand z() {
    return z;
  }

  /** What it is contracted with: dL/dZ. */
  public Operand blames() {
    return new Operand(gradient.layer(), MatrixSymbol.DZ);
  }

  /** What Z is differentiated by: W or X of the layer. */
  public Operand variable() {
    return gradient.variable();
  }

  /** The matrix whose entries it repeats: X or W of the layer. */
  public Operand repeated() {
    return repeated;
  }

  /** One for each entry of Z. */
  public int rows() {
    return outputs.size();
  }

  /** One for each entry of W or X. */
  public int columns() {
    return variables.size();
  }

  /** How many rows there are for one row of Z as it is written. */
  public int blockRows() {
    return convention.turned(z, outputs).columns();
  }

  /** How many columns there are for one row of W or X as it is written. */
  public int blockColumns() {
    return convention.turned(variable(), variables).columns();
  }

  /** The entry of Z that a row is about. */
  public Cell output(int row) {
    return cell(z, outputs, row);
  }

  /** The entry of W or X that a column is about. */
  public Cell variable(int column) {
    return cell(variable(), variables, column);
  }

  public int rowOf(Cell output) {
    return number(z, outputs, output);
  }

  public int columnOf(Cell variable) {
    return number(variable(), variables, variable);
  }

  private Cell cell(Operand operand, Shape shape, int number) {
    int width = convention.turned(operand, shape).columns();
    return convention.turned(operand, new Cell(number / width, number % width));
  }

  private int number(Operand operand, Shape shape, Cell cell) {
    Cell written = convention.turned(operand, cell);
    return written.row() * convention.turned(operand, shape).columns() + written.column();
  }

  /** The entry of X or W that stands at a place; empty where it is 0 by structure. */
  public Optional<Cell> source(int row, int column) {
    Cell output = output(row);
    Cell variable = variable(column);
    return switch (by) {
      case WEIGHTS ->
          variable.column() == output.column()
              ? Optional.of(new Cell(output.row(), variable.row()))
              : Optional.empty();
      case INPUTS ->
          variable.row() == output.row()
              ? Optional.of(new Cell(variable.column(), output.column()))
              : Optional.empty();
    };
  }

  /** ∂z/∂w or ∂z/∂x, 0 where there is no path. */
  public double entry(int row, int column) {
    return source(row, column)
        .map(cell -> repeatedNumbers.get(cell.row(), cell.column()))
        .orElse(0.0);
  }

  /** What looks at an entry that has a path. */
  @FunctionalInterface
  public interface Visitor {
    /** An entry; row and column from 0. */
    void see(int row, int column, double entry);
  }

  /** Goes to every entry that has a path, row by row, and to no other. */
  public void paths(Visitor visitor) {
    for (int row = 0; row < rows(); row++) {
      Cell output = output(row);
      for (int i = 0; i < inputs(); i++) {
        Cell variable =
            switch (by) {
              case WEIGHTS -> new Cell(i, output.column());
              case INPUTS -> new Cell(output.row(), i);
            };
        int column = columnOf(variable);
        visitor.see(row, column, entry(row, column));
      }
    }
  }

  /** The row at which a column meets the dL/dz of one product of the gradient's cell. */
  public int rowOfTerm(Cell variable, int term) {
    return rowOf(
        switch (by) {
          case WEIGHTS -> new Cell(term, variable.column());
          case INPUTS -> new Cell(variable.row(), term);
        });
  }

  /** The entry of W or X nearest to another one that has a path to a row's z. */
  public Cell onRow(int row, Cell near) {
    Cell output = output(row);
    return switch (by) {
      case WEIGHTS -> new Cell(near.row(), output.column());
      case INPUTS -> new Cell(output.row(), near.column());
    };
  }

  /** How many products of a column with dL/dZ are left: those that have a path. */
  public int terms() {
    return switch (by) {
      case WEIGHTS -> outputs.rows();
      case INPUTS -> outputs.columns();
    };
  }

  /** D: how many entries of a row have a path. */
  private int inputs() {
    return switch (by) {
      case WEIGHTS -> variables.rows();
      case INPUTS -> variables.columns();
    };
  }

  /** How many entries it has, by arithmetic. */
  public JacobianCounts counts() {
    return new JacobianCounts(outputs.rows(), inputs(), outputs.columns(), by == By.WEIGHTS);
  }

  /** How many entries are not 0; looks at each entry of X or W once. */
  public long notZero() {
    long found = 0;
    for (int i = 0; i < repeatedNumbers.rows(); i++) {
      for (int j = 0; j < repeatedNumbers.columns(); j++) {
        if (repeatedNumbers.get(i, j) != 0) {
          found++;
        }
      }
    }
    return found * counts().copies();
  }
}
