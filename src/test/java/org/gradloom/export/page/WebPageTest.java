package org.gradloom.export.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.files.LessonReader;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.staging.StepTex;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class WebPageTest {
  private static final Texts TEXTS = Texts.english();

  static String page(Lesson lesson, Granularity granularity) {
    return WebPage.of(lesson, Optional.empty(), granularity, TEXTS, _ -> {});
  }

  private static Lesson square(int side) {
    Matrix matrix = Matrix.numbers(new Shape(side, side), (i, j) -> (i * 7 + j * 3) % 5 - 2);
    return new Lesson(
        "",
        matrix,
        java.util.List.of(new Layer(matrix, null, Elementwise.IDENTITY)),
        new Loss(LossKind.GIVEN, new Target.Upstream(matrix), Reduction.SUM),
        0.1);
  }

  @Test
  void aLessonAtItsTermsIsSmallEnoughToSend() throws IOException {
    Lesson lesson =
        LessonReader.readAll(Path.of("assets/lessons/a-slope-for-each-weight.gradloom.json"))
            .lessons()
            .getFirst();
    assertThat(page(lesson, Granularity.TERM).getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(1_500_000);
  }

  @Test
  void sixteenASideAtItsTermsIsAPageToo() {
    Lesson lesson = square(16);
    assertThat(Derivation.of(lesson).size(Granularity.TERM)).isBetween(13_000L, 20_000L);
    assertThat(page(lesson, Granularity.TERM)).hasSizeLessThan(8_000_000);
  }

  @Test
  void whatIsTooLargeSaysWhatWouldFit() {
    Lesson deep =
        square(16)
            .with(
                square(16).x(),
                java.util.List.of(square(16).layers().getFirst(), square(16).layers().getFirst()),
                square(16).loss());
    assertThatThrownBy(() -> page(square(17), Granularity.CELL))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(TEXTS.say(e.said()))
                    .isEqualTo(
                        "A matrix here has 17 on a side, and pages and pictures show at most 16:"
                            + " with fewer samples, features or neurons it fits."));
    assertThatThrownBy(() -> page(deep, Granularity.TERM))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(TEXTS.say(e.said())).contains("20000").contains("--step cell"));
    assertThat(page(deep, Granularity.CELL)).contains("</html>");
  }

  /** MathMl refuses what it does not know, so every rule's TeX is tried. */
  @Test
  void everyFormulaOfEveryRuleIsSetInMathMl() {
    for (Lesson lesson : RandomLessons.any(40, 5)) {
      Derivation derivation = Derivation.of(lesson);
      for (Granularity granularity : Granularity.values()) {
        for (long i = 0; i < derivation.size(granularity); i++) {
          for (StepTex line : StepTex.lines(derivation.at(granularity, i), TEXTS)) {
            assertThat(MathMl.of(line.tex()))
                .startsWith("<math displaystyle=\"true\">")
                .endsWith("</math>");
          }
        }
      }
    }
  }

  @Test
  void aFormulaIsItsPartsWithTheirRoles() {
    assertThat(MathMl.of("\\textcolor{left}{x_{23}}\\cdot \\boxed{\\textcolor{right}{{-2}}}"))
        .isEqualTo(
            "<math displaystyle=\"true\"><mrow"
                + " class=\"left\"><mrow><msub><mi>x</mi><mrow><mn>23</mn></mrow></msub></mrow></mrow><mo>·</mo><mrow"
                + " class=\"active\"><mrow><mrow class=\"right\"><mrow><mrow><mo"
                + " form=\"prefix\">−</mo><mn>2</mn></mrow></mrow></mrow></mrow></mrow></math>");
    assertThatThrownBy(() -> MathMl.of("\\unheard{x}")).hasMessageContaining("\\unheard");
  }

  /** Whatever is shown is in the file: nothing is asked of a network. */
  @Test
  void aPageNamesNoOtherFile() {
    assertThat(page(KnownLessons.lessonH(), Granularity.TERM))
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain(" src=");
  }
}
