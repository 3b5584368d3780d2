package org.gradloom.ui.store;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Shape;

/**
 * Rows or columns at the end of another input that go where a smaller matrix is pasted.
 *
 * @param dimension what each of them is for
 * @param areRows whether they are rows inside, whatever the convention shows
 * @param from the first of them, from 0
 * @param to the last
 */
record LostLines(Operand operand, Dimension dimension, boolean areRows, int from, int to) {

  /** What an option would take from the other inputs. */
  static List<LostLines> of(Pasted pasted, Pasted.Option option) {
    List<LostLines> lost = new ArrayList<>();
    Lesson before = pasted.before();
    for (Operand input : before.inputs()) {
      if (!input.equals(pasted.operand())) {
        Shape had = before.shape(input);
        Shape has = option.after().shape(input);
        if (has.rows() < had.rows()) {
          lost.add(new LostLines(input, input.rowDimension(), true, has.rows(), had.rows() - 1));
        }
        if (has.columns() < had.columns()) {
          Dimension columns = input.columnDimension(before.lastLayer());
          lost.add(new LostLines(input, columns, false, has.columns(), had.columns() - 1));
        }
      }
    }
    return lost;
  }
}
