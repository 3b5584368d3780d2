package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code gradloom mark FILE}. */
class MarkCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;
  private final InProcess process = new InProcess();

  private String file(String json) throws IOException {
    return Files.writeString(folder.resolve("answers.json"), json.replace('\'', '"')).toString();
  }

  private JsonNode marks(String json) throws IOException {
    assertThat(process.run("mark", file(json), "--json")).isZero();
    assertThat(process.err()).isEmpty();
    return JSON.readTree(process.out());
  }

  private JsonNode mark(String lesson, int beat, String answer) throws IOException {
    return marks("[{'lesson': '%s', 'beat': %d, 'answer': %s}]".formatted(lesson, beat, answer))
        .get(0);
  }

  private void refuses(String json, String sentence) throws IOException {
    String file = file(json);
    assertThat(process.run("mark", file, "--json")).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.out()).isEmpty();
    assertThat(process.err()).isEqualTo("gradloom: " + file + ": " + sentence + "\n");
  }

  @Test
  void printsWhatIsMadeOfEachAnswer() throws IOException {
    String answers =
        file(
            "[{'lesson': 'add-the-cards', 'beat': 3, 'answer': -1.5},"
                + " {'lesson': '5', 'beat': 3, 'answer': '\u22126'}]");
    assertThat(process.run("mark", answers, "--json")).isZero();
    assertThat(process.out())
        .isEqualTo(
            """
            [
              {
                "correct": false,
                "credit": 0,
                "try": true,
                "misconception": "M3",
                "asks": null,
                "reply": "−1.5 is divided by N = 4. This loss is a sum: where would a 1/N come from?"
              },
              {
                "correct": true,
                "credit": 1,
                "try": true,
                "misconception": null,
                "asks": null,
                "reply": "Right: −6."
              }
            ]
            """);
  }

  @Test
  void withoutJsonItSaysTheRepliesOneUnderTheOther() throws IOException {
    String answers =
        file(
            "[{'lesson': 'add-the-cards', 'beat': 3, 'answer': 'six'},"
                + " {'lesson': 'add-the-cards', 'beat': 3, 'answer': 6}]");
    assertThat(process.run("mark", answers)).isZero();
    assertThat(process.out())
        .isEqualTo(
            """
            [0] “six” is not a number: write a decimal such as 1.5 or a fraction such as 1/3.
            [1] 6 runs the other way. When w₃₂ grows a little, does L rise or fall?
            """);
  }

  /** JSON is for programs: a terminal of ASCII alone changes nothing in it. */
  @Test
  void jsonIsAlwaysUtf8() throws IOException {
    process.withAscii();
    assertThat(mark("add-the-cards", 3, "-6").get("reply").asString()).isEqualTo("Right: −6.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Numbers, as JSON or as typed.
        "add-the-cards | 3 | -6.0",
        "add-the-cards | 3 | '-12/2'",
        "add-the-cards | 3 | [-6]",
        "blame-the-inputs | 3 | [1, 8, -9]",
        "blame-the-inputs | 3 | [[1, 8, -9]]",
        "blame-the-inputs | 3 | '(1, 8, −9)'",
        "one-sample | 4 | [[2, -1], [4, '-2'], [6, '-6/2']]",
        "one-sample | 4 | '2 -1; 4 -2; 6 -3'",
        "row-meets-column | 5 | [100, 10]",
        "row-meets-column | 5 | '100×10'",
        // Options count from 0 as numbers, and from 1 as typed.
        "shapes-can-lie | 4 | 1",
        "shapes-can-lie | 4 | '2'",
        "shapes-can-lie | 4 | 'k, the sample'",
        "shapes-can-lie | 1 | [1, 0]",
        "shapes-can-lie | 1 | 'A, B'",
        "bias-and-the-numpy-layer | 5 | [1, 3, 2, 0]",
        "bias-and-the-numpy-layer | 5 | '2, 4, 3, 1'",
        // Lines and cells.
        "add-the-cards | 4 | {'right': 2, 'left': 3}",
        "add-the-cards | 4 | 'row 3, column 2'",
        "row-meets-column | 4 | ['layer1/z/2,2', 'layer1/z/2,1']",
        "row-meets-column | 4 | '2,1 2,2'",
      })
  void takesAnAnswerAsJsonOrAsTyped(String lesson, int beat, String answer) throws IOException {
    assertThat(mark(lesson, beat, answer).get("correct").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "add-the-cards | 3 | null | Type an answer first.",
        "add-the-cards | 3 | true | “true” is not a number: write a decimal such as 1.5 or a"
            + " fraction such as 1/3.",
        "add-the-cards | 3 | {'a': [1]} | “{a: [1]}” is not a number: write a decimal such as 1.5"
            + " or a fraction such as 1/3.",
        "add-the-cards | 4 | {'left': 0, 'right': 2} | “0, 2” names no two lines: give a row and a"
            + " column, such as 3, 2.",
        "shapes-can-lie | 4 | 3 | “3” is none of the options: as numbers here they count from 0 to"
            + " 2.",
        "shapes-can-lie | 4 | -1 | “-1” is none of the options: as numbers here they count from 0"
            + " to 2.",
        "shapes-can-lie | 1 | [0, 1.5] | “1.5” is none of the options: as numbers here they count"
            + " from 0 to 3.",
        "bias-and-the-numpy-layer | 5 | [1, 1, 2, 0] | Name each of the 4 options once; 4 are"
            + " there.",
        "why-matrices | 3 | 12 | This number is measured anew on each machine, so a guess is not"
            + " marked: it stays beside what is measured.",
      })
  void whatCannotBeReadIsNoTry(String lesson, int beat, String answer, String reply)
      throws IOException {
    JsonNode marked = mark(lesson, beat, answer);
    assertThat(marked.get("try").asBoolean()).isFalse();
    assertThat(marked.get("correct").asBoolean()).isFalse();
    assertThat(marked.get("credit").asDouble()).isZero();
    assertThat(marked.get("reply").asString()).isEqualTo(reply);
  }

  /** 2 is −(1·(−2)), and also 2 of another column of X: x₂₂·dz₂₂ = (−1)·(−2). */
  @Test
  void theLinesTellApartWhatTwoIdeasGive() throws IOException {
    String lesson = folder.resolve("own.gradloom.json").toString();
    Files.writeString(
        Path.of(lesson),
        """
        {"gradloom": 1, "x": [[-1, 3, 0], [3, -1, 1], [1, 3, 0], [-1, 1, 2]],
         "layers": [{"w": [[-1, -2], [2, -1], [-1, 3]]}],
         "loss": {"kind": "given", "upstream": [[2, -1], [3, -2], [1, -2], [2, -2]]},
         "learningRate": 0.1,
         "beats": [{"say": "Look."}, {"ask": {"kind": "number", "of": "layer1/dW/3,2/term2"}}]}
        """,
        StandardCharsets.UTF_8);
    String item = "{'lesson': '" + lesson.replace('\\', '/') + "', 'beat': 2, 'answer': 2";
    JsonNode marks =
        marks(
            "["
                + item
                + "}, "
                + item
                + ", 'lines': {'left': 3, 'right': 2}}, "
                + item
                + ", 'lines': {'left': 2, 'right': 2}}, "
                + item
                + ", 'lines': null}, "
                + item
                + ", 'lines': 'none'}]");
    assertThat(marks.get(0).get("asks").asString()).isEqualTo("lines");
    assertThat(marks.get(0).get("misconception").isNull()).isTrue();
    assertThat(marks.get(1).get("misconception").asString()).isEqualTo("M12");
    assertThat(marks.get(1).get("asks").isNull()).isTrue();
    assertThat(marks.get(2).get("misconception").asString()).isEqualTo("M16");
    assertThat(marks.get(3).get("asks").asString()).isEqualTo("lines");
    assertThat(marks.get(4).get("try").asBoolean()).isFalse();
    refusesBeat(lesson, 1, "beat 1 of " + lesson + " asks nothing; beat 2 does.");
    refusesBeat(lesson, 3, lesson + " has 2 beats, and no beat 3.");
  }

  private void refusesBeat(String lesson, int beat, String sentence) throws IOException {
    InProcess fresh = new InProcess();
    String answers = file("[{'lesson': '%s', 'beat': %d, 'answer': 1}]".formatted(lesson, beat));
    assertThat(fresh.run("mark", answers, "--json")).isEqualTo(Commands.BAD_INPUT);
    assertThat(fresh.out()).isEmpty();
    assertThat(fresh.err()).isEqualTo("gradloom: answer [0] of the list: " + sentence + "\n");
  }

  /** Every answer that stands in the fourteen lessons' files, as it stands there. */
  @Test
  void marksWhatTheLessonsThemselvesList() throws IOException {
    ArrayNode items = JSON.createArrayNode();
    List<String> expected = new ArrayList<>();
    for (String id : BuiltInLessons.lessons().keySet()) {
      Path saved = folder.resolve(id + ".gradloom.json");
      LessonWriter.save(BuiltInLessons.read(id), saved);
      JsonNode beats = JSON.readTree(Files.readString(saved)).get("beats");
      for (int i = 0; i < beats.size(); i++) {
        JsonNode ask = beats.get(i).path("ask");
        if (ask.has("answer")) {
          add(items, id, i + 1, ask.get("answer"));
          expected.add(id + " " + (i + 1) + " right");
        }
        for (JsonNode option : ask.path("options")) {
          if (option.has("answer")) {
            add(items, id, i + 1, option.get("answer"));
            expected.add(id + " " + (i + 1) + " " + option.path("misconception").asString("wrong"));
          }
        }
      }
    }
    JsonNode marks = marks(items.toString().replace("'", "\\u0027"));
    List<String> found = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonNode marked = marks.get(i);
      assertThat(marked.get("try").asBoolean()).as("%s", items.get(i)).isTrue();
      assertThat(marked.get("reply").asString()).isNotBlank();
      found.add(
          items.get(i).get("lesson").asString()
              + " "
              + items.get(i).get("beat")
              + " "
              + (marked.get("correct").asBoolean()
                  ? "right"
                  : marked.get("misconception").asString("wrong")));
    }
    assertThat(found).isEqualTo(expected).hasSizeGreaterThan(100);
  }

  private static void add(ArrayNode items, String lesson, int beat, JsonNode answer) {
    ObjectNode item = items.addObject();
    item.put("lesson", lesson);
    item.put("beat", beat);
    item.set("answer", answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | it is empty: it needs a list [ … ] of answers, each an object with lesson, beat and"
            + " answer, or with kind, seed and answer.",
        "{} | it holds an object but must hold a list of answers, each an object with lesson, beat"
            + " and answer, or with kind, seed and answer.",
        "[7] | answer [0] of the list: it holds the number 7 but must hold an object with lesson,"
            + " beat and answer, or with kind, seed and answer.",
        "[{'lesson': 'x', 'beat': 1}] | answer [0] of the list: it has no answer: it needs one, or"
            + " else the place whose value is the answer as of.",
        "[{'beat': 1, 'answer': 1}] | answer [0] of the list: it has no lesson: it needs the name"
            + " or number of a built-in lesson, or the path of a file; an exercise has kind and"
            + " seed in its place.",
        "[{'lesson': 'x', 'answer': 1}] | answer [0] of the list: it has no beat: it needs the"
            + " number of a beat, from 1.",
        "[{'lesson': 'x', 'beat': 0, 'answer': 1}] | answer [0] of the list: beat is 0 but must be"
            + " from 1 to 2147483647.",
        "[{'lesson': 'x', 'beat': 1, 'replies': 1}] | answer [0] of the list: it has an unknown"
            + " field “replies”: its fields are lesson, beat, kind, seed, convention, level, sizes,"
            + " answer, answers, lines, shown.",
        "[{'kind': 'db', 'seed': 1, 'answer': 1, 'answers': ['1']}] | answer [0] of the list: it"
            + " has answer and answers: give one of them.",
        "[{'kind': 'db', 'seed': 1, 'answers': ['1'], 'lines': []}] | answer [0] of the list: lines"
            + " must be a list with an entry for each of the answers, which are 1; null where no"
            + " lines were told.",
        "[{'kind': 'db', 'seed': 1, 'answer': 1, 'lesson': {'gradloom': 1, 'x': [[1]]}}] | answer"
            + " [0] of the list: lesson: the document has no layers: it needs a list of at least"
            + " one layer.",
        "[{'seed': 3, 'beat': 1, 'answer': 1}] | answer [0] of the list: beat belongs to a beat and"
            + " seed to an exercise: give lesson, beat and answer, or kind, seed and answer.",
        "[] 1 | line 1, column 4: something follows after the end of the list: remove it.",
      })
  void refusesWhatIsNoListOfAnswers(String json, String sentence) throws IOException {
    refuses(json, sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gate | 1 | gate asks for an entry of dL/dZ behind a ReLU, which these numbers do not"
            + " have.",
        "dw-cell | 1e308 | layer1/z overflows: its numbers grow beyond 1.8e308. Use smaller ones.",
      })
  void ownNumbersMustHaveWhatIsAskedFor(String kind, String x, String sentence) throws IOException {
    String file =
        file(
            ("[{'kind': '%s', 'seed': 1, 'answer': 1, 'lesson': {'gradloom': 1, 'x': [[%s]],"
                    + " 'layers': [{'w': [[100]]}], 'loss': {'kind': 'given', 'upstream': [[1]]},"
                    + " 'learningRate': 1}}]")
                .formatted(kind, x));
    assertThat(process.run("mark", file)).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.err()).isEqualTo("gradloom: answer [0] of the list: " + sentence + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a,b                                      | it is no table of results: its first line must name the columns kind, seed and answers.
          kind;seed;answers/db;x;1                 | answer [0] of the list: seed is the text “x” but must be a whole number.
          kind,seed,answers/db,1,1/db,1,"1"x       | entry 2 of the table has a quotation mark that is not closed, or text after one that is.
          """)
  void aTableThatIsNoResultsIsRefused(String table, String sentence) throws IOException {
    Path file = Files.writeString(folder.resolve("results.csv"), table.replace('/', '\n'));
    assertThat(process.run("mark", file.toString())).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.err()).isEqualTo("gradloom: " + file + ": " + sentence + "\n");
  }

  @Test
  void refusesALessonThatThereIsNot() throws IOException {
    String answers = file("[{'lesson': 'nowhere', 'beat': 1, 'answer': 1}]");
    assertThat(process.run("mark", answers)).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.err())
        .isEqualTo(
            "gradloom: answer [0] of the list: nowhere is neither a file nor a built-in lesson:"
                + " give a path, a number from 1 to 14, or a name such as add-the-cards.\n");
  }

  @Test
  void refusesAFileThatThereIsNot() {
    assertThat(process.run("mark", "none.json")).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.err())
        .isEqualTo("gradloom: none.json does not exist: give the path of a list of answers.\n");
  }
}
