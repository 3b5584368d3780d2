package org.gradloom.files;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param goesTo the absolute path of another file that it was about to be saved to, if any
 */
public record UnsavedWork(
    Screen screen,
    Optional<String> source,
    Instant since,
    Instant kept,
    List<String> changes,
    Lesson saved,
    Lesson lesson,
    Optional<String> goesTo) {
  public UnsavedWork {
    changes = List.copyOf(changes);
  }

  /** The same, about to be saved to a file. */
  public UnsavedWork goingTo(Path file) {
    Optional<String> target = Optional.of(file.toAbsolutePath().toString());
    return new UnsavedWork(
        screen,
        source,
        since,
        kept,
        changes,
        saved,
        lesson,
        target.filter(path -> !source.equals(target)));
  }

  /** The files that may hold it by now. */
  Stream<String> mayLieIn() {
    return Stream.of(source, goesTo).flatMap(Optional::stream);
  }
}
