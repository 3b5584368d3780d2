package org.gradloom.ui.stage;

import java.util.Map;
import java.util.Optional;
import org.gradloom.derivation.Step;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.staging.Shown;
import org.gradloom.staging.StageSlot;

/** The entry that has the focus, wherever on the stage it stands; a step may take it elsewhere. */
record StageFocus(Operand operand, Cell cell) {

  static Optional<StageFocus> of(Map<StageSlot, StageMatrix> seated) {
    return seated.values().stream()
        .flatMap(matrix -> {
          Shown shown = matrix.placed().shown();
          return matrix.control().focusedCell().stream()
              .map(
                  cell -> new StageFocus(shown.operand(), shown.origin(cell.row(), cell.column())));
        })
        .findFirst();
  }

  /** Where the focused matrix went, its entry may stand elsewhere; else the walk's own cell. */
  void keep(Staged staged) {
    if (of(staged.seated()).isPresent()) {
      return;
    }
    Step step = staged.step();
    for (StageSlot slot : StageSlot.values()) {
      Optional<StageMatrix> matrix = staged.at(slot).filter(found -> holds(found, step.lesson()));
      if (matrix.isPresent()) {
        matrix.get().focus(cell);
        return;
      }
    }
    staged.at(StageSlot.RESULT).ifPresent(result -> result.focus(step.cell()));
  }

  /** Focuses the cell that the walk makes; where it makes a whole matrix, the first it reads. */
  static void begin(Staged staged) {
    Step step = staged.step();
    switch (step.granularity()) {
      case TERM, CELL -> staged.at(StageSlot.RESULT).ifPresent(result -> result.focus(step.cell()));
      case SAMPLE, MATRIX, PHASE ->
          staged.at(StageSlot.LEFT).ifPresent(left -> left.focus(new Cell(0, 0)));
    }
  }

  private boolean holds(StageMatrix matrix, Lesson lesson) {
    Shown shown = matrix.placed().shown();
    return shown.isWhole()
        && lesson.has(operand)
        && lesson.canonical(shown.operand()).equals(lesson.canonical(operand));
  }
}
