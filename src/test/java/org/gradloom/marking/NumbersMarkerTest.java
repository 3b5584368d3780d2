package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Region;
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
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Numbers of another shape than asked, and numbers that several methods give. Of lesson H, dL/dX is
 * (0 5 −5), (1 8 −9), (3 4 −7), (2 6 −8).
 */
class NumbersMarkerTest {
  private static final Texts TEXTS = Texts.english();
  private static final Lesson H = KnownLessons.lessonH();

  private static Marker marker(Lesson lesson, Answer.Kind kind, String of, Beat.Wrong... wrong) {
    Region region = lesson.convention().turned(Region.parse(of));
    return new Marker(
        Derivation.of(lesson),
        new Beat.Ask(kind, region, null, List.of(), List.of(wrong), null, false));
  }

  private static String said(Marked marked) {
    return TEXTS.say(marked.reply());
  }

  private static Optional<Misconception> idea(Marked marked) {
    return marked.diagnosis().map(Diagnosis::misconception);
  }

  /** dL/db = [8, −7] is written as a column where samples are columns. */
  @ParameterizedTest
  @CsvSource({"XW, row", "XWT, row", "WX, column", "WTX, column"})
  void aVectorIsCalledWhatItIsWrittenAs(Convention convention, String line) {
    Marked marked =
        marker(
                KnownLessons.lessonHWithBias().withConvention(convention),
                Answer.Kind.ROW,
                "layer1/dB")
            .mark("55 77");
    assertThat(said(marked)).startsWith("Your " + line + " does not come out here");
  }

  // ---- another shape

  /** The second line of dL/dXᵀ has a number for each sample, or for each input. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XW | layer1/dX/2 | 5 8 4 6 | row",
        "XW | layer1/dX/:,2 | 1 8 -9 | column",
        "WX | layer1/dX/:,2 | 5 8 4 6 | column",
        "WX | layer1/dX/2 | 1 8 -9 | row",
      })
  void aLineOfTheTransposedMatrixIsKnown(
      Convention convention, String of, String typed, String line) {
    Marked marked = marker(H.withConvention(convention), Answer.Kind.ROW, of).mark(typed);
    assertThat(idea(marked)).contains(Misconception.M10);
    assertThat(said(marked)).startsWith("Your " + line + " lies the other way");
  }

  @Test
  void aLineThatTheTransposedMatrixHasNotIsOfNoKnownMethod() {
    Marked marked = marker(H, Answer.Kind.ROW, "layer1/dX/4").mark("5 8 4 6");
    assertThat(marked.attempt()).isFalse();
    assertThat(said(marked)).startsWith("Yours is 1×4 and 1×3 was asked");
  }

  @Test
  void aWholeMatrixIsNoAnswerToALine() {
    String transposed = "[[0, 1, 3, 2], [5, 8, 4, 6], [-5, -9, -7, -8]]";
    Marked whole = marker(H, Answer.Kind.MATRIX, "layer1/dX").mark(transposed);
    assertThat(idea(whole)).contains(Misconception.M10);
    assertThat(said(whole)).startsWith("Your matrix lies the other way");
    Marked line = marker(H, Answer.Kind.ROW, "layer1/dX/2").mark(transposed);
    assertThat(line.attempt()).isFalse();
    assertThat(said(line)).startsWith("Yours is 3×4 and 1×3 was asked");
  }

  /** z = (3·2 + 13·7, 3·5 + 13·11) = (97, 158). */
  @Test
  void aColumnOfOneSampleIsAColumn() {
    Lesson one =
        new Lesson(
            "",
            Matrix.row(3, 13),
            List.of(
                new Layer(Matrix.of(new double[][] {{2, 5}, {7, 11}}), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(17, 19)), Reduction.SUM),
            0.1);
    assertThat(said(marker(one, Answer.Kind.ROW, "layer1/z/:,1").mark("158")))
        .startsWith("158 is column 2 of Z");
  }

  // ---- other lines

  /** z₁ = 3·2, and 10 is 5·2 of the second sample, or as good as any number among so many. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "16 | layer1/z/1,1 | true",
        "17 | layer1/z/1,1 | false",
        "16 | layer1/z/1,1/term1 | true",
        "17 | layer1/z/1,1/term1 | false",
      })
  void anotherLineIsToldAmongSixteen(int samples, String of, boolean told) {
    Matrix x = Matrix.numbers(new Shape(samples, 1), (i, _) -> 3 + 2 * i);
    Lesson lesson =
        new Lesson(
            "",
            x,
            List.of(new Layer(Matrix.row(2), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(x), Reduction.SUM),
            0.1);
    assertThat(idea(marker(lesson, Answer.Kind.NUMBER, of).mark("10")))
        .isEqualTo(told ? Optional.of(Misconception.M16) : Optional.empty());
  }

  /** −1/0 is what −y/p comes to where p is 0, and nobody's answer. */
  @Test
  void aMethodThatComesToNoNumberIsNobodys() {
    Lesson lesson =
        new Lesson(
            "",
            Matrix.row(1),
            List.of(new Layer(Matrix.row(0, -800), null, Elementwise.IDENTITY)),
            new Loss(LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(1)), Reduction.SUM),
            0.1);
    Marked marked = marker(lesson, Answer.Kind.NUMBER, "layer1/dA/1,2").mark("77");
    assertThat(idea(marked)).isEmpty();
    assertThat(said(marked)).startsWith("77 does not come out here.");
  }

  @Test
  void whatNothingIsKnownOfIsAskedAboutAsItCameAbout() {
    assertThat(said(marker(H, Answer.Kind.ROW, "layer1/dX/2").mark("1, 8, 77")))
        .isEqualTo(
            "2 of 3 entries are right. The 77 in place 3 does not come out here. Which numbers"
                + " make the entry there?");
    Lesson oneWeight = KnownLessons.oneWeight();
    // No row meets a column where both are one number.
    assertThat(said(marker(oneWeight, Answer.Kind.NUMBER, "layer1/dW/1,1").mark("77")))
        .isEqualTo(
            "77 does not come out here. Which numbers did you use, and what did you do with"
                + " them?");
  }

  // ---- several methods

  /** The 2 of neuron 2 alone is no idea's; dL/dx₄₁ is 2, too. */
  @Test
  void aMethodThatBelongsToAnIdeaGoesBeforeOneThatBelongsToNone() {
    assertThat(idea(marker(H, Answer.Kind.NUMBER, "layer1/dX/1,1").mark("2")))
        .contains(Misconception.M16);
  }

  /** 1·(−2) without its sign, or (−1)·(−2) of column 2 of X: neither is column 1 of both. */
  @Test
  void linesThatExplainNoneOfTwoIdeasLeaveTheFirst() {
    Marked marked =
        marker(H, Answer.Kind.NUMBER, "layer1/dW/3,2/term2")
            .mark("2", Optional.of(new Answer.Lines(0, 0)));
    assertThat(marked.asksLines()).isFalse();
    assertThat(idea(marked)).contains(Misconception.M12);
  }

  /** 6 is −6 with its sign lost, which is another idea than the one that the question lists. */
  @Test
  void whatIsSaidOfAListedAnswerIsOfItsOwnIdea() {
    Beat.Wrong listed = new Beat.Wrong(new Answer.Scalar(Entry.of(6)), Misconception.M9);
    Marked marked = marker(H, Answer.Kind.NUMBER, "layer1/dW/3,2", listed).mark("6");
    assertThat(idea(marked)).contains(Misconception.M9);
    assertThat(said(marked)).isEqualTo(TEXTS.say(Ideas.of(Misconception.M9)));
  }
}
