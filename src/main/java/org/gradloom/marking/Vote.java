package org.gradloom.marking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Beat;
import org.gradloom.text.Message;

/**
 * What a class votes on: the right answer to a question among wrong ones that have a reason.
 *
 * @param options three or four, of which one is right, in the order they are shown
 */
public record Vote(List<Option> options) {
  /** With one wrong option alone nobody has to think. */
  private static final int FEWEST = 3;

  public Vote {
    options = List.copyOf(options);
  }

  /**
   * An answer to choose.
   *
   * @param text as it is read; a matrix has a line for each row
   * @param idea why it is right or what was done instead, in few words; for after the vote
   */
  public record Option(Message text, boolean right, Message idea) {}

  /**
   * The vote on a question, or none: on what a machine measures, on cells, lines and whatever else
   * is too free to be listed, on more numbers than one reads at a glance, and where fewer than two
   * wrong answers have a reason.
   *
   * @param derivation of the numbers that the question is about
   * @param seed which order the options are in, and nothing else
   */
  public static Optional<Vote> of(Derivation derivation, Beat.Ask ask, long seed) {
    if (ask.measured()) {
      return Optional.empty();
    }
    List<Option> options = new ArrayList<>(VoteOptions.of(derivation, ask));
    if (options.size() < FEWEST) {
      return Optional.empty();
    }
    Collections.shuffle(options, new SplittableRandom(seed));
    return Optional.of(new Vote(options));
  }

  /**
   * The seed of a beat's vote, the same wherever and whenever the lesson is given.
   *
   * @param beat from 1
   */
  public static long seed(String lessonTitle, int beat) {
    return 31L * lessonTitle.hashCode() + beat;
  }
}
