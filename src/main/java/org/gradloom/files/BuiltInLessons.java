package org.gradloom.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private static final Map<String, String> TITLES = titles(LESSONS, FIRST);

  private BuiltInLessons() {}

  /** Read when they are first asked for, since few starts of the app need them. */
  private static final class Examples {
    private static final Map<String, String> TITLES = titles(EXAMPLES, "mazur");
  }

  /** The titles of a folder by the documents' names, in the order of the titles. */
  private static Map<String, String> titles(String folder, String known) {
    Map<String, String> titles = new HashMap<>();
    for (String id : Assets.ofProgram().beside(folder + known + ENDING, ENDING)) {
      try {
        titles.put(id, document(folder, id).title());
      } catch (InvalidInput _) {
        // Tests hold every lesson to being read; one that is broken all the same must not keep the
        // app from starting.
      }
    }
    Map<String, String> inOrder = new LinkedHashMap<>();
    titles.entrySet().stream()
        .sorted(Map.Entry.<String, String>comparingByValue().thenComparing(Map.Entry::getKey))
        .forEach(title -> inOrder.put(title.getKey(), title.getValue()));
    return Collections.unmodifiableMap(inOrder);
  }

  /**
   * The lessons' titles by their names, in the order of a list to choose from: that of the titles.
   */
  public static Map<String, String> lessons() {
    return TITLES;
  }

  /** The known examples' titles by their names, in order; no lesson has one of these names. */
  public static Map<String, String> examples() {
    return Examples.TITLES;
  }

  /** True if there is a lesson or an example of this name. */
  public static boolean has(String id) {
    return TITLES.containsKey(id) || examples().containsKey(id);
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
    return document(TITLES.containsKey(id) ? LESSONS : EXAMPLES, id);
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
