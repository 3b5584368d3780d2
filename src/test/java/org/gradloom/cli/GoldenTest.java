package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradloom.files.LessonReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds {@code compute --json} to what PyTorch's autograd answers in double precision. */
class GoldenTest {
  private static final Path GRADIENT = Path.of("src/test/resources/golden/gradient.json");

  private final List<String> differences = new ArrayList<>();

  @Test
  void agreesWithAutogradOnEveryDocument() {
    InProcess process = new InProcess();
    assertThat(process.run("compute", "--json", GRADIENT.toString())).isZero();
    JsonNode answers = new JsonMapper().readTree(process.out());
    JsonNode documents = new JsonMapper().readTree(GRADIENT);
    assertThat(answers.size()).isEqualTo(documents.size()).isEqualTo(60);
    for (int i = 0; i < documents.size(); i++) {
      compare("[" + i + "]", documents.get(i).get("expected"), answers.get(i));
    }
    assertThat(differences).isEmpty();
  }

  private void compare(String path, JsonNode expected, JsonNode found) {
    if (expected.isNumber()) {
      double right = expected.doubleValue();
      double error = Math.abs(right - found.doubleValue());
      if (!(error <= 1e-12 || error <= 1e-9 * Math.abs(right))) {
        differences.add(path + " is " + found + " but should be " + right);
      }
      return;
    }
    assertThat(found.getNodeType()).as(path).isEqualTo(expected.getNodeType());
    assertThat(found.size()).as(path).isEqualTo(expected.size());
    if (expected.isArray()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "[" + i + "]", expected.get(i), found.get(i));
      }
    } else {
      for (var field : expected.properties()) {
        assertThat(found.has(field.getKey())).as(path + "." + field.getKey()).isTrue();
        compare(path + "." + field.getKey(), field.getValue(), found.get(field.getKey()));
      }
    }
  }

  @Test
  void documentsToTrainAreRead() throws IOException {
    Path training = Path.of("src/test/resources/golden/training.json");
    assertThat(LessonReader.readAll(training).lessons())
        .hasSize(12)
        .allMatch(lesson -> lesson.training() != null);
  }
}
