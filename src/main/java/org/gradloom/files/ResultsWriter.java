package org.gradloom.files;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.matrix.Numbers;
import org.gradloom.practice.Draw;
import org.gradloom.practice.PackResults;
import org.gradloom.practice.Sizes;

/**
 * Writes what a learner made of a pack, an exercise an entry, with all that {@code mark} needs to
 * mark its answers again.
 */
public final class ResultsWriter {
  private static final List<String> COLUMNS =
      List.of(
          "pack",
          "kind",
          "seed",
          "convention",
          "level",
          "sizes",
          "answers",
          "credit",
          "misconceptions",
          "hints",
          "seconds",
          "shown",
          "lines",
          "lesson");

  /** Before what a spreadsheet would take for a formula. */
  static final String GUARD = "'";

  private ResultsWriter() {}

  /**
   * Replaces or creates a file: JSON where its name says so, else a table for a spreadsheet.
   *
   * @throws org.gradloom.text.InvalidInput if it cannot be written; what was there remains
   */
  public static void save(PackResults results, Path file) {
    boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    AtomicFile.write(
        file,
        target -> {
          if (json) {
            JsonWriter.write(target, out -> write(results, out));
          } else {
            target.write(csv(results));
          }
        });
  }

  // ---- JSON

  private static void write(PackResults results, JsonWriter json) {
    json.startList();
    for (PackResults.Done entry : results.entries()) {
      json.startObject();
      json.text("pack", results.pack());
      draw(entry.draw(), json);
      json.startList("answers");
      entry.answers().forEach(answer -> json.text(answer.words()));
      json.endList();
      if (entry.answers().stream().anyMatch(answer -> answer.used().isPresent())) {
        json.startList("lines");
        entry.answers().forEach(answer -> lines(answer, json));
        json.endList();
      }
      json.truth("shown", entry.shown());
      json.number("credit", entry.credit());
      json.startList("misconceptions");
      entry.ideas().forEach(idea -> json.text(idea.code()));
      json.endList();
      json.whole("hints", entry.hints());
      json.whole("seconds", entry.seconds());
      json.endObject();
    }
    json.endList();
  }

  private static void draw(Draw draw, JsonWriter json) {
    json.text("kind", draw.kind().documentName());
    json.whole("seed", draw.seed());
    json.text("convention", draw.convention().documentName());
    if (draw.numbers().isPresent()) {
      json.name("lesson");
      LessonWriter.write(draw.numbers().get(), json);
      return;
    }
    json.whole("level", draw.level());
    Sizes sizes = draw.sizes();
    json.wholes("sizes", List.of(sizes.samples(), sizes.features(), sizes.neurons()));
  }

  private static void lines(PackResults.Try answer, JsonWriter json) {
    if (answer.used().isPresent()) {
      new AnswerWriter(json).write(answer.used().get());
    } else {
      json.nothing();
    }
  }

  // ---- a table

  /**
   * Answers stand in their order, each on a line of its own within the field, and so do the lines
   * they were made of. A minus is the one that spreadsheets know. An author's own numbers stand as
   * a document on one line.
   */
  private static String csv(PackResults results) {
    return Stream.concat(
            Stream.of(line(COLUMNS.stream())),
            results.entries().stream().map(entry -> line(fields(results.pack(), entry))))
        .collect(Collectors.joining());
  }

  private static Stream<String> fields(String pack, PackResults.Done entry) {
    Draw draw = entry.draw();
    Sizes sizes = draw.sizes();
    boolean own = draw.numbers().isPresent();
    return Stream.of(
        pack,
        draw.kind().documentName(),
        Long.toString(draw.seed()),
        draw.convention().documentName(),
        own ? "" : Integer.toString(draw.level()),
        own ? "" : sizes.samples() + "," + sizes.features() + "," + sizes.neurons(),
        entry.answers().stream()
            .map(answer -> onOneLine(answer.words()))
            .collect(Collectors.joining("\n")),
        Numbers.exact(entry.credit()),
        entry.ideas().stream().map(Misconception::code).collect(Collectors.joining(" ")),
        Integer.toString(entry.hints()),
        Long.toString(entry.seconds()),
        Boolean.toString(entry.shown()),
        used(entry.answers()),
        draw.numbers().map(ResultsWriter::document).orElse(""));
  }

  /** Empty where none were told, else a line for each answer. */
  private static String used(List<PackResults.Try> answers) {
    return answers.stream().allMatch(answer -> answer.used().isEmpty())
        ? ""
        : answers.stream()
            .map(answer -> answer.used().map(ResultsWriter::row).orElse(""))
            .collect(Collectors.joining("\n"));
  }

  private static String row(Answer.Lines lines) {
    return (lines.left() + 1) + " " + (lines.right() + 1);
  }

  private static String document(Lesson numbers) {
    StringWriter text = new StringWriter();
    try {
      JsonWriter.write(text, json -> LessonWriter.write(numbers, json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static String onOneLine(String answer) {
    return answer.replaceAll("\\R", "; ").replace(Numbers.MINUS, '-');
  }

  private static String line(Stream<String> fields) {
    return fields.map(ResultsWriter::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** In quotation marks where it must be; what a spreadsheet would take for a formula is text. */
  private static String field(String text) {
    boolean formula = text.matches("(?s)[=+@\\t'-].*") && !text.matches("-\\d+(\\.\\d+)?");
    String harmless = formula ? GUARD + text : text;
    return harmless.matches("(?s).*[\",\\r\\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
