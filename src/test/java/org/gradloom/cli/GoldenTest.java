package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Holds {@code compute --json} and {@code train --json} to what PyTorch answers in double
 * precision.
 */
class GoldenTest {
  private static final Path GRADIENT = Path.of("src/test/resources/golden/gradient.json");

  private static final Path TRAINING = Path.of("src/test/resources/golden/training.json");

  private static final Path COURSE = Path.of("src/test/resources/golden/course.json");

  /** Documents of all conventions that need no other rule than a document without one. */
  private static final Set<String> PLAIN_RULES =
      Set.of(
          "course 2", "course 10", "course 14", "course 27", "course 31", "course 45", "course 51");

  private final List<String> differences = new ArrayList<>();

  @Test
  void gradientsAgreeWithAutogradOnEveryDocument() {
    agrees("compute", GRADIENT, 60, 1e-9);
  }

  @Test
  void trainingAgreesOnEveryDocument() {
    agrees("train", TRAINING, 12, 1e-6);
  }

  @Test
  void everyConventionAgrees(@TempDir Path folder) throws IOException {
    ArrayNode written = new JsonMapper().createArrayNode();
    for (JsonNode document : new JsonMapper().readTree(COURSE)) {
      if (PLAIN_RULES.contains(document.get("title").asString())) {
        written.add(document);
      }
    }
    Path file = folder.resolve("conventions.json");
    Files.writeString(file, written.toString());
    agrees("compute", file, PLAIN_RULES.size(), 1e-9);
  }

  private void agrees(String command, Path file, int many, double relative) {
    InProcess process = new InProcess();
    assertThat(process.run(command, "--json", file.toString())).isZero();
    assertThat(process.err()).isEmpty();
    JsonNode answers = new JsonMapper().readTree(process.out());
    JsonNode documents = new JsonMapper().readTree(file);
    assertThat(answers.size()).isEqualTo(documents.size()).isEqualTo(many);
    for (int i = 0; i < documents.size(); i++) {
      compare("[" + i + "]", documents.get(i).get("expected"), answers.get(i), relative);
    }
    assertThat(differences).isEmpty();
  }

  private void compare(String path, JsonNode expected, JsonNode found, double relative) {
    if (expected.isNumber()) {
      double right = expected.doubleValue();
      double error = Math.abs(right - found.doubleValue());
      if (!(error <= 1e-12 || error <= relative * Math.abs(right))) {
        differences.add(path + " is " + found + " but should be " + right);
      }
      return;
    }
    assertThat(found.getNodeType()).as(path).isEqualTo(expected.getNodeType());
    assertThat(found.size()).as(path).isEqualTo(expected.size());
    if (expected.isArray()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "[" + i + "]", expected.get(i), found.get(i), relative);
      }
    } else {
      for (var field : expected.properties()) {
        assertThat(found.has(field.getKey())).as(path + "." + field.getKey()).isTrue();
        compare(path + "." + field.getKey(), field.getValue(), found.get(field.getKey()), relative);
      }
    }
  }
}
