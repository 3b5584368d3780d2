package org.gradloom.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.Failures;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Utf8Reader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads lessons from JSON documents. Everything that is wrong with one is an {@link InvalidInput}
 * with the place in the document, or the line and column where it stops being JSON.
 */
public final class LessonReader {
  /** Far deeper than any field; what nests more is no document. */
  private static final int DEEPEST = 64;

  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LONGEST_NUMBER = 100_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // Read as tokens, so that NaN is refused with its place in the document.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private LessonReader() {}

  /**
   * The one document in a file.
   *
   * @throws InvalidInput if the file cannot be read or holds no document, naming the file too
   */
  public static Lesson read(Path file) {
    Documents documents = readAll(file);
    if (documents.array()) {
      throw inFile(file, Message.of("file.onlyOne"));
    }
    return documents.lessons().getFirst();
  }

  /**
   * The document in a text.
   *
   * @throws InvalidInput if it is none
   */
  public static Lesson read(String text) {
    Documents documents = readAll(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    if (documents.array()) {
      throw new InvalidInput("file.onlyOne");
    }
    return documents.lessons().getFirst();
  }

  /**
   * The document or the array of documents in a file.
   *
   * @throws InvalidInput if the file cannot be read or holds anything else, naming the file too
   */
  public static Documents readAll(Path file) {
    if (Files.isDirectory(file)) {
      throw new InvalidInput("file.isDirectory", file.toString());
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return readAll(stream);
    } catch (InvalidInput e) {
      throw inFile(file, e.said());
    } catch (NoSuchFileException e) {
      throw new InvalidInput("file.missing", file.toString());
    } catch (AccessDeniedException e) {
      throw new InvalidInput("file.denied", file.toString());
    } catch (IOException e) {
      throw inFile(file, Message.of("file.unreadable", Failures.reason(e)));
    }
  }

  /**
   * The document or the array of documents in a stream.
   *
   * @throws InvalidInput if it holds anything else, or fails
   */
  public static Documents readAll(InputStream stream) {
    Utf8Reader text = new Utf8Reader(stream);
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      try {
        return documents(new JsonInput(parser));
      } catch (JacksonException e) {
        throw SyntaxFault.of(e, parser.currentLocation(), text);
      }
    }
  }

  private static Documents documents(JsonInput in) {
    JsonToken first = in.next();
    if (first == JsonToken.NOT_AVAILABLE) {
      throw new InvalidInput("file.empty");
    }
    Documents documents =
        first == JsonToken.START_ARRAY
            ? new Documents(array(in), true)
            : new Documents(List.of(DocumentReader.read(in)), false);
    if (in.next() != JsonToken.NOT_AVAILABLE) {
      var location = in.location();
      throw new InvalidInput("file.trailing", location.getLineNr(), location.getColumnNr());
    }
    return documents;
  }

  private static List<Lesson> array(JsonInput in) {
    List<Lesson> lessons = new ArrayList<>();
    while (in.next() != JsonToken.END_ARRAY) {
      try {
        lessons.add(DocumentReader.read(in));
      } catch (InvalidInput e) {
        throw new InvalidInput("file.inArray", lessons.size(), e.said());
      }
    }
    if (lessons.isEmpty()) {
      throw new InvalidInput("file.emptyArray");
    }
    return lessons;
  }

  private static InvalidInput inFile(Path file, Message fault) {
    return new InvalidInput("file.inFile", file.toString(), fault);
  }
}
