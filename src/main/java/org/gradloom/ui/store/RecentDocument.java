package org.gradloom.ui.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.training.TrainingSetup;

/**
 * A file that was opened lately, and what it holds.
 *
 * @param opened when it was opened
 * @param lesson what it holds, if it is a lesson for the list of lessons
 */
public record RecentDocument(Path file, Instant opened, Kind kind, Optional<Lesson> lesson) {
  /** What a file holds, as a user would say. */
  public enum Kind {
    LESSON,
    FROZEN_STEP,
    SETUP,
    NUMBERS,
    /** It was not read: too large to be read for its kind alone, or no longer a document. */
    UNKNOWN
  }

  /** A file that was read. */
  public static RecentDocument of(Path file, Instant opened, Lesson read) {
    return new RecentDocument(
        file,
        opened,
        kind(read),
        Optional.of(read).filter(lesson -> lesson.outline() != null && isWalked(lesson)));
  }

  private static boolean isWalked(Lesson lesson) {
    return !lesson.beats().isEmpty();
  }

  /** A file that was not read. */
  public static RecentDocument unread(Path file, Instant opened) {
    return new RecentDocument(file, opened, Kind.UNKNOWN, Optional.empty());
  }

  private static Kind kind(Lesson lesson) {
    if (isWalked(lesson)) {
      return Kind.LESSON;
    }
    TrainingPlan plan = lesson.training();
    if (plan != null && plan.step().isPresent()) {
      return Kind.FROZEN_STEP;
    }
    return TrainingSetup.isOne(lesson, false) ? Kind.SETUP : Kind.NUMBERS;
  }
}
