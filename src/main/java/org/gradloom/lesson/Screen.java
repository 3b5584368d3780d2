package org.gradloom.lesson;

import java.util.List;

/**
 * What a window shows, and where a beat plays. Of those that are no screen of the window but take
 * the place of Explore's stage, each switch over screens says what that means there.
 */
public enum Screen {
  /** Where a lesson is chosen; no beat plays there. */
  START,
  EXPLORE,
  TRAIN,
  /** Where exercises are done; no beat plays there. */
  PRACTICE,
  /** The timed comparison. */
  SPEED,
  /** What a lesson ends on. */
  SUMMARY;

  /** Those that a beat may play on. */
  public static List<Screen> ofBeats() {
    return List.of(EXPLORE, TRAIN, SPEED, SUMMARY);
  }
}
