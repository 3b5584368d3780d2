package org.gradloom.files;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Any value of a document as JSON text without blanks, its numbers as they were typed. */
final class CompactJson {
  private CompactJson() {}

  static String of(JsonInput in) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      Deque<Set<String>> open = new ArrayDeque<>();
      copy(in, out, open);
      while (!open.isEmpty()) {
        in.next();
        copy(in, out, open);
      }
    }
    return text.toString();
  }

  private static void copy(JsonInput in, JsonGenerator out, Deque<Set<String>> open) {
    switch (in.token()) {
      case START_OBJECT -> {
        open.push(new HashSet<>());
        out.writeStartObject();
      }
      case START_ARRAY -> {
        open.push(Set.of());
        out.writeStartArray();
      }
      case END_OBJECT -> {
        open.pop();
        out.writeEndObject();
      }
      case END_ARRAY -> {
        open.pop();
        out.writeEndArray();
      }
      case PROPERTY_NAME -> {
        String name = in.rawText();
        if (!open.element().add(name)) {
          throw new InvalidInput(
              "file.duplicateField", Quote.of(name), Message.of("file.thePath", in.path()));
        }
        out.writeName(name);
      }
      case VALUE_STRING -> out.writeString(in.text("file.aText"));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        in.parsedNumber();
        out.writeNumber(in.rawText());
      }
      case VALUE_TRUE -> out.writeBoolean(true);
      case VALUE_FALSE -> out.writeBoolean(false);
      case VALUE_NULL -> out.writeNull();
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("JSON has no " + in.token());
    }
  }
}
