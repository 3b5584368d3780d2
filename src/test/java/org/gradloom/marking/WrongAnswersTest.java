package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the wrong methods lead to, and how often it is chance that they lead to something else. */
class WrongAnswersTest {
  private static final Lesson H = KnownLessons.lessonH();

  private static Beat.Ask ask(Answer.Kind kind, String of) {
    return new Beat.Ask(kind, Region.parse(of), null, List.of(), List.of(), null, false);
  }

  private static WrongAnswers about(Lesson lesson, Beat.Ask ask) {
    return new WrongAnswers(Derivation.of(lesson), ask);
  }

  private static String listed(Lesson lesson, Beat.Ask ask) {
    return about(lesson, ask).list().stream()
        .map(wrong -> wrong.misconception() + " " + text(wrong.answer()))
        .collect(Collectors.joining(", "));
  }

  private static String text(Answer answer) {
    return switch (answer) {
      case Answer.Scalar(var entry) -> Numbers.format(entry.value());
      case Answer.Row(var values) -> rounded(values);
      case Answer.OfMatrix(var values) -> rounded(values);
      case Answer.Choice(int option) -> "option " + option;
      case Answer.Parts(var parts) ->
          parts.stream().map(WrongAnswersTest::text).collect(Collectors.joining(" and "));
      case Answer other -> other.kind().toString();
    };
  }

  private static String rounded(Matrix values) {
    return Matrix.numbers(values.shape(), (i, j) -> Math.rint(values.get(i, j) * 1e6) / 1e6)
        .toString();
  }

  // ---- the answers

  /** x₁·dz₂ over the samples: 3·(−1) − 1·(−2) + 3·(−2) + 1·(−2) = −9. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NUMBER | layer1/dW/2,2 | M12 9, M3 −2.25, M3 −4.5, M3 −0.5625, M3 −1.125, M12 0.9, M18"
            + " −0.9, M18 −0.1, M4 −42, M4 −3, M4 −2, M7 6, M5 −7, M17 −41, M16 −5, M16 −6, M16 8",
        "NUMBER | layer1/z/1,1 | M7 2, M7 0, M16 −6, M16 5, M16 1, M16 −1",
        "NUMBER | layer1/dX/2,3 | M12 9, M10 4, M3 −2.25, M3 −4.5, M3 −0.5625, M3 −1.125, M11 −29,"
            + " M7 1, M7 2, M17 0, M13 −12.3, M17 33, M16 −5, M16 −7, M16 −8, M16 1, M16 8",
        "NUMBER | layer1/dX/1,1 | M11 6, M7 1, M7 −3, M17 −5, M13 −1.7, M17 17, M16 1, M16 3, M16"
            + " 2, M16 5, M16 −5",
        "SHAPE | layer1/dW | ''",
        "LINES | layer1/dW/1,1 | ''",
      })
  void listsWhatEachIdeaLeadsTo(Answer.Kind kind, String of, String wrong) {
    assertThat(listed(H, ask(kind, of))).isEqualTo(wrong);
  }

  @Test
  void listsWholeMatricesAsQuestionsHoldThemInEveryConvention() {
    Beat.Ask ask = ask(Answer.Kind.MATRIX, "layer1/dW");
    String listed = listed(H, ask);
    assertThat(listed)
        .startsWith(
            "M12 [[-6, 5], [-8, 9], [-7, 6]], M10 [[6, 8, 7], [-5, -9, -6]],"
                + " M3 [[1.5, -1.25], [2, -2.25], [1.75, -1.5]]");
    Lesson turned = H.withConvention(Convention.WX);
    assertThat(listed(turned, ask)).contains("M12 [[-6, 5], [-8, 9], [-7, 6]]");
  }

  @Test
  void whatCameWithTheQuestionStandsFirstAndNothingTwice() {
    Beat.Ask bare = ask(Answer.Kind.NUMBER, "layer1/z/1,1");
    Beat.Ask ask =
        new Beat.Ask(
            bare.kind(),
            bare.of(),
            null,
            List.of(),
            List.of(
                new Beat.Wrong(new Answer.Scalar(Entry.of(77)), Misconception.M9),
                new Beat.Wrong(new Answer.Scalar(Entry.of(78)), null),
                // It is right, whatever is said of it.
                new Beat.Wrong(new Answer.Scalar(Entry.of(7)), Misconception.M9),
                new Beat.Wrong(new Answer.Scalar(Entry.of(2)), Misconception.M7)),
            null,
            false);
    assertThat(listed(H, ask)).isEqualTo("M9 77, M7 2, M7 0, M16 −6, M16 5, M16 1, M16 −1");
  }

  private static Beat.Option option(Misconception misconception) {
    return new Beat.Option(new Wording.Plain("one"), misconception);
  }

  private static Beat.Ask choice(Answer.Kind kind, Answer answer) {
    return new Beat.Ask(
        kind,
        null,
        null,
        List.of(
            option(Misconception.M3),
            option(Misconception.M4),
            new Beat.Option(new Wording.Plain("none"), null),
            option(Misconception.M5)),
        List.of(),
        answer,
        false);
  }

  @Test
  void anOptionTellsTheIdeaBehindIt() {
    assertThat(listed(H, choice(Answer.Kind.CHOICE, new Answer.Choice(1))))
        .isEqualTo("M3 option 0, M5 option 3");
  }

  /** The number is the one of the cell that the other part names. */
  @Test
  void ofSeveralPartsOneIsWrong() {
    Answer.Cells cell = new Answer.Cells(List.of((Place.OfCell) Region.parse("layer1/z/1,1")));
    Answer.Parts right = new Answer.Parts(List.of(cell, new Answer.Scalar(Entry.of(7))));
    Beat.Ask ask = new Beat.Ask(Answer.Kind.PARTS, null, null, List.of(), List.of(), right, false);
    assertThat(listed(H, ask))
        .isEqualTo(
            Stream.of("M7 2", "M7 0", "M16 −6", "M16 5", "M16 1", "M16 −1")
                .map(wrong -> wrong.replace(" ", " CELLS and "))
                .collect(Collectors.joining(", ")));
    assertThat(about(H, ask).coincidences(10)).isZero();
  }

  // ---- the only answer of an idea

  @ParameterizedTest
  @CsvSource({
    "M3, −2.25",
    "M4, −42",
    "M5, −7",
    "M7, 6",
    "M12, 9",
    "M16, −5",
    "M17, −41",
    "M18, −0.9"
  })
  void anIdeaLeadsToANumberOfItsOwn(Misconception idea, String number) {
    assertThat(
            about(H, ask(Answer.Kind.NUMBER, "layer1/dW/2,2"))
                .only(idea)
                .map(WrongAnswersTest::text))
        .contains(number);
  }

  /** dL/dw₁₁ = 6. The sum of dL/dZ is 8 like dL/dw₂₁ beside it: M5 and M16 are told by neither. */
  @Test
  void whatTwoIdeasLeadToIsOfNone() {
    WrongAnswers answers = about(H, ask(Answer.Kind.NUMBER, "layer1/dW/1,1"));
    assertThat(answers.only(Misconception.M5)).isEmpty();
    assertThat(answers.only(Misconception.M16).map(WrongAnswersTest::text)).contains("7");
    assertThat(answers.only(Misconception.M9)).isEmpty();
    assertThat(answers.coincidences(10)).isEqualTo(1);
  }

  /** dL/db₁ = 8: divided by N it is 2, which sample 1 alone is, too; the first is what is told. */
  @Test
  void anAnswerIsListedWithTheIdeaThatIsToldOfIt() {
    Beat.Ask bare = ask(Answer.Kind.NUMBER, "layer1/dB/1,1");
    Lesson bias = KnownLessons.lessonHWithBias();
    assertThat(listed(bias, bare)).contains("M5 2,").doesNotContain("M4 2,");
    // −3 is neuron 1 alone, of which no idea is known.
    Beat.Ask of = ask(Answer.Kind.NUMBER, "layer1/dX/2,3");
    Beat.Ask ask =
        new Beat.Ask(
            of.kind(),
            of.of(),
            null,
            List.of(),
            List.of(new Beat.Wrong(new Answer.Scalar(Entry.of(-3)), null)),
            null,
            false);
    assertThat(listed(H, ask)).startsWith("M12 9,").doesNotContain("null");
  }

  /** −3 of dL/dx₂₃ is neuron 1 alone, which is no idea's; dL/dx₁₁ is 0, and −0 is right. */
  @Test
  void whatIsNoIdeasOrRightIsOfNone() {
    WrongAnswers alone = about(H, ask(Answer.Kind.NUMBER, "layer1/dX/2,3"));
    assertThat(alone.only(Misconception.M9)).isEmpty();
    WrongAnswers diagonal = about(H, ask(Answer.Kind.NUMBER, "layer1/dW/1,1"));
    assertThat(diagonal.only(Misconception.M10)).as("its own place, turned").isEmpty();
    WrongAnswers zero = about(H, ask(Answer.Kind.NUMBER, "layer1/dX/1,1"));
    assertThat(zero.only(Misconception.M12)).isEmpty();
  }

  // ---- chance

  /** dL/dx₂₃ = −9: row 2 of dL/dZ adds up to 1, as dL/dx₂₁ is. Here it is asked for twice. */
  @Test
  void whatPartsSayTooLittleOfAddsUp() {
    Answer.Cells cell = new Answer.Cells(List.of((Place.OfCell) Region.parse("layer1/dX/2,3")));
    Answer.Scalar nine = new Answer.Scalar(Entry.of(-9));
    Answer.Parts right = new Answer.Parts(List.of(cell, nine, nine));
    Beat.Ask ask = new Beat.Ask(Answer.Kind.PARTS, null, null, List.of(), List.of(), right, false);
    assertThat(about(H, ask(Answer.Kind.NUMBER, "layer1/dX/2,3")).coincidences(10)).isOne();
    assertThat(about(H, ask).coincidences(10)).isEqualTo(2);
    assertThat(about(H, ask).coincidences(1)).isEqualTo(1);
  }

  @Test
  void pairsAreCountedAsFarAsAsked() {
    WrongAnswers answers = about(H, ask(Answer.Kind.NUMBER, "layer1/dX/1,2"));
    assertThat(answers.coincidences(10)).isEqualTo(4);
    assertThat(answers.coincidences(3)).isEqualTo(3);
  }

  /** Of a row a wrong answer is a row, but dL/dZ itself, and the sums of its four rows. */
  @Test
  void wrongNumbersHaveTheFormOfTheQuestion() {
    assertThat(
            about(KnownLessons.lessonHWithBias(), ask(Answer.Kind.ROW, "layer1/dB")).list().stream()
                .map(Beat.Wrong::answer)
                .filter(wrong -> wrong.kind() != Answer.Kind.ROW))
        .containsExactly(
            new Answer.OfMatrix(Matrix.of(new double[][] {{2, -1}, {3, -2}, {1, -2}, {2, -2}})),
            new Answer.OfMatrix(Matrix.row(1, 1, -1, 0)));
  }

  /** Nothing is negative on the way forward: the gate is open, and dL/dZ is dL/dA. */
  @Test
  void aGateThatHappensToBeOpenIsChanceBehindItAndNoneAtIt() {
    Lesson open =
        new Lesson(
            "",
            Matrix.of(new double[][] {{1, 2}, {5, 23}}),
            List.of(new Layer(Matrix.of(new double[][] {{3}, {4}}), null, Elementwise.RELU)),
            new Loss(
                LossKind.GIVEN,
                new Target.Upstream(Matrix.of(new double[][] {{17}, {48}})),
                Reduction.SUM),
            0.1);
    assertThat(about(open, ask(Answer.Kind.NUMBER, "layer1/dZ/1,1")).coincidences(100)).isZero();
    assertThat(about(open, ask(Answer.Kind.NUMBER, "layer1/dW/1,1")).coincidences(100))
        .isPositive();
  }

  /** Nothing of lesson H meets in z₁₁, and whole matrices hardly ever do. */
  @Test
  void answersThatTellEverythingAreNoChance() {
    assertThat(about(H, ask(Answer.Kind.NUMBER, "layer1/z/1,1")).coincidences(100)).isZero();
    assertThat(about(H, ask(Answer.Kind.MATRIX, "layer1/dW")).coincidences(100)).isZero();
    assertThat(about(H, ask(Answer.Kind.SHAPE, "layer1/dW")).coincidences(100)).isZero();
    Lesson gates = KnownLessons.twoLayers();
    assertThat(about(gates, ask(Answer.Kind.MATRIX, "layer1/dX")).coincidences(100)).isZero();
  }

  /** z₁₁ = 1·0 + 0·w₂₁: to forget X, and to take its second row, both come to w₂₁. */
  @Test
  void twoIdeasThatComeToOneNumberAreChance() {
    Lesson softmax = KnownLessons.softmax(Reduction.MEAN);
    assertThat(about(softmax, ask(Answer.Kind.NUMBER, "layer1/z/1,1")).coincidences(100)).isOne();
  }

  /** dL/dx₁₁ = 0, so that a sign that is wrong, or a factor, does not show. */
  @Test
  void aWrongMethodThatIsRightCountsForManyAndOnlyAsFarAsAsked() {
    WrongAnswers answers = about(H, ask(Answer.Kind.NUMBER, "layer1/dX/1,1"));
    assertThat(answers.coincidences(1000)).isBetween(20, 999);
    assertThat(answers.coincidences(1)).isBetween(1, 50);
    assertThat(answers.coincidences(0)).isZero();
  }

  /** A mean over one sample is its sum, whatever the numbers. */
  @Test
  void whatHoldsForAnyNumbersIsNoChance() {
    for (Reduction reduction : List.of(Reduction.SUM, Reduction.MEAN)) {
      Lesson one =
          new Lesson(
              "",
              Matrix.row(3, 13),
              List.of(
                  new Layer(
                      Matrix.of(new double[][] {{2, 5}, {7, 11}}), null, Elementwise.IDENTITY)),
              new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(17, 19)), reduction),
              0.1);
      assertThat(about(one, ask(Answer.Kind.NUMBER, "layer1/dW/1,2")).coincidences(100)).isZero();
    }
  }
}
