package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code gradloom train} saves, and how training goes on from it. */
class TrainCommandTest {
  @TempDir private Path folder;

  private Path document(String optimizer, int epochs) throws IOException {
    return Files.writeString(
        folder.resolve("e" + epochs + ".gradloom.json"),
        """
        {"gradloom": 1, "convention": "WX", "x": [[1, 0, -1, 2, 0.5], [0, 1, 1, -1, 2]],
         "layers": [{"w": [[0.5, -1], [1, 0.25]], "b": [0, 1], "activation": "tanh"},
           {"w": [[1, -0.5]], "b": [0], "frozen": ["b"]}],
         "loss": {"kind": "squared-error", "targets": [[1, 0, 2, -1, 1]], "reduction": "mean"},
         "learningRate": 0.1,
         "training": {"optimizer": %s, "batchSize": 2, "epochs": %d, "shuffle": true, "seed": 3}}
        """
            .formatted(optimizer, epochs));
  }

  private static JsonNode trained(Path document, String... further) {
    InProcess process = new InProcess();
    List<String> arguments = new ArrayList<>(List.of("train", "--json", document.toString()));
    arguments.addAll(List.of(further));
    assertThat(process.run(arguments.toArray(String[]::new))).as(process.err()).isZero();
    return new JsonMapper().readTree(process.out());
  }

  /** Two epochs, and two more from what was saved, are four: every number, whatever remembers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\": \"sgd\", \"learningRate\": 0.1}",
        "{\"kind\": \"momentum\", \"learningRate\": 0.1, \"momentum\": 0.9}",
        "{\"kind\": \"adam\", \"learningRate\": 0.1}"
      })
  void trainingGoesOnFromWhatWasSaved(String optimizer) throws IOException {
    JsonNode whole = trained(document(optimizer, 4));
    Path saved = folder.resolve("saved.gradloom.json");
    JsonNode first = trained(document(optimizer, 2), "--save", saved.toString());
    JsonNode second = trained(saved);
    List<JsonNode> losses = new ArrayList<>();
    first.get("stepLosses").forEach(losses::add);
    second.get("stepLosses").forEach(losses::add);
    assertThat(losses).containsExactlyElementsOf(whole.get("stepLosses")).hasSize(12);
    assertThat(second.get("finalLoss")).isEqualTo(whole.get("finalLoss"));
    assertThat(second.get("layers")).isEqualTo(whole.get("layers"));
  }

  @Test
  void whatWasSavedIsADocumentWithTheTrainedWeights() throws IOException {
    Path saved = folder.resolve("saved.gradloom.json");
    JsonNode answer =
        trained(
            document("{\"kind\": \"sgd\", \"learningRate\": 0.1}", 2), "--save", saved.toString());
    JsonNode document = new JsonMapper().readTree(Files.readString(saved));
    assertThat(document.get("layers").get(0).get("w"))
        .isEqualTo(answer.get("layers").get(0).get("w"));
    assertThat(document.get("training").get("taken").intValue()).isEqualTo(6);
    Path weights = folder.resolve("w.json");
    InProcess process = new InProcess();
    assertThat(process.run("export", saved.toString(), "--to", weights.toString())).isZero();
    assertThat(new JsonMapper().readTree(Files.readString(weights)).get("layers"))
        .isEqualTo(answer.get("layers"));
  }

  @Test
  void aFileThatIsThereIsRefusedBeforeAnythingIsTrained() throws IOException {
    Path there = Files.writeString(folder.resolve("mine.gradloom.json"), "mine");
    Path document = document("{\"kind\": \"sgd\", \"learningRate\": 0.1}", 2);
    InProcess process = new InProcess();
    assertThat(process.run("train", document.toString(), "--save", there.toString())).isEqualTo(2);
    assertThat(process.out()).isEmpty();
    assertThat(process.err()).contains("mine.gradloom.json is there already", "--force");
    assertThat(there).hasContent("mine");
    trained(document, "--save", there.toString(), "--force");
    assertThat(there).content().contains("taken");
  }

  /** It would diverge, which is found by training. */
  @Test
  void nothingIsTrainedForAFolderThatIsNotThere() throws IOException {
    Path document = document("{\"kind\": \"sgd\", \"learningRate\": 1e200}", 400);
    InProcess process = new InProcess();
    String nowhere = folder.resolve("nowhere").resolve("mine.gradloom.json").toString();
    assertThat(process.run("train", document.toString(), "--save", nowhere)).isEqualTo(2);
    assertThat(process.err()).contains("there is no directory " + folder.resolve("nowhere"));
  }
}
