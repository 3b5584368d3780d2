package org.gradloom.ui.stage;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.engine.Trace;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.text.InvalidInput;
import org.gradloom.ui.control.CellMetrics;
import org.gradloom.ui.store.Explore;

/**
 * The numbers that come of a move of the entry that a beat lets the learner move. Cells have room
 * for all of them from the first, or they would change their size at each move.
 *
 * @param traces after each of a few moves to either side that the lesson allows; empty where no
 *     entry can be moved
 */
record MoveReach(List<Trace> traces) {
  static final MoveReach NONE = new MoveReach(List.of());

  /** How many moves to either side. */
  private static final int MOST_MOVES = 6;

  /** Of networks with more products than these, nothing is computed ahead. */
  private static final long MOST_PRODUCTS = 1000;

  static MoveReach of(Explore state) {
    return state
        .nudged()
        .filter(_ -> state.lesson().products() <= MOST_PRODUCTS)
        .map(entry -> of(state.beforeMove(entry), entry))
        .orElse(NONE);
  }

  private static MoveReach of(Lesson before, Place.OfCell entry) {
    Cell cell = entry.cell();
    double from = before.input(entry.operand()).get(cell.row(), cell.column());
    return new MoveReach(
        IntStream.rangeClosed(-MOST_MOVES, MOST_MOVES)
            .mapToObj(moves -> Entry.of(from + moves * Beat.NUDGE))
            .flatMap(to -> moved(before, new Edit.SetEntry(entry.operand(), cell, to)))
            .map(Trace::of)
            .toList());
  }

  private static Stream<Lesson> moved(Lesson before, Edit move) {
    try {
      return Stream.of(Edits.apply(before, move));
    } catch (InvalidInput _) {
      // Said when somebody moves it there.
      return Stream.of();
    }
  }

  /**
   * The widest of the texts of a number, wherever the entry is moved to.
   *
   * @param now the text of it as it is
   * @param text what it is in a trace
   */
  String widest(String now, Function<Trace, String> text) {
    String widest = now;
    for (Trace trace : traces) {
      String other = text.apply(trace);
      if (CellMetrics.widthOf(other, 1) > CellMetrics.widthOf(widest, 1)) {
        widest = other;
      }
    }
    return widest;
  }
}
