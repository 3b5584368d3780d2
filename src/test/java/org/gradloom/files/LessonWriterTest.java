package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.RandomEdits;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Reduction;
import org.gradloom.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LessonWriterTest {
  @Test
  void aMaskIsWrittenAsItsConventionWritesOutputs() {
    for (Convention convention : Convention.values()) {
      Lesson lesson = KnownLessons.masked().withConvention(convention);
      assertThat(LessonReader.read(LessonWriter.toText(lesson))).isEqualTo(lesson);
    }
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    for (long seed = 0; seed < 300; seed++) {
      Lesson lesson = new RandomLessons(seed).draw();
      assertThat(LessonReader.read(LessonWriter.toText(lesson)))
          .as("seed %s", seed)
          .isEqualTo(lesson);
    }
  }

  /** Whatever is done to it: a plan of training and a memory too must fit what becomes of it. */
  @Test
  void whatIsEditedIsWrittenAndReadBackTheSame() {
    Random random = new Random(5);
    int given = 0;
    for (long seed = 0; seed < 60; seed++) {
      Lesson start = new RandomLessons(seed).draw();
      if (start.loss().kind().isLearnt()) {
        Lesson lesson = frozen(start);
        for (int n = 0; n < 12; n++) {
          try {
            lesson = Edits.apply(lesson, RandomEdits.any(random, lesson));
          } catch (InvalidInput _) {
            continue; // an edit that cannot be leaves the lesson as it was
          }
          given += lesson.loss().kind() == LossKind.GIVEN ? 1 : 0;
          assertThat(LessonReader.read(LessonWriter.toText(lesson))).isEqualTo(lesson);
        }
      }
    }
    assertThat(given).isPositive();
  }

  private static Lesson frozen(Lesson lesson) {
    TrainingPlan plan =
        new TrainingPlan(
            new Optimizer.Momentum(0.1, 0.9),
            lesson.samples(),
            1,
            false,
            OptionalLong.empty(),
            Optional.empty(),
            OptionalInt.of(3));
    List<Layer> layers =
        lesson.layers().stream()
            .map(layer ->
                new Layer(
                    layer.w(),
                    layer.b(),
                    layer.activation(),
                    Frozen.NOTHING,
                    new OptimizerState(
                        Map.of("velocity", new OptimizerState.Memory(layer.w(), layer.b())))))
            .toList();
    return new Lesson(
        "", Convention.XW, lesson.x(), layers, lesson.loss(), 0.1, plan, List.of(), List.of());
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
                    org.gradloom.rule.Elementwise.IDENTITY)),
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
  @MethodSource("shipped")
  void shippedLessonsStandAsTheyWouldBeSaved(Path file) throws IOException {
    assertThat(LessonWriter.toText(LessonReader.read(file))).isEqualTo(Files.readString(file));
  }

  static List<Path> shipped() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("lessons", "documents")) {
      try (Stream<Path> inFolder = Files.list(Path.of("assets", folder))) {
        files.addAll(inFolder.sorted().toList());
      }
    }
    return files;
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
    "0.0001, 0.0001",
    "12345678.5, 12345678.5",
    "1.5e-7, 1.5e-7"
  })
  void numbersHaveNoMoreDigitsThanTheyNeed(double value, String json) {
    assertThat(JsonWriter.number(value)).isEqualTo(json);
    assertThat(Double.parseDouble(json)).isEqualTo(value);
  }

  @Test
  void savedFilesAreReadBack(@TempDir Path folder) {
    Path file = folder.resolve("lesson.gradloom.json");
    Lesson lesson = BuiltInLessons.read("softmax-and-cross-entropy");
    LessonWriter.save(lesson, file);
    assertThat(LessonReader.read(file)).isEqualTo(lesson);
  }

  /** Whatever a cell's editor takes, and whatever is typed as a title. */
  @Test
  void whatCanBeTypedCanBeSavedAndReadAgain() {
    Random random = new Random(13);
    Lesson h = BuiltInLessons.read("h");
    List<String> pieces =
        List.of("1", "27", "0".repeat(30), "9".repeat(60), ".", "/", " ", "-", "−", "+", "e", "E4");
    int fractions = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int n = random.nextInt(8); n >= 0; n--) {
        typed.append(pieces.get(random.nextInt(pieces.size())));
      }
      Entry entry;
      try {
        entry = Numbers.parse(typed.toString());
      } catch (InvalidInput refused) {
        continue;
      }
      fractions += entry.fraction() == null ? 0 : 1;
      Lesson edited =
          Edits.apply(h, new Edit.SetEntry(new Operand(0, MatrixSymbol.X), new Cell(0, 0), entry));
      assertThat(LessonReader.read(LessonWriter.toText(edited)))
          .as(typed.toString())
          .isEqualTo(edited);
    }
    assertThat(fractions).isGreaterThan(100);
    Entry longest = Numbers.parse("1." + "0".repeat(1200) + "/3");
    assertThat(longest.fraction()).isNull();
    assertThat(longest.value()).isEqualTo(1.0 / 3);
  }

  @Test
  void halfACharacterInATitleIsSavedAsAMark() {
    Lesson half = BuiltInLessons.read("h").withTitle("a\uD83D b");
    assertThat(LessonReader.read(LessonWriter.toText(half)).title()).isEqualTo("a\uFFFD b");
  }
}
