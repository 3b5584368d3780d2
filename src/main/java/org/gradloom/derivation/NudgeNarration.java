package org.gradloom.derivation;

import org.gradloom.text.Message;

/** What is said of a place whose gradient stands beside measured slopes. */
final class NudgeNarration {
  private NudgeNarration() {}

  static Narration of(Step step) {
    Notation notation = new Notation(step.lesson());
    String gradient = notation.plain(step.result());
    String variable = notation.variable(step.result(), step.cell());
    return new Narration(
        Message.of("view.nudge.question", gradient),
        where(step, gradient, variable),
        Message.of("view.nudge.why", gradient, variable, 2 * step.section().cells()));
  }

  private static Message where(Step step, String gradient, String variable) {
    Message phase = Message.of("phase." + step.section().phase().name());
    return switch (step.granularity()) {
      case TERM, CELL ->
          Message.of(
              "view.nudge.where",
              phase,
              gradient,
              step.writtenCell().row() + 1,
              step.writtenCell().column() + 1,
              variable);
      case SAMPLE, MATRIX, PHASE -> Message.of("view.nudge.whereAll", phase, gradient);
    };
  }
}
