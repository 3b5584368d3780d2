package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.cli.OutsideAnswers.JSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.practice.Exercise;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Exercises as somebody outside gets them, by {@code practice --json}, and answers by {@code mark}:
 * the printed answers against a calculation of the test's own, and learners who each have one wrong
 * idea. {@code -Dpractice.seeds=2000} asks for more, {@code -Dpractice.from=1000000} for others,
 * and {@code -Dpractice.told=true} tells the figures.
 */
class PracticeFromOutsideTest {
  private static final int SEEDS = Integer.getInteger("practice.seeds", 24);
  private static final int FROM = Integer.getInteger("practice.from", 0);
  private static final int FEW = 24;
  private static final List<String> CONVENTIONS = List.of("XW", "XWt", "WX", "WtX");

  /** One weight, no shape to tell matrices by, one neuron as many as samples, the largest. */
  private static final List<String> ODD = List.of("1,1,1", "3,2,3", "2,3,3", "16,16,16");

  /** What an answer is handed in for, and what it should bring to light. */
  private record Handed(JsonNode exercise, Purpose purpose, String code, JsonNode answer) {}

  private static final Pattern INDEXED = Pattern.compile("[a-z](?:⁽.⁾)?′?([₀-₉]+(?:,[₀-₉]+)?)");

  private enum Purpose {
    RIGHT,
    DIAGNOSIS,
    LEARNER
  }

  @TempDir private Path folder;
  private final List<Handed> handed = new ArrayList<>();
  private int learners;
  private int lucky;
  private int recognised;
  private final List<String> missed = new ArrayList<>();

  private static JsonNode practice(String... arguments) {
    InProcess process = new InProcess();
    String[] all =
        Stream.concat(Stream.of("practice", "--json"), Stream.of(arguments)).toArray(String[]::new);
    assertThat(process.run(all)).as(process.err()).isZero();
    return JSON.readTree(process.out());
  }

  @ParameterizedTest
  @EnumSource
  void everyExerciseHoldsFromOutside(Exercise.Kind kind) throws IOException {
    String name = kind.documentName();
    List<Integer> turns = IntStream.range(0, CONVENTIONS.size()).boxed().toList();
    for (int turn : turns) {
      String[] own = {"--kind", name, "--convention", CONVENTIONS.get(turn)};
      take(own, "--seed", FROM + 1000 * turn, "--count", SEEDS / CONVENTIONS.size());
      // A few are as good under any convention, many are taken under each.
      for (int other : SEEDS > FEW ? turns : List.of(turn)) {
        int few = Math.max(1, SEEDS / 60);
        take(own, "--seed", FROM + 17, "--count", few, "--level", 1 + other);
        take(own, "--seed", FROM + 5, "--count", few, "--sizes", ODD.get(other));
      }
    }
    mark();
    assertThat(missed.size())
        .as(
            "of %d learners, %d of them lucky, these were not recognised: %s",
            learners, lucky, missed.stream().limit(20).toList())
        .isLessThanOrEqualTo((learners - lucky) / 20);
    if (Boolean.getBoolean("practice.told")) {
      missed.forEach(System.out::println);
      System.out.printf(
          "%s: %d learners, %d lucky, %.1f %% recognised%n",
          name, learners, lucky, 100.0 * recognised / Math.max(1, learners - lucky));
    }
  }

  private void take(String[] own, Object... further) {
    String[] arguments =
        Stream.concat(Stream.of(own), Stream.of(further).map(Object::toString))
            .toArray(String[]::new);
    JsonNode exercises = practice(arguments);
    exercises.forEach(this::take);
    JsonNode first = exercises.get(0);
    assertThat(again(first)).as("the same draw").isEqualTo(first);
  }

  private static JsonNode again(JsonNode exercise) {
    JsonNode sizes = exercise.get("sizes");
    return practice(
            "--kind",
            exercise.get("kind").asString(),
            "--seed",
            exercise.get("seed").asString(),
            "--convention",
            exercise.get("convention").asString(),
            "--level",
            exercise.get("level").asString(),
            "--sizes",
            sizes.get(0) + "," + sizes.get(1) + "," + sizes.get(2))
        .get(0);
  }

  private void take(JsonNode exercise) {
    JsonNode answer = exercise.get("answer");
    JsonNode own = OutsideAnswers.answer(exercise);
    assertThat(isSame(own, answer))
        .as("%s is answered by %s and not by %s", exercise, own, answer)
        .isTrue();
    atItsPlace(exercise);
    namesItsPlace(exercise);
    assertThat(exercise.get("hints")).hasSize(3).doesNotHaveDuplicates();
    assertThat(exercise.get("question") + " " + exercise.get("hints"))
        .doesNotContain("<b>")
        .doesNotContain("NaN")
        .doesNotContain("\u22120 ");
    for (String printed : List.of("answer", "diagnoses")) {
      assertThat(exercise.get(printed).toString())
          .as("0 has no sign")
          .doesNotContainPattern("[\\[:,]-0(\\.0)?[,\\]}]");
    }
    handed.add(new Handed(exercise, Purpose.RIGHT, "", answer));
    for (JsonNode diagnosis : exercise.get("diagnoses")) {
      assertThat(OutsideLearners.agree(diagnosis.get("answer"), answer))
          .as("%s of %s is the answer", diagnosis, exercise)
          .isFalse();
      handed.add(
          new Handed(
              exercise,
              Purpose.DIAGNOSIS,
              diagnosis.get("misconception").asString(),
              diagnosis.get("answer")));
    }
    for (OutsideLearners.HandedIn given : OutsideLearners.of(exercise)) {
      handed.add(new Handed(exercise, Purpose.LEARNER, given.code(), given.answer()));
    }
  }

  /** Cells in any order. */
  private static boolean isSame(JsonNode one, JsonNode other) {
    if (one.isArray() && !one.isEmpty() && one.get(0).isString()) {
      Set<JsonNode> all = new HashSet<>();
      one.forEach(all::add);
      Set<JsonNode> others = new HashSet<>();
      other.forEach(others::add);
      return all.equals(others);
    }
    if (one.isNumber() && other.isNumber()) {
      double b = other.asDouble();
      return Math.abs(one.asDouble() - b) <= 1e-9 * Math.max(1, Math.abs(b));
    }
    boolean all = one.isArray() && other.isArray() && one.size() == other.size();
    for (int i = 0; all && i < one.size(); i++) {
      all = isSame(one.get(i), other.get(i));
    }
    return all || one.equals(other);
  }

  private static void atItsPlace(JsonNode exercise) {
    JsonNode place = exercise.get("place");
    String kind = exercise.get("answerKind").asString();
    if (place.isNull()) {
      return;
    }
    OutsidePlace at = OutsidePlace.of(place.asString());
    double[][] there =
        at.term() >= 0
            ? new double[][] {{OutsideAnswers.term(new OutsideSheet(exercise.get("lesson")), at)}}
            : at.of(new OutsideSheet(exercise.get("lesson")).written(at.name(), at.layer()))
                .orElseThrow();
    assertThat(isSame(OutsideAnswers.numbers(there, kind), exercise.get("answer")))
        .as("what is at %s of %s", place, exercise)
        .isTrue();
  }

  /** Indices in words are those of the written matrix, as places are. */
  private static void namesItsPlace(JsonNode exercise) {
    JsonNode of = exercise.get("lesson").get("beats").get(0).get("ask").path("of");
    Matcher name = INDEXED.matcher(exercise.get("question").asString());
    if (of.isString() && OutsidePlace.of(of.asString()).isCell() && name.find()) {
      OutsidePlace at = OutsidePlace.of(of.asString());
      int[] named = OutsideAnswers.indices(name.group(1));
      assertThat(named)
          .as(exercise.get("question").asString())
          .isEqualTo(
              at.name().equals("dB") ? new int[] {at.column()} : new int[] {at.row(), at.column()});
    }
  }

  // ---- marked

  private void mark() throws IOException {
    ArrayNode answers = JSON.createArrayNode();
    for (Handed each : handed) {
      ObjectNode one = answers.addObject();
      for (String field : List.of("kind", "seed", "convention", "level", "sizes")) {
        one.set(field, each.exercise().get(field));
      }
      one.set("answer", each.answer());
    }
    Path file = Files.writeString(folder.resolve("answers.json"), answers.toString());
    InProcess process = new InProcess();
    assertThat(process.run("mark", file.toString(), "--json")).as(process.err()).isZero();
    JsonNode marks = JSON.readTree(process.out());
    assertThat(marks.size()).isEqualTo(handed.size());
    for (int i = 0; i < handed.size(); i++) {
      look(handed.get(i), marks.get(i));
    }
  }

  private void look(Handed each, JsonNode mark) {
    boolean correct = mark.get("correct").asBoolean();
    String named = mark.get("misconception").asString("");
    boolean asks = mark.get("asks").asString("").equals("lines");
    assertThat(mark.get("reply").asString()).isNotBlank();
    switch (each.purpose()) {
      case RIGHT -> assertThat(correct).as("%s: %s", each, mark).isTrue();
      case DIAGNOSIS -> {
        assertThat(correct).as("%s: %s", each, mark).isFalse();
        assertThat(asks || named.equals(each.code())).as("%s: %s", each, mark).isTrue();
      }
      case LEARNER -> {
        learners++;
        if (isLucky(each)) {
          lucky++;
          return;
        }
        assertThat(correct).as("%s: %s", each, mark).isFalse();
        if (asks || named.equals(each.code()) || isOwned(each, named)) {
          recognised++;
        } else {
          missed.add(
              "%s %s for %s was called %s in %s"
                  .formatted(
                      each.code(),
                      each.answer(),
                      each.exercise().get("answer"),
                      named,
                      each.exercise()));
        }
      }
    }
  }

  /**
   * Where lines tell nothing, one idea owns what two come to whatever the numbers: a shut gate
   * taken for open, p where the 1 of the label was put elsewhere or nowhere, and a mean over all
   * entries, to which a rate of 1/N·M comes too.
   */
  private static boolean isOwned(Handed each, String named) {
    if (each.code().equals("M18") && named.equals("M3")) {
      JsonNode sizes = each.exercise().get("sizes");
      double rate = each.exercise().get("lesson").get("learningRate").asDouble();
      return Math.abs(rate * sizes.get(0).asInt() * sizes.get(2).asInt() - 1) < 1e-9;
    }
    return each.answer().isNumber()
        && switch (each.exercise().get("kind").asString()) {
          case "gate" -> each.code().equals("M8") && named.equals("M7");
          case "softmax-row" -> each.code().equals("M16") && named.equals("M14");
          default -> false;
        };
  }

  /** Whose answer is right, by another way or as near as rounding goes. */
  private static boolean isLucky(Handed each) {
    JsonNode right = each.exercise().get("answer");
    boolean noShare =
        each.answer().asString("").endsWith(" / N")
            && each.exercise().get("sizes").get(0).asInt() == 1;
    return noShare
        || OutsideLearners.agree(each.answer(), right)
        || (each.exercise().get("kind").asString().equals("legal-products")
            && (each.answer().isEmpty() || each.answer().equals(right)));
  }
}
