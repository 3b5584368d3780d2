package org.gradloom.practice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.lesson.Misconception;

/**
 * What a learner made of a pack. Each names its draw, so that its answers can be marked again by
 * whoever gets it; of an author's own numbers only beside the pack.
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
   * @param answers as typed, in their order
   * @param credit of the last answer that was marked, from 0 to 1; 0 where the answer was shown
   * @param ideas the wrong ones that answers showed, in their order
   * @param hints how many were open
   */
  public record Done(
      Draw draw,
      List<String> answers,
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
      Optional<Session.Attempt> last =
          session.shown() || session.tries().isEmpty()
              ? Optional.empty()
              : Optional.of(session.tries().getLast());
      return new Done(
          session.exercise().draw(),
          session.attempts().stream().map(Session.Attempt::words).toList(),
          last.map(attempt -> attempt.marked().credit()).orElse(0.0),
          session.tries().stream()
              .flatMap(attempt -> attempt.marked().diagnosis().stream())
              .<Misconception>flatMap(idea -> Stream.ofNullable(idea.misconception()))
              .toList(),
          session.hints(),
          seconds);
    }
  }
}
