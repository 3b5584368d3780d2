package org.gradloom.cli;

import java.util.Optional;
import org.gradloom.derivation.Notation;
import org.gradloom.engine.Trace;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/** The passes of a lesson whose numbers can be told. */
final class FiniteTrace {
  private FiniteTrace() {}

  /**
   * The passes of a lesson.
   *
   * @throws InvalidInput if their numbers grow beyond what a double holds
   */
  static Trace of(Lesson lesson) {
    Trace trace = Trace.of(lesson);
    require(trace);
    return trace;
  }

  /**
   * Looks through the numbers of passes.
   *
   * @throws InvalidInput if they grow beyond what a double holds
   */
  static void require(Trace trace) {
    Optional<Message> impossible = trace.impossible();
    if (impossible.isPresent()) {
      throw new InvalidInput(impossible.get());
    }
    Optional<Operand> overflown = trace.firstNonFinite();
    if (overflown.isPresent()) {
      throw new InvalidInput(
          "cli.overflow",
          overflown.get().toString(),
          new Notation(trace.lesson()).plain(overflown.get()));
    }
  }
}
