package org.gradloom.ui.stage;

import java.util.Optional;
import java.util.stream.IntStream;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.LayerJacobian;
import org.gradloom.derivation.Step;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;

/** Where what is clicked in a Jacobian leads: to the places of its gradient that use it. */
record JacobianPlaces(Explore state, LayerJacobian jacobian) {

  /** The term that an entry belongs to; where it has no path, its column. */
  Action ofEntry(Cell entry) {
    return at(jacobian.variable(entry.column()), entry.row());
  }

  /** Where the present column, or its neighbour that has a path to this row, meets a dL/dz. */
  Action ofRow(int row) {
    return at(jacobian.onRow(row, state.step().cell()), row);
  }

  /** A whole column. */
  Action ofColumn(int column) {
    return new Action.Choose(jacobian.gradient(), jacobian.variable(column));
  }

  private Action at(Cell cell, int row) {
    Optional<Integer> term =
        IntStream.range(0, jacobian.terms())
            .filter(one -> jacobian.rowOfTerm(cell, one) == row)
            .boxed()
            .findFirst()
            .filter(_ -> state.granularity() == Granularity.TERM);
    return term.<Action>map(one -> new Action.Go(new Place.OfTerm(jacobian.gradient(), cell, one)))
        .orElseGet(() -> new Action.Choose(jacobian.gradient(), cell));
  }

  /**
   * The other gradient of the same layer, at the same sample, input and neuron.
   *
   * @param wanted dW or dX
   * @return empty where the step is at it
   */
  static Optional<Action> other(Step step, MatrixSymbol wanted) {
    if (step.result().quantity() == wanted) {
      return Optional.empty();
    }
    Operand other = new Operand(step.result().layer(), wanted);
    int row = step.cell().row();
    int column = step.cell().column();
    // A penalty belongs to no sample: it stands behind the last.
    int term = Math.min(step.term(), step.section().products() - 1);
    // dW's cell is (input, neuron) and its terms are samples; dX's is (sample, input), of neurons.
    boolean toInputs = wanted == MatrixSymbol.DX;
    Cell cell = toInputs ? new Cell(term, row) : new Cell(column, term);
    return Optional.of(
        switch (step.granularity()) {
          case TERM -> new Action.Go(new Place.OfTerm(other, cell, toInputs ? column : row));
          case CELL -> new Action.Choose(other, cell);
          case SAMPLE, MATRIX, PHASE -> new Action.Go(new Place.OfMatrix(other));
        });
  }
}
