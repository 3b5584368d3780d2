package org.gradloom.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gradloom.derivation.Granularity;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import picocli.CommandLine.ParseResult;

/** What the arguments of a command name: files, lessons, places, texts. */
final class Arguments {
  private static final Map<String, Granularity> STEPS =
      Map.of("term", Granularity.TERM, "cell", Granularity.CELL, "matrix", Granularity.MATRIX);

  /**
   * What stands in a text that holds a matrix, and hardly in the name of a file that is not there.
   */
  private static final Pattern SEPARATOR = Pattern.compile("[\\[({;,\\s]");

  private final InputStream in;

  /** Arguments of which {@code -} names this input. */
  Arguments(InputStream in) {
    this.in = in;
  }

  static Path file(ParseResult command) {
    return file(command.matchedPositionalValue(0, ""));
  }

  static Path file(String name) {
    if (name.isBlank()) {
      // Java takes an empty path for the present directory.
      throw new InvalidInput("cli.missingFile", "gradloom --help");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InvalidInput("file.missing", name, Message.of("file.aDocumentFile"));
    }
  }

  /** A built-in lesson by its number or its name, or what is in a file. */
  static Lesson lesson(String named) {
    Optional<String> builtIn = BuiltInLessons.named(named);
    if (builtIn.isPresent()) {
      return BuiltInLessons.read(builtIn.get());
    }
    Path file = file(named);
    if (!Files.exists(file)) {
      throw new InvalidInput("cli.noLesson", named, BuiltInLessons.lessons().size());
    }
    return LessonReader.read(file);
  }

  static Granularity step(ParseResult command) {
    String step = command.matchedOptionValue(CommandLineModel.STEP, "cell");
    Granularity finest = STEPS.get(step);
    if (finest == null) {
      throw new InvalidInput("cli.wrongStep", step);
    }
    return finest;
  }

  /**
   * The whole matrix at a place.
   *
   * @throws InvalidInput if it is a place in a matrix
   */
  static Operand gradient(String at) {
    return switch (Place.parse(at)) {
      case Place.OfMatrix(var operand) -> operand;
      case Place.OfCell(var operand, _) ->
          throw new InvalidInput("cli.whole", at, operand.toString());
      case Place.OfTerm(var operand, _, _) ->
          throw new InvalidInput("cli.whole", at, operand.toString());
    };
  }

  /** The text of a file, or of standard input where its name is {@code -}. */
  String text(String name) throws IOException {
    return name.equals("-") ? TextOfBytes.read(in) : TextOfBytes.read(file(name));
  }

  /** The text of a file or, where there is none of this name, the text that holds a matrix. */
  String fileOrText(String given) throws IOException {
    boolean hasSeveralNumbers = SEPARATOR.matcher(given).find();
    return hasSeveralNumbers && !new File(given).exists() ? given : text(given);
  }
}
