package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;

/**
 * Which matrix each column of the network shows a row of: the last one about its units that the
 * walk has come to. So all units of a column show one quantity, and a step that reads a column
 * reads what it shows.
 *
 * @param columns from the inputs to the outputs
 */
record UnitQuantities(List<Operand> columns) {
  UnitQuantities {
    columns = List.copyOf(columns);
  }

  static UnitQuantities at(Derivation derivation, Step step) {
    int last = derivation.lesson().lastLayer();
    List<Operand> columns = new ArrayList<>(List.of(new Operand(0, MatrixSymbol.X)));
    for (int l = 0; l <= last; l++) {
      columns.add(new Operand(l, MatrixSymbol.Z));
    }
    for (Section section : derivation.sections()) {
      column(section.result(), last).ifPresent(column -> columns.set(column, section.result()));
      if (section.equals(step.section())) {
        break;
      }
    }
    return new UnitQuantities(columns);
  }

  /** The column whose units a matrix has a column for. */
  private static OptionalInt column(Operand operand, int lastLayer) {
    return switch (operand.quantity()) {
      case X, DX -> OptionalInt.of(operand.layer());
      case MASK, Z, A, DZ, DA -> OptionalInt.of(operand.layer() + 1);
      case P -> OptionalInt.of(lastLayer + 1);
      case W, B, L, UPSTREAM, TARGETS, LABELS, DW, DB, W_NEXT, B_NEXT -> OptionalInt.empty();
    };
  }
}
