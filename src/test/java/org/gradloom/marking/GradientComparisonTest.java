package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.marking.Slip.Cause;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.paste.MatrixReader;
import org.gradloom.paste.Reading;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which mistake a learner's gradient shows. */
class GradientComparisonTest {
  private static final Texts TEXTS = Texts.english();
  private static final Operand DW = new Operand(0, MatrixSymbol.DW);

  /** The dL/dW of lesson H is [[6, -5], [8, -9], [7, -6]]. */
  private static GradientComparison compared(Lesson lesson, Operand gradient, String yours) {
    Reading reading = MatrixReader.readings(yours).getFirst();
    return GradientComparison.of(
        Derivation.of(lesson), gradient, reading.matrix(), reading.rounding());
  }

  private static GradientComparison compared(Lesson lesson, Operand gradient, Matrix yours) {
    return GradientComparison.of(
        Derivation.of(lesson), gradient, yours, Matrix.zeros(yours.shape()));
  }

  private static List<String> said(Lesson lesson, GradientComparison compared) {
    List<String> said = new ArrayList<>();
    for (PatternSentences.Said each : PatternSentences.of(Derivation.of(lesson), compared)) {
      said.add(TEXTS.say(each.sentence()));
      each.remarks().forEach(remark -> said.add(TEXTS.say(remark)));
    }
    return said;
  }

  // ---- by hand

  @Test
  void marksTheEntriesAndNamesTheSampleThatIsMissing() {
    var compared = compared(KnownLessons.lessonH(), DW, "[[8, -6], [2, -6], [7, -6]]");
    assertThat(compared.differing())
        .containsExactly(new Cell(0, 0), new Cell(0, 1), new Cell(1, 0), new Cell(1, 1));
    assertThat(compared.agreeing()).isEqualTo(2);
    assertThat(compared.slips())
        .singleElement()
        .hasToString("MissingTerm[which=0, share=[[-2, 1], [6, -3], [0, 0]]]");
    assertThat(said(KnownLessons.lessonH(), compared))
        .containsExactly(
            "Sample 1 is missing: each difference is what column 1 of Xᵀ times row 1 of dL/dZ"
                + " adds.",
            "Row 3 agrees only because x₁₃ = 0.",
            "A loop that begins at 1 where samples are counted from 0 does this.");
  }

  @Test
  void comparesAndNamesAsTheConventionWrites() {
    Lesson lesson = KnownLessons.lessonH().withConvention(Convention.WX);
    var compared = compared(lesson, DW, "[[8, 2, 7], [-6, -6, -6]]");
    assertThat(compared.differing())
        .containsExactly(new Cell(0, 0), new Cell(0, 1), new Cell(1, 0), new Cell(1, 1));
    assertThat(said(lesson, compared))
        .containsExactly(
            "Sample 1 is missing: each difference is what column 1 of dL/dZ times row 1 of Xᵀ"
                + " adds.",
            "Column 3 agrees only because x₃₁ = 0.",
            "A loop that begins at 1 where samples are counted from 0 does this.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[-6, 5], [-8, 9], [-7, 6]] | Every sign is turned: yours is −dL/dW.",
        "[[1.5, -1.25], [2, -2.25], [1.75, -1.5]] | Divided by N = 4: yours is the gradient of the"
            + " mean, and this loss is the sum.",
        "[[24, -20], [32, -36], [28, -24]] | Multiplied by N = 4: each entry is so many times too"
            + " large.",
        "[[0.6, -0.5], [0.8, -0.9], [0.7, -0.6]] | Multiplied by η = 0.1: yours is the step of the"
            + " update and not the gradient.",
        "[[6.006, -5.005], [8.008, -9.009], [7.007, -6.006]] | Multiplied: each entry is 1.001"
            + " times what it should be.",
        "[[18, -15], [24, -27], [21, -18]] | Multiplied: each entry is 3 times what it should be.",
        "[[6, 8, 7], [-5, -9, -6]] | Transposed: yours has the rows and columns of dL/dW swapped,"
            + " which needs the shape of W.",
      })
  void saysInASentenceWhatThePatternIs(String yours, String sentence) {
    Lesson lesson = KnownLessons.lessonH();
    assertThat(said(lesson, compared(lesson, DW, yours))).containsExactly(sentence);
  }

  @Test
  void namesTheSlopeThatIsMissing() {
    Lesson lesson = KnownLessons.twoLayers();
    Trace trace = Trace.of(lesson);
    Matrix dA = trace.matrix(new Operand(0, MatrixSymbol.DA));
    var compared = compared(lesson, new Operand(0, MatrixSymbol.DZ), dA);
    assertThat(said(lesson, compared))
        .containsExactly("The slope of ReLU is missing: yours takes dL/dA₁ where dL/dZ₁ belongs.");
  }

  /** Five parts in a hundred thousand too large is rounding, wherever it comes from. */
  @Test
  void aFactorNearOneIsNoPattern() {
    var compared =
        compared(
            KnownLessons.lessonH(),
            DW,
            "[[6.0003, -5.00025], [8.0004, -9.00045], [7.00035, -6.0003]]");
    assertThat(compared.differing()).hasSize(6);
    assertThat(compared.slips()).isEmpty();
  }

  @Test
  void hasNoPatternForWhatNobodyForesaw() {
    var compared = compared(KnownLessons.lessonH(), DW, "[[6, -5], [8, -8], [7, -6]]");
    assertThat(compared.differing()).containsExactly(new Cell(1, 1));
    assertThat(compared.slips()).isEmpty();
  }

  @Test
  void saysOfAWrongShapeBothShapesAndComparesNothing() {
    assertThatThrownBy(() -> compared(KnownLessons.lessonH(), DW, "[[1, 2], [3, 4]]"))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(TEXTS.say(refused.said()))
                    .isEqualTo(
                        "Yours is 2×2 but dL/dW is 3×2, as W is: give one number for each entry."));
  }

  @Test
  void comparesNothingWithWhatIsNoGradient() {
    assertThatThrownBy(
            () -> compared(KnownLessons.lessonH(), new Operand(0, MatrixSymbol.Z), "[[1]]"))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () -> compared(KnownLessons.lessonH(), new Operand(0, MatrixSymbol.DB), "[[1]]"))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void takesAColumnForAVector() {
    Lesson lesson = KnownLessons.lessonHWithBias();
    var compared = compared(lesson, new Operand(0, MatrixSymbol.DB), "8\n-7");
    assertThat(compared.differing()).isEmpty();
    assertThat(compared.yours()).hasToString("[[8, -7]]");
  }

  @Test
  void tellsWhichEntryIsFurthestAndBothNumbersSoThatTheyDiffer() {
    var compared = compared(KnownLessons.lessonH(), DW, "[[6, -5], [8, -8], [7, -6.5]]");
    Cell far = new Cell(1, 1);
    assertThat(compared.isShapedAlike()).isTrue();
    assertThat(compared.agrees(new Cell(0, 0))).isTrue();
    assertThat(compared.agrees(far)).isFalse();
    assertThat(compared.furthest()).isEqualTo(far);
    assertThat(compared.likeliestTerm()).isEmpty();
    assertThat(compared.yoursText(far) + " " + compared.derivedText(far)).isEqualTo("−8 −9");
    Lesson lesson = KnownLessons.twoLayers();
    Lesson mean = lesson.withLoss(lesson.loss().with(Reduction.MEAN));
    // The derived row 1 is −2/3, −4/3, 2/3, 0.
    var thirds = compared(mean, DW, "[[-0.6666667, -1.333331, 0, 0], [0, 0, 0, 0]]");
    assertThat(thirds.yoursText(new Cell(0, 0))).isEqualTo("−0.666667");
    assertThat(thirds.yoursText(new Cell(0, 2)) + " " + thirds.derivedText(new Cell(0, 1)))
        .isEqualTo("0 −1.3333333333333333");
    assertThat(thirds.yoursText(new Cell(0, 1))).isEqualTo("−1.333331");
    assertThat(thirds.derivedText(new Cell(0, 2))).isEqualTo("0.666667");
  }

  @Test
  void theFurthestEntryIsTheOneWhoseNumbersAreApartWhicheverSizeTheyHave() {
    // 0.5 from −9, and 2 from −6.
    assertThat(compared(KnownLessons.lessonH(), DW, "[[6, -5], [8, -8.5], [7, -8]]").furthest())
        .isEqualTo(new Cell(2, 1));
  }

  /** A row of numbers times a single blame of 1: the gradient is the row itself. */
  private static List<String> saidOfRow(String yours, double... row) {
    Lesson lesson =
        new Lesson(
            "",
            Matrix.row(row),
            List.of(new Layer(Matrix.zeros(new Shape(row.length, 1)), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM),
            0.1);
    return said(lesson, compared(lesson, DW, yours));
  }

  @Test
  void anyMultipleIsNamedWhereTwoEntriesTellIt() {
    String three = "Multiplied: each entry is 3 times what it should be.";
    assertThat(saidOfRow("[[0], [3], [6]]", 0, 1, 2)).containsExactly(three);
    assertThat(saidOfRow("[[6], [0], [3]]", 2, 0, 1)).containsExactly(three);
    // Any number is a multiple of one that stands alone.
    assertThat(saidOfRow("[[0], [3], [0]]", 0, 1, 0)).isEmpty();
    // Copied with few digits, the largest entry tells the factor best.
    assertThat(saidOfRow("[[0.003], [300.5]]", 0.001, 100))
        .containsExactly("Multiplied: each entry is 3.005 times what it should be.");
  }

  @Test
  void aTransposeHasNoEntryThatAgrees() {
    var compared = compared(KnownLessons.lessonH(), DW, "[[6, 8, 7], [-5, -9, -6]]");
    assertThat(compared.isShapedAlike()).isFalse();
    assertThat(compared.agreeing()).isZero();
    assertThat(compared.yoursText(new Cell(1, 2))).isEqualTo("−6");
  }

  @Test
  void theTermThatIsMissingIsTheLikeliest() {
    var compared = compared(KnownLessons.lessonH(), DW, "[[8, -6], [2, -6], [7, -6]]");
    assertThat(compared.likeliestTerm())
        .hasValueSatisfying(term -> assertThat(term.which()).isZero());
  }

  // ---- the digits that were copied

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[0.3333, 1.]] | 1",
        "[[0.333, 1.]] | 1",
        "[[0.334, 1.]] | 0",
        "[[0.33333333, 1.00000000]] | 1",
        "[[0.3333, 1.001]] | 0",
        "[[3.3333e-01, 1.0000e+00]] | 1",
        "[[3.3334e-01, 1.0000e+00]] | 0",
        "[[1/3, 1]] | 1",
        "[[0, 1]] | 0",
      })
  void agreesAsFarAsTheDigitsTell(String copied, int agrees) {
    Reading reading = MatrixReader.readings(copied).getFirst();
    Agreement agreement =
        Agreement.of(reading.matrix(), reading.rounding(), Matrix.row(1.0 / 3, 1));
    boolean all = agreement.holds(0, 0, 1.0 / 3) && agreement.holds(0, 1, 1);
    assertThat(all).isEqualTo(agrees == 1);
  }

  @Test
  void wholeNumbersAreNoRoundedOnes() {
    Reading reading = MatrixReader.readings("[[6.0, -5.0]]").getFirst();
    Agreement agreement = Agreement.of(reading.matrix(), reading.rounding(), Matrix.row(6.04, -5));
    assertThat(agreement.holds(0, 0, 6.04)).isFalse();
    assertThat(agreement.holds(0, 1, -5)).isTrue();
  }

  // ---- on random networks

  /** One gradient of a random network, as plain arrays. */
  private record Case(Lesson lesson, Operand gradient, Matrix derived) {
    Matrix changed(DoubleUnaryOperator change) {
      return Matrix.numbers(derived.shape(), (i, j) -> change.applyAsDouble(derived.get(i, j)));
    }

    /** A matrix of this shape with rows as samples, as the lesson's convention lists it. */
    Matrix listed(Matrix.NumberSource inside) {
      return lesson.convention().listed(gradient, Matrix.numbers(lesson.shape(gradient), inside));
    }
  }

  private static List<Case> cases(MatrixSymbol... quantities) {
    List<Case> cases = new ArrayList<>();
    for (Lesson lesson : RandomLessons.any(160, 11)) {
      Trace trace = Trace.of(lesson);
      for (int l = 0; l < lesson.layers().size(); l++) {
        for (MatrixSymbol quantity : quantities) {
          Operand gradient = new Operand(l, quantity);
          if (lesson.has(gradient)) {
            cases.add(
                new Case(
                    lesson,
                    gradient,
                    lesson.convention().listed(gradient, trace.matrix(gradient))));
          }
        }
      }
    }
    return cases;
  }

  /**
   * Holds that a mistake is named wherever it can be seen.
   *
   * @return how often that was
   */
  private static int assertNamed(Case of, Matrix wrong, Slip... anyOf) {
    var compared = compared(of.lesson, of.gradient, wrong);
    if (compared.differing().isEmpty()) {
      return 0;
    }
    assertThat(compared.slips())
        .as("%s of %s: %s for %s", of.gradient, of.lesson, wrong, of.derived)
        .isNotEmpty();
    if (compared.slips().size() < 3) { // more were not looked for
      assertThat(compared.slips()).as("%s", of).containsAnyOf(anyOf);
    }
    return 1;
  }

  @Test
  void theRightAnswerHasNoPattern() {
    for (Case each :
        cases(
            MatrixSymbol.DA, MatrixSymbol.DZ, MatrixSymbol.DW, MatrixSymbol.DB, MatrixSymbol.DX)) {
      var exact = compared(each.lesson, each.gradient, each.derived);
      assertThat(exact.slips()).isEmpty();
      assertThat(exact.differing()).isEmpty();
      Reading printed = MatrixReader.readings(torch(each.derived)).getFirst();
      var rounded =
          GradientComparison.of(
              Derivation.of(each.lesson), each.gradient, printed.matrix(), printed.rounding());
      assertThat(rounded.slips()).isEmpty();
      assertThat(rounded.differing()).as(printed.matrix().toString()).isEmpty();
    }
  }

  /** As PyTorch prints numbers of different sizes. */
  private static String torch(Matrix matrix) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < matrix.rows(); i++) {
      List<String> row = new ArrayList<>();
      for (int j = 0; j < matrix.columns(); j++) {
        row.add("%.4e".formatted(matrix.get(i, j)));
      }
      rows.add("[" + String.join(", ", row) + "]");
    }
    return "tensor([" + String.join(",\n        ", rows) + "])";
  }

  @Test
  void aChangeOfOneEntryHasNoPattern() {
    Random random = new Random(5);
    for (Case each : cases(MatrixSymbol.DW)) {
      if (Arrays.stream(each.derived.toArray()).filter(v -> v != 0).count() < 3) {
        continue; // with the rest 0, one entry is all there is
      }
      double by = 0.1 + random.nextDouble();
      Matrix wrong =
          Matrix.numbers(
              each.derived.shape(), (i, j) -> each.derived.get(i, j) + (i == 0 && j == 0 ? by : 0));
      var compared = compared(each.lesson, each.gradient, wrong);
      assertThat(compared.differing()).containsExactly(new Cell(0, 0));
      assertThat(compared.slips()).as(wrong + " for " + each.derived).isEmpty();
    }
  }

  @Test
  void namesTurnedSigns() {
    int seen = 0;
    for (Case each : cases(MatrixSymbol.DZ, MatrixSymbol.DW, MatrixSymbol.DB, MatrixSymbol.DX)) {
      seen += assertNamed(each, each.changed(v -> -v), new Slip.Negated());
    }
    assertThat(seen).isGreaterThan(300);
  }

  @Test
  void namesATranspose() {
    int seen = 0;
    for (Case each : cases(MatrixSymbol.DW, MatrixSymbol.DX)) {
      if (each.derived.rows() > 1) {
        seen += assertNamed(each, each.derived.transposed(), new Slip.Transposed());
      }
    }
    assertThat(seen).isGreaterThan(200);
  }

  @Test
  void namesAFactorOfSamples() {
    int seen = 0;
    for (Case each : cases(MatrixSymbol.DZ, MatrixSymbol.DW, MatrixSymbol.DB, MatrixSymbol.DX)) {
      double n = each.lesson.samples();
      seen += assertNamed(each, each.changed(v -> v * n), new Slip.Scaled(n, Cause.TIMES_SAMPLES));
      seen +=
          assertNamed(
              each, each.changed(v -> v / n), new Slip.Scaled(1 / n, Cause.DIVIDED_BY_SAMPLES));
    }
    assertThat(seen).isGreaterThan(600);
  }

  @Test
  void namesASampleThatIsMissingOrAloneOrThereTwice() {
    int seen = 0;
    for (Case each : cases(MatrixSymbol.DW, MatrixSymbol.DB)) {
      Trace trace = Trace.of(each.lesson);
      Matrix dZ = trace.matrix(new Operand(each.gradient.layer(), MatrixSymbol.DZ));
      Matrix x = trace.matrix(new Operand(each.gradient.layer(), MatrixSymbol.X));
      boolean bias = each.gradient.quantity() == MatrixSymbol.DB;
      for (int k = 0; k < dZ.rows() && dZ.rows() > 1; k++) {
        int sample = k;
        Matrix share = each.listed((i, j) -> (bias ? 1 : x.get(sample, i)) * dZ.get(sample, j));
        seen += assertNamed(each, plus(each.derived, share, -1), new Slip.MissingTerm(k, share));
        seen += assertNamed(each, share, new Slip.OnlyTerm(k, share));
        seen += assertNamed(each, plus(each.derived, share, 1), new Slip.RepeatedTerm(k, share));
      }
    }
    assertThat(seen).isGreaterThan(1000);
  }

  private static Matrix plus(Matrix a, Matrix b, int times) {
    return Matrix.numbers(a.shape(), (i, j) -> a.get(i, j) + times * b.get(i, j));
  }

  @Test
  void namesANeuronThatIsMissingFromWhatIsHandedBack() {
    int seen = 0;
    for (Case each : cases(MatrixSymbol.DX)) {
      Trace trace = Trace.of(each.lesson);
      Matrix dZ = trace.matrix(new Operand(each.gradient.layer(), MatrixSymbol.DZ));
      Matrix w = trace.matrix(new Operand(each.gradient.layer(), MatrixSymbol.W));
      for (int j = 0; j < dZ.columns() && dZ.columns() > 1; j++) {
        int neuron = j;
        Matrix share = each.listed((k, i) -> dZ.get(k, neuron) * w.get(i, neuron));
        seen += assertNamed(each, plus(each.derived, share, -1), new Slip.MissingTerm(j, share));
      }
    }
    assertThat(seen).isGreaterThan(300);
  }

  @Test
  void namesASlopeThatWasLeftOut() {
    int seen = 0;
    for (Case each : cases(MatrixSymbol.DW)) {
      int l = each.gradient.layer();
      if (each.lesson.layers().get(l).activation() == Elementwise.IDENTITY) {
        continue;
      }
      Trace trace = Trace.of(each.lesson);
      Matrix x = trace.matrix(new Operand(l, MatrixSymbol.X));
      Matrix dA = trace.matrix(new Operand(l, MatrixSymbol.DA));
      Matrix w = each.lesson.layers().get(l).w();
      Matrix wrong =
          each.listed((i, j) -> {
            double sum = 0;
            for (int k = 0; k < x.rows(); k++) {
              sum += x.get(k, i) * dA.get(k, j);
            }
            double weight = w.get(i, j);
            return sum + penalty(each.lesson, weight);
          });
      seen += assertNamed(each, wrong, new Slip.WithoutSlope());
    }
    assertThat(seen).isGreaterThan(150);
  }

  @Test
  void saysOfAMeanThatItsDivisionIsMissing() {
    Lesson lesson = KnownLessons.softmax(Reduction.MEAN);
    Matrix derived = Trace.of(lesson).matrix(DW);
    Matrix sum = Matrix.numbers(derived.shape(), (i, j) -> 2 * derived.get(i, j));
    assertThat(said(lesson, compared(lesson, DW, sum)).getFirst())
        .isEqualTo(
            "Not divided by N = 2: yours is the gradient of the sum, and this loss is the mean.");
  }

  @Test
  void namesThePenaltyThatIsMissingAndAMeanThatLeavesItOut() {
    int seen = 0;
    for (Case each : cases(MatrixSymbol.DW)) {
      if (each.lesson.loss().penalties().size() != 1) {
        continue;
      }
      Operand weights = new Operand(each.gradient.layer(), MatrixSymbol.W);
      Matrix w = each.lesson.convention().turned(weights, each.lesson.input(weights));
      Matrix share = Matrix.numbers(w.shape(), (i, j) -> penalty(each.lesson, w.get(i, j)));
      Matrix data = plus(each.derived, share, -1);
      int term = each.lesson.samples();
      seen += assertNamed(each, data, new Slip.MissingTerm(term, share));
      double n = each.lesson.samples();
      Matrix wrong = Matrix.numbers(w.shape(), (i, j) -> n * data.get(i, j) + share.get(i, j));
      seen += assertNamed(each, wrong, new Slip.Scaled(n, Cause.TIMES_SAMPLES));
    }
    assertThat(seen).isGreaterThan(50);
  }

  /** λw and λ₁·sign(w), as far as the loss has them. */
  private static double penalty(Lesson lesson, double w) {
    return lesson.loss().l2().gradientFactor(lesson.samples()) * w
        + lesson.loss().l1().lambda() * Math.signum(w);
  }

  @Test
  void saysOfAPenaltyThatItIsMissing() {
    Lesson plain = KnownLessons.lessonH();
    Loss loss = plain.loss();
    Lesson lesson = plain.withLoss(loss.with(new L2(0.5, true, false)));
    assertThat(said(lesson, compared(lesson, DW, "[[6, -5], [8, -9], [7, -6]]")))
        .containsExactly("The penalty’s term is missing: each difference is what λ·W adds.");
    Lesson sizes = plain.withLoss(loss.with(new L1(0.5)));
    assertThat(said(sizes, compared(sizes, DW, "[[6, -5], [8, -9], [7, -6]]")))
        .containsExactly("The penalty’s term is missing: each difference is what λ₁·sign(W) adds.");
  }
}
