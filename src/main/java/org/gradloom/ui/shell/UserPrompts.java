package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.gradloom.export.ExportOrder;
import org.gradloom.lesson.Lesson;
import org.gradloom.practice.Pack;

/** What only the user can say. Each answer is empty if he would rather not. */
public interface UserPrompts {
  /** What is to become of changes that are in no file. */
  enum Unsaved {
    SAVE,
    DISCARD,
    CANCEL
  }

  /** A document to open. */
  Optional<Path> fileToOpen();

  /** A file of samples to train on. */
  Optional<Path> csvToOpen();

  /** Where to save; {@code suggestion} is a file name. */
  Optional<Path> fileToSave(String suggestion);

  Unsaved aboutUnsaved(String title);

  /** Whether unsaved work of an earlier window is to be forgotten. */
  boolean discardRecovered(String title);

  /** Whether what was reached in the lessons is to be forgotten. */
  boolean eraseProgress();

  /**
   * Exercises to be put together for others.
   *
   * @param shown the numbers that Explore shows, which may take the place of drawn ones
   */
  Optional<Pack> newPack(Lesson shown);

  /** In which form a document is to leave, made in that form. */
  Optional<ExportedFile> export(ExportOrder order);

  /** The shape and first numbers of a new document. */
  Optional<Lesson> newLesson();
}
