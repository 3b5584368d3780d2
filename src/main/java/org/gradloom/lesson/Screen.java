package org.gradloom.lesson;

/**
 * Where a lesson plays. A beat may name every one of them; of those that the window does not have
 * yet, each switch over screens says what that means there.
 */
public enum Screen {
  EXPLORE,
  TRAIN,
  /** The timed comparison; not in the window yet. */
  SPEED,
  /** What a lesson ends on; not in the window yet. */
  SUMMARY
}
