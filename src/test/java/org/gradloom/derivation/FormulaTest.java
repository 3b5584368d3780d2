package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.engine.Trace;
import org.gradloom.formula.Expr;
import org.gradloom.formula.Expr.State;
import org.gradloom.formula.FormulaPart;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.Piece;
import org.gradloom.formula.Renderer;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Reduction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormulaTest {
  private static final Lesson LESSON_H = KnownLessons.lessonHWithBias();

  /** A course's first exercise with numbers as a computer prints them. */
  @Test
  void symbolsAndNumbersLeaveOutTheSameTerms() {
    double[] row = {0.123456, -2.345678, 3.456789, -4.567891, 5.678912, -6.789123, 7.891234};
    Matrix x = Matrix.row(row);
    Lesson lesson =
        new Lesson(
            "",
            x,
            List.of(new Layer(x.transposed(), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM),
            0.1);
    Formula formula = formula(lesson, "layer1/z/1,1/term7");
    String symbols = formula.plain(formula.symbols());
    String numbers = formula.plain(formula.numbers());
    assertThat(symbols).contains("…").contains("x₁₇·w₇₁");
    assertThat(numbers.chars().filter(c -> c == '·').count())
        .as(numbers)
        .isEqualTo(symbols.chars().filter(c -> c == '·').count());
    assertThat(numbers).contains("7.89123·7.89123");
  }

  // ---- exact formulas --------------------------------------------------------------------------

  @Test
  void addsUpAWeightsGradientTermByTerm() {
    Formula formula = formula(LESSON_H, "layer1/dW/3,2/term2");
    assertThat(formula.plain(formula.result())).isEqualTo("dL/dw₃₂");
    assertThat(formula.plain(formula.general())).isEqualTo("Σ(k) xₖ₃·dL/dzₖ₂");
    assertThat(formula.plain(formula.symbols()))
        .isEqualTo("x₁₃·dz₁₂ + x₂₃·dz₂₂ + x₃₃·dz₃₂ + x₄₃·dz₄₂");
    assertThat(formula.plain(formula.numbers())).isEqualTo("0·(−1) + 1·(−2)");
    assertThat(formula.plain(formula.sum())).isEqualTo("0 − 2 = −2");
    assertThat(formula.ahead()).isEqualTo(2);
    assertThat(formula.plain())
        .isEqualTo(
            "dL/dw₃₂ = Σ(k) xₖ₃·dL/dzₖ₂ = x₁₃·dz₁₂ + x₂₃·dz₂₂ + x₃₃·dz₃₂ + x₄₃·dz₄₂"
                + " = 0·(−1) + 1·(−2) = 0 − 2 = −2");
  }

  @Test
  void writesTheSameInTeX() {
    Formula formula = formula(LESSON_H, "layer1/dW/3,2/term2");
    assertThat(tex(formula, formula.result())).isEqualTo("\\frac{\\partial L}{\\partial w_{32}}");
    assertThat(tex(formula, formula.general()))
        .isEqualTo("\\sum_{k} x_{k3}\\,\\frac{\\partial L}{\\partial z_{k2}}");
    assertThat(tex(formula, formula.symbols()))
        .isEqualTo(
            "x_{13}\\cdot dz_{12} + x_{23}\\cdot dz_{22} + x_{33}\\cdot dz_{32}"
                + " + x_{43}\\cdot dz_{42}");
    assertThat(tex(formula, formula.numbers())).isEqualTo("{0}\\cdot {(-1)} + {1}\\cdot {(-2)}");
    assertThat(tex(formula, formula.sum())).isEqualTo("{0} - {2} = {-2}");
  }

  @Test
  void marksWhichTermIsActive() {
    Formula formula = formula(LESSON_H, "layer1/dW/3,2/term2");
    assertThat(states(formula, formula.symbols()))
        .containsExactly(State.DONE, State.ACTIVE, State.AHEAD, State.AHEAD);
    assertThat(states(formula, formula.numbers())).containsExactly(State.DONE, State.ACTIVE);
    Formula whole = formula(LESSON_H, "layer1/dW/3,2");
    assertThat(states(whole, whole.symbols())).containsOnly(State.DONE);
    assertThat(whole.ahead()).isZero();
  }

  /** The states of the terms; what joins them is not counted. */
  private static List<State> states(Formula formula, @Nullable Expr line) {
    return formula.renderer(FormulaStyle.PLAIN).parts(Objects.requireNonNull(line)).stream()
        .filter(part -> part.pieces().size() > 1)
        .map(FormulaPart::state)
        .toList();
  }

  @Test
  void writesEveryMatrixOfALinearLayer() {
    assertPlain(
        LESSON_H,
        "layer1/z/1,2/term4",
        "z₁₂ = Σ(i) x₁ᵢ·wᵢ₂ + b₂ = x₁₁·w₁₂ + x₁₂·w₂₂ + x₁₃·w₃₂ + b₂"
            + " = (−1)·(−2) + 3·(−1) + 0·3 + 0 = 2 − 3 + 0 + 0 = −1");
    assertPlain(
        LESSON_H,
        "loss/L/1,1/term2",
        "L = Σ(k,j) zₖⱼ·uₖⱼ = z₁₁·u₁₁ + z₁₂·u₁₂ + z₂₁·u₂₁ + … + z₄₂·u₄₂"
            + " = 7·2 + (−1)·(−1) = 14 + 1 = 15");
    assertPlain(LESSON_H, "layer1/dA/1,2", "dL/dz₁₂ = u₁₂ = −1 = −1");
    assertPlain(
        LESSON_H,
        "layer1/dB/1,2/term3",
        "dL/db₂ = Σ(k) dL/dzₖ₂ = dz₁₂ + dz₂₂ + dz₃₂ + dz₄₂ = (−1) + (−2) + (−2) = −5");
    assertPlain(
        LESSON_H,
        "layer1/dX/1,2/term2",
        "dL/dx₁₂ = Σ(j) dL/dz₁ⱼ·w₂ⱼ = dz₁₁·w₂₁ + dz₁₂·w₂₂ = 2·2 + (−1)·(−1) = 4 + 1 = 5");
    assertPlain(LESSON_H, "layer1/wNext/3,2", "w₃₂′ = w₃₂ − η·dL/dw₃₂ = 3 − 0.1·(−6) = 3.6");
    assertPlain(LESSON_H, "layer1/bNext/1,1", "b₁′ = b₁ − η·dL/db₁ = 0 − 0.1·8 = −0.8");
  }

  @Test
  void numbersLayersWhereThereAreSeveral() {
    Lesson lesson = KnownLessons.twoLayers();
    assertPlain(lesson, "layer1/a/1,2", "a⁽¹⁾₁₂ = g(z⁽¹⁾₁₂) = max(0, z⁽¹⁾₁₂) = max(0, 1) = 1");
    assertPlain(
        lesson,
        "layer2/z/1,1/term2",
        "z⁽²⁾₁₁ = Σ(i) a⁽¹⁾₁ᵢ·w⁽²⁾ᵢ₁"
            + " = a⁽¹⁾₁₁·w⁽²⁾₁₁ + a⁽¹⁾₁₂·w⁽²⁾₂₁ + a⁽¹⁾₁₃·w⁽²⁾₃₁ + a⁽¹⁾₁₄·w⁽²⁾₄₁"
            + " = 3·1 + 1·(−2) = 3 − 2 = 1");
    assertPlain(
        lesson,
        "loss/L/1,1/term1",
        "L = Σ(k,j) ½(z⁽²⁾ₖⱼ − tₖⱼ)²"
            + " = ½(z⁽²⁾₁₁ − t₁₁)² + ½(z⁽²⁾₂₁ − t₂₁)² + ½(z⁽²⁾₃₁ − t₃₁)²"
            + " = ½((−3) − (−4))² = 0.5");
    assertPlain(lesson, "layer2/dA/1,1", "dL/dz⁽²⁾₁₁ = z⁽²⁾₁₁ − t₁₁ = −3 − (−4) = 1");
    assertPlain(
        lesson,
        "layer1/dZ/2,2",
        "dL/dz⁽¹⁾₂₂ = dL/da⁽¹⁾₂₂·g′(z⁽¹⁾₂₂) = da⁽¹⁾₂₂·[z⁽¹⁾₂₂ > 0] = 4·0 = 0");
  }

  @Test
  void writesSoftmaxWithItsOwnExponentials() {
    Lesson lesson = KnownLessons.softmax(Reduction.MEAN);
    assertPlain(lesson, "loss/p/1,2", "p₁₂ = exp(z₁₂) / Σ(j) exp(z₁ⱼ) = 2 / 4 = 0.5");
    assertPlain(
        lesson,
        "loss/L/1,1/term3",
        "L = 1/N Σ(k) −ln p(k, y(k)) = ((−ln p₁₂) + (−ln p₂₁)) / N"
            + " = ((−ln 0.5) + (−ln 0.4)) / 2 = (0.693147 + 0.916291) / 2 = 0.804719");
    assertPlain(lesson, "layer1/dA/1,2", "dL/dz₁₂ = (p₁₂ − [y₁ = 2]) / N = (0.5 − 1) / 2 = −0.25");
  }

  @Test
  void writesSoftmaxOfHugeLogitsAsItIsComputed() {
    Lesson lesson =
        new Lesson(
            "",
            Matrix.row(1),
            List.of(new Layer(Matrix.row(1000, 1000, -1000), null, Elementwise.IDENTITY)),
            new Loss(LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(0)), Reduction.SUM),
            0.1);
    assertPlain(
        lesson,
        "loss/p/1,1",
        "p₁₁ = exp(z₁₁) / Σ(j) exp(z₁ⱼ) = exp(z₁₁ − 1000) / Σ(j) exp(z₁ⱼ − 1000)"
            + " = 1 / 2 = 0.5");
    assertPlain(
        lesson,
        "loss/p/1,3",
        "p₁₃ = exp(z₁₃) / Σ(j) exp(z₁ⱼ) = exp(z₁₃ − 1000) / Σ(j) exp(z₁ⱼ − 1000)" + " = 0 / 2 = 0");
  }

  /** 1/(1 + e^−13.7) is 0.99999887…, which six digits tell from 1, but not by how much. */
  @Test
  void whatIsNearlyEqualHasTheDigitsThatItsDifferenceNeeds() {
    assertPlain(
        KnownLessons.oneLogit(13.7, 1),
        "loss/p/1,1",
        "p₁₁ = σ(z₁₁) = 1/(1 + exp(−z₁₁)) = 1/(1 + exp(−13.7)) = 0.999999");
    assertPlain(
        KnownLessons.oneLogit(13.7, 1),
        "layer1/dA/1,1",
        "dL/dz₁₁ = p₁₁ − t₁₁ = 0.9999989 − 1 = −1.12245e−6");
    assertPlain(
        KnownLessons.oneLogit(30, 1),
        "layer1/dA/1,1",
        "dL/dz₁₁ = p₁₁ − t₁₁ = 0.999999999999907 − 1 = −9.34808e−14");
    assertThat(formula(products(1, 1, -0.9999999), "layer1/z/1,1").plain())
        .endsWith(" = 1 − 0.9999999 ≈ 1e−7");
  }

  /** Every term of a sum, however many: of ten ones a line shows some, and the whole all. */
  @Test
  void theWholeFormulaLeavesNothingOut() {
    double[] ones = new double[10];
    Arrays.fill(ones, 1);
    Step step = Derivation.of(products(1, ones)).at(Place.parse("layer1/z/1,1"));
    Formula whole = Formula.whole(step);
    assertThat(whole.plain(whole.numbers())).isEqualTo("1·1" + " + 1·1".repeat(9));
    assertThat(Formula.of(step).plain()).contains("…");
  }

  /** One sample that is 1 everywhere, and weights. */
  private static Lesson products(double one, double... weights) {
    Shape column = new Shape(weights.length, 1);
    return new Lesson(
        "",
        Matrix.numbers(column.transposed(), (i, j) -> one),
        List.of(new Layer(Matrix.of(column, weights), null, Elementwise.IDENTITY)),
        new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM),
        0.1);
  }

  @Test
  void aFractionStaysOneInTheLineOfNumbers() {
    Lesson lesson = products(1, 1, 1);
    for (String[] typed :
        new String[][] {{"layer1/x/1,1", "1/3"}, {"layer1/x/1,2", "-2/3"}, {"layer1/w/1,1", "3"}}) {
      Place.OfCell place = (Place.OfCell) Place.parse(typed[0]);
      lesson =
          Edits.apply(
              lesson, new Edit.SetEntry(place.operand(), place.cell(), Numbers.parse(typed[1])));
    }
    assertThat(formula(lesson, "layer1/z/1,1").plain())
        .endsWith(" = 1/3·3 + (−2/3)·1 = 1 − 0.666667 = 0.333333");
    assertThat(formula(lesson, "layer1/dW/1,1").plain()).endsWith(" = 1/3·1 = 0.333333");
  }

  @Test
  void bracketsALeakyUnitsNegativeInput() {
    Layer layer = LESSON_H.layers().getFirst();
    Lesson leaky = LESSON_H.withLayer(0, new Layer(layer.w(), layer.b(), Elementwise.LEAKY_RELU));
    assertPlain(
        leaky, "layer1/a/2,1", "a₂₁ = g(z₂₁) = max(z₂₁, 0.01·z₂₁) = max(−6, 0.01·(−6)) = −0.06");
    assertPlain(
        leaky,
        "layer1/dZ/2,1",
        "dL/dz₂₁ = dL/da₂₁·g′(z₂₁) = da₂₁·([z₂₁ > 0] + 0.01·[z₂₁ ≤ 0]) = 3·0.01 = 0.03");
  }

  // ---- long sums -------------------------------------------------------------------------------

  @Test
  void ofALongSumShowsItsEndsAndTheNeighboursOfTheActiveTerm() {
    Lesson lesson = ones(9, Reduction.SUM);
    assertSymbols(lesson, 1, "t₁ + t₂ + … + t₉");
    assertSymbols(lesson, 2, "t₁ + t₂ + t₃ + … + t₉");
    assertSymbols(lesson, 4, "t₁ + … + t₃ + t₄ + t₅ + … + t₉");
    assertSymbols(lesson, 8, "t₁ + … + t₇ + t₈ + t₉");
    assertSymbols(lesson, 9, "t₁ + … + t₈ + t₉");
  }

  @Test
  void aLongMeanKeepsItsDivisionAtTheEnd() {
    Lesson lesson = ones(9, Reduction.MEAN);
    assertSymbols(lesson, 1, "(t₁ + t₂ + … + t₉) / N");
    assertSymbols(lesson, 4, "(t₁ + … + t₃ + t₄ + t₅ + … + t₉) / N");
    assertSymbols(lesson, 9, "(t₁ + … + t₈ + t₉) / N");
    assertSymbols(lesson, 10, "(t₁ + … + t₈ + t₉) / N");
    Formula division = formula(lesson, "loss/L/1,1/term10");
    assertThat(division.plain(division.numbers())).isEqualTo("(1·1 + … + 1·1 + 1·1) / 9");
    assertThat(division.plain(division.sum())).isEqualTo("1");
  }

  @Test
  void aShortMeanShowsAllOfIt() {
    Formula division = formula(ones(2, Reduction.MEAN), "loss/L/1,1/term3");
    assertThat(division.plain(division.symbols())).isEqualTo("(z₁₁·u₁₁ + z₂₁·u₂₁) / N");
    assertThat(division.plain(division.numbers())).isEqualTo("(1·1 + 1·1) / 2");
    assertThat(division.plain(division.sum())).isEqualTo("(1 + 1) / 2 = 1");
    Formula before = formula(ones(2, Reduction.MEAN), "loss/L/1,1/term2");
    assertThat(before.plain(before.symbols())).isEqualTo("(z₁₁·u₁₁ + z₂₁·u₂₁) / N");
    assertThat(before.plain(before.sum())).isEqualTo("1 + 1 = 2");
  }

  /** Blanks and all, its numbers and what they come to are 64 letters wide. */
  @Test
  void aLineOfJustTheLongestLengthIsToldWhole() {
    Lesson lesson =
        new Lesson(
            "64 letters",
            Matrix.of(new double[][] {{1}}),
            List.of(
                new Layer(
                    Matrix.of(new double[][] {{-0.491799, 0.162179, 0.441858}}),
                    null,
                    Elementwise.IDENTITY)),
            new Loss(
                LossKind.GIVEN,
                new Target.Upstream(Matrix.of(new double[][] {{0, 1.08664, 0}})),
                Reduction.SUM),
            0.1);
    Formula formula = formula(lesson, "layer1/dX/1,1");
    assertThat(formula.plain(formula.numbers()))
        .isEqualTo("0·(−0.491799) + 1.08664·0.162179 + 0·0.441858");
    assertThat(formula.plain(formula.sum())).isEqualTo("0 + 0.17623 + 0 = 0.17623");
  }

  @Test
  void ofWideTermsShowsOnlyTheActiveOne() {
    Lesson given = ones(3, Reduction.MEAN);
    Lesson lesson =
        given.withLoss(
            new Loss(
                LossKind.SIGMOID_CROSS_ENTROPY,
                new Target.Targets(given.loss().target().shown()),
                Reduction.MEAN));
    assertThat(symbols(lesson, "loss/L/1,1/term1"))
        .isEqualTo("((−t₁₁ ln p₁₁ − (1−t₁₁) ln(1−p₁₁)) + …) / N");
    assertThat(symbols(lesson, "loss/L/1,1/term2"))
        .isEqualTo("(… + (−t₂₁ ln p₂₁ − (1−t₂₁) ln(1−p₂₁)) + …) / N");
    assertThat(symbols(lesson, "loss/L/1,1/term4"))
        .isEqualTo("(… + (−t₃₁ ln p₃₁ − (1−t₃₁) ln(1−p₃₁))) / N");
  }

  /** So many samples of 1, a weight of 1, and an upstream gradient of 1: every term of L is 1. */
  private static Lesson ones(int samples, Reduction reduction) {
    Matrix ones = Matrix.numbers(new Shape(samples, 1), (i, j) -> 1);
    return new Lesson(
        "",
        ones,
        List.of(new Layer(Matrix.row(1), null, Elementwise.IDENTITY)),
        new Loss(LossKind.GIVEN, new Target.Upstream(ones), reduction),
        0.1);
  }

  /** The symbols of L at a term, with tₖ for zₖ₁·uₖ₁. */
  private static void assertSymbols(Lesson lesson, int term, String symbols) {
    String plain = symbols(lesson, "loss/L/1,1/term" + term);
    assertThat(plain.replaceAll("z(.)₁·u\\1₁", "t$1")).isEqualTo(symbols);
  }

  private static String symbols(Lesson lesson, String place) {
    Formula formula = formula(lesson, place);
    return formula.plain(formula.symbols());
  }

  // ---- updates of a frozen step ----------------------------------------------------------------

  @Test
  void writesTheOptimizersOwnStep() {
    var memory = new OptimizerState.Memory(Matrix.row(4), null);
    assertPlain(
        KnownLessons.trainingStep(
            0, new Optimizer.Momentum(0.25, 0.5), new Optimizer.Momentum(1, 0.5).state(memory)),
        "layer1/wNext/1,1",
        "w₁₁′ = w₁₁ − η(μ·v + dL/dw₁₁) = 10 − 0.25·8 = 8");
    assertPlain(
        KnownLessons.trainingStep(0, new Optimizer.Adam(0.25), null),
        "layer1/wNext/1,1",
        "w₁₁′ = w₁₁ − η·m̂/(√v̂ + ε) = 10 − 0.25·(≈1) ≈ 9.75");
  }

  @Test
  void aPrimeAndALayerShareOneExponentInTeX() {
    Formula formula = formula(KnownLessons.twoLayers(), "layer2/wNext/2,1");
    assertThat(tex(formula, formula.result())).isEqualTo("w^{\\prime(2)}_{21}");
    Formula gradient = formula(KnownLessons.twoLayers(), "layer2/dW/2,1");
    assertThat(tex(gradient, gradient.result()))
        .isEqualTo("\\frac{\\partial L}{\\partial w^{(2)}_{21}}");
    Formula alone = formula(LESSON_H, "layer1/wNext/2,1");
    assertThat(tex(alone, alone.result())).isEqualTo("w'_{21}");
  }

  @Test
  void theBiasIsNoRightOperand() {
    Formula formula = formula(LESSON_H, "layer1/z/1,1/term4");
    List<FormulaPart> parts =
        formula.renderer(FormulaStyle.PLAIN).parts(Objects.requireNonNull(formula.symbols()));
    assertThat(pieces(parts, Expr.Role.RIGHT)).containsExactly("w₁₁", "w₂₁", "w₃₁");
    assertThat(pieces(parts, Expr.Role.LEFT)).containsExactly("x₁₁", "x₁₂", "x₁₃");
  }

  private static List<String> pieces(List<FormulaPart> parts, Expr.Role role) {
    return parts.stream()
        .flatMap(part -> part.pieces().stream())
        .filter(piece -> piece.role() == role)
        .map(Piece::text)
        .toList();
  }

  /** Seven products of 1 with 2: a line of six shows all values, a seventh is one too many. */
  @Test
  void showsTheValuesOfAFewTermsOnly() {
    Lesson lesson =
        new Lesson(
            "",
            Matrix.row(1, 1, 1, 1, 1, 1, 1),
            List.of(
                new Layer(
                    Matrix.numbers(new Shape(7, 1), (i, j) -> 2), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM),
            0.1);
    Formula six = formula(lesson, "layer1/z/1,1/term6");
    assertThat(six.plain(six.sum())).isEqualTo("2 + 2 + 2 + 2 + 2 + 2 = 12");
    Formula seven = formula(lesson, "layer1/z/1,1/term7");
    assertThat(seven.plain(seven.sum())).isEqualTo("14");
  }

  @Test
  void exponentialsUpToE20AreWrittenAsTheyAre() {
    for (double largest : new double[] {20, 20.5, -20, -20.5}) {
      Lesson lesson =
          new Lesson(
              "",
              Matrix.row(1),
              List.of(new Layer(Matrix.row(largest, largest - 1), null, Elementwise.IDENTITY)),
              new Loss(
                  LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(0)), Reduction.SUM),
              0.1);
      String plain = formula(lesson, "loss/p/1,1").plain();
      assertThat(plain.contains("exp(z₁₁ − ")).as(plain).isEqualTo(Math.abs(largest) > 20);
    }
  }

  @Test
  void aStrokeIsActiveAsATermAndDoneAsACell() {
    for (var expected :
        Map.of("layer1/a/1,1/term1", State.ACTIVE, "layer1/a/1,1", State.DONE).entrySet()) {
      Formula formula = formula(KnownLessons.twoLayers(), expected.getKey());
      assertThat(
              formula
                  .renderer(FormulaStyle.PLAIN)
                  .parts(Objects.requireNonNull(formula.numbers()))
                  .stream()
                  .map(FormulaPart::state))
          .contains(expected.getValue());
    }
  }

  // ---- any step of any network -----------------------------------------------------------------

  /** What is never written: placeholders, and numbers that are none. */
  private static final List<String> ODDITIES = List.of("{", "}", "null", "NaN", "∞");

  /** Two signs in a row, and −0 (but for −t ln p, where the target t is 0). */
  private static final Pattern ODD_SIGN = Pattern.compile("[−+·/-] ?[−-]|(?<![(\\d])−0(?![.\\d])");

  @Test
  void everyFormulaOfEveryRandomNetworkReadsWellAndShowsTheNumbersOfTheTrace() {
    List<Step> faults = new ArrayList<>();
    long[] steps = {0};
    everyStep()
        .forEach(step -> {
          steps[0]++;
          if (!isAsItShouldBe(step, Formula.of(step))) {
            faults.add(step);
          }
        });
    assertThat(faults).isEmpty();
    assertThat(steps[0]).isGreaterThan(25_000);
  }

  private static boolean isAsItShouldBe(Step step, Formula formula) {
    return lines(formula, FormulaStyle.PLAIN).allMatch(FormulaTest::readsWell)
        && lines(formula, FormulaStyle.TEX)
            .allMatch(line -> isBalanced(line, '(', ')') && isBalanced(line, '{', '}'))
        && showsItsNumbers(step, formula);
  }

  private static boolean readsWell(String line) {
    return ODDITIES.stream().noneMatch(line::contains)
        && !ODD_SIGN.matcher(line).find()
        && isBalanced(line, '(', ')');
  }

  private static boolean showsItsNumbers(Step step, Formula formula) {
    boolean product = step.operation() instanceof Operation.Product;
    return formula.ahead() == step.terms() - 1 - step.term()
        && formula
            .plain(formula.sum())
            .replace("≈ ", "≈")
            .endsWith(Numbers.format(step.runningSum()))
        && (!product || formula.plain(formula.numbers()).endsWith(factors(step)));
  }

  private static String factors(Step step) {
    if (step.role(step.term()) == TermRole.PENALTY
        && step.penalty(step.term()) instanceof L1
        && step.right().isPresent()) {
      return "sign(" + step.entry(step.right().orElseThrow()).text() + ")";
    }
    return Stream.of(step.left(), step.right())
        .flatMap(Optional::stream)
        .map(read -> Numbers.inBrackets(step.entry(read).text()))
        .collect(Collectors.joining("·"));
  }

  private static Stream<Step> everyStep() {
    return RandomLessons.awayFromKinks(128, 1).stream()
        .map(lesson -> Derivation.of(Trace.of(lesson)))
        .flatMap(derivation ->
            Stream.of(Granularity.TERM, Granularity.CELL)
                .flatMap(granularity ->
                    LongStream.range(0, derivation.size(granularity))
                        .mapToObj(i -> derivation.at(granularity, i))));
  }

  private static Stream<String> lines(Formula formula, FormulaStyle style) {
    Renderer renderer = formula.renderer(style);
    return Stream.concat(
            Stream.of(formula.result(), formula.general(), formula.symbols(), formula.numbers()),
            formula.sum().stream())
        .filter(Objects::nonNull)
        .map(renderer::text);
  }

  private static boolean isBalanced(String text, char open, char close) {
    int depth = 0;
    for (int i = 0; i < text.length() && depth >= 0; i++) {
      depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
    }
    return depth == 0;
  }

  private static String tex(Formula formula, @Nullable Expr side) {
    return formula.renderer(FormulaStyle.TEX).text(Objects.requireNonNull(side));
  }

  private static String tex(Formula formula, List<Expr> sides) {
    return sides.stream().map(side -> tex(formula, side)).collect(Collectors.joining(" = "));
  }

  /** dL/dZ stands right of 1ᵀ, and left of 1 where samples are columns. */
  @Test
  void whatIsAddedUpForABiasIsOnTheSideWhereItStands() {
    for (Convention convention : Convention.values()) {
      Formula formula = formula(LESSON_H.withConvention(convention), "layer1/dB/1,2/term1");
      Expr.Role side = convention.samplesAreColumns() ? Expr.Role.LEFT : Expr.Role.RIGHT;
      assertThat(
              pieces(
                  formula
                      .renderer(FormulaStyle.PLAIN)
                      .parts(Objects.requireNonNull(formula.general())),
                  side))
          .as("%s", convention)
          .isNotEmpty();
    }
  }

  private static Formula formula(Lesson lesson, String place) {
    return Formula.of(Derivation.of(Trace.of(lesson)).at(Place.parse(place)));
  }

  private static void assertPlain(Lesson lesson, String place, String plain) {
    assertThat(formula(lesson, place).plain()).isEqualTo(plain);
  }
}
