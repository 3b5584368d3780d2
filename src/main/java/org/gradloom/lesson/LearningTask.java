package org.gradloom.lesson;

import java.util.Locale;

/** What is learned of a target. */
public enum LearningTask {
  CLASSIFICATION,
  REGRESSION;

  /** As documents and people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
