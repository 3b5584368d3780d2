package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Section;
import org.gradloom.files.LessonReader;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Frozen;
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
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the answers that learners give. */
class MarkerTest {
  /** One sample with the inputs 5, 2, 7 and the blames 3, −1. */
  private static final Lesson ONE =
      LessonReader.read(
          """
          {"gradloom": 1, "x": [[5, 2, 7]], "layers": [{"w": [[1, -1], [0, 3], [4, 1]]}],
           "loss": {"kind": "given", "upstream": [[3, -1]]}, "learningRate": 0.1}
          """);

  private static final Texts TEXTS = Texts.english();

  private static Marker marker(Lesson lesson, Answer.Kind kind, String of) {
    return new Marker(
        Derivation.of(lesson),
        new Beat.Ask(
            kind,
            lesson.convention().turned(Region.parse(of)),
            null,
            List.of(),
            List.of(),
            null,
            false));
  }

  private static String said(Marked marked) {
    return TEXTS.say(marked.reply());
  }

  private static String code(Marked marked) {
    return marked
        .diagnosis()
        .flatMap(diagnosis -> Optional.ofNullable(diagnosis.misconception()))
        .map(Misconception::code)
        .orElse(marked.asksLines() ? "lines" : marked.correct() ? "right" : "none");
  }

  // ---- the vectors of one cell

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "−6 | right | Right: −6.",
        "-6.0 | right | Right: −6.",
        "-12/2 | right | Right: −12/2.",
        "-1.5 | M3 | −1.5 is divided by N = 4. This loss is a sum: where would a 1/N come from?",
        "6 | M12 | 6 runs the other way. When w₃₂ grows a little, does L rise or fall?",
        "0 | M4 | 0 is sample 1 alone. How many samples use w₃₂?",
        "-4 | M4 | −4 is sample 4 alone. How many samples use w₃₂?",
        "7 | M16 | 7 is column 3 of X with column 1 of dL/dZ: that is dL/dw₃₁. Which two lines meet"
            + " in dL/dw₃₂?",
        "-5 | M16 | −5 is column 1 of X with column 2 of dL/dZ: that is dL/dw₁₂. Which two lines"
            + " meet in dL/dw₃₂?",
        "-9 | M16 | −9 is column 2 of X with column 2 of dL/dZ: that is dL/dw₂₂. Which two lines"
            + " meet in dL/dw₃₂?",
        "12 | M17 | 12 takes Z where dL/dZ belongs. Which matrix says how L depends on z?",
        "-21 | M4 | −21 is the sum of column 3 of X times the sum of column 2 of dL/dZ. Does each"
            + " sample’s input meet every sample’s blame, or its own?",
        "3 | M7 | 3 adds up column 3 of X alone. By what is each of these numbers multiplied"
            + " first?",
        "-7 | M5 | −7 adds up column 2 of dL/dZ alone, as for a bias. By what does a weight"
            + " multiply each of these first?",
        "3.6 | M18 | 3.6 is w₃₂ after the step. What was asked: where w₃₂ goes, or how L depends on"
            + " it?",
        "-0.6 | M18 | −0.6 holds η = 0.1 already: that is a step. What was asked, the slope or the"
            + " step?",
        "1000 | none | 1000 does not come out here. Which row and which column"
            + " meet in dL/dw₃₂?",
      })
  void namesWhatWasDoneInLessonH(String typed, String code, String reply) {
    Marked marked = marker(KnownLessons.lessonH(), Answer.Kind.NUMBER, "layer1/dW/3,2").mark(typed);
    assertThat(code(marked)).isEqualTo(code);
    assertThat(said(marked)).isEqualTo(reply);
    assertThat(marked.attempt()).isTrue();
    assertThat(marked.credit()).isEqualTo(code.equals("right") ? 1 : 0);
  }

  /** Where no sum is, nothing was added up. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NUMBER | layer1/dW/3,1 | 7 | 7 is x₁₃ alone. Which number does it meet in this product?",
        "NUMBER | layer1/dW/3,1 | 3 | 3 is dz₁₁ alone. Which number does it meet in this product?",
        "MATRIX | layer1/dW | 5,5;2,2;7,7 | Your matrix is made of X alone. By what is each of its"
            + " numbers multiplied?",
        "MATRIX | layer1/dW | 3,-1;3,-1;3,-1 | Your matrix is made of dL/dZ alone. By what is each"
            + " of its numbers multiplied?",
      })
  void ofOneSampleOneFactorIsToldAsOne(Answer.Kind kind, String of, String typed, String reply) {
    Marked marked = marker(ONE, kind, of).mark(typed);
    assertThat(code(marked)).isEqualTo("M7");
    assertThat(said(marked)).isEqualTo(reply);
  }

  /** Sample 2 adds 3 to dL/dw₃₁, which is 7. */
  @Test
  void aPartOfAnotherCellIsNotToldAsAllOfIt() {
    assertThat(
            said(
                marker(KnownLessons.lessonH(), Answer.Kind.NUMBER, "layer1/dW/3,2/term2")
                    .mark("3")))
        .isEqualTo("3 is x₂₃ · dz₂₁, which goes into dL/dw₃₁. Which two numbers meet for dL/dw₃₂?");
  }

  /** The answer is column 3 of X. */
  @Test
  void whichLineOfAnInputIsRightIsNotTold() {
    assertThat(
            said(
                marker(KnownLessons.lessonH(), Answer.Kind.ROW, "layer1/x/:,3")
                    .mark("3, -1, 3, 1")))
        .isEqualTo(
            "Your column is column 2 of X. What does a line of it stand for, and which one takes"
                + " part here?");
  }

  @ParameterizedTest
  @CsvSource({
    "7, right",
    "3.5, M3",
    "-7, M12",
    "-2, M4",
    "9, M4",
    "-9, M16",
    "1, M16",
    "8, M16",
    "25, M17",
    "10, M4",
    "2, M7",
    "5, M5",
    "1.3, M18",
    "11, M1"
  })
  void namesWhatWasDoneInLessonL(String typed, String code) {
    assertThat(
            code(marker(KnownLessons.lessonL(), Answer.Kind.NUMBER, "layer1/dW/3,2").mark(typed)))
        .isEqualTo(code);
  }

  @Test
  void saysWhichLinesMetInAnotherProduct() {
    assertThat(said(marker(KnownLessons.lessonL(), Answer.Kind.NUMBER, "layer1/dW/3,2").mark("11")))
        .isEqualTo(
            "11 is column 3 of X with row 2 of dL/dZ. Which index should both lines run over, so"
                + " that it vanishes?");
  }

  @Test
  void speaksAsTheConventionWrites() {
    Lesson lesson = KnownLessons.lessonH().withConvention(Convention.WX);
    Marker marker = marker(lesson, Answer.Kind.NUMBER, "layer1/dW/2,3");
    assertThat(code(marker.mark("-6"))).isEqualTo("right");
    assertThat(said(marker.mark("7")))
        .isEqualTo(
            "7 is row 1 of dL/dZ with row 3 of X: that is dL/dw₁₃. Which two lines meet in"
                + " dL/dw₂₃?");
  }

  // ---- several numbers

  @Test
  void givesCreditForEachEntryAndSpeaksOfTheFirstThatIsWrong() {
    Marked marked =
        marker(KnownLessons.lessonH(), Answer.Kind.MATRIX, "layer1/dW")
            .mark("[[6, -5], [8, -9], [7, 6]]");
    assertThat(marked.credit()).isEqualTo(5.0 / 6);
    assertThat(marked.entries()).containsExactly(true, true, true, true, true, false);
    assertThat(code(marked)).isEqualTo("M12");
    assertThat(said(marked))
        .isEqualTo(
            "5 of 6 entries are right. The 6 in row 3, column 2 runs the other way. When W grows a"
                + " little, does L rise or fall?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer1/dW | [[1.5, -1.25], [2, -2.25], [1.75, -1.5]] | M3",
        "layer1/dW | [[6, 8, 7], [-5, -9, -6]] | M10",
        "layer1/dX | 6 23 -29; 6 23 -29; 6 23 -29; 6 23 -29 | M11",
        "layer1/dX/2 | (6, 23, −29) | M11",
        "layer1/dX/2 | 0 5 -5 | M16",
        "layer1/dX/2 | [[-3], [1], [2]] | M7",
        "layer1/dX/2 | −1.8, 3.8, −12.3 | M13",
        "layer1/dX/2 | 1, 8, −9 | right",
        "layer1/dX/2 | [[1, 8, -9]] | right",
        "layer1/wNext | [[-0.4, -2.5], [2.8, -1.9], [-0.3, 2.4]] | M12",
      })
  void namesWhatWasDoneWithSeveralNumbers(String of, String typed, String code) {
    boolean matrix = !of.endsWith("/2");
    Answer.Kind kind = matrix ? Answer.Kind.MATRIX : Answer.Kind.ROW;
    assertThat(code(marker(KnownLessons.lessonH(), kind, of).mark(typed))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8, −7 | right",
        "2 -1.75 | M5",
        "2 -1 | M4",
        "21 -20 | M5",
        "-8 7 | M12",
        "[[2, -1], [3, -2], [1, -2], [2, -2]] | M5",
      })
  void namesWhatWasDoneWithABias(String typed, String code) {
    assertThat(
            code(marker(KnownLessons.lessonHWithBias(), Answer.Kind.ROW, "layer1/dB").mark(typed)))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer1/z/2,1 | 7 | M16",
        "layer1/z/2,1 | -2 | M16",
        "layer1/z/2,1 | 0 | M7",
        "layer1/z/2,1 | 3 | M7",
        "layer1/dX/2,3 | 2 | M7",
        "layer1/dX/2,3 | 9 | M12",
        "layer1/dX/2,3 | -5 | M16",
        "layer1/dX/2,3 | -3 | none",
        "layer1/wNext/3,2 | 3.6 | right",
        "layer1/wNext/3,2 | 2.4 | M12",
        "layer1/wNext/3,2 | 9 | M12",
        "layer1/wNext/3,2 | .6 | M12",
        "layer1/dW/3,2/term2 | 3 | M16",
        "layer1/dW/3,2/term2 | 1 | M7",
        "layer1/dW/3,2/term2 | 2 | lines",
      })
  void namesWhatWasDoneElsewhereInLessonH(String of, String typed, String code) {
    assertThat(code(marker(KnownLessons.lessonH(), Answer.Kind.NUMBER, of).mark(typed)))
        .isEqualTo(code);
  }

  @Test
  void namesTheTermThatWasAskedWhereNothingIsKnown() {
    assertThat(
            said(
                marker(KnownLessons.lessonH(), Answer.Kind.NUMBER, "layer1/dW/3,2/term2")
                    .mark("1000")))
        .isEqualTo(
            "1000 does not come out here. Which row and which column meet in"
                + " sample 2’s part of dL/dw₃₂?");
  }

  @Test
  void speaksOfTheOneEntryOfARowThatIsWrong() {
    assertThat(said(marker(KnownLessons.lessonH(), Answer.Kind.ROW, "layer1/dX/2").mark("1, 8, 9")))
        .isEqualTo(
            "2 of 3 entries are right. The 9 in place 3 runs the other way. When X grows a"
                + " little, does L rise or fall?");
  }

  @Test
  void aListedAnswerWithoutAnIdeaIsToldWhatWasDone() {
    Beat.Ask ask =
        new Beat.Ask(
            Answer.Kind.NUMBER,
            Region.parse("layer1/dW/3,2"),
            null,
            List.of(),
            List.of(
                new Beat.Wrong(new Answer.Scalar(Entry.of(6)), null),
                new Beat.Wrong(new Answer.Scalar(Entry.of(98)), null)),
            null,
            false);
    Marker marker = new Marker(Derivation.of(KnownLessons.lessonH()), ask);
    assertThat(code(marker.mark("6"))).isEqualTo("none");
    assertThat(said(marker.mark("6"))).startsWith("6 runs the other way.");
    assertThat(said(marker.mark("98"))).startsWith("98 does not come out here.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"NUMBER | layer1/dW/9,9", "LINES | layer1/dW/9,9", "SHAPE | layer1/dB"})
  void aPlaceThatTheLessonDoesNotHaveIsRefused(Answer.Kind kind, String of) {
    assertThatThrownBy(() -> marker(KnownLessons.lessonH(), kind, of))
        .isInstanceOf(InvalidInput.class);
  }

  /** The lines of the transposed product change sides. */
  @Test
  void takesTheLinesAsTheyAreWritten() {
    Marker marker =
        marker(
            KnownLessons.lessonH().withConvention(Convention.WX),
            Answer.Kind.NUMBER,
            "layer1/dW/2,3/term2");
    assertThat(code(marker.mark("2"))).isEqualTo("lines");
    assertThat(code(marker.mark("2", Optional.of(new Answer.Lines(1, 2))))).isEqualTo("M12");
    assertThat(code(marker.mark("2", Optional.of(new Answer.Lines(1, 1))))).isEqualTo("M16");
    // 3 with the sign lost, or −1·3 of row 1 of dL/dZ and row 2 of X.
    Marker other =
        marker(
            KnownLessons.lessonH().withConvention(Convention.WX),
            Answer.Kind.NUMBER,
            "layer1/dW/1,3/term2");
    assertThat(code(other.mark("-3"))).isEqualTo("lines");
    assertThat(code(other.mark("-3", Optional.of(new Answer.Lines(0, 2))))).isEqualTo("M12");
    assertThat(code(other.mark("-3", Optional.of(new Answer.Lines(0, 1))))).isEqualTo("M16");
  }

  @Test
  void saysWhatIsDoneAlsoWhereItIsNoneOfTheKnownIdeas() {
    assertThat(said(marker(KnownLessons.lessonH(), Answer.Kind.NUMBER, "layer1/dX/2,3").mark("-3")))
        .isEqualTo("−3 is neuron 1 alone. On how many paths does x₂₃ reach L?");
  }

  @Test
  void asksForTheLinesWhereTwoIdeasGiveTheNumber() {
    Marker marker = marker(KnownLessons.lessonH(), Answer.Kind.NUMBER, "layer1/dW/3,2/term2");
    Marked tied = marker.mark("2");
    assertThat(tied.asksLines()).isTrue();
    assertThat(tied.diagnosis()).isEmpty();
    assertThat(said(tied))
        .isEqualTo("2 comes out in two ways. Which row and which column did you use?");
    assertThat(code(marker.mark("2", Optional.of(new Answer.Lines(2, 1))))).isEqualTo("M12");
    assertThat(code(marker.mark("2", Optional.of(new Answer.Lines(1, 1))))).isEqualTo("M16");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer1/dW/:,2 | 6 2 | M8", "layer1/dX/2 | 0 6 | M8",
        "layer2/dW/:,1 | -1 3 -3 3 | M17", "layer2/z/:,1 | -15 -5 -10 | M17",
        "layer1/dZ/2 | -2 0 2 0 | right", "layer1/dZ/2 | -2 4 2 -6 | M7",
        "layer1/dZ/2 | 0 4 2 0 | M8", "layer1/dZ/2 | 1 0 1 0 | M7",
        "layer1/dW/:,2 | -4 2 | right", "layer1/dW/:,2 | 4 -2 | M7",
        "layer1/dW/:,2 | -2 -4 | M4", "layer1/dW/:,2 | -1.333 0.667 | M3",
        "layer2/dA/:,1 | -1 2 1 | M12", "layer2/dA/:,1 | 0.333 -0.667 -0.333 | M3",
      })
  void namesWhatWasDoneBehindAGate(String of, String typed, String code) {
    assertThat(code(marker(KnownLessons.twoLayers(), Answer.Kind.ROW, of).mark(typed)))
        .isEqualTo(code);
  }

  /** The mask of dL/dA₁ lets (0, 4, 2) through in column 2, and Xᵀ makes (6, 2) of it. */
  @Test
  void saysThatAWrongMatrixWasUsedRightly() {
    assertThat(
            said(marker(KnownLessons.twoLayers(), Answer.Kind.ROW, "layer1/dW/:,2").mark("6, 2")))
        .isEqualTo(
            "Your column is made rightly of a dL/dZ₁ that is not right. It opens the gate where"
                + " dL/dA₁ is positive. Which matrix closed it on the way forward?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer1/dA/1 | 1/4, -1/2, 1/4 | right", "layer1/dA/1 | -0.25 0.5 -0.25 | M14",
        "layer1/dA/1 | 0 -2 0 | M14", "layer1/dA/1 | 0.083333 -0.1667 0.083333 | M14",
        "layer1/dA/2 | 0.6 -0.1 -0.5 | M14", "layer1/dA/2 | 0.4 -0.9 0.5 | M16",
        "layer1/dA/2 | -2.5 0 0 | M14", "loss/p/1 | 0.2 0.6667 0.1667 | M14",
      })
  void namesWhatWasDoneWithSoftmax(String of, String typed, String code) {
    assertThat(code(marker(KnownLessons.softmax(Reduction.SUM), Answer.Kind.ROW, of).mark(typed)))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"-1.5, right", "-0.375, M3", "-3, M3", "-6, M3"})
  void namesAWrongDivisionOfAMean(String typed, String code) {
    Lesson lesson = KnownLessons.lessonH();
    Lesson mean = lesson.with(lesson.x(), lesson.layers(), lesson.loss().with(Reduction.MEAN));
    assertThat(code(marker(mean, Answer.Kind.NUMBER, "layer1/dW/3,2").mark(typed))).isEqualTo(code);
  }

  // ---- how it is typed

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NUMBER | layer1/dW/3,2 | six | “six” is not a number",
        "ROW | layer1/dX/2 | 1, x, 3 | Row 1, column 2",
        "ROW | layer1/dX/2 | 1, 8 | Yours is 1×2 and 1×3 was asked",
        "MATRIX | layer1/dW | [[1, 2], [3]] | Row 2",
        "SHAPE | layer1/dW | 3 | “3” is no shape: give rows × columns, such as 3×2.",
        "NUMBER | layer1/dW/3,2 | '' | Type an answer first.",
      })
  void doesNotCountWhatCannotBeRead(Answer.Kind kind, String of, String typed, String begins) {
    Marked marked = marker(KnownLessons.lessonH(), kind, of).mark(typed);
    assertThat(marked.attempt()).isFalse();
    assertThat(marked.correct()).isFalse();
    assertThat(marked.credit()).isZero();
    assertThat(said(marked)).contains(begins);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-6",
        "− 6",
        "–6",
        "(-6)",
        "[−6]",
        "= -6",
        "dL/dw = − 6",
        "-6.",
        "-12 / 2",
        "-6e0"
      })
  void readsANumberAsPeopleWriteIt(String typed) {
    assertThat(
            marker(KnownLessons.lessonH(), Answer.Kind.NUMBER, "layer1/dW/3,2")
                .mark(typed)
                .correct())
        .isTrue();
  }

  /** A learner separates rows by ; and entries by commas, which elsewhere would be decimal. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MATRIX | layer1/dW | 6,-5;8,-9;7,-6",
        "MATRIX | layer1/dW | 6, - 5; 8, - 9; 7, - 6",
        "MATRIX | layer1/dW | ((6,-5),(8,-9),(7,-6))",
        "ROW | layer1/dX/2 | 1, 8 , – 9",
        "ROW | layer1/dX/2 | 1,0; 8,0; -9,0",
        "ROW | layer1/dX/2 | 1; 8; -9",
      })
  void readsSeveralNumbersAsPeopleWriteThem(Answer.Kind kind, String of, String typed) {
    assertThat(marker(KnownLessons.lessonH(), kind, of).mark(typed).correct()).isTrue();
  }

  @Test
  void saysWhatIsRight() {
    assertThat(said(marker(KnownLessons.lessonH(), Answer.Kind.ROW, "layer1/dX/2").mark("1 8 -9")))
        .isEqualTo("Right: all 3 numbers.");
    assertThat(said(marker(KnownLessons.lessonH(), Answer.Kind.ROW, "layer1/dW/1").mark("6 -5")))
        .isEqualTo("Right: both numbers.");
    assertThat(said(marker(KnownLessons.lessonH(), Answer.Kind.LINES, "layer1/dW/3,2").mark("3,2")))
        .isEqualTo("Right.");
    assertThat(said(asking(new Answer.Choice(1), List.of("i", "k")).mark("k")))
        .isEqualTo("Right: k.");
    assertThat(said(asking(new Answer.Scalar(Entry.of(250880000)), List.of()).mark("250880000")))
        .as("a count, by its thousands as the Jacobian view has it")
        .isEqualTo("Right: 250\u2009880\u2009000.");
    Lesson large =
        new Lesson(
            "Large",
            Matrix.row(12_345),
            List.of(new Layer(Matrix.row(1), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM),
            0.1);
    assertThat(said(marker(large, Answer.Kind.NUMBER, "layer1/z/1,1").mark("12 345")))
        .as("an entry, as its cell has it")
        .isEqualTo("Right: 12345.");
    // The last number before those of which a double keeps every second only.
    assertThat(
            said(
                asking(new Answer.Scalar(Entry.of(0x1p53 - 1)), List.of())
                    .mark("9007199254740991")))
        .isEqualTo("Right: 9 007 199 254 740 991.".replaceAll("(?<=\\d) ", "\u2009"));
    assertThat(
            said(asking(new Answer.Scalar(Entry.of(0x1p53)), List.of()).mark("9007199254740992")))
        .isEqualTo("Right: 9.0072e15.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3×2", "3x2", "[3,2]", "(3, 2)", "3 2", "3 by 2"})
  void readsAShapeAsPeopleWriteIt(String typed) {
    assertThat(marker(KnownLessons.lessonH(), Answer.Kind.SHAPE, "layer1/dW").mark(typed).correct())
        .isTrue();
  }

  @Test
  void namesAShapeThatLiesTheOtherWay() {
    assertThat(code(marker(KnownLessons.lessonH(), Answer.Kind.SHAPE, "layer1/dW").mark("2x3")))
        .isEqualTo("M10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"row 3, column 2", "3, 2", "(3,2)", "3 and 2", "3×2"})
  void readsTwoLines(String typed) {
    assertThat(
            marker(KnownLessons.lessonH(), Answer.Kind.LINES, "layer1/dW/3,2")
                .mark(typed)
                .correct())
        .isTrue();
  }

  private static Beat.Ask ask(Answer right, List<String> options, Beat.Wrong... wrong) {
    return new Beat.Ask(
        right.kind(),
        null,
        null,
        options.stream().map(text -> new Beat.Option(Wording.of(text), null)).toList(),
        List.of(wrong),
        right,
        false);
  }

  private static Marker asking(Answer right, List<String> options, Beat.Wrong... wrong) {
    return new Marker(Derivation.of(KnownLessons.lessonH()), ask(right, options, wrong));
  }

  @ParameterizedTest
  @CsvSource({"k, true", "A, true", "1, true", "i, false", "b, false", "3., false"})
  void readsAnOptionByTextLetterOrNumber(String typed, boolean right) {
    assertThat(asking(new Answer.Choice(0), List.of("k", "i", "j")).mark(typed).correct())
        .isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1, 2 | 1",
        "AB | 1",
        "b a | 1",
        "XG; XᵀG | 1",
        "A | 0.75",
        "none | 0.5",
        "A, D | 0.5"
      })
  void givesCreditForEachOptionDecidedRightly(String typed, double credit) {
    assertThat(
            asking(new Answer.Choices(List.of(0, 1)), List.of("XᵀG", "XG", "GX", "G"))
                .mark(typed)
                .credit())
        .isEqualTo(credit);
  }

  @Test
  void ordersLinesOfCode() {
    Marker marker =
        asking(
            new Answer.Order(List.of(1, 2, 0)),
            List.of("c", "a", "b"),
            new Beat.Wrong(new Answer.Order(List.of(1, 0, 2)), Misconception.M13));
    assertThat(marker.mark("2, 3, 1").correct()).isTrue();
    assertThat(code(marker.mark("a, c, b"))).isEqualTo("M13");
    assertThat(marker.mark("a, b").attempt()).isFalse();
  }

  @Test
  void readsCellsAsPlacesOrAsRowAndColumn() {
    Marker marker =
        asking(
            new Answer.Cells(
                List.of(
                    (Place.OfCell) Place.parse("layer1/z/2,1"),
                    (Place.OfCell) Place.parse("layer1/z/2,2"))),
            List.of());
    assertThat(marker.mark("layer1/z/2,2 layer1/z/2,1").correct()).isTrue();
    assertThat(marker.mark("2,1 2,2").correct()).isTrue();
    assertThat(marker.mark("(2,1), (2,2)").correct()).isTrue();
    assertThat(marker.mark("2,1").credit()).isEqualTo(0.5);
    assertThat(marker.mark("z").attempt()).isFalse();
  }

  @Test
  void marksEachPart() {
    Marker marker =
        asking(
            new Answer.Parts(
                List.of(new Answer.Scalar(Entry.of(2)), new Answer.Row(Matrix.row(1, 2)))),
            List.of());
    assertThat(marker.mark("2; 1, 2").correct()).isTrue();
    Marked half = marker.mark("2; 1, 3");
    assertThat(half.credit()).isEqualTo(0.75);
    assertThat(half.entries()).containsExactly(true, false);
    assertThat(marker.mark("2").attempt()).isFalse();
  }

  /** Where somebody else went wrong: the cell, what was done by its letter, the right number. */
  @Test
  void aPartCanBeAnOption() {
    Answer right =
        new Answer.Parts(
            List.of(
                new Answer.Cells(List.of((Place.OfCell) Place.parse("layer1/dW/3,2"))),
                new Answer.Scalar(Entry.of(1)),
                new Answer.Scalar(Entry.of(-6))));
    Beat.Ask ask =
        new Beat.Ask(
            right.kind(),
            null,
            null,
            List.of(
                new Beat.Option(Wording.of("divided"), Misconception.M3, Wording.of("By what?")),
                new Beat.Option(Wording.of("turned"), Misconception.M12)),
            List.of(),
            right,
            false);
    Marker marker = new Marker(Derivation.of(KnownLessons.lessonH()), ask);
    assertThat(marker.mark("3,2; b; -6").correct()).isTrue();
    assertThat(marker.mark("3,2; 1; -6").correct()).as("by the number answers hold").isTrue();
    Marked first = marker.mark("3,2; a; -6");
    assertThat(first.entries()).containsExactly(true, false, true);
    assertThat(code(first)).as("an idea of who went wrong").isEqualTo("none");
    assertThat(said(first)).isEqualTo("Part 2 is not right yet. By what?");
    assertThat(code(marker.mark("3,2; b; 6"))).as("the number of the cell").isEqualTo("M12");
    for (double none : new double[] {2, -1, 0.5}) {
      Marked noTry = marker.mark(((Answer.Parts) right).with(1, new Answer.Scalar(Entry.of(none))));
      assertThat(noTry.attempt()).as("option %s", none).isFalse();
      assertThat(said(noTry)).isEqualTo("Choose one option.");
    }
  }

  /** With N = 4 the mean of lesson H is what a step of 0.25 takes. */
  @Test
  void ofTwoIdeasThatMakeOneExpressionTheListedOneIsNamed() {
    Lesson h = KnownLessons.lessonH();
    Lesson lesson = new Lesson("", h.x(), h.layers(), h.loss(), 0.25);
    Answer right = new Answer.Expression("X.T @ dZ");
    Answer quarter = new Answer.Expression("X.T @ dZ / 4");
    for (Misconception idea : List.of(Misconception.M3, Misconception.M18)) {
      Marker marker =
          new Marker(Derivation.of(lesson), ask(right, List.of(), new Beat.Wrong(quarter, idea)));
      assertThat(said(marker.mark("0.25 * X.T @ dZ")))
          .contains(idea == Misconception.M3 ? "divided by N = 4" : "holds η = 0.25 already");
    }
    assertThat(code(new Marker(Derivation.of(lesson), ask(right, List.of())).mark("X.T @ dZ / 4")))
        .isEqualTo("M3");
  }

  @Test
  void anAnswerThatIsListedIsNamedByItsListAndInTheseNumbers() {
    Lesson lesson = KnownLessons.lessonH();
    Beat.Ask ask =
        new Beat.Ask(
            Answer.Kind.NUMBER,
            Place.parse("layer1/dW/3,2/term2"),
            null,
            List.of(),
            List.of(
                new Beat.Wrong(new Answer.Scalar(Entry.of(2)), Misconception.M16),
                new Beat.Wrong(new Answer.Scalar(Entry.of(99)), Misconception.M9)),
            null,
            false);
    Marker marker = new Marker(Derivation.of(lesson), ask);
    assertThat(code(marker.mark("2"))).isEqualTo("M16");
    assertThat(said(marker.mark("2"))).startsWith("2 is x₂₂ · dz₂₂");
    assertThat(said(marker.mark("99"))).isEqualTo(TEXTS.say(Ideas.of(Misconception.M9)));
  }

  // ---- expressions

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X.T @ dZ | X.T @ dZ | right",
        "X.T @ dZ | (dZ.T @ X).T | right",
        "X.T @ dZ | 2 * X.T @ dZ / 2 | right",
        "X.T @ dZ | X.T @ dA | right",
        "X.T @ dZ | dZ.T @ X | M10",
        "X.T @ dZ | X.T @ Z | M17",
        "X.T @ dZ | -X.T @ dZ | M12",
        "X.T @ dZ | X.T @ dZ / 4 | M3",
        "X.T @ dZ | X.T @ dZ + 1 | none",
        "dZ @ W.T | dZ @ W.T | right",
        "dZ @ W.T | W @ dZ.T | M10",
        "W - 0.1 * dW | W - lr * X.T @ dZ | right",
        "W - 0.1 * dW | W + 0.1 * dW | M12",
        "W - 0.1 * dW | W - dW | M12",
        "W - 0.1 * dW | -0.1 * dW | M12",
        "dZ.sum(axis=0) | dZ.sum(axis=0) | right",
        "dZ.sum(axis=0) | dZ.sum(axis=1) | M5",
        "dZ.sum(axis=0) | dZ.mean(axis=0) | M5",
        "dZ.sum(axis=0) | dZ | M5",
      })
  void judgesAnExpressionByWhatItGives(String right, String typed, String code) {
    Marker marker =
        new Marker(
            Derivation.of(KnownLessons.lessonHWithBias()),
            ask(new Answer.Expression(right), List.of()));
    assertThat(code(marker.mark(typed))).isEqualTo(code);
  }

  /** In two layers every matrix goes by its layer's number, and Z of the last one is its A. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A1.T @ dZ2 | A1.T @ dA2 | right",
        "A1.T @ dZ2 | A1.T @ dZ1 | none",
        "W1 - lr * X.T @ dZ1 | W1 - 0.1 * dW1 | right",
        "A2 - T | Z2 - Y | right",
        "A1 @ W2 + b2 | A1 @ W2 + b2 | right",
        "A1 @ W2 + b2 | Z1 @ W2 + b2 | M17",
        "A1 @ W2 + b2 | A1 @ W2 | M5",
      })
  void judgesAnExpressionOfTwoLayers(String right, String typed, String code) {
    Lesson lesson = KnownLessons.twoLayers();
    Layer last = lesson.layers().getLast();
    Marker marker =
        new Marker(
            Derivation.of(
                lesson.withLayer(
                    1,
                    new Layer(last.w(), Matrix.row(2), last.activation(), Frozen.NOTHING, null))),
            ask(new Answer.Expression(right), List.of()));
    assertThat(code(marker.mark(typed))).as(said(marker.mark(typed))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"W @ X + b | W @ X + b | right", "dZ.sum(axis=1) | dZ.sum(axis=1) | right"})
  void judgesAnExpressionInTheOtherConvention(String right, String typed, String code) {
    Marker marker =
        new Marker(
            Derivation.of(KnownLessons.lessonHWithBias().withConvention(Convention.WX)),
            ask(new Answer.Expression(right), List.of()));
    assertThat(code(marker.mark(typed))).isEqualTo(code);
  }

  /** X of lesson L is 2×3 as Wᵀ is, by chance alone. */
  @Test
  void whatNeedsEqualSizesIsJudgedOnItsOwnNumbers() {
    Marker marker =
        new Marker(
            Derivation.of(KnownLessons.lessonL()),
            ask(new Answer.Expression("X + W.T"), List.of()));
    assertThat(code(marker.mark("W.T + X"))).isEqualTo("right");
    assertThat(code(marker.mark("X - W.T"))).isEqualTo("none");
    assertThat(said(marker.mark("X + W"))).doesNotContain("It is tried with");
    assertThat(
            said(
                new Marker(
                        Derivation.of(KnownLessons.lessonL()),
                        ask(new Answer.Expression("X.T @ dZ"), List.of()))
                    .mark("X + W.T")))
        .endsWith("It is tried with X 2×3 and W 3×4.");
    assertThat(
            said(
                new Marker(
                        Derivation.of(KnownLessons.lessonL()),
                        ask(new Answer.Expression("X.T @ dZ"), List.of()))
                    .mark("X @ Q")))
        .doesNotContain("It is tried with");
  }

  @Test
  void aListedExpressionIsNamedAsListedWhateverElseGivesItsNumbers() {
    Marker marker =
        new Marker(
            Derivation.of(KnownLessons.lessonHWithBias()),
            ask(
                new Answer.Expression("X.T @ dZ"),
                List.of(),
                new Beat.Wrong(new Answer.Expression("X.T @ dZ / N"), Misconception.M5),
                new Beat.Wrong(new Answer.Expression("-X.T @ dZ"), Misconception.M12),
                new Beat.Wrong(new Answer.Expression("X.T @ dZ + 7"), Misconception.M9),
                new Beat.Wrong(new Answer.Expression("X @ dZ"), Misconception.M1),
                new Beat.Wrong(
                    new Answer.Expression("X.T @ dZ - W / 2"), null, Wording.of("Why W?"))));
    assertThat(said(marker.mark("dW = X.T@dZ - 0.5*W"))).isEqualTo("Why W?");
    assertThat(code(marker.mark("X.T @ dZ / 4"))).isEqualTo("M5");
    assertThat(said(marker.mark("X.T @ dZ / 4"))).contains("is divided by N = ");
    assertThat(code(marker.mark("-(X.T @ dZ)"))).isEqualTo("M12");
    assertThat(code(marker.mark("7 + X.T @ dZ"))).isEqualTo("M9");
    assertThat(said(marker.mark("7 + X.T @ dZ"))).isEqualTo(TEXTS.say(Ideas.of(Misconception.M9)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(P - Y) / 2 | right",
        "0.5 * P - Y / N | right",
        "(Y - P) / 2 | M14",
        "P - Y | M3",
        "(P - Y) / 3 | M14"
      })
  void judgesAnExpressionOfSharesAndLabels(String typed, String code) {
    Marker marker =
        new Marker(
            Derivation.of(KnownLessons.softmax(Reduction.MEAN)),
            ask(new Answer.Expression("(P - Y) / 2"), List.of()));
    assertThat(code(marker.mark(typed))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X @ dZ | Character 3: 4×3 @ 4×2 does not fit: rows of 3 meet columns of 4.",
        "X.T @ | Character 6: the expression ends where a matrix or a number should stand.",
        "dW | Your expression is dW itself, which is what it should make. Make it of the others.",
      })
  void anExpressionThatCannotRunIsNoTry(String typed, String reply) {
    Marked marked = asking(new Answer.Expression("X.T @ dZ"), List.of()).mark(typed);
    assertThat(marked.attempt()).isFalse();
    assertThat(said(marked)).isEqualTo(reply);
  }

  @Test
  void whatFitsByEqualSizesAloneIsToldTheSizesThatItIsTriedWith() {
    Marker marker =
        new Marker(
            Derivation.of(KnownLessons.lessonL()),
            ask(new Answer.Expression("X.T @ dZ"), List.of()));
    assertThat(said(marker.mark("X.T @ dZ.T")))
        .isEqualTo(
            "Character 5: 3×2 @ 4×2 does not fit: rows of 2 meet columns of 4. It is tried with X"
                + " 2×3 and W 3×4.");
  }

  // ---- any lesson

  /** In every convention: what is right is right, and what a method gives is named or asked of. */
  @Test
  void whatIsModelledIsNamedOnAnyLesson() {
    int named = 0;
    for (Lesson lesson : RandomLessons.awayFromKinks(40, 9)) {
      Derivation derivation = Derivation.of(lesson);
      for (Section section : derivation.sections()) {
        Cell cell = new Cell(section.shape().rows() - 1, section.shape().columns() - 1);
        Region place = new Place.OfCell(section.result(), cell);
        Asked asked = new Asked(derivation, place);
        Marker marker =
            new Marker(
                derivation,
                new Beat.Ask(Answer.Kind.NUMBER, place, null, List.of(), List.of(), null, false));
        double right = asked.numbers().get(0, 0);
        assertThat(marker.mark(marker.right()).correct()).isTrue();
        assertThat(marker.mark(Numbers.exact(right)).correct()).isTrue();
        for (WrongMethod method : asked.modelled().toList()) {
          Optional<Matrix> given = asked.given(method);
          if (given.isEmpty() || Tolerance.accepts(given.get().get(0, 0), right)) {
            continue;
          }
          Marked marked = marker.mark(new Answer.Scalar(Entry.of(given.get().get(0, 0))));
          assertThat(marked.correct()).isFalse();
          assertThat(marked.asksLines() || marked.diagnosis().isPresent())
              .as("%s of %s", method.slip().get(), place)
              .isTrue();
          assertThat(said(marked)).endsWith("?");
          named++;
        }
      }
    }
    assertThat(named).isGreaterThan(1000);
  }
}
