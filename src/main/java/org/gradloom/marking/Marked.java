package org.gradloom.marking;

import java.util.List;
import java.util.Optional;
import org.gradloom.text.Message;

/**
 * What is made of an answer.
 *
 * @param attempt false where it could not be read or run, so that it counts as no try
 * @param credit from 0 to 1: of several entries the part that is right
 * @param diagnosis the wrong idea that it shows, where one is recognised
 * @param asksLines true where two ideas give this answer, and the row and the column used would
 *     tell them apart
 * @param entries of a number, row or matrix that could be read, which entries are right, row by
 *     row; none otherwise
 * @param reply always something: one or more sentences
 */
public record Marked(
    boolean attempt,
    double credit,
    Optional<Diagnosis> diagnosis,
    boolean asksLines,
    List<Boolean> entries,
    Message reply) {
  public Marked {
    entries = List.copyOf(entries);
  }

  /** True if all of it is right. */
  public boolean correct() {
    return attempt && credit == 1;
  }

  /** What could not be read or run, or is not marked. */
  public static Marked noTry(Message why) {
    return new Marked(false, 0, Optional.empty(), false, List.of(), why);
  }

  static Marked right(List<Boolean> entries, Message reply) {
    return new Marked(true, 1, Optional.empty(), false, entries, reply);
  }

  static Marked wrong(double credit, List<Boolean> entries, Message reply) {
    return new Marked(true, credit, Optional.empty(), false, entries, reply);
  }

  static Marked wrong(double credit, List<Boolean> entries, Diagnosis diagnosis) {
    return new Marked(true, credit, Optional.of(diagnosis), false, entries, diagnosis.reply());
  }

  /** Wrong, but in a way that two ideas lead to. */
  static Marked asking(Message reply) {
    return new Marked(true, 0, Optional.empty(), true, List.of(), reply);
  }

  Marked crediting(double part, List<Boolean> marks) {
    return new Marked(attempt, part, diagnosis, asksLines, marks, reply);
  }

  /** The same, but something else is said: what two ideas lead to needs no asking then. */
  Marked saying(Message other) {
    return new Marked(
        attempt,
        credit,
        diagnosis.map(known -> new Diagnosis(known.misconception(), known.slip(), other)),
        false,
        entries,
        other);
  }

  /** The same, and something said before. */
  Marked prefixed(Message first) {
    return new Marked(
        attempt, credit, diagnosis, asksLines, entries, Message.of("mark.two", first, reply));
  }
}
