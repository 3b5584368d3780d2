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
   */
  public record Answered(List<Try> answers, int hints, boolean shown, long seconds) {
    public Answered {
      answers = List.copyOf(answers);
    }

    /** What was done at one that is behind. */
    public static Answered of(PackResults.Done done) {
      return new Answered(done.answers(), done.hints(), done.shown(), done.seconds());
    }

    /** The same at an exercise: what was answered is marked again. */
    public Session at(Exercise exercise) {
      Session session = Session.of(exercise, Fading.ALL);
      for (Try given : answers) {
        session = session.with(Session.Attempt.again(exercise.marker(), given));
      }
      return new Session(
          exercise, Fading.ALL, session.attempts(), hints, session.tries().size(), shown);
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

  /** With what is known of an earlier state of it: what is handed in stays so while it is. */
  BegunPack after(BegunPack earlier) {
    return earlier.standing == Standing.HANDED_IN && equals(earlier.with(Standing.OPEN))
        ? earlier
        : this;
  }
}
