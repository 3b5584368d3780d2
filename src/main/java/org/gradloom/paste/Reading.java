package org.gradloom.paste;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.Message;

/**
 * One way to read a text as a matrix.
 *
 * @param rounding how far each number may be from the one it was rounded from: half a unit of the
 *     last digit copied, 0 where nothing speaks of rounding
 * @param way what the text is taken for
 * @param said what had to be decided on the way, for the user: a transpose that was carried out, a
 *     header that was left out, another way to read it
 */
public record Reading(Matrix matrix, Matrix rounding, Way way, List<Message> said) {
  public Reading {
    said = List.copyOf(said);
  }

  /** The same with the rows as columns, because of what the text says. */
  Reading turned(Message because) {
    return transposed().saying(because);
  }

  /** The same with the rows as columns. */
  public Reading transposed() {
    return new Reading(matrix.transposed(), rounding.transposed(), way, said);
  }

  /** The same, and one thing more to say. */
  Reading saying(Message more) {
    return saying(List.of(more));
  }

  Reading saying(List<Message> more) {
    List<Message> all = new ArrayList<>(said);
    all.addAll(more);
    return new Reading(matrix, rounding, way, all);
  }

  /** The same, as one of several ways. */
  public Reading as(Way taken) {
    return new Reading(matrix, rounding, taken, said);
  }
}
