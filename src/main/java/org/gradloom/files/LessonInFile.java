package org.gradloom.files;

import java.nio.file.Path;
import java.util.Optional;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.InvalidInput;

/**
 * What the file of a document holds, beside what a window shows of it. Where there are beats, the
 * numbers that are shown are a beat's: the file has them in its scenes.
 */
public final class LessonInFile {
  private LessonInFile() {}

  /**
   * Reads it as a window that opens it.
   *
   * @throws InvalidInput if the file cannot be read or holds no document, naming the file too
   */
  public static Lesson read(Path file) {
    return LessonReader.read(file).withEveryBeatInAScene();
  }

  /** Whether the file is what a window knows as saved, whatever beat that has the numbers of. */
  public static boolean isSaved(Lesson inFile, Lesson saved) {
    return inFile.beats().isEmpty() ? inFile.equals(saved) : saved.telling(inFile).equals(saved);
  }

  /**
   * Whether nothing would be lost with what is shown: own numbers would, where no scene has them.
   */
  public static boolean holds(Lesson inFile, Lesson shown) {
    return inFile.equals(shown)
        || inFile.beats().stream().map(inFile::in).anyMatch(Optional.of(shown)::equals);
  }
}
