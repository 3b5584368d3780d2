package org.gradloom.files;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.nullsLast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gradloom.assets.Assets;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Outline;
import org.gradloom.text.InvalidInput;

/**
 * The documents shipped with the app: the lessons under {@code assets/lessons}, in the order of
 * their numbers; under {@code assets/examples} calculations that others have published, each with a
 * beat that names the source and stands where its number is; and numbers to begin with, under
 * {@code assets/documents}, which tell nothing and are on no list.
 */
public final class BuiltInLessons {
  /** The document the app opens at first where no lesson was chosen. */
  public static final String FIRST = "h";

  private static final String ENDING = ".gradloom.json";
  private static final String LESSONS = "assets/lessons/";
  private static final String EXAMPLES = "assets/examples/";
  private static final String DOCUMENTS = "assets/documents/";

  private BuiltInLessons() {}

  /** Read when they are first asked for: a start of the app can do without. */
  private static final class Lessons {
    private static final Map<String, Lesson> TOLD =
        documents(
            LESSONS,
            "row-meets-column",
            Comparator.comparing(Lesson::outline, nullsLast(comparingInt(Outline::number)))
                .thenComparing(Lesson::title));
  }

  /** Read when they are first asked for, since few starts of the app need them. */
  private static final class Examples {
    private static final Map<String, Lesson> TOLD =
        documents(EXAMPLES, "mazur", Comparator.comparing(Lesson::title));
  }

  /** The documents of a folder by their names, in order. */
  private static Map<String, Lesson> documents(
      String folder, String known, Comparator<Lesson> order) {
    Map<String, Lesson> documents = new HashMap<>();
    for (String id : Assets.ofProgram().beside(folder + known + ENDING, ENDING)) {
      try {
        documents.put(id, document(folder, id));
      } catch (InvalidInput _) {
        // Tests hold every lesson to being read; one that is broken all the same must not keep the
        // app from starting.
      }
    }
    Map<String, Lesson> inOrder = new LinkedHashMap<>();
    documents.entrySet().stream()
        .sorted(Map.Entry.<String, Lesson>comparingByValue(order).thenComparing(Map.Entry::getKey))
        .forEach(document -> inOrder.put(document.getKey(), document.getValue()));
    return Collections.unmodifiableMap(inOrder);
  }

  private static Map<String, String> titles(Map<String, Lesson> documents) {
    Map<String, String> titles = new LinkedHashMap<>();
    documents.forEach((id, lesson) -> titles.put(id, lesson.title()));
    return titles;
  }

  /** The lessons' titles by their names, in the order of their numbers. */
  public static Map<String, String> lessons() {
    return titles(Lessons.TOLD);
  }

  /** The known examples' titles by their names, in order; no lesson has one of these names. */
  public static Map<String, String> examples() {
    return titles(Examples.TOLD);
  }

  /**
   * The name of a lesson.
   *
   * @param named its name, or its number as a text
   */
  public static Optional<String> named(String named) {
    return Lessons.TOLD.entrySet().stream()
        .filter(lesson -> lesson.getKey().equals(named) || isNumbered(lesson.getValue(), named))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isNumbered(Lesson lesson, String number) {
    Outline outline = lesson.outline();
    return outline != null && Integer.toString(outline.number()).equals(number);
  }

  /** True if there is a document of this name. */
  public static boolean has(String id) {
    return id.equals(FIRST) || Lessons.TOLD.containsKey(id) || Examples.TOLD.containsKey(id);
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Lesson read(String id) {
    if (id.equals(FIRST)) {
      return document(DOCUMENTS, FIRST);
    }
    Lesson lesson = Lessons.TOLD.containsKey(id) ? Lessons.TOLD.get(id) : Examples.TOLD.get(id);
    if (lesson == null) {
      throw new IllegalArgumentException("No built-in lesson " + id);
    }
    return lesson;
  }

  /** A complete lesson as its author writes it, small enough to be read. */
  public static String exampleOfFormat() {
    return Assets.ofProgram().text(DOCUMENTS + "example" + ENDING);
  }

  /** A complete pack of exercises as its author writes it, small enough to be read. */
  public static String exampleOfPack() {
    return Assets.ofProgram().text("assets/packs/example.json");
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
