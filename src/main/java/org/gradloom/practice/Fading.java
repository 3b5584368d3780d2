package org.gradloom.practice;

import java.util.Locale;

/** How much of an exercise is left to the learner, while a new kind is met. */
public enum Fading {
  /** Worked out but for the last step. */
  LAST,
  /** Worked out but for the last two. */
  LAST_TWO,
  /** Nothing is worked out. */
  ALL;

  /** As it is written in a file. */
  public String documentName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** After so many exercises of the kind that were right without a hint. */
  static Fading after(long right) {
    return right == 0 ? LAST : right == 1 ? LAST_TWO : ALL;
  }

  /** How many of so many steps are shown. */
  public int shown(int steps) {
    return switch (this) {
      case LAST -> Math.max(0, steps - 1);
      case LAST_TWO -> Math.max(0, steps - 2);
      case ALL -> 0;
    };
  }
}
