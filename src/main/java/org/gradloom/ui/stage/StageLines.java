package org.gradloom.ui.stage;

import java.util.Optional;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.OperandLine;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.TermRole;
import org.gradloom.matrix.Cell;
import org.gradloom.staging.Shown;
import org.gradloom.staging.StagePicture;
import org.gradloom.staging.StageSlot;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.control.LineTag;
import org.gradloom.ui.store.Explore;

/** Which line of one matrix on the stage a step lights, the letters beside it, and where it is. */
record StageLines(StageSlot seat, Shown shown) {
  /** A row or a column that is lit as a whole. */
  record Lit(boolean isRow, int index, CellState role) {}

  static StageLines of(StagePicture.Placed placed) {
    return new StageLines(placed.seat(), placed.shown());
  }

  private static boolean lightsLines(Step step) {
    return step.granularity() == Granularity.TERM || step.granularity() == Granularity.CELL;
  }

  private boolean isLeft() {
    return seat == StageSlot.LEFT || seat == StageSlot.LEFT_ORIGIN;
  }

  private boolean isRight() {
    return seat == StageSlot.RIGHT || seat == StageSlot.RIGHT_ORIGIN;
  }

  private CellState role() {
    return isLeft() ? CellState.LEFT : CellState.RIGHT;
  }

  /** The operand's line that meets in the step's cell, if this matrix is an operand. */
  private Optional<OperandLine> line(Step step) {
    return isLeft() ? step.leftLine() : isRight() ? step.rightLine() : Optional.empty();
  }

  /** The line that is lit. */
  Optional<Lit> lit(Step step) {
    if (!lightsLines(step)) {
      return Optional.empty();
    }
    return switch (shown) {
      case Shown.Whole whole ->
          line(step).map(line -> new Lit(whole.isRow(line), line.index(), role()));
      // The ones are one line, all of it.
      case Shown.Ones ones -> Optional.of(new Lit(!ones.turned(), 0, role()));
      case Shown.Slopes _, Shown.OneHot _ -> Optional.empty();
    };
  }

  /** The tag of a lit line, or across it that of the active term. */
  Optional<LineTag> tag(Explore state, boolean ofRow) {
    Step step = state.step();
    if (!lightsLines(step) || !(shown instanceof Shown.Whole whole)) {
      return Optional.empty();
    }
    Optional<OperandLine> line = line(step);
    if (line.isEmpty()) {
      return Optional.empty();
    }
    if (ofRow == whole.isRow(line.get())) {
      return text(state, whole, ofRow, line.get().index());
    }
    boolean several = step.granularity() == Granularity.TERM && !step.isAddend(step.term());
    // What closes a row's sum is about the cell's own output.
    int across = step.role(step.term()) == TermRole.CLOSING ? step.cell().column() : step.term();
    return several && step.isSum() ? text(state, whole, ofRow, across) : Optional.empty();
  }

  private Optional<LineTag> text(Explore state, Shown.Whole whole, boolean ofRow, int index) {
    var operand = whole.operand();
    int lastLayer = state.lesson().lastLayer();
    var letters =
        IndexLetters.ofLayer(
            state.step().result().layer(), lastLayer, state.step().result().quantity());
    var dimension =
        ofRow != whole.turned() ? operand.rowDimension() : operand.columnDimension(lastLayer);
    String text = letters.tag(dimension, index);
    return text.isEmpty() ? Optional.empty() : Optional.of(new LineTag(index, text, role()));
  }

  /** What must stay in sight of a matrix too large to show whole. */
  Optional<Cell> inView(Step step) {
    return switch (seat) {
      case RESULT -> Optional.of(step.cell());
      case LEFT, LEFT_ORIGIN ->
          step.left().map(read -> shown.shown(read.cell())).or(() -> cornerOf(step.leftLine()));
      case RIGHT, RIGHT_ORIGIN, BIAS -> step.right().map(read -> shown.shown(read.cell()));
      case MASK -> step.mask().map(read -> shown.shown(read.cell()));
    };
  }

  private Optional<Cell> cornerOf(Optional<OperandLine> line) {
    return line.map(lit -> lit.origin(0)).map(shown::shown);
  }
}
