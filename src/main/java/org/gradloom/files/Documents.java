package org.gradloom.files;

import java.util.List;
import org.gradloom.lesson.Lesson;

/**
 * What a file holds.
 *
 * @param lessons at least one
 * @param array true if they stood in a JSON array, so that an answer is an array too
 */
public record Documents(List<Lesson> lessons, boolean array) {
  public Documents {
    lessons = List.copyOf(lessons);
  }
}
