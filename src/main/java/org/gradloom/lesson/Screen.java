package org.gradloom.lesson;

/**
 * Where a lesson plays. A beat may name every one of them; of those that are no screen of the
 * window but take the place of Explore's stage, each switch over screens says what that means
 * there.
 */
public enum Screen {
  EXPLORE,
  TRAIN,
  /** The timed comparison. */
  SPEED,
  /** What a lesson ends on. */
  SUMMARY
}
