package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.cli.OutsideAnswers.JSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Request;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code gradloom practice}, and {@code gradloom mark} of exercises. */
class PracticeCommandTest {
  @TempDir private Path folder;
  private final InProcess process = new InProcess();

  private static String print(String... arguments) {
    InProcess fresh = new InProcess();
    assertThat(fresh.run(arguments)).as(fresh.err()).isZero();
    return fresh.out();
  }

  private void refuses(String arguments, String sentence) {
    assertThat(process.run(("practice " + arguments).split(" "))).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.out()).isEmpty();
    assertThat(process.err()).startsWith("gradloom: " + sentence);
    assertThat(process.err().lines()).hasSize(1);
  }

  private JsonNode mark(String answer) throws IOException {
    Path file = Files.writeString(folder.resolve("answers.json"), answer.replace('\'', '"'));
    return JSON.readTree(print("mark", file.toString(), "--json"));
  }

  @Test
  void listsEveryKindWithWhatItAsks() {
    List<String> lines = print("practice", "--kinds").lines().toList();
    assertThat(lines).hasSize(21);
    assertThat(lines.getFirst())
        .isEqualTo("z-cell\ta cell of Z, from a row of X and a column of W");
    assertThat(lines).allMatch(line -> line.matches("[a-z-]+\t\\S.*"));
  }

  @Test
  void printsTheQuestionWithItsMatricesAndNoAnswer() {
    assertThat(print("practice", "--kind", "dw-cell", "--seed", "8"))
        .startsWith("dw-cell, seed 8 (XW, level 2)\nWhat is dL/dw")
        .contains("  X   ", "  dL/dZ   ")
        .doesNotContain("Answer", "M3", "<b>");
  }

  @Test
  void printsTheKeyWhereItIsAskedFor() {
    assertThat(print("practice", "--kind", "planted-mistake", "--seed", "8", "--answers"))
        .containsPattern("  d\\) \\S")
        .containsPattern("  Answer: dL/dw₂?.+; [abcd]; −?\\d+\n")
        .contains("(M3)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --seed 1                       | --kind is missing: give one of z-cell, meeting-lines
          --kind dw-cel                  | --kind is “dw-cel” but must be one of z-cell, meeting-lines
          --kind db --seed x             | --seed is “x” but must be a whole number such as 7.
          --kind db --seed 1.5           | --seed is “1.5” but must be a whole number such as 7.
          --kind db --count 0            | --count is “0” but must be a whole number from 1 to 100000.
          --kind db --count 1000000      | --count is “1000000” but must be
          --kind db --level 5            | --level is “5” but must be a whole number from 1 to 4.
          --kind db --sizes 4,3          | --sizes is “4,3” but must be three whole numbers from 1 to 16, such as 4,3,2.
          --kind db --sizes 4,3,17       | --sizes is “4,3,17” but must be three whole numbers
          --kind db --sizes 0,3,2        | --sizes is “0,3,2” but must be three whole numbers
          --kind db --convention xw      | --convention is “xw” but must be one of XW, XWt, WX, WtX.
          --kind db --sedd 1             | there is no option --sedd
          """)
  void refusesWhatNamesNoExercise(String arguments, String sentence) {
    refuses(arguments, sentence);
  }

  @Test
  void everySeedMakesAnExercise() {
    JsonNode all =
        JSON.readTree(
            print(
                "practice",
                "--kind",
                "db",
                "--seed",
                Long.toString(Long.MAX_VALUE),
                "--count",
                "2",
                "--json"));
    assertThat(all.get(1).get("seed").asLong()).isEqualTo(Long.MIN_VALUE);
  }

  /** What Explore opens is the exercise itself, and a file keeps it. */
  @ParameterizedTest
  @EnumSource
  void anExerciseIsReadBackAsItWasWritten(Exercise.Kind kind) {
    Lesson lesson =
        new Exercises(Texts.english())
            .draw(
                new Request(
                    kind, 3, Convention.WX, Optional.empty(), Optional.empty(), Optional.empty()))
            .lesson();
    assertThat(LessonReader.read(LessonWriter.toText(lesson))).isEqualTo(lesson);
  }

  // ---- marking

  @Test
  void saysWhichIdeaAWrongAnswerShows() throws IOException {
    JsonNode exercise =
        JSON.readTree(print("practice", "--kind", "dw-cell", "--seed", "8", "--json")).get(0);
    int right = exercise.get("answer").asInt();
    int samples = exercise.get("sizes").get(0).asInt();
    JsonNode marks =
        mark(
            """
            [{'kind': 'dw-cell', 'seed': 8, 'answer': %1$d},
             {'kind': 'dw-cell', 'seed': 8, 'answer': ' %1$d '},
             {'kind': 'dw-cell', 'seed': 8, 'answer': %2$d},
             {'kind': 'dw-cell', 'seed': 8, 'answer': '%1$d/%3$d'},
             {'kind': 'dw-cell', 'seed': 8, 'answer': 'minus'},
             {'kind': 'dw-cell', 'seed': 8, 'answer': 12345}]
            """
                .formatted(right, -right, samples));
    assertThat(marks.findValuesAsString("correct"))
        .containsExactly("true", "true", "false", "false", "false", "false");
    assertThat(marks.get(2).get("misconception").asString()).isEqualTo("M12");
    assertThat(marks.get(3).get("misconception").asString()).isEqualTo("M3");
    assertThat(marks.get(4).get("try").asBoolean()).isFalse();
    assertThat(marks.get(5).get("misconception").isNull()).isTrue();
    assertThat(marks).allMatch(mark -> !mark.get("reply").asString().isBlank());
  }

  /** In JSON an option is its index from 0; typed, its letter or its words. */
  @Test
  void anOptionInsidePartsIsItsIndexOrItsLetter() throws IOException {
    JsonNode exercise =
        JSON.readTree(print("practice", "--kind", "planted-mistake", "--seed", "3", "--json"))
            .get(0);
    JsonNode answer = exercise.get("answer");
    String cell = answer.get(0).get(0).asString();
    int option = answer.get(1).asInt();
    String asWords = exercise.get("options").get(option).asString();
    InProcess marker = new InProcess();
    Path file =
        Files.writeString(
            folder.resolve("parts.json"),
            """
            [{"kind": "planted-mistake", "seed": 3, "answer": %1$s},
             {"kind": "planted-mistake", "seed": 3, "answer": "%2$s; %3$s; %4$s"},
             {"kind": "planted-mistake", "seed": 3, "answer": "%2$s; %5$s; %4$s"},
             {"kind": "planted-mistake", "seed": 3, "answer": ["%2$s", %6$d, %4$s]},
             {"kind": "planted-mistake", "seed": 3, "answer": [["%2$s"], 9, %4$s]}]
            """
                .formatted(
                    answer,
                    cell,
                    (char) ('a' + option),
                    answer.get(2),
                    asWords,
                    (option + 1) % exercise.get("options").size()));
    assertThat(marker.run("mark", file.toString(), "--json")).isZero();
    JsonNode marks = JSON.readTree(marker.out());
    assertThat(marks.findValuesAsString("correct"))
        .containsExactly("true", "true", "true", "false", "false");
    assertThat(marks.get(3).get("credit").asDouble()).isEqualTo(2 / 3.0);
    assertThat(marks.get(3).get("misconception").isNull()).isTrue();
    assertThat(marks.get(4).get("try").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'kind': 'dw-cel', 'seed': 1, 'answer': 1             | kind is “dw-cel” but must be one of z-cell,
          'kind': 'db', 'seed': 1.5, 'answer': 1               | seed is 1.5
          'kind': 'db', 'seed': 1, 'level': 5, 'answer': 1     | level is 5 but must be from 1 to 4.
          'kind': 'db', 'seed': 1, 'sizes': [4], 'answer': 1   | sizes has 1 number but must have three, [N, D, M].
          'kind': 'db', 'seed': 1, 'sizes': 4, 'answer': 1     | sizes is the number 4 but must be a list of the sizes [N, D, M].
          'kind': 'db', 'seed': 1, 'sizes': [4, 3, 17], 'answer': 1 | sizes[2] is 17 but must be from 1 to 16.
          'kind': 'db', 'seed': 1, 'convention': 'wx', 'answer': 1  | convention is “wx” but must be one of XW, XWt, WX, WtX.
          'kind': 'db', 'answer': 1                            | it has no seed: it needs the whole number
          'seed': 1, 'answer': 1                               | it has no kind: it needs
          'kind': 'db', 'seed': 1                              | it has no answer: it needs
          'kind': 'db', 'seed': 1, 'lesson': '5', 'answer': 1  | lesson belongs to a beat and kind to an exercise
          'kind': 'db', 'seed': 1, 'nswer': 1                  | it has an unknown field “nswer”: its fields are
          """)
  void refusesAnAnswerToNoExercise(String fields, String sentence) throws IOException {
    Path file =
        Files.writeString(folder.resolve("answers.json"), "[{" + fields.replace('\'', '"') + "}]");
    assertThat(process.run("mark", file.toString())).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.err()).contains("answer [0] of the list: ").contains(sentence);
  }

  /** Two ideas come to one number: the two lines tell them apart. */
  @Test
  void theLinesDecideATie() throws IOException {
    JsonNode all =
        JSON.readTree(
            print("practice", "--kind", "dw-cell", "--sizes", "2,1,1", "--count", "4", "--json"));
    for (JsonNode exercise : all) {
      for (JsonNode diagnosis : exercise.get("diagnoses")) {
        OutsidePlace place = OutsidePlace.of(exercise.get("place").asString());
        JsonNode asked = mark(submission(exercise, diagnosis.get("answer"), "")).get(0);
        if (asked.get("asks").isNull()) {
          continue;
        }
        JsonNode told =
            mark(submission(
                    exercise,
                    diagnosis.get("answer"),
                    ", 'lines': {'left': %d, 'right': %d}"
                        .formatted(place.row() + 1, place.column() + 1)))
                .get(0);
        assertThat(asked.get("misconception").isNull()).isTrue();
        assertThat(asked.get("reply").asString()).contains("row", "column");
        assertThat(told.get("asks").isNull()).isTrue();
        assertThat(told.get("misconception").asString()).startsWith("M").isNotEqualTo("M16");
        return;
      }
    }
    throw new AssertionError("No draw of these has two ideas with one number");
  }

  private static String submission(JsonNode exercise, JsonNode answer, String lines) {
    return "[{'kind': 'dw-cell', 'seed': %s, 'sizes': %s, 'answer': %s%s}]"
        .formatted(exercise.get("seed"), exercise.get("sizes"), answer, lines);
  }
}
