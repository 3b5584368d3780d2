package org.gradloom.export;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.gradloom.derivation.Notation;
import org.gradloom.lesson.Beat;
import org.gradloom.matrix.Matrix;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Given;
import org.gradloom.text.Texts;

/**
 * A worksheet as a question bank that Moodle imports: an exercise is a question with embedded
 * answers, the type that it calls cloze.
 *
 * <p>Source: Moodle's documentation of its XML format and of embedded answers.
 */
public final class MoodleBank {
  private final Worksheet sheet;
  private final Texts texts;
  private final Appendable out;

  private MoodleBank(Worksheet sheet, Texts texts, Appendable out) {
    this.sheet = sheet;
    this.texts = texts;
    this.out = out;
  }

  /** Writes the bank. */
  public static void write(Worksheet sheet, Texts texts, Appendable out) throws IOException {
    new MoodleBank(sheet, texts, out).write();
  }

  private void write() throws IOException {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
    out.append("  <question type=\"category\">\n    <category><text>$course$/")
        // A slash would begin a category within.
        .append(Markups.xml(sheet.title().replace("/", "//")))
        .append("</text></category>\n  </question>\n");
    for (int i = 0; i < sheet.exercises().size(); i++) {
      question(i + 1, sheet.exercises().get(i));
    }
    out.append("</quiz>\n");
  }

  private void question(int number, Exercise exercise) throws IOException {
    out.append("  <question type=\"cloze\">\n");
    text("name", "", "%03d %s".formatted(number, exercise.lesson().title()));
    text("questiontext", " format=\"html\"", html(exercise));
    text("generalfeedback", " format=\"html\"", derivation(exercise));
    out.append("    <penalty>0.3333333</penalty>\n    <hidden>0</hidden>\n");
    for (var hint : exercise.hints()) {
      text("hint", " format=\"html\"", Markups.html(ExerciseText.plain(hint)));
    }
    out.append("  </question>\n");
  }

  private void text(String name, String attributes, String content) throws IOException {
    out.append("    <")
        .append(name)
        .append(attributes)
        .append("><text>")
        .append(Markups.xml(content))
        .append("</text></")
        .append(name)
        .append(">\n");
  }

  private String derivation(Exercise exercise) {
    return Worksheet.derivation(exercise, texts).stream()
        .map(line -> "<p>" + Markups.html(line) + "</p>")
        .collect(Collectors.joining());
  }

  private String html(Exercise exercise) {
    StringBuilder html = new StringBuilder();
    List<String> words = Worksheet.question(exercise);
    html.append("<p><b>").append(Markups.html(words.getFirst())).append("</b></p>");
    words.stream()
        .skip(1)
        .forEach(line -> html.append("<p>").append(Markups.html(line)).append("</p>"));
    Notation notation = new Notation(exercise.lesson());
    for (Given given : exercise.given()) {
      html.append("<p>")
          .append(Markups.html(notation.plain(given.operand()) + ", " + given.numbers().shape()))
          .append("</p>")
          .append(table(given.numbers()));
    }
    List<Beat.Option> options = exercise.ask().options();
    for (int i = 0; i < options.size(); i++) {
      html.append("<p>")
          .append(AnswerWords.letter(i))
          .append(") ")
          .append(Markups.html(ExerciseText.plain(options.get(i).text())))
          .append("</p>");
    }
    return html.append(new ClozeGaps(exercise, texts).html()).toString();
  }

  private static String table(Matrix matrix) {
    StringBuilder table = new StringBuilder("<table border=\"1\">");
    for (int i = 0; i < matrix.rows(); i++) {
      table.append("<tr>");
      for (int j = 0; j < matrix.columns(); j++) {
        table
            .append("<td style=\"text-align:right;padding:2px 8px\">")
            .append(Markups.html(matrix.entry(i, j).text()))
            .append("</td>");
      }
      table.append("</tr>");
    }
    return table.append("</table>").toString();
  }
}
