package org.gradloom.marking;

import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Misconception;
import org.gradloom.text.Message;

/** What is said of a wrong idea where its numbers are not known. */
public final class Ideas {
  private Ideas() {}

  /** A sentence or two that end on a question. */
  public static Message of(Misconception misconception) {
    return Message.of("mark.idea." + misconception.code());
  }

  /** The same where an answer of a kind shows it, in the words of that kind if it has its own. */
  static Message of(Misconception misconception, Answer.Kind kind) {
    return switch (kind) {
      case SHAPE ->
          switch (misconception) {
            case M10 -> Message.of("mark.ofShape.M10");
            case M17 -> Message.of("mark.ofShape.M17");
            case M1, M2, M3, M4, M5, M6, M7, M8, M9, M11, M12, M13, M14, M15, M16, M18 ->
                of(misconception);
          };
      case CELLS ->
          misconception == Misconception.M16 ? Message.of("mark.ofCells.M16") : of(misconception);
      case NUMBER, ROW, MATRIX, CHOICE, CHOICES, ORDER, LINES, EXPRESSION, PARTS ->
          of(misconception);
    };
  }

  /** Its name, as a list of ideas to practise has it. */
  public static Message name(Misconception misconception) {
    return Message.of("mark.name." + misconception.code());
  }
}
