package org.gradloom.files;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import tools.jackson.core.JsonToken;

/**
 * Reads lessons from JSON documents. Everything that is wrong with one is an {@link InvalidInput}
 * with the place in the document, or the line and column where it stops being JSON.
 */
public final class LessonReader {
  private LessonReader() {}

  /**
   * The one document in a file.
   *
   * @throws InvalidInput if the file cannot be read or holds no document, naming the file too
   */
  public static Lesson read(Path file) {
    Documents documents = readAll(file);
    if (documents.array()) {
      throw JsonFile.within(file, Message.of("file.onlyOne"));
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
   * The document or the array of documents in a file. A table that one names is looked for beside
   * the file.
   *
   * @throws InvalidInput if the file cannot be read or holds anything else, naming the file too
   */
  public static Documents readAll(Path file) {
    TableBeside table = TableBeside.document(file);
    Documents written = JsonFile.read(file, "file.aDocumentFile", LessonReader::documents);
    return new Documents(written.lessons().stream().map(table::found).toList(), written.array());
  }

  /**
   * The document or the array of documents in a stream.
   *
   * @throws InvalidInput if it holds anything else, or fails
   */
  public static Documents readAll(InputStream stream) {
    return JsonFile.read(stream, LessonReader::documents);
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
}
