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

/**
 * The documents shipped with the app: the lessons under {@code assets/lessons}, and under {@code
 * assets/examples} calculations that others have published, each with a beat that names the source
 * and stands where its number is.
 */
public final class BuiltInLessons {
  /** The document the app opens at first. */
  public static final String FIRST = "h";

  private static final String ENDING = ".gradloom.json";
  private static final String LESSONS = "assets/lessons/";
  private static final String EXAMPLES = "assets/examples/";
  private static final List<String> IDS = inOrder(LESSONS, FIRST);
  private static final List<String> EXAMPLE_IDS = inOrder(EXAMPLES, "mazur");

  private BuiltInLessons() {}

  private static List<String> inOrder(String folder, String known) {
    Map<String, String> titles = new HashMap<>();
    for (String id : Assets.ofProgram().beside(folder + known + ENDING, ENDING)) {
      try {
        titles.put(id, document(folder, id).title());
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

  /** The lessons' names, in the order of a list to choose from: that of their titles. */
  public static List<String> ids() {
    return IDS;
  }

  /** The known examples' names, in the order of their titles; no lesson has one of them. */
  public static List<String> examples() {
    return EXAMPLE_IDS;
  }

  /** True if there is a lesson or an example of this name. */
  public static boolean has(String id) {
    return IDS.contains(id) || EXAMPLE_IDS.contains(id);
  }

  /**
   * Reads one of them.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Lesson read(String id) {
    if (!has(id)) {
      throw new IllegalArgumentException("No built-in lesson " + id);
    }
    return document(EXAMPLE_IDS.contains(id) ? EXAMPLES : LESSONS, id);
  }

  /**
   * What a lesson's file holds.
   *
   * @throws InvalidInput if that is no document
   */
  static Lesson document(String id) {
    return document(LESSONS, id);
  }

  private static Lesson document(String folder, String id) {
    try (InputStream stream = Assets.ofProgram().open(folder + id + ENDING)) {
      return LessonReader.readAll(stream).lessons().getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
