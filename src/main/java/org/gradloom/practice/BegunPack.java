package org.gradloom.practice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gradloom.lesson.Convention;
import org.gradloom.practice.PackResults.Try;

/**
 * A pack of which something was done, by what makes all of it again: its exercises are drawn, and
 * its answers marked, once more.
 *
 * @param convention the learner's when it was opened
 * @param order which of the orders its exercises came in, where they are shuffled
 * @param begun when it was begun, which tells one round of it from another
 * @param answered what was done at each exercise, in their order
 * @param behind how many of them are behind; one more may be begun
 * @param standing what is to become of it
 */
public record BegunPack(
    Pack pack,
    Convention convention,
    long order,
    Instant begun,
    List<Answered> answered,
    int behind,
    Standing standing) {
  public BegunPack {
    answered = List.copyOf(answered);
  }

  /** What is to become of a pack. */
  public enum Standing {
    /** It waits to be gone on with. */
    OPEN,
    /** The learner is done with it, whatever is missing; who opens it again goes on with it. */
    LEFT,
    /** Its results, as they are here, were saved to be handed in. */
    HANDED_IN;

    /** As it is written in a file. */
    public String documentName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What was done at one exercise.
   *
   * @param answers in their order, those that could not be read too
   * @param hints how many were open
   * @param shown whether the right answer was shown at last
   * @param seconds how long it took; 0 for one that is not behind
   * @param draft the {@link DraftTexts} of what is entered and not checked yet; empty for nothing
   */
  public record Answered(
      List<Try> answers, int hints, boolean shown, long seconds, List<String> draft) {
    public Answered {
      answers = List.copyOf(answers);
      draft = List.copyOf(draft);
    }

    /** What was done at one that is behind. */
    public static Answered of(PackResults.Done done) {
      return new Answered(done.answers(), done.hints(), done.shown(), done.seconds(), List.of());
    }

    /** The same without what is not checked. */
    public Answered checked() {
      return new Answered(answers, hints, shown, seconds, List.of());
    }

    /** What was done at one that is not behind; once it is over, nothing waits to be checked. */
    public static Answered of(Session session, AnswerDraft draft) {
      Answered done = of(PackResults.Done.of(session, 0));
      return session.isOver()
          ? done
          : new Answered(done.answers, done.hints, false, 0, DraftTexts.of(draft));
    }

    /** The same at an exercise of a pack: what was answered is marked again. */
    public Session at(Exercise exercise) {
      return at(exercise, Fading.ALL);
    }

    /** The same where only so much of it is left to the learner. */
    Session at(Exercise exercise, Fading fading) {
      Session session = Session.of(exercise, fading);
      for (Try given : answers) {
        session = session.with(Session.Attempt.again(exercise.marker(), given));
      }
      return new Session(
          exercise, fading, session.attempts(), hints, session.tries().size(), shown);
    }
  }

  /** The plan that goes on with it; its exercises are drawn. */
  public Plan.OfPack plan(Exercises from) {
    return Plan.OfPack.of(pack, from, convention, order, begun);
  }

  /** The same, of which something else is to become. */
  public BegunPack with(Standing next) {
    return new BegunPack(pack, convention, order, begun, answered, behind, next);
  }

  /** True for the same round of the same pack, however far. */
  boolean isRoundOf(BegunPack other) {
    return begun.equals(other.begun) && pack.equals(other.pack);
  }

  /** The same without what is not checked. */
  public BegunPack checked() {
    return new BegunPack(
        pack,
        convention,
        order,
        begun,
        answered.stream().map(Answered::checked).toList(),
        behind,
        standing);
  }

  /** With what is known of an earlier state of it: what is handed in stays so while it is. */
  BegunPack after(BegunPack earlier) {
    return earlier.standing == Standing.HANDED_IN && equals(earlier.with(Standing.OPEN))
        ? earlier
        : this;
  }
}
