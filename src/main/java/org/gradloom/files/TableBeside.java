package org.gradloom.files;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.TrainingPlan;

/**
 * The table that a document names, so that both can be taken elsewhere together. In a file its path
 * is relative to the document wherever it can be; in a lesson that was read from a file it is
 * absolute, so that the lesson can be saved anywhere.
 *
 * @param folder where the document lies
 */
record TableBeside(Path folder) {
  private static final String UP = "..";

  /** For the document that a file holds or will hold. */
  static TableBeside document(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path folder = whole.getParent();
    return new TableBeside(folder == null ? whole : folder);
  }

  /** The lesson that a file holds, with its table where it is found. */
  Lesson found(Lesson written) {
    return withTable(written, this::found);
  }

  /** The lesson as a file of this folder holds it. */
  Lesson written(Lesson lesson) {
    return withTable(lesson, this::written);
  }

  private static Lesson withTable(Lesson lesson, UnaryOperator<String> other) {
    TrainingPlan plan = lesson.training();
    if (plan == null || plan.data().isEmpty()) {
      return lesson;
    }
    DataSource data = plan.data().get();
    return switch (data.rows()) {
      case DataSource.Named _ -> lesson;
      case DataSource.Table(var file, var choices) ->
          lesson.with(plan.with(data.with(new DataSource.Table(other.apply(file), choices))));
    };
  }

  /** As it is written; else a file of its name beside the document, whoever wrote the path. */
  private String found(String named) {
    String plain = named.replace('\\', '/');
    String name = plain.substring(plain.lastIndexOf('/') + 1);
    return Stream.of(named, plain, name)
        .flatMap(path -> inFolder(path).stream())
        .filter(Files::isRegularFile)
        .findFirst()
        .or(() -> inFolder(named))
        .map(Path::toString)
        .orElse(named);
  }

  /** Nothing for what no file can be called. */
  private Optional<Path> inFolder(String path) {
    try {
      return Optional.of(folder.resolve(path).normalize());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /**
   * Relative beside or below the document and in a folder next to its own, as a course has one for
   * lessons and one for data. What lies further away stays there, and its path says where.
   */
  private String written(String table) {
    Path path;
    try {
      path = Path.of(table);
    } catch (InvalidPathException _) {
      return table;
    }
    Path root = path.getRoot();
    if (root == null || !root.equals(folder.getRoot())) {
      return table;
    }
    Path from = folder.relativize(path.normalize());
    return from.getNameCount() > 1 && from.subpath(0, 2).equals(Path.of(UP, UP))
        ? table
        : from.toString().replace(File.separatorChar, '/');
  }
}
