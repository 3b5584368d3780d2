package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonWriterTest {
  @Test
  void whatIsWrittenIsReadBackTheSame() {
    for (long seed = 0; seed < 300; seed++) {
      Lesson lesson = new RandomLessons(seed).draw();
      assertThat(LessonReader.read(LessonWriter.toText(lesson)))
          .as("seed %s", seed)
          .isEqualTo(lesson);
    }
  }

  @Test
  void writingIsTheSameEveryTime() {
    for (long seed = 0; seed < 50; seed++) {
      String text = LessonWriter.toText(new RandomLessons(seed).draw());
      assertThat(LessonWriter.toText(LessonReader.read(text))).isEqualTo(text);
    }
  }

  @Test
  void aPersonCanReadIt() {
    Lesson lesson =
        new Lesson(
            "Half “quoted”",
            Matrix.entries(
                new Shape(2, 2), (i, j) -> i == j ? new Entry(1.0 / 3, "1/3") : Entry.of(i + 0.5)),
            List.of(
                new Layer(
                    Matrix.of(new double[][] {{1}, {-2}}),
                    Matrix.row(1e-7),
                    org.gradloom.rule.Activation.IDENTITY)),
            new Loss(
                LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(0, 0)), Reduction.MEAN),
            0.1);
    assertThat(LessonWriter.toText(lesson))
        .isEqualTo(
            """
            {
              "gradloom": 1,
              "title": "Half “quoted”",
              "x": [
                ["1/3", 0.5],
                [1.5, "1/3"]
              ],
              "layers": [
                {
                  "w": [
                    [1],
                    [-2]
                  ],
                  "b": [1e-7],
                  "activation": "identity"
                }
              ],
              "loss": {
                "kind": "softmax-cross-entropy",
                "reduction": "mean",
                "labels": [0, 0]
              },
              "learningRate": 0.1
            }
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h", "lecture", "two-layers"})
  void shippedLessonsStandAsTheyWouldBeSaved(String id) throws Exception {
    Lesson lesson = BuiltInLessons.read(id);
    try (var stream = getClass().getResourceAsStream("/assets/lessons/" + id + ".gradloom.json")) {
      assertThat(stream).isNotNull();
      assertThat(LessonWriter.toText(lesson))
          .isEqualTo(new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @Test
  void aGivenGradientThatIsSummedNamesNoReduction() {
    Lesson h = BuiltInLessons.read("h");
    assertThat(LessonWriter.toText(h)).doesNotContain("reduction");
    Lesson mean = h.withLoss(h.loss().with(Reduction.MEAN));
    assertThat(LessonWriter.toText(mean)).contains("\"reduction\": \"mean\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0.0",
    "1, 1",
    "-3, -3",
    "0.1, 0.1",
    "1e15, 1e15",
    "1e300, 1e300",
    "123456789012, 123456789012",
    "4.9e-324, 4.9e-324",
    "0.0001, 1e-4",
    "1.5e-7, 1.5e-7"
  })
  void numbersTakeTheirShortestForm(double value, String json) {
    assertThat(JsonWriter.number(value)).isEqualTo(json);
    assertThat(Double.parseDouble(json)).isEqualTo(value);
  }

  @Test
  void savedFilesAreReadBack(@TempDir Path folder) {
    Path file = folder.resolve("lesson.gradloom.json");
    Lesson lesson = BuiltInLessons.read("two-layers");
    LessonWriter.save(lesson, file);
    assertThat(LessonReader.read(file)).isEqualTo(lesson);
  }
}
