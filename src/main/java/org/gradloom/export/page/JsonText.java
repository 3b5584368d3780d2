package org.gradloom.export.page;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON: texts, numbers, truths, lists, and maps by name. What a page holds is no
 * document, so it does not go through what reads and writes those.
 */
final class JsonText {
  private JsonText() {}

  static String of(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case null -> out.append("null");
      case String text -> quoted(text, out);
      case Double number -> out.append(Double.isFinite(number) ? number.toString() : "null");
      case Number number -> out.append(number);
      case Boolean truth -> out.append(truth);
      case Collection<?> list -> {
        out.append('[');
        String between = "";
        for (Object each : list) {
          out.append(between);
          write(each, out);
          between = ",";
        }
        out.append(']');
      }
      case Map<?, ?> map -> {
        out.append('{');
        String between = "";
        for (Map.Entry<?, ?> each : map.entrySet()) {
          out.append(between);
          quoted(String.valueOf(each.getKey()), out);
          out.append(':');
          write(each.getValue(), out);
          between = ",";
        }
        out.append('}');
      }
      default -> throw new IllegalArgumentException("No JSON for a " + value.getClass());
    }
  }

  private static void quoted(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        default -> {
          if (c < 0x20) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
