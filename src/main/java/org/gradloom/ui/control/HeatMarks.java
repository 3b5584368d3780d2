package org.gradloom.ui.control;

import java.util.Optional;

/**
 * What stands out in a heat map at one moment.
 *
 * @param row the row that is lit or named
 * @param column the column that is lit or named
 * @param cell the cell that is lit
 * @param reached which cells are known
 */
public record HeatMarks(
    Optional<HeatLine> row, Optional<HeatLine> column, Optional<HeatCell> cell, HeatReach reached) {
  /** Nothing stands out, and every cell is known. */
  public static final HeatMarks NONE =
      new HeatMarks(Optional.empty(), Optional.empty(), Optional.empty(), HeatReach.ALL);
}
