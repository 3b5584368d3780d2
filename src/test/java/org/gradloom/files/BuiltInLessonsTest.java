package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.engine.Trace;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Outline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInLessonsTest {
  private static List<Outline> outlines() {
    return BuiltInLessons.lessons().keySet().stream()
        .map(id -> Objects.requireNonNull(BuiltInLessons.read(id).outline(), id))
        .toList();
  }

  @Test
  void fourteenLessonsInFourChaptersInTheirOrder() {
    assertThat(BuiltInLessons.lessons().values())
        .containsExactly(
            "Row meets column",
            "Why matrices",
            "A slope for each weight",
            "One sample",
            "Add the cards",
            "Shapes can lie",
            "Sum or mean?",
            "Blame the inputs",
            "Why hand me dZ?",
            "Bias, and the NumPy layer",
            "The gate",
            "Two layers",
            "Softmax and cross-entropy",
            "Verify, and go live");
    assertThat(outlines())
        .extracting(Outline::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 14).boxed().toList());
    assertThat(outlines().stream().map(outline -> outline.chapter().in("en")).distinct())
        .containsExactly(
            "Forward", "One layer, its weights", "Its inputs and bias", "Whole networks");
  }

  @Test
  void aLessonIsFoundByItsNameAndByItsNumber() {
    assertThat(BuiltInLessons.named("add-the-cards")).contains("add-the-cards");
    assertThat(BuiltInLessons.named("5")).contains("add-the-cards");
    assertThat(BuiltInLessons.named("14")).contains("verify-and-go-live");
    for (String none : List.of("0", "15", "05", "h", "mazur", "", "../text/en")) {
      assertThat(BuiltInLessons.named(none)).as(none).isEmpty();
    }
    assertThatThrownBy(() -> BuiltInLessons.read("../text/en"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets", "lessons"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileOfTheFolderIsALessonToChoose(String file) {
    assertThat(file).endsWith(".gradloom.json");
    String id = file.replace(".gradloom.json", "");
    Lesson lesson = BuiltInLessons.document(id);
    assertThat(Trace.of(lesson).firstNonFinite()).as("numbers of " + file).isEmpty();
    assertThat(BuiltInLessons.lessons()).containsEntry(id, lesson.title());
  }

  @Test
  void theFirstDocumentTellsNothingAndIsOnNoList() {
    Lesson first = BuiltInLessons.read(BuiltInLessons.FIRST);
    assertThat(first).isEqualTo(KnownLessons.lessonH().withTitle(first.title()));
    assertThat(BuiltInLessons.has(BuiltInLessons.FIRST)).isTrue();
    assertThat(BuiltInLessons.lessons()).doesNotContainKey(BuiltInLessons.FIRST);
    assertThat(BuiltInLessons.examples()).doesNotContainKey(BuiltInLessons.FIRST);
  }
}
