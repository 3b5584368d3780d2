package org.gradloom.export;

import org.gradloom.engine.Trace;
import org.gradloom.formula.Operand;
import org.gradloom.text.InvalidInput;

/** Whether a document's passes have numbers. */
final class Finite {
  private Finite() {}

  /**
   * @throws InvalidInput naming what grows beyond a double, or whose loss is infinite
   */
  static void require(Trace trace) {
    trace
        .impossible()
        .ifPresent(why -> {
          throw new InvalidInput(why);
        });
    trace
        .firstNonFinite()
        .map(Operand::toString)
        .ifPresent(place -> {
          throw new InvalidInput("export.overflow", place);
        });
  }
}
