package org.gradloom.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.gradloom.data.TableColumn;
import org.gradloom.data.TableReading;
import org.gradloom.files.JsonWriter;
import org.gradloom.lesson.LearningTask;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.gradloom.text.Texts;

/** What {@code data} prints: how a table is read. */
final class TableAnswer {
  private final TableReading reading;

  TableAnswer(TableReading reading) {
    this.reading = reading;
  }

  /** Writes all of it as JSON. */
  void writeJson(Writer out) throws IOException {
    JsonWriter.write(out, this::write);
  }

  private void write(JsonWriter json) {
    json.startObject();
    json.text("encoding", reading.encoding().printed());
    json.text("delimiter", Character.toString(reading.delimiter()));
    json.text("decimal", Character.toString(reading.decimal().sign()));
    json.whole("rows", reading.rows());
    json.whole("rowsLeftOut", reading.rowsLeftOut());
    json.text("task", reading.task().word());
    json.text("target", reading.columns().get(reading.target()).name());
    if (reading.task() == LearningTask.CLASSIFICATION) {
      json.startList("classes");
      reading.classes().forEach(each -> json.text(each.name()));
      json.endList();
    }
    json.startList("columns");
    for (TableColumn column : reading.columns()) {
      json.startObject();
      json.text("name", column.name());
      json.text("kind", column.kind().word());
      json.text("role", column.role().word());
      json.whole("missing", column.missing());
      json.endObject();
    }
    json.endList();
    json.endObject();
  }

  /** Writes it for people, a line for each column. */
  void writeText(Texts texts, Terminal out) throws IOException {
    out.line(
        texts.get(
            "cli.data.form",
            reading.encoding().printed(),
            delimiter(),
            Character.toString(reading.decimal().sign()),
            Message.of(reading.header() ? "cli.data.header" : "cli.data.noHeader")));
    out.line(texts.get("cli.data.rows", reading.rows(), reading.rowsLeftOut()));
    String target = reading.label(reading.target());
    Message by =
        switch (reading.targetBy()) {
          case ASKED -> Message.of("cli.data.asked");
          case NAMED -> Message.of("cli.data.named");
          case GUESSED -> Message.of("cli.data.guessed");
        };
    out.line(
        switch (reading.task()) {
          case CLASSIFICATION ->
              texts.get("cli.data.classification", target, by, reading.classes().size(), classes());
          case REGRESSION -> texts.get("cli.data.regression", target, by);
        });
    for (Message decided : reading.decided()) {
      out.line(texts.say(decided));
    }
    out.line("");
    columns(texts, out);
  }

  private Message delimiter() {
    return switch (reading.delimiter()) {
      case '\t' -> Message.of("cli.data.tab");
      case ' ' -> Message.of("cli.data.blanks");
      default -> Message.of("cli.data.sign", Character.toString(reading.delimiter()));
    };
  }

  private String classes() {
    return reading.classes().stream()
        .map(each -> Quote.of(each.name()) + " " + each.rows())
        .collect(Collectors.joining(", "));
  }

  private void columns(Texts texts, Terminal out) throws IOException {
    int width = texts.get("cli.data.column").length();
    for (int j = 0; j < reading.columns().size(); j++) {
      width = Math.max(width, reading.label(j).length());
    }
    out.line(
        row(
            width,
            List.of(
                texts.get("cli.data.column"),
                texts.get("cli.data.kind"),
                texts.get("cli.data.role"),
                texts.get("cli.data.missing"))));
    for (int j = 0; j < reading.columns().size(); j++) {
      TableColumn column = reading.columns().get(j);
      out.line(
          row(
              width,
              List.of(
                  reading.label(j),
                  column.kind().word(),
                  column.role().word(),
                  Integer.toString(column.missing()))));
    }
  }

  private static String row(int width, List<String> cells) {
    int[] widths = {width, 8, 8};
    StringBuilder line = new StringBuilder(" ");
    for (int j = 0; j < cells.size(); j++) {
      line.append(' ').append(cells.get(j));
      if (j < widths.length) {
        line.repeat(" ", Math.max(0, widths[j] - cells.get(j).length()) + 1);
      }
    }
    return line.toString();
  }
}
