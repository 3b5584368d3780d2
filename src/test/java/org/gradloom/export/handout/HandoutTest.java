package org.gradloom.export.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.gradloom.KnownLessons;
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
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class HandoutTest {
  private static final Texts TEXTS = Texts.english();

  private static Lesson lesson() throws IOException {
    return LessonReader.readAll(Path.of("assets/lessons/a-slope-for-each-weight.gradloom.json"))
        .lessons()
        .getFirst();
  }

  @Test
  void asksBeforeItTellsAndKeepsTheAnswersForTheKey() throws IOException {
    List<Block> blocks = Handout.of(lesson(), TEXTS);
    int walk = blocks.indexOf(new Block.Apart("The walk"));
    int key = blocks.indexOf(new Block.Apart("Key"));
    assertThat(blocks.subList(0, walk)).filteredOn(Block.Exercise.class::isInstance).hasSize(4);
    assertThat(blocks.subList(0, walk))
        .filteredOn(block -> block instanceof Block.Exercise exercise && exercise.number() == 2)
        .singleElement()
        .asString()
        .contains("How far does L move?")
        .doesNotContain("−6");
    assertThat(blocks.subList(walk, key)).contains(new Block.Heading("Backward"));
    assertThat(blocks.subList(key, blocks.size())).contains(new Block.Answered(2, "Answer: −6"));
  }

  /** Nothing stands below the last one that it could be kept with. */
  @Test
  void onlyWhatIsFollowedIsWithNext() {
    Block heading = new Block.Heading("Backward");
    Block equation = new Block.Equation(List.of("x"));
    Block matrices = new Block.Matrices(List.of());
    List<Block> blocks = List.of(heading, equation, matrices, equation, heading);
    assertThat(IntStream.range(0, blocks.size()).filter(i -> Block.isWithNext(blocks, i)))
        .containsExactly(0, 1);
  }

  /** dL/dw₃₂ = 0·(−1) + 1·(−2) + 0·(−2) + 2·(−2) = −6, the last cell of dL/dW. */
  @Test
  void latexWritesTheLastCellOfEachMatrixOut() {
    assertThat(Latex.of(Handout.of(KnownLessons.lessonH(), TEXTS)))
        .contains("\\documentclass", "\\usepackage{amsmath,amssymb,graphicx}")
        .contains("$dL/dW = \\begin{pmatrix} 6 & -5 \\\\ 8 & -9 \\\\ 7 & -6 \\end{pmatrix}$")
        .contains("{0}\\cdot {(-1)} + {1}\\cdot {(-2)} + {0}\\cdot {(-2)} + {2}\\cdot {(-2)}")
        .endsWith("\\end{document}\n");
  }

  /** A line has 16 cm: ten numbers of one digit fit in a small size, of eleven in a tiny one. */
  @Test
  void latexSetsLongNumbersSmallerThanShortOnes() {
    assertThat(Latex.matrix(List.of(Collections.nCopies(8, "−6"))))
        .isEqualTo("\\begin{pmatrix} " + "-6 & ".repeat(7) + "-6 \\end{pmatrix}");
    assertThat(Latex.matrix(List.of(Collections.nCopies(8, "−0.0070484"))))
        .contains("\\scriptsize");
    assertThat(Latex.matrix(List.of(Collections.nCopies(10, "6")))).contains("\\scriptsize");
    assertThat(Latex.matrix(List.of(Collections.nCopies(10, "−0.00704841"))))
        .contains("\\fitted{\\tiny");
  }

  /** Sixteen numbers of six digits have no room in a line. */
  @Test
  void wideMatricesHaveFewerDigits() {
    Lesson lessonH = KnownLessons.lessonH();
    Lesson wide =
        lessonH.with(
            lessonH.x(),
            List.of(
                new Layer(
                    Matrix.numbers(new Shape(3, 9), (i, j) -> (i + 1) / 7.0),
                    null,
                    Elementwise.IDENTITY)),
            new Loss(
                LossKind.GIVEN, new Target.Upstream(Matrix.zeros(new Shape(4, 9))), Reduction.SUM));
    // 5/7 = −1/7 + 3·2/7 + 0
    assertThat(Latex.of(Handout.of(wide, TEXTS))).contains("0.7143 & 0.7143").contains("0.714286");
  }

  @Test
  void latexKeepsAFormulaWithItsMatrix() {
    assertThat(Latex.of(Handout.of(KnownLessons.lessonH(), TEXTS)))
        .contains("{\\postdisplaypenalty=10000\n\\begin{align*}\n  dL/dW = X^{T} \\cdot dL/dZ\n");
  }

  @Test
  void latexTakesNoSignOfASentenceForACommand() {
    assertThat(Latex.prose("50 % of w₃₂ − ½ & Wᵀ_x {a} → “b”"))
        .isEqualTo("50 \\% of w$_{32}$ $-$ $\\tfrac12$ \\& W$^{T}$\\_x \\{a\\} $\\to$ ``b''");
    assertThat(Latex.number("1.5e−7")).isEqualTo("1.5\\cdot 10^{-7}");
  }

  @Test
  void markdownKeepsFormulasBetweenDollars() {
    assertThat(Markdown.of(Handout.of(KnownLessons.lessonH(), TEXTS)))
        .startsWith("# A walk through backpropagation\n\n4 samples, 3 features;")
        .contains("$$dL/dW = \\begin{pmatrix} 6 & -5 \\\\ 8 & -9 \\\\ 7 & -6 \\end{pmatrix}$$")
        .contains("## Backward")
        .contains("$$dL/dW = X^{T} \\cdot dL/dZ$$");
  }
}
