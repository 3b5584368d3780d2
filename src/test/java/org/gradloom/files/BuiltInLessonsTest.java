package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers that the lessons are built on were computed by hand; these documents give them. */
class BuiltInLessonsTest {
  private static Matrix matrix(String lesson, int layer, MatrixSymbol quantity) {
    return Trace.of(BuiltInLessons.read(lesson)).matrix(new Operand(layer, quantity));
  }

  private static void isEqualTo(Matrix matrix, double[]... rows) {
    // Adding 0 makes 0 of −0.
    double[][] found = new double[matrix.rows()][matrix.columns()];
    for (int i = 0; i < found.length; i++) {
      for (int j = 0; j < found[i].length; j++) {
        found[i][j] = matrix.get(i, j) + 0.0;
      }
    }
    assertThat(Arrays.deepToString(found)).isEqualTo(Arrays.deepToString(rows));
  }

  @Test
  void allAreRead() {
    assertThat(BuiltInLessons.lessons().keySet()).containsSubsequence("h", "lecture", "two-layers");
    assertThat(
            BuiltInLessons.lessons().keySet().stream().map(BuiltInLessons::read).map(Lesson::title))
        .isSorted()
        .doesNotHaveDuplicates()
        .containsSubsequence("Add the cards", "Shapes can lie", "Two layers");
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
    assertThat(lesson.title()).as("the title of " + file).isNotBlank();
    assertThat(Trace.of(lesson).firstNonFinite()).as("numbers of " + file).isEmpty();
    assertThat(BuiltInLessons.lessons().keySet()).contains(id);
  }

  @Test
  void lessonHAddsTheCards() {
    isEqualTo(matrix("h", 0, MatrixSymbol.Z), new double[][] {{7, -1}, {-6, -2}, {5, -5}, {1, 7}});
    isEqualTo(matrix("h", 0, MatrixSymbol.DW), new double[][] {{6, -5}, {8, -9}, {7, -6}});
    isEqualTo(
        matrix("h", 0, MatrixSymbol.DX),
        new double[][] {{0, 5, -5}, {1, 8, -9}, {3, 4, -7}, {2, 6, -8}});
  }

  @Test
  void theLectureHasTwoLegalProducts() {
    isEqualTo(matrix("lecture", 0, MatrixSymbol.DW), new double[][] {{8, 1}, {-1, 8}, {-9, 7}});
  }

  @Test
  void twoLayersHaveADeadUnit() {
    isEqualTo(matrix("two-layers", 1, MatrixSymbol.DZ), new double[][] {{1}, {-2}, {-1}});
    isEqualTo(
        matrix("two-layers", 0, MatrixSymbol.DW), new double[][] {{-2, -4, 2, 0}, {1, 2, -1, 0}});
  }
}
