package org.gradloom.ui.table;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.text.Message;

/** The signs that a table may be written with, and what they are called. */
final class FormChoices {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|', ' ');

  static final List<Character> DECIMALS = List.of('.', ',');

  private FormChoices() {}

  /** What may stand between fields; what stands there now is among it. */
  static List<Character> delimiters(char present) {
    List<Character> all = new ArrayList<>(DELIMITERS);
    if (!all.contains(present)) {
      all.add(present);
    }
    return all;
  }

  static Message delimiter(char sign) {
    return switch (sign) {
      case ',' -> Message.of("table.delimiter.comma");
      case ';' -> Message.of("table.delimiter.semicolon");
      case '\t' -> Message.of("table.delimiter.tab");
      case '|' -> Message.of("table.delimiter.bar");
      case ' ' -> Message.of("table.delimiter.blanks");
      default -> Message.of("table.delimiter.other", Character.toString(sign));
    };
  }

  static Message decimal(char sign) {
    return sign == ',' ? Message.of("table.decimal.comma") : Message.of("table.decimal.point");
  }
}
