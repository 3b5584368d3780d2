package org.gradloom.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A value of JSON that is asked for what it may hold: what is missing, or of another kind, is
 * empty.
 *
 * @param value a map by names, a list, a text, a number, a truth, or null
 */
record LooseJson(@Nullable Object value) {
  /**
   * What some bytes hold.
   *
   * @throws JacksonException if that is no JSON
   */
  static LooseJson read(byte[] bytes) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
      parser.nextToken();
      LooseJson read = new LooseJson(value(parser));
      return parser.nextToken() == null ? read : new LooseJson(null);
    }
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.valueOf(parser.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null, default -> null;
    };
  }

  private static Map<String, LooseJson> fields(JsonParser parser) {
    Map<String, LooseJson> fields = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, new LooseJson(value(parser)));
    }
    return fields;
  }

  private static List<LooseJson> list(JsonParser parser) {
    List<LooseJson> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(new LooseJson(value(parser)));
    }
    return values;
  }

  /** What stands in a field. */
  LooseJson at(String name) {
    return value instanceof Map<?, ?> fields && fields.get(name) instanceof LooseJson found
        ? found
        : new LooseJson(null);
  }

  Optional<String> text() {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** A finite number. */
  OptionalDouble number() {
    return value instanceof Double number && Double.isFinite(number)
        ? OptionalDouble.of(number)
        : OptionalDouble.empty();
  }

  boolean truth(boolean otherwise) {
    return value instanceof Boolean truth ? truth : otherwise;
  }

  /** The texts in a list. */
  List<String> texts() {
    return value instanceof List<?> list
        ? list.stream()
            .flatMap(each -> each instanceof LooseJson json ? json.text().stream() : Stream.empty())
            .toList()
        : List.of();
  }

  /** The texts in an object's fields, by their names. */
  Map<String, String> textFields() {
    Map<String, String> texts = new HashMap<>();
    if (value instanceof Map<?, ?> fields) {
      for (Object name : fields.keySet()) {
        at(name.toString()).text().ifPresent(text -> texts.put(name.toString(), text));
      }
    }
    return texts;
  }
}
