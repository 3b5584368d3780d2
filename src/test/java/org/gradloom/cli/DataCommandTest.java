package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gradloom data}. */
class DataCommandTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/tables");
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;
  private final InProcess process = new InProcess();

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), text).toString();
  }

  private JsonNode answer(String... arguments) {
    List<String> command = new ArrayList<>(List.of("data", "--json"));
    command.addAll(List.of(arguments));
    assertThat(process.run(command.toArray(String[]::new))).as(process.err()).isZero();
    return JSON.readTree(process.out());
  }

  // ---- the golden tables -----------------------------------------------------------------------

  static Stream<Arguments> golden() {
    return JSON.readTree(GOLDEN.resolve("expected.json")).properties().stream()
        .map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void readsATableAsItIs(String name, JsonNode golden) {
    List<String> arguments = new ArrayList<>(List.of(GOLDEN.resolve(name).toString()));
    golden.get("args").forEach(argument -> arguments.add(argument.asString()));
    if (golden.has("refused")) {
      arguments.addFirst("data");
      assertThat(process.run(arguments.toArray(String[]::new))).isEqualTo(Commands.BAD_INPUT);
      assertThat(process.out()).isEmpty();
      assertThat(process.err()).startsWith("gradloom: " + GOLDEN.resolve(name)).hasLineCount(1);
      return;
    }
    JsonNode answer = answer(arguments.toArray(String[]::new));
    JsonNode expected = golden.get("expect");
    expected
        .properties()
        .forEach(each -> {
          JsonNode right = each.getValue();
          switch (each.getKey()) {
            case "kinds" -> columnsAre(answer, "kind", right);
            case "roles" -> columnsAre(answer, "role", right);
            case "features" ->
                assertThat(answer.get("columns"))
                    .filteredOn(column -> column.get("role").asString().equals("feature"))
                    .hasSize(right.intValue());
            case "classCount" -> assertThat(answer.get("classes")).hasSize(right.intValue());
            default -> assertThat(answer.get(each.getKey())).as(each.getKey()).isEqualTo(right);
          }
        });
    Set<String> fields =
        new TreeSet<>(
            Set.of(
                "encoding",
                "delimiter",
                "decimal",
                "rows",
                "rowsLeftOut",
                "task",
                "target",
                "columns"));
    if (answer.get("task").asString().equals("classification")) {
      fields.add("classes");
    }
    assertThat(answer.propertyNames()).containsExactlyInAnyOrderElementsOf(fields);
  }

  private static void columnsAre(JsonNode answer, String field, JsonNode expected) {
    expected
        .properties()
        .forEach(each ->
            assertThat(answer.get("columns"))
                .filteredOn(column -> column.get("name").asString().equals(each.getKey()))
                .singleElement()
                .satisfies(column -> assertThat(column.get(field)).isEqualTo(each.getValue())));
  }

  // ---- what is printed -------------------------------------------------------------------------

  @Test
  void printsExactlyTheContractsFields() throws IOException {
    String file = file("id,size,kind\n1,2.5,a\n2,,b\n3,4,A\n4,5,b\n5,6,a\n");
    assertThat(process.run("data", file, "--json")).isZero();
    assertThat(process.out())
        .isEqualTo(
            """
            {
              "encoding": "UTF-8",
              "delimiter": ",",
              "decimal": ".",
              "rows": 4,
              "rowsLeftOut": 1,
              "task": "classification",
              "target": "kind",
              "classes": [
                "a",
                "b"
              ],
              "columns": [
                {
                  "name": "id",
                  "kind": "index",
                  "role": "left out",
                  "missing": 0
                },
                {
                  "name": "size",
                  "kind": "number",
                  "role": "feature",
                  "missing": 1
                },
                {
                  "name": "kind",
                  "kind": "category",
                  "role": "target",
                  "missing": 0
                }
              ]
            }
            """);
  }

  @Test
  void saysAGuessedTargetBesideTheAnswer() throws IOException {
    String file = file("size,fish\n1,a\n2,b\n3,a\n4,b\n");
    assertThat(process.run("data", file)).isZero();
    assertThat(process.err())
        .isEqualTo(
            "The target is guessed as “fish”, the last column that is used: name another with"
                + " --target.\n");
  }

  @Test
  void saysNothingBesideATargetFoundByName() throws IOException {
    assertThat(process.run("data", file("y,size\n1,5\n2.5,6\n3,7\n"), "--json")).isZero();
    assertThat(process.err()).isEmpty();
  }

  @Test
  void tellsPeopleALineForEachColumn() throws IOException {
    String file = file("id;size;class\n1;2,5;a\n2;;b\n3;4;A\n4;5;b\n5;6;a\n");
    assertThat(process.run("data", file)).isZero();
    assertThat(process.out())
        .isEqualTo(
            """
            Encoding UTF-8, delimiter “;”, decimal sign “,”; the first line names the columns
            4 rows stay, 1 is left out for a missing value
            Target: class (by its name), classification into 2 classes: a 3, b 1
            Column class: “A” is read as “a” (1 spelling merged).

              column  kind      role      missing
              id      index     left out  0
              size    number    feature   1
              class   category  target    0
            """);
  }

  @Test
  void leavesOutWhatItIsTold() throws IOException {
    String file = file("a,b,c,d\n1,,2.5,4\n2,,3.5,5\n3,1,4.5,7\n4,2,5.5,9\n");
    JsonNode answer = answer(file, "--leave-out", "b", "--leave-out", "d", "--target", "a");
    assertThat(answer.get("rows").intValue()).isEqualTo(4);
    assertThat(answer.get("columns"))
        .extracting(column -> column.get("role").asString())
        .containsExactly("target", "left out", "feature", "left out");
  }

  @Test
  void refusesAColumnThatThereIsNot() throws IOException {
    String file = file("a,b\n1,2.5\n2,3.5\n");
    assertThat(process.run("data", file, "--target", "c")).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.err())
        .isEqualTo(
            "gradloom: " + file + ": there is no column “c”: the columns, 2 of them, are a, b.\n");
  }

  @Test
  void writesUnderscoresAndForeignLettersAsTheyAre() throws IOException {
    byte[] bytes =
        "gr\u00f6\u00dfe,class\n1,on_time\n2,late\n3,on_time\n4,late\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("latin.csv"), bytes);
    JsonNode answer = answer(file.toString());
    assertThat(answer.get("encoding").asString()).isEqualTo("windows-1252");
    assertThat(answer.get("columns").get(0).get("name").asString()).isEqualTo("größe");
    assertThat(answer.get("classes").get(1).asString()).isEqualTo("on_time");
  }
}
