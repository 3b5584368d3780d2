package org.gradloom.practice;

import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Misconception;
import org.gradloom.marking.Marked;

/**
 * What a learner made of a pack. Each exercise names its draw, so that whoever gets the results can
 * mark its answers again, without the pack.
 *
 * @param pack its title
 */
public record PackResults(String pack, List<Done> entries) {
  public PackResults {
    entries = List.copyOf(entries);
  }

  /**
   * One exercise.
   *
   * @param answers in their order, those that could not be read too
   * @param shown whether the right answer was shown at last
   * @param credit of the last answer that was marked, from 0 to 1; 0 where the right one was shown
   * @param ideas the wrong ones that answers showed, in their order
   * @param hints how many were open
   */
  public record Done(
      Draw draw,
      List<Try> answers,
      boolean shown,
      double credit,
      List<Misconception> ideas,
      int hints,
      long seconds) {
    public Done {
      answers = List.copyOf(answers);
      ideas = List.copyOf(ideas);
    }

    /** What a session came to. */
    public static Done of(Session session, long seconds) {
      return new Done(
          session.exercise().draw(),
          session.attempts().stream()
              .map(attempt -> new Try(attempt.words(), attempt.used()))
              .toList(),
          session.shown(),
          worth(session.tries().stream().map(Session.Attempt::marked).toList(), session.shown()),
          session.ideas(),
          session.hints(),
          seconds);
    }
  }

  /**
   * An answer that was given.
   *
   * @param words as it would be typed
   * @param used the two lines it was made of, as they are written, where the learner was asked
   */
  public record Try(String words, Optional<Answer.Lines> used) {}

  /**
   * What an exercise is worth.
   *
   * @param tries what was made of the answers that count
   */
  public static double worth(List<Marked> tries, boolean shown) {
    return shown || tries.isEmpty() ? 0 : tries.getLast().credit();
  }
}
