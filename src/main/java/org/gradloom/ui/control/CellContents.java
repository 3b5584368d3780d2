package org.gradloom.ui.control;

import java.util.Set;

/**
 * What the cells of a matrix look like and say, by row and column from 0. Asked again for every
 * visible cell at each refresh, {@link #fullText} and {@link #spoken} only for cells that changed
 * or are looked at; so answers should be quick, and sets of marks shared.
 */
public interface CellContents {
  /** Of a matrix that was shown nothing yet. */
  CellContents NONE =
      new CellContents() {
        @Override
        public String text(int row, int column) {
          return "";
        }

        @Override
        public Set<CellState> marks(int row, int column) {
          return Set.of(CellState.BARE);
        }

        @Override
        public String spoken(int row, int column) {
          return "";
        }
      };

  /** The number as shown. Not asked for where the cell is {@link CellState#UNREACHED}. */
  String text(int row, int column);

  Set<CellState> marks(int row, int column);

  /** The number whose room the cell has: also of one that is not shown yet, so that none moves. */
  default String widest(int row, int column) {
    return text(row, column);
  }

  /** A few small words below the number; mostly none. */
  default String note(int row, int column) {
    return "";
  }

  /** The number in full, for the tooltip; the same as {@link #text} where that says it all. */
  default String fullText(int row, int column) {
    return text(row, column);
  }

  /** What a screen reader says of the cell. */
  String spoken(int row, int column);
}
