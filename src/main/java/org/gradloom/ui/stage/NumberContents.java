package org.gradloom.ui.stage;

import java.util.OptionalDouble;
import java.util.Set;
import org.gradloom.ui.control.CellContents;
import org.gradloom.ui.control.CellState;

/** The cells of a matrix of which a map can be drawn, too. */
interface NumberContents extends CellContents {
  /** Of a matrix that was shown nothing yet. */
  NumberContents NONE =
      new NumberContents() {
        @Override
        public String text(int row, int column) {
          return CellContents.NONE.text(row, column);
        }

        @Override
        public Set<CellState> marks(int row, int column) {
          return CellContents.NONE.marks(row, column);
        }

        @Override
        public String spoken(int row, int column) {
          return CellContents.NONE.spoken(row, column);
        }

        @Override
        public OptionalDouble number(int row, int column) {
          return OptionalDouble.empty();
        }
      };

  /** The number of a cell; empty where it is not reached or must not be seen. */
  OptionalDouble number(int row, int column);
}
