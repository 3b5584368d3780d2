package org.gradloom.ui.store;

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

  Document with(History history) {
    return new Document(history, saved, origin);
  }
}
