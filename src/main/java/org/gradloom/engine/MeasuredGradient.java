package org.gradloom.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradloom.engine.GradientCheck.Comparison;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * A whole gradient, entry by entry beside what was measured.
 *
 * @param rows of the comparisons, as the matrix has them inside
 * @param tally what all of them say together
 */
public record MeasuredGradient(List<List<Comparison>> rows, CheckTally tally) {

  public MeasuredGradient {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Is told how many entries are measured, and says whether to go on. */
  @FunctionalInterface
  public interface Watch {
    boolean goesOn(long measured);
  }

  /**
   * Measures every entry, two forward passes for each.
   *
   * @param h of every nudge; the usual ones where there is none
   * @param watch asked before each entry
   * @return empty if the watch ended it
   */
  public static Optional<MeasuredGradient> of(
      Trace trace, Operand gradient, OptionalDouble h, Watch watch) {
    GradientCheck check = new GradientCheck(trace);
    Shape shape = trace.lesson().shape(gradient);
    List<List<Comparison>> rows = new ArrayList<>();
    CheckTally tally = CheckTally.NONE;
    for (int i = 0; i < shape.rows(); i++) {
      List<Comparison> row = new ArrayList<>();
      for (int j = 0; j < shape.columns(); j++) {
        if (!watch.goesOn((long) i * shape.columns() + j)) {
          return Optional.empty();
        }
        Comparison next = check.compare(gradient, new Cell(i, j), h);
        row.add(next);
        tally = tally.and(next);
      }
      rows.add(row);
    }
    return Optional.of(new MeasuredGradient(rows, tally));
  }

  /** How many multiplications it takes to measure so many entries, those of products alone. */
  public static long products(Lesson lesson, long entries) {
    return 2 * entries * lesson.products();
  }

  public Comparison at(Cell cell) {
    return rows.get(cell.row()).get(cell.column());
  }

  /** The measured slopes. */
  public Matrix slopes() {
    return Matrix.numbers(
        new Shape(rows.size(), rows.getFirst().size()), (i, j) -> rows.get(i).get(j).numeric());
  }
}
