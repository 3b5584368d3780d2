package org.gradloom.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gradloom.lesson.ColumnKind;
import org.gradloom.lesson.LearningTask;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/** How a document says what is wanted of a table, in fields beside that of its file. */
final class TableFields {
  /** Their names; {@code classColumn} is what {@code target} was called before. */
  static final List<String> NAMES =
      List.of(
          "encoding",
          "delimiter",
          "decimal",
          "header",
          "target",
          "classColumn",
          "task",
          "kinds",
          "leftOut",
          "filled",
          "pictures");

  private TableFields() {}

  /** The same choices with what one more field says. */
  static TableChoices read(JsonInput in, String name, TableChoices so) {
    TableChoices.Form form = so.form();
    return switch (name) {
      case "encoding" -> so.with(form.withEncoding(in.text("file.aText")));
      case "delimiter" -> so.with(form(form, Optional.of(character(in)), form.decimal()));
      case "decimal" -> so.with(form.withDecimal(decimal(in)));
      case "header" -> so.with(form.withHeader(in.truth("file.aTruth")));
      case "target", "classColumn" ->
          of(so, Optional.of(in.text("file.aText")), so.task(), so.kinds(), so.leftOut());
      case "task" ->
          so.withTask(Values.word(in, List.of(LearningTask.values()), LearningTask::word));
      case "kinds" -> of(so, so.target(), so.task(), kinds(in), so.leftOut());
      case "leftOut" ->
          of(
              so,
              so.target(),
              so.task(),
              so.kinds(),
              in.list("file.aListOfTexts", column -> column.text("file.aText")));
      case "filled" -> so.withFilled(in.truth("file.aTruth"));
      case "pictures" -> so.withPictures(in.truth("file.aTruth"));
      default -> throw new IllegalArgumentException("No field of a table: " + name);
    };
  }

  /** Whatever order the fields come in, none of them takes another back. */
  private static TableChoices of(
      TableChoices so,
      Optional<String> target,
      Optional<LearningTask> task,
      Map<String, ColumnKind> kinds,
      List<String> leftOut) {
    return new TableChoices(so.form(), target, task, kinds, leftOut, so.filled(), so.pictures());
  }

  private static TableChoices.Form form(
      TableChoices.Form form, Optional<Character> delimiter, Optional<Character> decimal) {
    return new TableChoices.Form(form.encoding(), delimiter, decimal, form.header());
  }

  private static char character(JsonInput in) {
    String text = in.text("file.aText");
    if (text.length() != 1 || text.equals("\n") || text.equals("\r") || text.equals("\"")) {
      throw new InvalidInput("file.noDelimiter", in.path(), Quote.of(text));
    }
    return text.charAt(0);
  }

  private static char decimal(JsonInput in) {
    return Values.word(in, List.of(".", ","), sign -> sign).charAt(0);
  }

  private static Map<String, ColumnKind> kinds(JsonInput in) {
    Map<String, ColumnKind> kinds = new HashMap<>();
    in.fields(
        "file.aMapOfKinds",
        column ->
            kinds.put(column, Values.word(in, List.of(ColumnKind.values()), ColumnKind::word)));
    return kinds;
  }

  /** Writes what was chosen, and nothing that was not. */
  static void write(JsonWriter json, TableChoices choices) {
    TableChoices.Form form = choices.form();
    form.encoding().ifPresent(name -> json.text("encoding", name));
    form.delimiter().ifPresent(sign -> json.text("delimiter", Character.toString(sign)));
    form.decimal().ifPresent(sign -> json.text("decimal", Character.toString(sign)));
    form.header().ifPresent(header -> json.truth("header", header));
    choices.target().ifPresent(column -> json.text("target", column));
    choices.task().ifPresent(task -> json.text("task", task.word()));
    if (!choices.kinds().isEmpty()) {
      json.startObject("kinds");
      new TreeMap<>(choices.kinds()).forEach((column, kind) -> json.text(column, kind.word()));
      json.endObject();
    }
    if (!choices.leftOut().isEmpty()) {
      json.startList("leftOut");
      choices.leftOut().forEach(json::text);
      json.endList();
    }
    if (choices.filled()) {
      json.truth("filled", true);
    }
    if (choices.pictures()) {
      json.truth("pictures", true);
    }
  }
}
