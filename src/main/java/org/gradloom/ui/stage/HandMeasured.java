package org.gradloom.ui.stage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gradloom.engine.GradientCheck;
import org.gradloom.engine.Trace;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What a learner has measured who moved numbers: of each entry that is another one than the present
 * beat has, ΔL for each 1 of it, were it moved alone. Whoever has moved a number has seen that
 * slope, so that it may stand where a measurement would still give a covered number away.
 */
final class HandMeasured {
  private @Nullable Lesson home;
  private @Nullable GradientCheck check;
  private @Nullable Matrix now;
  private @Nullable Operand variable;
  private Optional<Matrix> start = Optional.empty();
  private final Map<Cell, Double> slopes = new HashMap<>();

  /**
   * Has this looked at.
   *
   * @param beat the numbers that the present beat has, if there is one
   * @param moved an input of both, if it is one
   */
  void show(Optional<Lesson> beat, Lesson shown, Optional<Operand> moved) {
    Lesson from =
        beat.filter(lesson -> lesson.products() == shown.products())
            .filter(lesson -> lesson.products() <= StepLosses.MOST_PRODUCTS)
            .orElse(null);
    Operand of = moved.orElse(null);
    if (from == null || of == null || !from.has(of) || !from.shape(of).equals(shown.shape(of))) {
      start = Optional.empty();
      return;
    }
    if (!from.equals(home) || !of.equals(variable)) {
      home = from;
      variable = of;
      check = new GradientCheck(Trace.of(from));
      slopes.clear();
    }
    Matrix present = shown.input(of);
    if (now == null || !present.equals(now)) {
      now = present;
      slopes.clear();
    }
    start = Optional.of(from.input(of));
  }

  /** The slope of an entry that was moved. */
  Optional<Double> slope(Cell cell) {
    GradientCheck measure = check;
    Matrix present = now;
    Operand of = variable;
    if (measure == null || present == null || of == null) {
      return Optional.empty();
    }
    return start
        .map(before ->
            present.get(cell.row(), cell.column()) - before.get(cell.row(), cell.column()))
        .filter(by -> by != 0)
        .map(by -> slopes.computeIfAbsent(cell, one -> measure.slopeOfMove(of, one, by)));
  }
}
