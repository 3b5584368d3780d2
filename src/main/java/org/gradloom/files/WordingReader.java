package org.gradloom.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.gradloom.lesson.Wording;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;
import tools.jackson.core.JsonToken;

/** Reads the texts that a reader of a lesson sees. */
final class WordingReader {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  private WordingReader() {}

  /** A text, or an object with one for each language. */
  static Wording read(JsonInput in) {
    if (in.at(JsonToken.VALUE_STRING)) {
      return new Wording.Plain(in.text("file.aWording"));
    }
    String path = in.path();
    Map<String, String> texts = new LinkedHashMap<>();
    in.fields(
        "file.aWording",
        name -> {
          if (!isLanguage(name)) {
            throw new InvalidInput("file.noLanguage", path, Quote.of(name));
          }
          texts.put(name, in.text("file.aText"));
        });
    if (texts.isEmpty()) {
      throw new InvalidInput("file.noText", path);
    }
    return new Wording.ByLanguage(texts);
  }

  /** True for names such as {@code de} and {@code pt-BR}. */
  static boolean isLanguage(String name) {
    return LANGUAGE.matcher(name).matches();
  }
}
