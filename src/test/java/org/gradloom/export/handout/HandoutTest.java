package org.gradloom.export.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.lesson.Lesson;
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

  /** dL/dw₃₂ = 0·(−1) + 1·(−2) + 0·(−2) + 2·(−2) = −6, the last cell of dL/dW. */
  @Test
  void latexWritesTheLastCellOfEachMatrixOut() {
    assertThat(Latex.of(Handout.of(KnownLessons.lessonH(), TEXTS)))
        .contains("\\documentclass", "\\usepackage{amsmath,amssymb}")
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
    assertThat(Latex.matrix(List.of(Collections.nCopies(10, "−0.00704841")))).contains("\\tiny");
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
