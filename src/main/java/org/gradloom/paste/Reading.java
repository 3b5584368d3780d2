package org.gradloom.paste;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.Message;

/**
 * One way to read a text as a matrix.
 *
 * @param said what had to be decided on the way, for the user: a transpose that was carried out, a
 *     header that was left out, another way to read it
 */
public record Reading(Matrix matrix, List<Message> said) {
  public Reading {
    said = List.copyOf(said);
  }

  /** The same with the rows as columns, because of what the text says. */
  Reading turned(Message because) {
    return new Reading(matrix.transposed(), said).saying(because);
  }

  /** The same, and one thing more to say. */
  Reading saying(Message more) {
    List<Message> all = new ArrayList<>(said);
    all.add(more);
    return new Reading(matrix, all);
  }
}
