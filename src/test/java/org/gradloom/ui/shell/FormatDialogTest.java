package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.files.PackReader;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.ColumnKind;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.LearningTask;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.TableChoices;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Pack;
import org.gradloom.text.Texts;
import org.gradloom.training.PreparedData;
import org.gradloom.training.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatDialogTest {
  /** What a reader copies from the help, from the first brace on, can be opened. */
  @Test
  void theExampleIsALesson() {
    String words = FormatDialog.words(Texts.english());
    int begins = words.indexOf("\n{") + 1;
    Lesson example = LessonReader.read(words.substring(begins, words.indexOf("\n}", begins) + 2));
    assertThat(example.title()).isEqualTo("Which samples move one weight?");
    assertThat(example.outline()).isNotNull();
    assertThat(example.beats()).hasSize(3);
    assertThat(Derivation.of(example).at(Place.parse("layer1/dW/2,1")).runningSum())
        .as("2·1 + 1·2 + (−1)·(−1)")
        .isEqualTo(5);
  }

  @Test
  void theSecondExampleIsAPackWithOwnNumbers(@TempDir Path folder) throws IOException {
    String words = FormatDialog.words(Texts.english());
    Path file = folder.resolve("pack.json");
    Files.writeString(file, words.substring(words.lastIndexOf("\n{") + 1));
    assertThat(PackReader.isOne(file)).isTrue();
    Pack pack = PackReader.read(file);
    List<Exercise> all = pack.exercises(new Exercises(Texts.english()), Convention.XW, 1);
    assertThat(all).hasSize(6);
    assertThat(all.stream().map(exercise -> exercise.draw().kind()).distinct()).hasSize(3);
    assertThat(all.stream().map(exercise -> exercise.marker().right()))
        .as("dX = G·Wᵀ has (−7, 7, −2) and (−4, −9, 10)")
        .anyMatch(right ->
            right.equals(new Answer.Row(Matrix.row(-7, 7, -2)))
                || right.equals(new Answer.Row(Matrix.row(-4, -9, 10))));
  }

  @Test
  void everyDataSetIsNamed() {
    String words = FormatDialog.words(Texts.english());
    assertThat(PreparedData.sets())
        .contains("two-spirals", "checkerboard", "above-curve", "sine", "digits", "csv")
        .allSatisfy(set -> assertThat(words).contains(set));
    assertThat(words).contains("l2", "lambda", "half", "perRow", "l1", "dropout", "mask");
  }

  @Test
  void theFieldsOfATableAreThoseThatADocumentHas() {
    String words = FormatDialog.words(Texts.english());
    TableChoices.Form form =
        TableChoices.Form.FOUND
            .withEncoding("UTF-8")
            .withDelimiter(';')
            .withDecimal(',')
            .withHeader(true);
    TableChoices all =
        new TableChoices(
            form,
            Optional.of("class"),
            Optional.of(LearningTask.CLASSIFICATION),
            Map.of("age", ColumnKind.NUMBER),
            List.of("name"),
            true,
            true);
    DataSource source = Preset.table(new DataSource.Table("table.csv").with(all));
    Lesson lesson = Preset.XOR.setup().lesson();
    TrainingPlan plan = Objects.requireNonNull(lesson.training());
    String written = LessonWriter.toText(lesson.with(plan.with(source)));
    for (String field :
        List.of(
            "encoding",
            "delimiter",
            "decimal",
            "header",
            "target",
            "task",
            "kinds",
            "leftOut",
            "filled",
            "pictures")) {
      assertThat(written).contains('"' + field + '"');
      assertThat(words).contains("• " + field + ": ");
    }
  }
}
