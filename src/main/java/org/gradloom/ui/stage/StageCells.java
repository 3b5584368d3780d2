package org.gradloom.ui.stage;

import org.gradloom.ui.control.MatrixControl;
import org.gradloom.ui.store.Explore;

/** The cells of one matrix on the stage. */
sealed interface StageCells permits StageGrid, StageHeat {
  MatrixControl control();

  /** Shows a state; the result's running sum up to {@code lastTermShown}. */
  void show(Explore state, int lastTermShown);
}
