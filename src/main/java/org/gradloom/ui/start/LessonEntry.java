package org.gradloom.ui.start;

import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Outline;
import org.gradloom.ui.store.Origin;

/** A lesson that the path leads through; the shipped ones come with the app, others from files. */
public record LessonEntry(Origin origin, Lesson lesson, Outline outline) {
  /** Under what its progress is kept. */
  String id() {
    return origin.remembered().orElse("");
  }
}
