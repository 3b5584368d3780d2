package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Cell;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What a class chooses from, and what is said of each option afterwards. */
class VoteTest {
  private static final Texts TEXTS = Texts.english();

  /** A line under an option in a hall. */
  private static final int LONGEST_IDEA = 48;

  /** A question, where it stands, and its vote. */
  private record Asking(String where, Derivation derivation, Beat.Ask ask, Optional<Vote> vote) {
    static Asking of(String lesson, int beat) {
      Lesson document = BuiltInLessons.read(lesson);
      Beat asking = document.beats().get(beat - 1);
      Derivation derivation = Derivation.of(document.in(asking).orElseThrow());
      Beat.Ask ask = Objects.requireNonNull(asking.ask());
      return new Asking(
          lesson + ", beat " + beat,
          derivation,
          ask,
          Vote.of(derivation, ask, Vote.seed(document.title(), beat)));
    }

    static Asking of(String where, Lesson lesson, Answer.Kind kind, Region of) {
      Derivation derivation = Derivation.of(lesson);
      Beat.Ask ask = new Beat.Ask(kind, of, null, List.of(), List.of(), null, false);
      return new Asking(where, derivation, ask, Vote.of(derivation, ask, 1));
    }

    List<String> said() {
      return vote.stream()
          .flatMap(each -> each.options().stream())
          .map(option -> text(option) + " | " + idea(option))
          .toList();
    }
  }

  private static String text(Vote.Option option) {
    return TEXTS.say(option.text());
  }

  private static String idea(Vote.Option option) {
    return TEXTS.say(option.idea());
  }

  private static List<Asking> ofTheLessons() {
    List<Asking> all = new ArrayList<>();
    for (String id : BuiltInLessons.lessons().keySet()) {
      List<Beat> beats = BuiltInLessons.read(id).beats();
      for (int n = 1; n <= beats.size(); n++) {
        if (beats.get(n - 1).ask() != null) {
          all.add(Asking.of(id, n));
        }
      }
    }
    return all;
  }

  @Test
  void lesson5AsksForASumWithAMeanAFlippedSignAndOneSample() {
    assertThat(Asking.of("add-the-cards", 3).said())
        .containsExactlyInAnyOrder(
            "−6 | 0 − 2 + 0 − 4: four samples, added",
            "−1.5 | divided by N = 4: the mean",
            "6 | the sign is flipped",
            "−4 | sample 4 alone");
  }

  @Test
  void optionsReadAsNumbersRowsShapesTextsAndCode() {
    assertThat(Asking.of("blame-the-inputs", 3).said())
        .containsExactlyInAnyOrder(
            "(1, 8, −9) | dL/dZ · Wᵀ: every neuron’s share, added",
            "(6, 23, −29) | the rows of all samples, added up",
            "(0, 5, −5) | another line: row 1 of dL/dX",
            "(−3, 1, 2) | W alone, added up");
    assertThat(Asking.of("row-meets-column", 5).said())
        .containsExactlyInAnyOrder(
            "100 × 10 | this one holds",
            "10 × 100 | 10×100 has a row for each neuron",
            "784 × 10 | 784×10 is the shape of W",
            "100 × 784 | 100×784 is the shape of X");
    assertThat(Asking.of("verify-and-go-live", 4).said())
        .containsExactlyInAnyOrder(
            "negative | this one holds",
            "positive | Positive says that L rises with w₂₁",
            "zero | Zero says that no sample gets through unit 2");
    assertThat(Asking.of("a-slope-for-each-weight", 6).said())
        .containsExactlyInAnyOrder(
            "W - 0.1 * dW | makes W′, whatever the numbers",
            "W + 0.1 * dW | η times the slope added: uphill",
            "W - dW | the whole slope, without η",
            "-0.1 * dW | the change alone: −η times the slope");
    assertThat(Asking.of("the-gate", 2).said())
        .contains("(2, 0)\n(0, 0)\n(1, 0)\n(2, −2) | dL/dA ⊙ g′(Z), each entry alone");
    assertThat(Asking.of("why-hand-me-dz", 5).said())
        .contains("250\u2009880\u2009000 | this one holds");
  }

  @Test
  void oneSeedGivesOneOrderAndAnotherLessonOrBeatAnother() {
    assertThat(Asking.of("add-the-cards", 3).vote())
        .isEqualTo(Asking.of("add-the-cards", 3).vote());
    Asking asking = Asking.of("add-the-cards", 3);
    assertThat(
            Stream.iterate(1L, seed -> seed + 1)
                .limit(40)
                .map(seed -> Vote.of(asking.derivation(), asking.ask(), seed).orElseThrow())
                .map(vote -> vote.options().stream().map(Vote.Option::right).toList().indexOf(true))
                .distinct())
        .as("where the right one can stand")
        .containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(Vote.seed("Add the cards", 3)).isEqualTo(Vote.seed("Add the cards", 3));
    assertThat(Vote.seed("Add the cards", 3))
        .isNotEqualTo(Vote.seed("Add the cards", 4))
        .isNotEqualTo(Vote.seed("One sample", 3));
  }

  @Test
  void theLessonsQuestionsHaveVotesThatHold() {
    List<Asking> all = ofTheLessons();
    List<Asking> voted = all.stream().filter(each -> each.vote().isPresent()).toList();
    assertThat(all)
        .filteredOn(each -> each.vote().isEmpty())
        .allSatisfy(each ->
            assertThat(
                    each.ask().measured()
                        || List.of(
                                Answer.Kind.CHOICES,
                                Answer.Kind.ORDER,
                                Answer.Kind.LINES,
                                Answer.Kind.CELLS)
                            .contains(each.ask().kind()))
                .as(each.where())
                .isTrue());
    assertThat(voted).hasSizeGreaterThan(40).allSatisfy(VoteTest::holds);
  }

  @Test
  void randomNetworksHaveVotesThatHold() {
    int votes = 0;
    for (Lesson lesson : RandomLessons.any(80, 12)) {
      for (MatrixSymbol symbol : List.of(MatrixSymbol.DW, MatrixSymbol.DX, MatrixSymbol.Z)) {
        Operand operand = new Operand(lesson.lastLayer(), symbol);
        Shape shape = lesson.shape(operand);
        Cell last = new Cell(shape.rows() - 1, shape.columns() - 1);
        String where = lesson.title() + " " + operand;
        for (Asking asking :
            List.of(
                Asking.of(where, lesson, Answer.Kind.NUMBER, new Place.OfCell(operand, last)),
                Asking.of(where, lesson, Answer.Kind.ROW, new Region.OfRow(operand, 0)),
                Asking.of(where, lesson, Answer.Kind.MATRIX, new Place.OfMatrix(operand)))) {
          if (asking.vote().isPresent()) {
            votes++;
            holds(asking);
          }
        }
      }
    }
    assertThat(votes).isGreaterThan(500);
  }

  /** What every vote keeps. */
  private static void holds(Asking asking) {
    List<Vote.Option> options = asking.vote().orElseThrow().options();
    String as = asking.where() + ": " + asking.said();
    assertThat(options).as(as).hasSizeBetween(3, 4);
    assertThat(options.stream().map(VoteTest::text)).as(as).doesNotHaveDuplicates();
    assertThat(options.stream().map(VoteTest::idea))
        .as(as)
        .doesNotHaveDuplicates()
        .allSatisfy(idea -> assertThat(idea).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_IDEA));
    assertThat(options.stream().filter(Vote.Option::right)).as(as).hasSize(1);
    Marker marker = new Marker(asking.derivation(), asking.ask());
    for (Vote.Option option : options) {
      Marked marked = marker.mark(typed(asking.ask().kind(), text(option)));
      assertThat(marked.attempt()).as(as + " " + text(option)).isTrue();
      assertThat(marked.correct()).as(as + " " + text(option)).isEqualTo(option.right());
    }
  }

  /** As a student would type what stands there. */
  private static String typed(Answer.Kind kind, String text) {
    String plain = text.replace("\u2009", "");
    return switch (kind) {
      case MATRIX -> "[" + plain.replace("(", "[").replace(")", "]").replace("\n", ", ") + "]";
      case NUMBER, ROW, SHAPE, CHOICE, CHOICES, ORDER, LINES, CELLS, EXPRESSION, PARTS -> plain;
    };
  }

  private static List<String> offered(Lesson lesson, Beat.Ask ask) {
    return VoteOptions.of(Derivation.of(lesson), ask).stream()
        .map(option -> text(option) + " | " + idea(option))
        .toList();
  }

  private static Beat.Ask asking(Region of, Answer.Kind kind, Beat.Wrong... wrong) {
    return new Beat.Ask(kind, of, null, List.of(), List.of(wrong), null, false);
  }

  @Test
  void aShapeIsOfferedTurnedWhereThatIsAnother() {
    Beat.Wrong four = new Beat.Wrong(new Answer.OfShape(new Shape(4, 3)), Misconception.M9);
    Lesson h = BuiltInLessons.read("h");
    assertThat(offered(h, asking(Region.parse("layer1/dW"), Answer.Kind.SHAPE, four)))
        .extracting(option -> option.replaceFirst(" \\|.*", ""))
        .containsExactly("3 × 2", "4 × 3", "2 × 3");
    assertThat(
            offered(
                KnownLessons.lessonL(), asking(Region.parse("layer1/dZ"), Answer.Kind.SHAPE, four)))
        .hasSize(2);
  }

  @Test
  void whatIsListedIsOfferedUnlessItIsRight() {
    assertThat(
            offered(
                KnownLessons.lessonH(),
                asking(
                    Region.parse("layer1/dW/3,2"),
                    Answer.Kind.NUMBER,
                    new Beat.Wrong(new Answer.Scalar(Entry.of(-6)), Misconception.M3),
                    new Beat.Wrong(new Answer.Scalar(Entry.of(77)), null),
                    new Beat.Wrong(new Answer.Scalar(Entry.of(88)), Misconception.M9))))
        .hasSize(4)
        .noneMatch(option -> option.startsWith("77"))
        .element(1)
        .asString()
        .startsWith("88 | ");
  }

  /** Where fewer than three methods speak of a row, what several numbers tell is offered, too. */
  @Test
  void whatOnlySeveralNumbersTellComesLast() {
    Lesson lesson =
        new Lesson(
            "",
            Matrix.row(3),
            List.of(new Layer(Matrix.row(2, 5), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(17, 19)), Reduction.SUM),
            0.1);
    assertThat(offered(lesson, asking(Region.parse("layer1/dA"), Answer.Kind.ROW)))
        .containsExactly(
            "(17, 19) | the loss’s own slope, each entry alone",
            "(−17, −19) | the sign is flipped",
            "(8.5, 9.5) | divided by 2, the outputs",
            "(34, 38) | times all 1 · 2 outputs");
  }

  /** A sum of 26 characters has room on its line, one of 27 has not. */
  @ParameterizedTest
  @CsvSource({
    "40000, '1000 + 2000 + 3000 + 40000: four inputs, added'",
    "400000, 'four inputs, each with its product, added'",
  })
  void aShortSumIsShown(double last, String idea) {
    Lesson lesson =
        new Lesson(
            "",
            Matrix.row(1, 1, 1, 1),
            List.of(
                new Layer(
                    Matrix.row(1000, 2000, 3000, last).transposed(), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM),
            0.1);
    assertThat(offered(lesson, asking(Region.parse("layer1/z/1,1"), Answer.Kind.NUMBER)).getFirst())
        .endsWith("| " + idea);
  }

  @Test
  void oneReasonIsGivenOnceAndOneNumberToo() {
    assertThat(
            offered(
                KnownLessons.softmax(Reduction.SUM),
                asking(
                    Region.parse("layer1/dA/2,1"),
                    Answer.Kind.NUMBER,
                    listed(88, Misconception.M9),
                    listed(99, Misconception.M9),
                    listed(88.1, Misconception.M15))))
        .extracting(option -> option.replaceFirst(" \\|.*", ""))
        .contains("88")
        .doesNotContain("99", "88.1");
  }

  private static Beat.Wrong listed(double number, Misconception idea) {
    return new Beat.Wrong(new Answer.Scalar(Entry.of(number)), idea);
  }

  /** The first is right after all, of the second the shapes do not meet. */
  @Test
  void ofListedExpressionsThoseAreOfferedThatRunAndAreWrong() {
    Answer right = new Answer.Expression("X.T @ dZ");
    Beat.Ask ask =
        new Beat.Ask(
            right.kind(),
            null,
            null,
            List.of(),
            List.of(
                new Beat.Wrong(new Answer.Expression("(dZ.T @ X).T"), Misconception.M2),
                new Beat.Wrong(new Answer.Expression("X @ dZ"), Misconception.M1),
                new Beat.Wrong(new Answer.Expression("-X.T @ dZ"), Misconception.M12)),
            right,
            false);
    assertThat(offered(KnownLessons.lessonH(), ask))
        .extracting(option -> option.replaceFirst(" \\|.*", ""))
        .containsExactly("X.T @ dZ", "-X.T @ dZ");
  }

  @Test
  void sixteenNumbersCompareAtAGlanceAndSeventeenDoNot() {
    for (int samples : List.of(8, 9)) {
      Lesson lesson =
          new Lesson(
              "",
              Matrix.numbers(new Shape(samples, 2), (i, j) -> i + 2 * j + 1),
              List.of(new Layer(Matrix.row(2, 3).transposed(), null, Elementwise.IDENTITY)),
              new Loss(
                  LossKind.GIVEN,
                  new Target.Upstream(Matrix.numbers(new Shape(samples, 1), (i, j) -> i + 1)),
                  Reduction.SUM),
              0.1);
      assertThat(offered(lesson, asking(Region.parse("layer1/dX"), Answer.Kind.MATRIX)).isEmpty())
          .isEqualTo(samples > 8);
    }
  }

  /** The share of the second class is 0, and neither −0/0 nor −1/0 is a number. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whatIsNoNumberIsNoOption(int label) {
    Lesson lesson =
        new Lesson(
            "",
            Matrix.row(1),
            List.of(new Layer(Matrix.row(0, -800), null, Elementwise.IDENTITY)),
            new Loss(
                LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(label)), Reduction.SUM),
            0.1);
    assertThat(offered(lesson, asking(Region.parse("layer1/dA/1"), Answer.Kind.ROW)))
        .isNotEmpty()
        .noneMatch(option -> option.contains("NaN") || option.contains("∞"));
  }

  @Test
  void anExpressionThatMakesNoMatrixOfTheWalkIsSaidToHold() {
    Answer sum = new Answer.Expression("X + W.T");
    Beat.Ask ask =
        new Beat.Ask(
            sum.kind(),
            null,
            null,
            List.of(),
            List.of(new Beat.Wrong(new Answer.Expression("X - W.T"), Misconception.M12)),
            sum,
            false);
    assertThat(offered(KnownLessons.lessonL(), ask))
        .hasSize(2)
        .first()
        .isEqualTo("X + W.T | this one holds");
  }

  @Test
  void theSeedIsOfTheTitleAndTheBeat() {
    // "a" hashes to 97.
    assertThat(Vote.seed("a", 2)).isEqualTo(31 * 97 + 2);
  }

  @Test
  void nothingIsVotedOnWhereTooLittleIsKnownOrTooMuchIsToRead() {
    Derivation derivation = Derivation.of(BuiltInLessons.read("h"));
    Wording yes = Wording.of("yes");
    assertThat(
            Vote.of(
                derivation,
                new Beat.Ask(
                    Answer.Kind.CHOICE,
                    null,
                    null,
                    List.of(new Beat.Option(yes, null), new Beat.Option(Wording.of("no"), null)),
                    List.of(),
                    new Answer.Choice(0),
                    false),
                1))
        .as("one of two")
        .isEmpty();
    assertThat(
            Vote.of(
                derivation,
                new Beat.Ask(Answer.Kind.NUMBER, null, null, List.of(), List.of(), null, true),
                1))
        .as("measured")
        .isEmpty();
    assertThat(Asking.of("add-the-cards", 4).vote()).as("lines").isEmpty();
    Answer parts = new Answer.Parts(List.of(new Answer.Scalar(Entry.of(1))));
    assertThat(
            Vote.of(
                derivation,
                new Beat.Ask(parts.kind(), null, null, List.of(), List.of(), parts, false),
                1))
        .as("parts")
        .isEmpty();
  }
}
