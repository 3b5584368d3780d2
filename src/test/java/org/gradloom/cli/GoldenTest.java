package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds {@code compute --json} and {@code train --json} to what PyTorch answers in double
 * precision.
 */
class GoldenTest {
  private static final Path GRADIENT = Path.of("src/test/resources/golden/gradient.json");

  private static final Path TRAINING = Path.of("src/test/resources/golden/training.json");

  private static final Path REGRESSION = Path.of("src/test/resources/golden/regression.json");

  private static final Path COURSE = Path.of("src/test/resources/golden/course.json");

  private final List<String> differences = new ArrayList<>();

  @Test
  void gradientsAgreeWithAutogradOnEveryDocument() {
    agrees("compute", GRADIENT, 60, 1e-9, 1e-12);
  }

  /** In every convention, and with every rule that courses have. */
  @Test
  void gradientsAgreeOnEveryCoursesDocument() {
    agrees("compute", COURSE, 60, 1e-9, 1e-11);
  }

  @Test
  void trainingAgreesOnEveryDocument() {
    agrees("train", TRAINING, 12, 1e-6, 1e-12);
  }

  @Test
  void trainingOnNumbersAgreesOnEveryDocument() {
    agrees("train", REGRESSION, 4, 1e-6, 1e-12);
  }

  private void agrees(String command, Path file, int many, double relative, double nearZero) {
    InProcess process = new InProcess();
    assertThat(process.run(command, "--json", file.toString())).isZero();
    assertThat(process.err()).isEmpty();
    JsonNode answers = new JsonMapper().readTree(process.out());
    JsonNode documents = new JsonMapper().readTree(file);
    assertThat(answers.size()).isEqualTo(documents.size()).isEqualTo(many);
    for (int i = 0; i < documents.size(); i++) {
      compare("[" + i + "]", documents.get(i).get("expected"), answers.get(i), relative, nearZero);
    }
    assertThat(differences).isEmpty();
  }

  private void compare(
      String path, JsonNode expected, JsonNode found, double relative, double nearZero) {
    if (expected.isNumber()) {
      double right = expected.doubleValue();
      double error = Math.abs(right - found.doubleValue());
      if (!(error <= nearZero || error <= relative * Math.abs(right))) {
        differences.add(path + " is " + found + " but should be " + right);
      }
      return;
    }
    assertThat(found.getNodeType()).as(path).isEqualTo(expected.getNodeType());
    assertThat(found.size()).as(path).isEqualTo(expected.size());
    if (expected.isArray()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "[" + i + "]", expected.get(i), found.get(i), relative, nearZero);
      }
    } else {
      for (var field : expected.properties()) {
        assertThat(found.has(field.getKey())).as(path + "." + field.getKey()).isTrue();
        compare(
            path + "." + field.getKey(),
            field.getValue(),
            found.get(field.getKey()),
            relative,
            nearZero);
      }
    }
  }
}
