package org.gradloom.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Section;
import org.gradloom.engine.Trace;
import org.gradloom.files.LessonReader;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerminalTextTest {
  private static final Texts TEXTS = Texts.english();

  @ParameterizedTest
  @EnumSource(names = {"TERM", "CELL", "MATRIX"})
  void tellsEveryMatrixOfEveryLesson(Granularity finest) throws IOException {
    for (Lesson lesson :
        LessonReader.readAll(Path.of("src/test/resources/golden/gradient.json")).lessons()) {
      Derivation derivation = Derivation.of(Trace.of(lesson));
      StringBuilder text = new StringBuilder();
      TerminalText.write(derivation, finest, TEXTS, text);
      assertThat(text.toString())
          .contains(
              derivation.sections().stream().map(Section::result).map(Object::toString).toList())
          .doesNotContain("NaN", "null", "<l>", "<o>");
    }
  }

  @Test
  void pointsStandBelowEachOther() throws IOException {
    StringBuilder text = new StringBuilder();
    Matrix matrix =
        Matrix.entries(
            new Shape(3, 2),
            (i, j) ->
                i == 2
                    ? new Entry(-1.0 / 3, "-1/3")
                    : Entry.of(i == 0 ? 10.5 : j == 0 ? -0.25 : 1e-7));
    AlignedMatrix.write(matrix, "> ", text);
    assertThat(text.toString())
        .isEqualTo(
            """
            >   10.5     10.5
            >   −0.25     1e−7
            > −1/3     −1/3
            """);
  }
}
