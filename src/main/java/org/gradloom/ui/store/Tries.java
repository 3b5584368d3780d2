package org.gradloom.ui.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.Answer;
import org.gradloom.marking.Marked;

/**
 * What a learner made of one question.
 *
 * @param attempts the first one first; those that could not be read are none
 * @param uncovered true if the answer was shown without being said
 * @param hints how many were asked for
 */
public record Tries(List<Attempt> attempts, boolean uncovered, int hints) {
  static final Tries NONE = new Tries(List.of(), false, 0);

  public Tries {
    attempts = List.copyOf(attempts);
  }

  /**
   * One prediction.
   *
   * @param words as the learner wrote it, or what was chosen
   * @param answer what was given where it was not typed
   * @param marked nothing where only this machine can tell, so that it is a guess
   */
  public record Attempt(String words, Optional<Answer> answer, Optional<Marked> marked) {}

  /** True if nothing is left to predict: a guess stands as it is. */
  public boolean isOver() {
    return uncovered || last().filter(last -> last.marked().isEmpty() || isRight(last)).isPresent();
  }

  /** True if the answer was said, at last. */
  public boolean isRight() {
    return last().filter(Tries::isRight).isPresent();
  }

  private static boolean isRight(Attempt attempt) {
    return attempt.marked().filter(Marked::correct).isPresent();
  }

  private Optional<Attempt> last() {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
  }

  /** True if the last attempt could be told apart by the two lines that were used. */
  public boolean asksLines() {
    return !isOver() && last().flatMap(Attempt::marked).filter(Marked::asksLines).isPresent();
  }

  Tries with(Attempt attempt) {
    List<Attempt> all = new ArrayList<>(attempts);
    all.add(attempt);
    return new Tries(all, uncovered, hints);
  }

  /** With another one in the place of the last. */
  Tries withLast(Attempt attempt) {
    List<Attempt> all = new ArrayList<>(attempts);
    all.set(all.size() - 1, attempt);
    return new Tries(all, uncovered, hints);
  }

  Tries uncover() {
    return new Tries(attempts, true, hints);
  }

  Tries hint() {
    return new Tries(attempts, uncovered, hints + 1);
  }
}
