package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gradloom.files.FileStamp;
import org.gradloom.files.LessonInFile;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.InvalidInput;
import org.gradloom.ui.store.Elsewhere;

/**
 * Knows what the files of open documents were when this window last read or wrote them. From any
 * thread. A file that was only touched, and holds what it held, counts as unchanged.
 */
final class FileWatch {
  private final Map<Path, FileStamp> known = new ConcurrentHashMap<>();

  /** It is about to be read, or was just written. */
  void note(Path file) {
    FileStamp.of(file).ifPresentOrElse(stamp -> known.put(key(file), stamp), () -> forget(file));
  }

  private void forget(Path file) {
    known.remove(key(file));
  }

  private static Path key(Path file) {
    return file.toAbsolutePath();
  }

  /**
   * What became of a file. Takes a while where it is another than it was.
   *
   * @param saved what it held when it was last seen
   */
  Optional<Elsewhere> look(Path file, Lesson saved) {
    Optional<FileStamp> now = FileStamp.of(file);
    if (now.isEmpty()) {
      return Optional.of(new Elsewhere.Deleted());
    }
    FileStamp stamp = now.get();
    if (stamp.equals(known.get(key(file)))) {
      return Optional.empty();
    }
    try {
      Lesson theirs = LessonInFile.read(file);
      if (LessonInFile.isSaved(theirs, saved)) {
        known.put(key(file), stamp);
        return Optional.empty();
      }
      return Optional.of(new Elsewhere.Changed(theirs, stamp.modified()));
    } catch (InvalidInput wrong) {
      return Optional.of(new Elsewhere.Unreadable(wrong.said()));
    }
  }
}
