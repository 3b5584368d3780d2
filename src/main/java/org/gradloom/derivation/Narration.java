package org.gradloom.derivation;

import org.gradloom.lesson.Perspective;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;

/**
 * What is said of a step. Sentences may carry the marks of {@link org.gradloom.text.Markup}.
 *
 * @param question what this cell answers
 * @param where phase, matrix, cell and term, and the lines that meet
 * @param why one or two sentences that speak of these numbers
 */
public record Narration(Message question, Message where, Message why) {

  public static Narration of(Step step) {
    Whereabouts whereabouts = new Whereabouts(step);
    return new Narration(
        whereabouts.question(), whereabouts.where(), new Reason(step, whereabouts).why());
  }

  /** What is said of a step that is seen in some way. */
  public static Narration of(Step step, Perspective perspective) {
    return switch (perspective) {
      case PRODUCT -> of(step);
      case CARDS -> CardsNarration.of(step);
      case STACK -> StackNarration.of(step);
      case JACOBIAN -> JacobianNarration.of(step);
      case NUDGE -> NudgeNarration.of(step);
      case BIAS -> BiasNarration.of(step);
      case UPDATE -> update(of(step));
    };
  }

  private static Narration update(Narration plain) {
    return new Narration(Message.of("view.update.question"), plain.where(), plain.why());
  }

  /** The name and the two lines of a cell, for a screen reader that arrives at it. */
  public static Message spoken(Step step) {
    return Message.of(
        step.operation() instanceof Operation.Product ? "say.cell" : "say.cellMade",
        new Notation(step.lesson()).plain(step.result()),
        step.writtenCell().row() + 1,
        step.writtenCell().column() + 1,
        step.hidesSum(step.term()) ? Message.of("say.covered") : spokenNumber(step.runningSum()),
        new Whereabouts(step).spokenMeeting());
  }

  /** A number as it is read aloud: {@code minus 6}. */
  public static Object spokenNumber(double value) {
    String text = Numbers.format(value);
    if (text.charAt(0) == Numbers.ABOUT) {
      return Message.of("say.about", signed(text.substring(1)));
    }
    return signed(text);
  }

  private static Object signed(String text) {
    return text.charAt(0) == Numbers.MINUS ? Message.of("say.minus", text.substring(1)) : text;
  }
}
