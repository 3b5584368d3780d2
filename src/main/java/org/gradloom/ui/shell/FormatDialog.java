package org.gradloom.ui.shell;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.text.Texts;
import org.gradloom.training.PreparedData;

/** How a lesson and a pack are written as files, with complete ones to read and to copy. */
final class FormatDialog extends Dialog<ButtonType> {
  private static final List<String> FIELDS =
      List.of(
          "at", "title", "say", "cover", "ask", "hints", "nudge", "scene", "screen", "view",
          "notes", "show");

  /** What is said of a table, beside its file; {@code files} reads the same. */
  private static final List<String> TABLE_FIELDS =
      List.of(
          "encoding",
          "delimiter",
          "decimal",
          "header",
          "target",
          "task",
          "kinds",
          "leftOut",
          "filled",
          "pictures");

  FormatDialog(Texts texts) {
    setTitle(texts.get("format.title"));
    setHeaderText(texts.get("format.header"));
    TextArea text = new TextArea(words(texts));
    text.setId("format-text");
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefColumnCount(62);
    text.setPrefRowCount(24);
    getDialogPane().setContent(text);
    getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    setResizable(true);
  }

  /** All that it says, the examples last. */
  static String words(Texts texts) {
    return Stream.of(
            texts.get("format.start"),
            texts.get("format.numbers"),
            texts.get("format.loss"),
            texts.get("format.dropout"),
            texts.get("format.data", String.join(", ", PreparedData.sets())),
            texts.get("format.table") + list(texts, "format.table.", TABLE_FIELDS),
            texts.get("format.outline"),
            texts.get("format.beats") + list(texts, "format.field.", FIELDS),
            texts.get("format.options"),
            texts.get("format.check"),
            texts.get("format.example"),
            BuiltInLessons.exampleOfFormat(),
            texts.get("format.packExample"),
            BuiltInLessons.exampleOfPack())
        .collect(Collectors.joining("\n\n"));
  }

  /** A line for each field of an object. */
  private static String list(Texts texts, String key, List<String> fields) {
    return fields.stream()
        .map(field -> "  • " + texts.get(key + field))
        .collect(Collectors.joining("\n", "\n", ""));
  }
}
