package org.gradloom.ui.store;

import java.util.Optional;

/**
 * A lecture that is going on: what the class sees beside the state of Explore.
 *
 * @param blank whether the picture is taken away for a while
 * @param asksToLeave whether leaving was asked for once
 * @param number of a beat as far as it is typed; 0 for none
 * @param percent how large everything is, of what fits the screen's height
 * @param spotlight whether only what is around the pointer is lit
 * @param ballot a vote of the class, while one is held
 */
public record Lecture(
    Blank blank,
    boolean asksToLeave,
    int number,
    int percent,
    boolean spotlight,
    Optional<Ballot> ballot) {
  private static final int SMALLEST = 60;
  private static final int LARGEST = 160;
  private static final int LARGEST_NUMBER = 9999;

  /** What stands in the picture's place. */
  public enum Blank {
    NOTHING,
    BLACK,
    WHITE
  }

  static Lecture begun() {
    return new Lecture(Blank.NOTHING, false, 0, 100, false, Optional.empty());
  }

  /** The picture is taken away, or comes back by the same key. */
  Lecture turned(Blank wanted) {
    return new Lecture(
        blank == wanted ? Blank.NOTHING : wanted, false, 0, percent, spotlight, ballot);
  }

  /** The picture is there. */
  Lecture shown() {
    return new Lecture(Blank.NOTHING, false, 0, percent, spotlight, ballot);
  }

  Lecture asking(boolean asks) {
    return new Lecture(blank, asks, 0, percent, spotlight, ballot);
  }

  /** One more digit of a beat's number. */
  Lecture typed(int digit) {
    int next = number > LARGEST_NUMBER / 10 ? digit : number * 10 + digit;
    return new Lecture(blank, false, next, percent, spotlight, ballot);
  }

  Lecture zoomed(int by) {
    return new Lecture(
        blank, false, 0, Math.clamp(percent + (long) by, SMALLEST, LARGEST), spotlight, ballot);
  }

  Lecture withSpotlight(boolean lit) {
    return new Lecture(blank, false, 0, percent, lit, ballot);
  }

  Lecture with(Optional<Ballot> held) {
    return new Lecture(blank, false, 0, percent, spotlight, held);
  }
}
