package org.gradloom.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.gradloom.lesson.Lesson;

/** The documents shipped with the app, under {@code assets/lessons}. */
public final class BuiltInLessons {
  /** The document the app opens at first. */
  public static final String FIRST = "h";

  private static final List<String> IDS = List.of(FIRST, "lecture", "two-layers");

  private BuiltInLessons() {}

  /** Their names, in the order of a list to choose from. */
  public static List<String> ids() {
    return IDS;
  }

  /**
   * Reads one of them.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Lesson read(String id) {
    if (!IDS.contains(id)) {
      throw new IllegalArgumentException("No built-in lesson " + id);
    }
    String path = "/assets/lessons/" + id + ".gradloom.json";
    try (InputStream stream = BuiltInLessons.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("No lesson at " + path);
      }
      return LessonReader.readAll(stream).lessons().getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
