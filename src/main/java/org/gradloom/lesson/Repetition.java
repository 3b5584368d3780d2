package org.gradloom.lesson;

import java.util.Optional;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.Rowwise;
import org.gradloom.text.Message;

/** Probabilities that are made twice: a slip of many a program, and allowed. */
public final class Repetition {
  private Repetition() {}

  /**
   * What is said of a lesson whose loss wants logits and gets what the last layer has already made
   * probabilities; empty for any other.
   */
  public static Optional<Message> in(Lesson lesson) {
    LossKind kind = lesson.loss().kind();
    Activation last = lesson.layers().getLast().activation();
    if (!kind.repeats(last)) {
      return Optional.empty();
    }
    boolean same =
        switch (kind.probabilities()) {
          case NONE -> false;
          case SOFTMAX -> last == Rowwise.SOFTMAX;
          case SIGMOID -> last == Elementwise.SIGMOID;
        };
    return Optional.of(
        Message.of(
            same ? "lesson.twice" : "lesson.twiceOther",
            Message.of("activation." + last.documentName()),
            Message.of("loss." + kind.ownName()),
            kind.probabilities() == Probabilities.SOFTMAX ? "softmax" : "σ"));
  }
}
