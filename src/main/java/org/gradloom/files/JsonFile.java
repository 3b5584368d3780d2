package org.gradloom.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.gradloom.text.Failures;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Utf8Reader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Opens what holds JSON and says what keeps it from being read. */
final class JsonFile {
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

  private JsonFile() {}

  /**
   * What a file holds.
   *
   * @param wanted the key of what the file should be
   * @param content reads it, from before its first token
   * @throws InvalidInput if the file cannot be read or holds anything else, naming the file too
   */
  static <T> T read(Path file, String wanted, Function<JsonInput, T> content) {
    if (Files.isDirectory(file)) {
      throw new InvalidInput("file.isDirectory", file.toString(), Message.of(wanted));
    }
    FileKind.requireAnswering(file, wanted);
    try (InputStream stream = Files.newInputStream(file)) {
      return read(stream, content);
    } catch (InvalidInput e) {
      throw within(file, e.said());
    } catch (NoSuchFileException e) {
      throw new InvalidInput("file.missing", file.toString(), Message.of(wanted));
    } catch (AccessDeniedException e) {
      throw new InvalidInput("file.denied", file.toString());
    } catch (IOException e) {
      throw within(file, Message.of("file.unreadable", Failures.reason(e)));
    }
  }

  /**
   * What a stream holds.
   *
   * @throws InvalidInput if it holds anything else, or fails
   */
  static <T> T read(InputStream stream, Function<JsonInput, T> content) {
    Utf8Reader text = new Utf8Reader(stream);
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      try {
        return content.apply(new JsonInput(parser));
      } catch (JacksonException e) {
        throw SyntaxFault.of(e, parser.currentLocation(), text);
      }
    }
  }

  static InvalidInput within(Path file, Message fault) {
    return new InvalidInput("file.inFile", file.toString(), fault);
  }
}
