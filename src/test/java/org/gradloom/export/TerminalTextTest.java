package org.gradloom.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Section;
import org.gradloom.engine.Trace;
import org.gradloom.files.LessonReader;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerminalTextTest {
  private static final Texts TEXTS = Texts.english();

  /** Terms are told by the command that prints them, in CommandsTest. */
  @ParameterizedTest
  @EnumSource(names = {"CELL", "MATRIX"})
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

  /** Sixteen inputs and a bias are seventeen terms: none is left out for the last. */
  @Test
  void leavesNoTermOutForOne() throws IOException {
    for (int inputs : new int[] {16, 17, 18}) {
      Lesson lesson =
          new Lesson(
              "",
              Matrix.numbers(new Shape(1, inputs), (i, j) -> 1),
              List.of(
                  new Layer(
                      Matrix.numbers(new Shape(inputs, 1), (i, j) -> 2),
                      Matrix.row(3),
                      Elementwise.IDENTITY)),
              new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM),
              0.1);
      StringBuilder text = new StringBuilder();
      TerminalText.write(Derivation.of(lesson), Granularity.TERM, Texts.english(), text);
      assertThat(text.toString().contains("one more term"))
          .as("%s inputs", inputs)
          .isEqualTo(inputs == 17);
      assertThat(text.toString().contains("2 more terms"))
          .as("%s inputs", inputs)
          .isEqualTo(inputs == 18);
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
