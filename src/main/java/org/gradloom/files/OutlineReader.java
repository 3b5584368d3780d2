package org.gradloom.files;

import java.util.List;
import java.util.OptionalInt;
import org.gradloom.lesson.Outline;
import org.gradloom.lesson.Wording;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/** Reads what makes a document a lesson of the list. */
final class OutlineReader {
  private static final List<String> FIELDS = List.of("chapter", "number", "aha", "card", "minutes");

  private OutlineReader() {}

  static Outline read(JsonInput in) {
    var draft =
        new Object() {
          @Nullable Wording chapter;
          OptionalInt number = OptionalInt.empty();
          @Nullable Wording aha;
          @Nullable Wording card;
          OptionalInt minutes = OptionalInt.empty();
        };
    Message where = Message.of("file.thePath", in.path());
    in.object(
        "file.anOutline",
        FIELDS,
        name -> {
          switch (name) {
            case "chapter" -> draft.chapter = WordingReader.read(in);
            case "number" -> draft.number = OptionalInt.of(in.wholeNumber(1));
            case "aha" -> draft.aha = WordingReader.read(in);
            case "card" -> draft.card = WordingReader.read(in);
            default -> draft.minutes = OptionalInt.of(in.wholeNumber(1));
          }
        });
    return new Outline(
        present(where, "chapter", draft.chapter),
        draft.number.orElseThrow(() -> Values.missing(where, "number")),
        present(where, "aha", draft.aha),
        present(where, "card", draft.card),
        draft.minutes.orElseThrow(() -> Values.missing(where, "minutes")));
  }

  private static Wording present(Message where, String name, @Nullable Wording text) {
    if (text == null) {
      throw Values.missing(where, name);
    }
    return text;
  }
}
