package org.gradloom.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradloom.assets.Assets;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.InvalidInput;

/** The documents shipped with the app: every file under {@code assets/lessons}. */
public final class BuiltInLessons {
  /** The document the app opens at first. */
  public static final String FIRST = "h";

  private static final String ENDING = ".gradloom.json";
  private static final List<String> IDS = inOrder();

  private BuiltInLessons() {}

  private static String path(String id) {
    return "assets/lessons/" + id + ENDING;
  }

  private static List<String> inOrder() {
    Map<String, String> titles = new HashMap<>();
    for (String id : Assets.ofProgram().beside(path(FIRST), ENDING)) {
      try {
        titles.put(id, document(id).title());
      } catch (InvalidInput _) {
        // Tests hold every lesson to being read; one that is broken all the same must not keep the
        // app from starting.
      }
    }
    return titles.entrySet().stream()
        .sorted(Map.Entry.<String, String>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Their names, in the order of a list to choose from: that of their titles. */
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
    return document(id);
  }

  /**
   * What a file holds.
   *
   * @throws InvalidInput if that is no document
   */
  static Lesson document(String id) {
    try (InputStream stream = Assets.ofProgram().open(path(id))) {
      return LessonReader.readAll(stream).lessons().getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
