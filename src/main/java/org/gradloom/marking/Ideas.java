package org.gradloom.marking;

import org.gradloom.lesson.Misconception;
import org.gradloom.text.Message;

/** What is said of a wrong idea where its numbers are not known. */
public final class Ideas {
  private Ideas() {}

  /** A sentence or two that end on a question. */
  public static Message of(Misconception misconception) {
    return Message.of("mark.idea." + misconception.code());
  }

  /** Its name, as a list of ideas to practise has it. */
  public static Message name(Misconception misconception) {
    return Message.of("mark.name." + misconception.code());
  }
}
