package org.gradloom.ui.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gradloom.marking.Vote;

/**
 * A vote of the class.
 *
 * @param vote the question's options
 * @param tallies how many voted for each of them
 * @param revealed whether the class sees which one is right, and the shares
 */
public record Ballot(Vote vote, List<Integer> tallies, boolean revealed) {
  /** More than sit in any hall. */
  public static final int MOST = 9999;

  public Ballot {
    tallies = List.copyOf(tallies);
  }

  static Ballot opened(Vote vote) {
    return new Ballot(vote, Collections.nCopies(vote.options().size(), 0), false);
  }

  Ballot counting(int option, int votes) {
    List<Integer> counted = new ArrayList<>(tallies);
    counted.set(option, Math.clamp(votes, 0, MOST));
    return new Ballot(vote, counted, revealed);
  }

  Ballot reveal() {
    return new Ballot(vote, tallies, true);
  }

  public int total() {
    return tallies.stream().mapToInt(Integer::intValue).sum();
  }

  /** The share of an option, in whole percent; 0 where nobody voted. */
  public int percent(int option) {
    return total() == 0 ? 0 : (int) Math.round(100.0 * tallies.get(option) / total());
  }
}
