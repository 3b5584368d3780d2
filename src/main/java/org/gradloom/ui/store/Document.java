package org.gradloom.ui.store;

import java.nio.file.Path;
import org.gradloom.lesson.History;
import org.gradloom.lesson.Lesson;

/**
 * The open document.
 *
 * @param history the lesson as it is now, with what was done to it
 * @param saved the lesson as its file or the app holds it
 */
public record Document(History history, Lesson saved, Origin origin) {

  static Document opened(Lesson lesson, Origin origin) {
    return new Document(History.of(lesson), lesson, origin);
  }

  public Lesson lesson() {
    return history.present();
  }

  /** True if closing it would lose work. */
  public boolean isChanged() {
    return !lesson().equals(saved);
  }

  /** The same, once a file holds what its lesson was when it was written. */
  Document savedTo(Path path, Lesson written) {
    return new Document(history, written, origin.savedTo(path));
  }

  /** The same, its present numbers held to be saved, but nothing that was changed of its words. */
  Document withNumbersSaved() {
    return new Document(history, lesson().telling(saved), origin);
  }

  Document with(History history) {
    return new Document(history, saved, origin);
  }
}
