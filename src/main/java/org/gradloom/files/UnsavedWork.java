package org.gradloom.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;

/**
 * A document whose changes are in no file of the user's yet.
 *
 * @param screen the one it was worked on
 * @param source a file's absolute path, or the id of a built-in document; empty for a new one
 * @param since when the first of its changes was made
 * @param kept when it was like this
 * @param changes what was done to it, in words, the first first
 * @param saved what its file, or the app, held as far as the window knew
 * @param saving what of it was being saved, if anything was
 */
public record UnsavedWork(
    Screen screen,
    Optional<String> source,
    Instant since,
    Instant kept,
    List<String> changes,
    Lesson saved,
    Lesson lesson,
    Optional<Saving> saving) {
  public UnsavedWork {
    changes = List.copyOf(changes);
  }

  /**
   * What was being saved, whether the file holds it by now or not.
   *
   * @param file an absolute path
   */
  public record Saving(String file, Lesson lesson) {}

  /** The same with something else being saved. */
  public UnsavedWork with(Optional<Saving> other) {
    return new UnsavedWork(screen, source, since, kept, changes, saved, lesson, other);
  }

  /** The same where that has come to be saved. */
  UnsavedWork savedAs(Saving done) {
    return new UnsavedWork(
        screen,
        Optional.of(done.file()),
        since,
        kept,
        changes,
        done.lesson(),
        lesson,
        Optional.empty());
  }
}
