package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Wording;
import org.gradloom.marking.Marked;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Fading;
import org.gradloom.practice.Pack;
import org.gradloom.practice.PackResults;
import org.gradloom.practice.Session;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Packs: read, written, expanded, and what learners made of them. */
class PackReaderTest {
  private static final String OWN =
      "{'gradloom': 1, 'x': [[-1, 3, 0], [3, -1, 1], [1, 3, 0], [-1, 1, 2]],"
          + " 'layers': [{'w': [[-1, -2], [2, -1], [-1, 3]]}],"
          + " 'loss': {'kind': 'given', 'upstream': [[2, -1], [3, -2], [1, -2], [2, -2]]},"
          + " 'learningRate': 0.1}";

  private static final String PACK =
      "{'gradloom-pack': 1, 'title': 'Week 3', 'intro': 'Sums first.', 'items': ["
          + "{'kind': 'dw-cell', 'seed': 7, 'count': 2, 'sizes': {'N': 4, 'D': 3, 'M': 2}},"
          + "{'kind': 'db', 'seeds': [3, 9], 'question': 'And the bias?'},"
          + "{'kind': 'dw-cell', 'seed': 2, 'lesson': "
          + OWN
          + "}], 'shuffle': true}";

  @TempDir private Path folder;
  private final Exercises exercises = new Exercises(Texts.english());

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("pack.json"), json.replace('\'', '"'));
  }

  private Pack pack() throws IOException {
    return PackReader.read(file(PACK));
  }

  private String refusal(String json) throws IOException {
    Path file = file(json);
    String[] said = new String[1];
    assertThatThrownBy(() -> PackReader.read(file))
        .isInstanceOfSatisfying(InvalidInput.class, e -> said[0] = Texts.english().say(e.said()));
    assertThat(said[0]).startsWith(file + ": ");
    return said[0].substring((file + ": ").length());
  }

  @Test
  void readsWhatAnInstructorWrites() throws IOException {
    Pack pack = pack();
    assertThat(pack.title()).isEqualTo("Week 3");
    assertThat(pack.intro()).isEqualTo("Sums first.");
    assertThat(pack.shuffle()).isTrue();
    assertThat(pack.items()).hasSize(3);
    assertThat(pack.items().get(0).seeds()).containsExactly(7L, 8L);
    assertThat(pack.items().get(1).seeds()).containsExactly(3L, 9L);
    assertThat(pack.items().get(2).numbers()).isPresent();
  }

  @Test
  void isReadBackAsItWasWritten() throws IOException {
    Path file = folder.resolve("again.json");
    PackWriter.save(pack(), file);
    assertThat(PackReader.read(file)).isEqualTo(pack());
  }

  @Test
  void everySeedOfEveryItemIsAnExercise() throws IOException {
    Pack shuffled = pack();
    Pack ordered = new Pack(shuffled.title(), shuffled.intro(), shuffled.items(), false);
    List<Exercise> all = ordered.exercises(exercises, Convention.WX, 1);
    assertThat(all).extracting(each -> each.draw().seed()).containsExactly(7L, 8L, 3L, 9L, 2L);
    assertThat(all.get(2).beat().title()).isEqualTo(Wording.of("And the bias?"));
    assertThat(all.get(0).lesson().convention()).isEqualTo(Convention.WX);
    assertThat(shuffled.exercises(exercises, Convention.WX, 1))
        .containsExactlyInAnyOrderElementsOf(all)
        .isNotEqualTo(shuffled.exercises(exercises, Convention.WX, 2));
  }

  /** Lesson H: the answer is what it computes there, as −1.5 is a quarter of −6. */
  @Test
  void ownNumbersAreAskedAbout() throws IOException {
    Exercise own =
        pack().exercises(exercises, Convention.XW, 1).stream()
            .filter(each -> each.draw().seed() == 2)
            .findFirst()
            .orElseThrow();
    double right = ((Answer.Scalar) own.marker().right()).value().value();
    assertThat(List.of(6.0, -5.0, 8.0, -9.0, 7.0, -6.0)).contains(right);
    Marked quarter = own.marker().mark(Double.toString(right / 4));
    assertThat(quarter.diagnosis().orElseThrow().misconception()).isEqualTo(Misconception.M3);
    assertThat(own.given()).hasSize(2);
  }

  @Test
  void theLeastAndTheGreatestSeedAreSeeds() throws IOException {
    Path file = folder.resolve("seeds.json");
    Files.writeString(
        file,
        """
        {"gradloom-pack": 1, "title": "A",
         "items": [{"kind": "db", "seeds": [9223372036854775807, -9223372036854775808]}]}
        """);
    assertThat(PackReader.read(file).items().getFirst().seeds())
        .containsExactly(Long.MAX_VALUE, Long.MIN_VALUE);
    Files.writeString(file, Files.readString(file).replace("9223372036854775807", "1e19"));
    assertThatThrownBy(() -> PackReader.read(file)).isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'title': 'A'} | it is no pack of exercises: it has no field gradloom-pack. A pack begins with "gradloom-pack": 1.
          {'gradloom-pack': 2, 'title': 'A'} | it is a pack of format 2, and this program reads up to 1: get a newer Gradloom.
          {'x': 1, 'gradloom-pack': 3} | it is a pack of format 3, and this program reads up to 1: get a newer Gradloom.
          {'gradloom-pack': 1, 'items': [{'kind': 'db'}]} | the document has no title: it needs a text, the name of the pack.
          {'gradloom-pack': 1, 'title': 'A', 'items': []} | the document has no items: it needs a list of at least one item with a kind.
          {'gradloom-pack': 1, 'title': 'A', 'items': [{}]} | items[0] has no kind: it needs one of the names of its kinds.
          {'gradloom-pack': 1, 'title': 'A', 'items': [{'kind': 'db', 'seed': 1, 'seeds': [2]}]} | items[0] has seed and seeds: give seed with count, or seeds.
          {'gradloom-pack': 1, 'title': 'A', 'items': [{'kind': 'db', 'seeds': []}]} | items[0] has no seeds: give at least one.
          {'gradloom-pack': 1, 'title': 'A', 'items': [{'kind': 'db', 'seeds': [1], 'count': 3}]} | items[0] has count 3 and 1 seed: give as many seeds, or seed in their place.
          {'gradloom-pack': 1, 'title': 'A', 'items': [{'kind': 'db', 'count': 0}]} | items[0].count is 0 but must be from 1 to 500.
          {'gradloom-pack': 1, 'title': 'A', 'items': [{'kind': 'db', 'sizes': {'N': 4, 'D': 3}}]} | items[0].sizes has no M: it needs the number of neurons, from 1 to 16.
          {'gradloom-pack': 1, 'title': 'A', 'items': [{'kind': 'db', 'sizes': {'N': 4, 'D': 3, 'M': 20}}]} | items[0].sizes.M is 20 but must be from 1 to 16.
          {'gradloom-pack': 1, 'title': 'A', 'items': [{'kind': 'db', 'lesson': {'gradloom': 1, 'x': [[1]]}}]} | items[0].lesson: the document has no layers: it needs a list of at least one layer.
          {'gradloom-pack': 1, 'title': 'A', 'items': [{'kind': 'db', 'lesson': {'gradloom': 1, 'x': [[1, 'a']]}}]} | items[0].lesson: x[0][1] is
          {'gradloom-pack': 1, 'title': 'A', 'items': [{'kind': 'db', 'count': 400}, {'kind': 'db', 'count': 400}]} | it holds 800 exercises, and a pack has at most 500: take fewer.
          """)
  void aBrokenPackSaysWhatAndWhere(String json, String sentence) throws IOException {
    assertThat(refusal(json)).startsWith(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shapes         | item 1: shapes asks for no value at a place, so it cannot ask about own numbers. These kinds can: z-cell,
          db             | item 1: db asks for
          gate           | item 1: gate asks for an entry of dL/dZ behind a ReLU, which these numbers do not have.
          two-layers     | item 1: two-layers asks for
          """)
  void ownNumbersMustHaveWhatIsAskedFor(String kind, String sentence) throws IOException {
    Pack pack =
        PackReader.read(
            file(
                "{'gradloom-pack': 1, 'title': 'A', 'items': [{'kind': '%s', 'lesson': %s}]}"
                    .formatted(kind, OWN)));
    assertThatThrownBy(() -> pack.exercises(exercises, Convention.XW, 1))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(Texts.english().say(e.said())).startsWith(sentence));
  }

  private static final String LAYER = "'layers': [{'w': [[1, -1], [2, 1]]%s}]";
  private static final String GIVEN = "'loss': {'kind': 'given', 'upstream': [[1, 2]]%s}";

  private List<Exercise> about(String kind, String layers, String loss) throws IOException {
    String own =
        "{'gradloom': 1, 'x': [[1, 2]], %s, %s, 'learningRate': 0.3}".formatted(layers, loss);
    return PackReader.read(
            file(
                "{'gradloom-pack': 1, 'title': 'A', 'items': [{'kind': '%s', 'lesson': %s}]}"
                    .formatted(kind, own)))
        .exercises(exercises, Convention.XW, 1);
  }

  private static String said(List<Exercise> all) {
    return all.getFirst().beat().say() instanceof Wording.Plain(var text) ? text : "";
  }

  /** Whatever the answer depends on is a matrix beside the question, or said. */
  @Test
  void ofOwnNumbersAllIsSaidThatTheAnswerTakes() throws IOException {
    String plain = LAYER.formatted("");
    String relu = LAYER.formatted(", 'activation': 'relu'");
    String given = GIVEN.formatted("");
    assertThat(said(about("sgd-step", plain, given))).isEqualTo("Plain SGD with η = 0.3.");
    assertThat(said(about("gate", relu, given))).startsWith("The activation is ReLU: ");
    assertThat(said(about("reduction", plain, GIVEN.formatted(", 'reduction': 'mean'"))))
        .startsWith("The loss is the <b>mean</b> of U ⊙ Z over the ");
    assertThat(said(about("two-layers", relu.replace("}]", "}, {'w': [[1, 2], [2, 1]]}]"), given)))
        .endsWith("Between the two layers stands a ReLU: A₁ = max(0, Z₁).");
    assertThat(said(about("dw-cell", plain, GIVEN.formatted(", 'l2': {'lambda': 0.2}"))))
        .endsWith(" It holds an L2 penalty on weights with λ = 0.2, too: ½λ Σ W².");
    assertThat(
            said(
                about(
                    "softmax-row",
                    plain,
                    "'loss': {'kind': 'softmax-cross-entropy', 'labels': [0], 'reduction':"
                        + " 'sum'}")))
        .endsWith("It is cross-entropy of softmax, and y counts classes from 1.");
  }

  /** No sentence about a ReLU is told of a sigmoid, and no plain step of momentum. */
  @Test
  void ownNumbersOfAnotherSortAreRefused() {
    String sigmoid = LAYER.formatted(", 'activation': 'sigmoid'");
    String deep = sigmoid.replace("}]", "}, {'w': [[1, 2], [2, 1]]}]");
    String given = GIVEN.formatted("");
    assertThatThrownBy(() -> about("gate", sigmoid, given)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> about("two-layers", deep, given)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> about("sgd-step", LAYER.formatted(", 'frozen': ['w']"), given))
        .isInstanceOf(InvalidInput.class);
  }

  // ---- results

  private PackResults results() throws IOException {
    Exercise exercise = pack().exercises(exercises, Convention.XW, 3).getFirst();
    Session session = Session.of(exercise, Fading.ALL);
    for (String typed : List.of("=1+\"1\"", "12345", "abc")) {
      session =
          session.with(new Session.Attempt(typed, Optional.empty(), exercise.marker().mark(typed)));
    }
    return new PackResults("Week 3, \"B\"", List.of(PackResults.Done.of(session.showing(), 42)));
  }

  @Test
  void resultsAreATableThatOpensInASpreadsheet() throws IOException {
    Path file = folder.resolve("results.csv");
    PackResults results = results();
    ResultsWriter.save(results, file);
    String seed = Long.toString(results.entries().getFirst().draw().seed());
    assertThat(Files.readString(file))
        .startsWith(
            "pack,kind,seed,convention,level,sizes,answers,credit,misconceptions,hints,seconds,shown,lines,lesson\r\n"
                + "\"Week 3, \"\"B\"\"\",")
        .contains("," + seed + ",XW,")
        .contains("\"'=1+\"\"1\"\"\n12345\nabc\",0,,0,42,true,,\r\n");
  }

  /** A spreadsheet takes what begins like a formula for one, and knows one minus. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"−1.5 | -1.5", "-X.T @ dZ | '-X.T @ dZ", "=1 | '=1", "X | X", "'X | ''X"})
  void answersOpenAsTextsAndNumbers(String typed, String field) throws IOException {
    Exercise exercise = pack().exercises(exercises, Convention.XW, 3).getFirst();
    Session session =
        Session.of(exercise, Fading.ALL)
            .with(new Session.Attempt(typed, Optional.empty(), exercise.marker().mark(typed)));
    Path file = folder.resolve("results.csv");
    ResultsWriter.save(
        new PackResults("A", List.of(PackResults.Done.of(session.showing(), 1))), file);
    assertThat(Files.readAllLines(file).get(1)).contains("," + field + ",0,");
  }

  @Test
  void resultsAreJsonWithAllThatMarksThemAgain() throws IOException {
    Path file = folder.resolve("results.json");
    ResultsWriter.save(results(), file);
    var entry = new JsonMapper().readTree(Files.readString(file)).get(0);
    assertThat(entry.get("pack").asString()).isEqualTo("Week 3, \"B\"");
    assertThat(entry.get("answers")).hasSize(3);
    assertThat(entry.get("seconds").asInt()).isEqualTo(42);
    assertThat(entry.propertyNames())
        .contains(
            "kind", "seed", "convention", "level", "sizes", "credit", "misconceptions", "hints");
  }
}
