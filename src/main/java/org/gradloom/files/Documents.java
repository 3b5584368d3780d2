package org.gradloom.files;

import java.util.List;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.Message;

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

  /** A file that holds one document, and no array. */
  public static Documents single(Lesson lesson) {
    return new Documents(List.of(lesson), false);
  }

  /** What is said of a document, with its index from 0 where it stands in an array. */
  public Message within(int document, Message said) {
    return array ? Message.of("file.inArray", document, said) : said;
  }
}
