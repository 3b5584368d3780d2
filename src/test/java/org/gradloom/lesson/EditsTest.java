package org.gradloom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gradloom.KnownLessons;
import org.gradloom.RandomEdits;
import org.gradloom.RandomLessons;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Reduction;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditsTest {
  private static final Texts TEXTS = Texts.english();
  private static final Operand X = new Operand(0, MatrixSymbol.X);
  private static final Operand W = new Operand(0, MatrixSymbol.W);
  private static final Operand B = new Operand(0, MatrixSymbol.B);
  private static final Operand UPSTREAM = Operand.ofLoss(MatrixSymbol.UPSTREAM);
  private static final Operand TARGETS = Operand.ofLoss(MatrixSymbol.TARGETS);
  private static final Operand LABELS = Operand.ofLoss(MatrixSymbol.LABELS);
  private static final Dimension SAMPLES = new Dimension.Samples();
  private static final Dimension FEATURES = new Dimension.Units(-1);
  private static final Dimension NEURONS = new Dimension.Units(0);

  private final Lesson lessonH = KnownLessons.lessonHWithBias();

  // ---- one entry, a fill -----------------------------------------------------------------------

  @Test
  void setsOneEntryOfEachInput() {
    for (Operand input : lessonH.inputs()) {
      Lesson edited = apply(lessonH, new Edit.SetEntry(input, new Cell(0, 1), Entry.of(9)));
      assertThat(edited.input(input)).isEqualTo(lessonH.input(input).with(0, 1, Entry.of(9)));
      for (Operand other : lessonH.inputs()) {
        if (!other.equals(input)) {
          assertThat(edited.input(other)).isSameAs(lessonH.input(other));
        }
      }
    }
  }

  @Test
  void keepsAFractionAsTyped() {
    Lesson edited = apply(lessonH, new Edit.SetEntry(W, new Cell(2, 1), Numbers.parse("1/3")));
    assertThat(edited.input(W)).hasToString("[[-1, -2], [2, -1], [-1, 1/3]]");
  }

  @Test
  void fillsAnInputAndKeepsItsShape() {
    Lesson filled = apply(lessonH, new Edit.Fill(X, new Filling.Constant(1)));
    assertThat(filled.x()).isEqualTo(Matrix.numbers(new Shape(4, 3), (i, j) -> 1));

    Lesson drawn = apply(lessonH, new Edit.Fill(X, new Filling.SmallIntegers(5)));
    assertThat(Arrays.stream(drawn.x().toArray()))
        .allMatch(v -> v == Math.rint(v) && Math.abs(v) >= 1 && Math.abs(v) <= 3)
        .anyMatch(v -> v < 0)
        .anyMatch(v -> v > 0);
    assertThat(drawn).isEqualTo(apply(lessonH, new Edit.Fill(X, new Filling.SmallIntegers(5))));
    assertThat(drawn).isNotEqualTo(apply(lessonH, new Edit.Fill(X, new Filling.SmallIntegers(6))));

    Lesson glorot = apply(lessonH, new Edit.Fill(W, new Filling.Glorot(5)));
    assertThat(Arrays.stream(glorot.input(W).toArray()))
        .allMatch(v -> Math.abs(v) <= 1.1)
        .allMatch(v -> v == Math.rint(v * 100) / 100)
        .anyMatch(v -> v != 0);
    assertThat(glorot.input(W)).isNotEqualTo(lessonH.input(W));
  }

  private static Matrix classesFilledWith(Lesson lesson, double number) {
    return apply(lesson, new Edit.Fill(LABELS, new Filling.Constant(number))).input(LABELS);
  }

  @Test
  void refusesToEditWhatIsNoLongerThere() {
    Lesson targets = apply(lessonH, new Edit.SetLossKind(LossKind.SQUARED_ERROR));
    for (Edit edit :
        List.of(
            new Edit.SetEntry(LABELS, new Cell(0, 0), Entry.of(1)),
            new Edit.SetBlock(LABELS, new Cell(0, 0), Matrix.row(1)),
            new Edit.Replace(LABELS, Matrix.row(1)),
            new Edit.Fill(LABELS, new Filling.Constant(1)),
            new Edit.SetEntry(TARGETS, new Cell(4, 0), Entry.of(1)))) {
      assertThatThrownBy(() -> Edits.apply(targets, edit)).isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void foldsAFillingIntoClassesAndIntoProbabilities() {
    Lesson softmax = KnownLessons.softmax(Reduction.SUM);
    // A class stays what it is; three classes begin anew at the fourth.
    assertThat(classesFilledWith(softmax, 0)).hasToString("[[1], [1]]");
    assertThat(classesFilledWith(softmax, 1)).hasToString("[[1], [1]]");
    assertThat(classesFilledWith(softmax, 3)).hasToString("[[3], [3]]");
    assertThat(classesFilledWith(softmax, 4)).hasToString("[[1], [1]]");
    assertThat(classesFilledWith(softmax, -2)).hasToString("[[2], [2]]");

    Lesson sigmoid = apply(lessonH, new Edit.SetLossKind(LossKind.SIGMOID_CROSS_ENTROPY));
    Lesson halves = apply(sigmoid, new Edit.Fill(TARGETS, new Filling.Constant(0.5)));
    assertThat(halves.input(TARGETS)).isEqualTo(Matrix.numbers(new Shape(4, 2), (i, j) -> 0.5));
    Lesson ones = apply(sigmoid, new Edit.Fill(TARGETS, new Filling.Constant(3)));
    assertThat(ones.input(TARGETS)).isEqualTo(Matrix.numbers(new Shape(4, 2), (i, j) -> 1));
    Lesson zeros = apply(sigmoid, new Edit.Fill(TARGETS, new Filling.Constant(-3)));
    assertThat(zeros.input(TARGETS)).isEqualTo(Matrix.zeros(new Shape(4, 2)));
  }

  @Test
  void refusesAClassThatDoesNotExist() {
    Lesson softmax = KnownLessons.softmax(Reduction.SUM);
    assertRefused(
        softmax,
        new Edit.SetEntry(LABELS, new Cell(1, 0), Entry.of(4)),
        "Sample 2: 4 is no class: classes are whole numbers from 1 to 3.");
    assertRefused(
        softmax,
        new Edit.SetEntry(LABELS, new Cell(0, 0), Entry.of(0)),
        "Sample 1: 0 is no class: classes are whole numbers from 1 to 3.");
    assertRefused(
        softmax,
        new Edit.SetEntry(LABELS, new Cell(0, 0), Numbers.parse("3/2")),
        "Sample 1: 3/2 is no class: classes are whole numbers from 1 to 3.");
    assertThat(apply(softmax, new Edit.SetEntry(LABELS, new Cell(0, 0), Entry.of(3))).input(LABELS))
        .hasToString("[[3], [1]]");
  }

  @Test
  void refusesATargetThatIsNoProbability() {
    Lesson sigmoid = apply(lessonH, new Edit.SetLossKind(LossKind.SIGMOID_CROSS_ENTROPY));
    assertRefused(
        sigmoid,
        new Edit.SetEntry(TARGETS, new Cell(0, 1), Entry.of(2)),
        "loss: target 2 in row 1, column 2 is out of range: sigmoid cross-entropy needs targets"
            + " from 0 to 1.");
  }

  /** Cross-entropy of probabilities: the targets of a sample add up to 1. */
  private static Lesson shared(double... targets) {
    return new Lesson(
        "",
        Matrix.row(1),
        List.of(new Layer(Matrix.zeros(new Shape(1, targets.length)), null, Elementwise.IDENTITY)),
        new Loss(
            LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Targets(Matrix.row(targets)), Reduction.SUM),
        0.1);
  }

  private static String targetsWith(Lesson lesson, int column, double value) {
    return apply(lesson, new Edit.SetEntry(TARGETS, new Cell(0, column), Entry.of(value)))
        .input(TARGETS)
        .toString();
  }

  @Test
  void theOtherTargetsOfASampleShareWhatIsLeft() {
    Lesson lesson = shared(0.5, 0.375, 0.125);
    assertThat(targetsWith(lesson, 0, 0.75)).isEqualTo("[[0.75, 0.1875, 0.0625]]");
    assertThat(targetsWith(lesson, 1, 0)).isEqualTo("[[0.8, 0, 0.2]]");
    assertThat(targetsWith(lesson, 2, 1)).isEqualTo("[[0, 0, 1]]");
    assertThat(targetsWith(shared(1, 0, 0), 0, 0.5)).isEqualTo("[[0.5, 0.25, 0.25]]");
    assertThat(said(lesson, new Edit.SetEntry(TARGETS, new Cell(0, 1), Entry.of(0))))
        .isEqualTo("T row 1, column 2 set to 0; the others of the sample share what is left");
    assertThat(said(lesson, new Edit.SetEntry(X, new Cell(0, 0), Entry.of(0))))
        .isEqualTo("X row 1, column 1 set to 0");
    for (double none : List.of(-0.25, 1.25)) {
      assertThatThrownBy(() -> targetsWith(lesson, 0, none)).isInstanceOf(InvalidInput.class);
    }
    // Squares have targets that add up to nothing.
    assertThat(targetsWith(KnownLessons.twoLayers(), 0, 2)).isEqualTo("[[2], [0], [-6]]");
    Lesson squares = apply(lesson, new Edit.SetLossKind(LossKind.SQUARED_ERROR));
    assertThat(targetsWith(squares, 0, 0.75)).isEqualTo("[[0.75, 0.375, 0.125]]");
    assertThat(said(squares, new Edit.SetEntry(TARGETS, new Cell(0, 1), Entry.of(0))))
        .isEqualTo("T row 1, column 2 set to 0");
  }

  @Test
  void aMaskGrowsWithWhatItMultipliesAndKeepsWhatIsNew() {
    Lesson more = apply(KnownLessons.masked(), new Edit.Insert(new Dimension.Units(0), 1));
    assertThat(more.layers().getFirst().mask())
        .isEqualTo(Matrix.of(new double[][] {{0, 4, 2}, {4, 4, 2}}));
    Lesson fewer = apply(more, new Edit.Remove(new Dimension.Samples(), 1));
    assertThat(fewer.layers().getFirst().mask()).isEqualTo(Matrix.row(0, 4, 2));
    Operand mask = new Operand(0, MatrixSymbol.MASK);
    assertThat(apply(fewer, new Edit.SetEntry(mask, new Cell(0, 0), Entry.of(2))).input(mask))
        .isEqualTo(Matrix.row(2, 4, 2));
    assertThatThrownBy(() -> apply(fewer, new Edit.SetEntry(mask, new Cell(0, 0), Entry.of(-2))))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void saysWhatIsFrozenAndWhatThePenaltyIs() {
    Lesson two = KnownLessons.twoLayers();
    Frozen w = Frozen.NOTHING.withW(true);
    assertThat(said(two, new Edit.SetFrozen(1, w))).isEqualTo("W2 frozen: no step changes it");
    assertThat(said(lessonH, new Edit.SetFrozen(0, Frozen.NOTHING.withB(true))))
        .isEqualTo("b frozen: no step changes it");
    Lesson frozen = apply(lessonH, new Edit.SetFrozen(0, w.withB(true)));
    assertThat(said(frozen, new Edit.SetFrozen(0, w))).isEqualTo("b learns again");
    assertThat(said(frozen, new Edit.SetFrozen(0, Frozen.NOTHING.withB(true))))
        .isEqualTo("W learns again");
    assertThat(said(two, new Edit.SetL2(new L2(0.5, true, false))))
        .isEqualTo("L2 penalty on weights with λ = 0.5");
    assertThat(said(two, new Edit.SetL2(L2.NONE))).doesNotContain("λ = ");
    assertThat(apply(two, new Edit.SetL2(new L2(0, false, false))).loss().l2().lambda()).isZero();
    assertThat(said(two, new Edit.SetL1(new L1(0.25))))
        .isEqualTo("L1 penalty on weights with λ₁ = 0.25");
    assertThat(said(two, new Edit.SetL1(L1.NONE))).isEqualTo("L1 penalty removed");
    assertThat(apply(two, new Edit.SetL1(new L1(0.25))).loss().l1()).isEqualTo(new L1(0.25));
    for (double none : List.of(-1.0, Double.NaN)) {
      assertThatThrownBy(() -> apply(two, new Edit.SetL1(new L1(none))))
          .isInstanceOf(InvalidInput.class);
      assertThatThrownBy(() -> apply(two, new Edit.SetL2(new L2(none, true, false))))
          .isInstanceOf(InvalidInput.class);
    }
  }

  // ---- rows and columns ------------------------------------------------------------------------

  @Test
  void aNewSampleIsARowOfZerosInXAndInTheLoss() {
    Lesson grown = apply(lessonH, new Edit.Insert(SAMPLES, 1));
    assertThat(grown.x()).hasToString("[[-1, 3, 0], [0, 0, 0], [3, -1, 1], [1, 3, 0], [-1, 1, 2]]");
    assertThat(grown.input(UPSTREAM)).hasToString("[[2, -1], [0, 0], [3, -2], [1, -2], [2, -2]]");
    assertThat(grown.layers()).isEqualTo(lessonH.layers());
    assertThat(apply(grown, new Edit.Remove(SAMPLES, 1))).isEqualTo(lessonH);
  }

  @Test
  void aNewFeatureIsAColumnOfXAndARowOfTheFirstW() {
    Lesson grown = apply(lessonH, new Edit.Insert(FEATURES, 3));
    assertThat(grown.x())
        .hasToString("[[-1, 3, 0, 0], [3, -1, 1, 0], [1, 3, 0, 0], [-1, 1, 2, 0]]");
    assertThat(grown.input(W)).hasToString("[[-1, -2], [2, -1], [-1, 3], [0, 0]]");
    assertThat(grown.input(UPSTREAM)).isSameAs(lessonH.input(UPSTREAM));
    assertThat(apply(grown, new Edit.Remove(FEATURES, 3))).isEqualTo(lessonH);
  }

  @Test
  void aNewNeuronBringsItsWeightsItsBiasAndWhatReadsIt() {
    Lesson grown = apply(lessonH, new Edit.Insert(NEURONS, 0));
    assertThat(grown.input(W)).hasToString("[[0, -1, -2], [0, 2, -1], [0, -1, 3]]");
    assertThat(grown.input(B)).hasToString("[[0, 0, 0]]");
    assertThat(grown.input(UPSTREAM))
        .hasToString("[[0, 2, -1], [0, 3, -2], [0, 1, -2], [0, 2, -2]]");

    Lesson hidden = apply(KnownLessons.twoLayers(), new Edit.Insert(NEURONS, 4));
    assertThat(hidden.input(W)).hasToString("[[1, -1, 2, -2, 0], [1, 1, 1, -1, 0]]");
    assertThat(hidden.input(new Operand(1, MatrixSymbol.W)))
        .hasToString("[[1], [-2], [-1], [3], [0]]");
    assertThat(hidden.input(TARGETS)).hasToString("[[-4], [0], [-6]]");
    assertThat(apply(hidden, new Edit.Remove(NEURONS, 4))).isEqualTo(KnownLessons.twoLayers());
  }

  @Test
  void labelsFollowTheirClasses() {
    Lesson lesson = apply(KnownLessons.softmax(Reduction.SUM), new Edit.Insert(NEURONS, 1));
    assertThat(labels(lesson)).containsExactly(2, 0);
    assertThat(labels(apply(lesson, new Edit.Remove(NEURONS, 1)))).containsExactly(1, 0);
    assertThat(labels(apply(lesson, new Edit.Remove(NEURONS, 0)))).containsExactly(1, 0);
    assertThat(labels(apply(lesson, new Edit.Insert(SAMPLES, 2)))).containsExactly(2, 0, 0);
    assertThat(labels(apply(lesson, new Edit.Insert(SAMPLES, 0)))).containsExactly(0, 2, 0);
    assertThat(labels(apply(lesson, new Edit.Remove(SAMPLES, 0)))).containsExactly(0);
    assertThat(labels(apply(lesson, new Edit.Insert(FEATURES, 0)))).containsExactly(2, 0);
  }

  @Test
  void aLabelWhoseClassGoesMovesToTheNearestThatStays() {
    Lesson last = labelled(2, 1);
    assertThat(labels(apply(last, new Edit.Remove(NEURONS, 2)))).containsExactly(1, 1);
    assertThat(labels(apply(last, new Edit.Remove(NEURONS, 1)))).containsExactly(1, 1);
  }

  private static Lesson labelled(Integer... labels) {
    return KnownLessons.softmax(Reduction.SUM)
        .withLoss(
            new Loss(
                LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(labels)), Reduction.SUM));
  }

  private static List<Integer> labels(Lesson lesson) {
    return ((Target.Labels) lesson.loss().target()).labels();
  }

  @Test
  void theLastLineStays() {
    Lesson tiny =
        new Lesson(
            "",
            Matrix.row(2),
            List.of(new Layer(Matrix.row(3), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM),
            0.1);
    assertRefused(
        tiny,
        new Edit.Remove(SAMPLES, 0),
        "The last sample must stay: a batch needs at least one.");
    assertRefused(
        tiny, new Edit.Remove(FEATURES, 0), "The last feature must stay: X needs at least one.");
    assertRefused(
        tiny,
        new Edit.Remove(NEURONS, 0),
        "The last neuron must stay: a layer needs at least one.");
  }

  @Test
  void growsToSixteenAndNoFurther() {
    Lesson lesson = lessonH;
    for (int n = 4; n < 16; n++) {
      lesson = apply(lesson, new Edit.Insert(SAMPLES, n));
    }
    assertThat(lesson.samples()).isEqualTo(16);
    String tooLarge = "A matrix edited by hand has at most 16 rows and columns.";
    assertRefused(lesson, new Edit.Insert(SAMPLES, 16), tooLarge);
    assertRefused(lessonH, new Edit.Replace(X, Matrix.zeros(new Shape(17, 3))), tooLarge);
    assertRefused(lessonH, new Edit.SetBlock(W, new Cell(0, 15), Matrix.row(1, 2)), tooLarge);
    assertThat(apply(lessonH, new Edit.SetBlock(W, new Cell(0, 14), Matrix.row(1, 2))).input(W))
        .extracting(Matrix::shape)
        .isEqualTo(new Shape(3, 16));
  }

  @Test
  void aLargerDocumentMayShrinkAndBeFilledButNotGrow() {
    Lesson large =
        new Lesson(
            "",
            Matrix.zeros(new Shape(20, 3)),
            lessonH.layers(),
            new Loss(
                LossKind.GIVEN, new Target.Upstream(Matrix.zeros(new Shape(20, 2))), Reduction.SUM),
            0.1);
    assertThat(apply(large, new Edit.Remove(SAMPLES, 19)).samples()).isEqualTo(19);
    assertThat(apply(large, new Edit.SetEntry(X, new Cell(19, 0), Entry.of(1))).x().get(19, 0))
        .isEqualTo(1);
    assertThat(apply(large, new Edit.SetBlock(X, new Cell(18, 0), Matrix.row(1, 2))).samples())
        .isEqualTo(20);
    assertThat(apply(large, new Edit.Replace(X, Matrix.zeros(new Shape(18, 3)))).samples())
        .isEqualTo(18);
  }

  // ---- blocks and whole matrices ---------------------------------------------------------------

  @Test
  void putsABlockIntoItsPlace() {
    Matrix block = Matrix.of(new double[][] {{7, 8}, {9, 6}});
    assertThat(apply(lessonH, new Edit.SetBlock(X, new Cell(1, 1), block)).x())
        .hasToString("[[-1, 3, 0], [3, 7, 8], [1, 9, 6], [-1, 1, 2]]");
  }

  @Test
  void growsEveryMatrixThatSharesADimensionWithABlock() {
    Matrix block = Matrix.of(new double[][] {{7, 8}, {9, 6}});
    Lesson grown = apply(lessonH, new Edit.SetBlock(X, new Cell(3, 2), block));
    assertThat(grown.x())
        .hasToString("[[-1, 3, 0, 0], [3, -1, 1, 0], [1, 3, 0, 0], [-1, 1, 7, 8], [0, 0, 9, 6]]");
    assertThat(grown.input(W)).hasToString("[[-1, -2], [2, -1], [-1, 3], [0, 0]]");
    assertThat(grown.input(UPSTREAM)).hasToString("[[2, -1], [3, -2], [1, -2], [2, -2], [0, 0]]");
  }

  @Test
  void replacesAMatrixAndFitsTheRest() {
    Lesson smaller = apply(lessonH, new Edit.Replace(W, Matrix.of(new double[][] {{5}, {6}})));
    assertThat(smaller.input(W)).hasToString("[[5], [6]]");
    assertThat(smaller.x()).hasToString("[[-1, 3], [3, -1], [1, 3], [-1, 1]]");
    assertThat(smaller.input(B)).hasToString("[[0]]");
    assertThat(smaller.input(UPSTREAM)).hasToString("[[2], [3], [1], [2]]");

    Lesson targets = apply(KnownLessons.twoLayers(), new Edit.Replace(TARGETS, Matrix.row(1, 2)));
    assertThat(targets.input(new Operand(1, MatrixSymbol.W)))
        .hasToString("[[1, 0], [-2, 0], [-1, 0], [3, 0]]");
    assertThat(targets.x()).hasToString("[[1, 2]]");
  }

  @Test
  void pastedLabelsBringTheirSamples() {
    Lesson lesson = KnownLessons.softmax(Reduction.SUM);
    Matrix three = Matrix.of(new double[][] {{1}, {2}, {3}});
    assertThat(apply(lesson, new Edit.Replace(LABELS, three)).x())
        .hasToString("[[1, 0], [0, 1], [0, 0]]");
    assertThat(labels(apply(lesson, new Edit.SetBlock(LABELS, new Cell(1, 0), three))))
        .containsExactly(1, 0, 1, 2);
  }

  @Test
  void aVectorOfAnotherLengthBringsItsNeurons() {
    Lesson three = apply(lessonH, new Edit.Replace(B, Matrix.row(1, 2, 3)));
    assertThat(three.input(B)).hasToString("[[1, 2, 3]]");
    assertThat(three.input(W)).hasToString("[[-1, -2, 0], [2, -1, 0], [-1, 3, 0]]");
  }

  @Test
  void aVectorStaysAVector() {
    assertRefused(
        lessonH,
        new Edit.Replace(B, Matrix.of(new double[][] {{1, 2}, {3, 4}})),
        "This is a vector: it cannot take 2 rows.");
    assertRefused(
        KnownLessons.softmax(Reduction.SUM),
        new Edit.SetBlock(LABELS, new Cell(0, 0), Matrix.row(1, 2)),
        "This is a vector: it cannot take 2 columns.");
    assertRefused(
        lessonH.withConvention(Convention.WX),
        new Edit.Replace(B, Matrix.of(new double[][] {{1, 2}, {3, 4}})),
        "This is a vector: it cannot take 2 columns.");
    assertRefused(
        KnownLessons.softmax(Reduction.SUM).withConvention(Convention.WTX),
        new Edit.SetBlock(LABELS, new Cell(0, 0), Matrix.row(1, 2)),
        "This is a vector: it cannot take 2 rows.");
  }

  // ---- what a layer and the loss are -----------------------------------------------------------

  @Test
  void addsABiasOfZerosAndTakesItAway() {
    Lesson without = apply(lessonH, new Edit.SetBias(0, false));
    assertThat(without).isEqualTo(KnownLessons.lessonH());
    assertThat(apply(without, new Edit.SetBias(0, true))).isEqualTo(lessonH);
    assertThat(apply(lessonH, new Edit.SetBias(0, true))).isSameAs(lessonH);
  }

  @Test
  void changesTheActivationOfOneLayer() {
    Lesson edited = apply(KnownLessons.twoLayers(), new Edit.SetActivation(1, Elementwise.SIGMOID));
    assertThat(edited.layers().stream().map(Layer::activation))
        .containsExactly(Elementwise.RELU, Elementwise.SIGMOID);
  }

  @Test
  void goesFromOneLossToAnotherAndBack() {
    Lesson squared = apply(lessonH, new Edit.SetLossKind(LossKind.SQUARED_ERROR));
    assertThat(squared.input(TARGETS)).isEqualTo(lessonH.input(UPSTREAM));
    assertThat(apply(squared, new Edit.SetLossKind(LossKind.GIVEN))).isEqualTo(lessonH);

    Lesson softmax = KnownLessons.softmax(Reduction.MEAN);
    for (LossKind kind : LossKind.values()) {
      Lesson there = apply(softmax, new Edit.SetLossKind(kind));
      assertThat(there.loss().kind()).isEqualTo(kind);
      assertThat(there.loss().reduction()).isEqualTo(Reduction.MEAN);
      assertThat(apply(there, new Edit.SetLossKind(LossKind.SOFTMAX_CROSS_ENTROPY)))
          .isEqualTo(softmax);
    }
    assertThat(apply(softmax, new Edit.SetLossKind(LossKind.SQUARED_ERROR)).input(TARGETS))
        .hasToString("[[0, 1, 0], [1, 0, 0]]");
  }

  @Test
  void theClassOfARowIsItsLargestTarget() {
    Lesson softmax = apply(lessonH, new Edit.SetLossKind(LossKind.SOFTMAX_CROSS_ENTROPY));
    // Upstream is 2 −1, 3 −2, 1 −2, 2 −2: the first is larger everywhere.
    assertThat(labels(softmax)).containsExactly(0, 0, 0, 0);

    Lesson equal = apply(lessonH, new Edit.Fill(UPSTREAM, new Filling.Constant(1)));
    assertThat(labels(apply(equal, new Edit.SetLossKind(LossKind.SOFTMAX_CROSS_ENTROPY))))
        .as("the first of equal ones")
        .containsExactly(0, 0, 0, 0);
  }

  @Test
  void keepsTargetsThatAreAlreadyProbabilities() {
    Matrix probabilities = Matrix.of(new double[][] {{0.25, 1}, {0, 0.5}, {1, 1}, {0, 0}});
    Lesson squared =
        lessonH.withLoss(
            new Loss(LossKind.SQUARED_ERROR, new Target.Targets(probabilities), Reduction.SUM));
    Lesson sigmoid = apply(squared, new Edit.SetLossKind(LossKind.SIGMOID_CROSS_ENTROPY));
    assertThat(sigmoid.input(TARGETS)).isEqualTo(probabilities);
    assertThat(apply(sigmoid, new Edit.SetLossKind(LossKind.SQUARED_ERROR))).isEqualTo(squared);

    Lesson signs = apply(lessonH, new Edit.SetLossKind(LossKind.SIGMOID_CROSS_ENTROPY));
    assertThat(signs.input(TARGETS)).hasToString("[[1, 0], [1, 0], [1, 0], [1, 0]]");
  }

  @Test
  void setsTheReductionTheRateAndTheTitle() {
    assertThat(apply(lessonH, new Edit.SetReduction(Reduction.MEAN)).loss().reduction())
        .isEqualTo(Reduction.MEAN);
    assertThat(apply(lessonH, new Edit.SetLearningRate(0.5)).learningRate()).isEqualTo(0.5);
    assertThat(apply(lessonH, new Edit.SetTitle("  My lesson ")).title()).isEqualTo("My lesson");
    assertRefused(
        lessonH,
        new Edit.SetLearningRate(0),
        "The learning rate is 0, but must be greater than 0.");
    assertRefused(
        lessonH,
        new Edit.SetLearningRate(-0.5),
        "The learning rate is −0.5, but must be greater than 0.");
    assertRefused(
        lessonH,
        new Edit.SetLearningRate(Double.NaN),
        "The learning rate is NaN, but must be greater than 0.");
  }

  @Test
  void dropsTheMemoryOfALayerThatChangesShapeAndOfNoOther() {
    Lesson lesson = KnownLessons.twoLayers();
    for (int l = 0; l < 2; l++) {
      Layer layer = lesson.layers().get(l);
      var memory = new Optimizer.Momentum(1, 0.5).state(new OptimizerState.Memory(layer.w(), null));
      lesson =
          lesson.withLayer(
              l, new Layer(layer.w(), null, layer.activation(), Frozen.NOTHING, memory));
    }
    assertThat(apply(lesson, new Edit.Insert(FEATURES, 0)).layers())
        .extracting(layer -> layer.state() != null)
        .containsExactly(false, true);
    assertThat(apply(lesson, new Edit.Insert(NEURONS, 0)).layers())
        .extracting(layer -> layer.state() != null)
        .containsExactly(false, false);
    assertThat(apply(lesson, new Edit.SetBias(1, true)).layers())
        .extracting(layer -> layer.state() != null)
        .containsExactly(true, false);
    assertThat(apply(lesson, new Edit.SetEntry(W, new Cell(0, 0), Entry.of(9))).layers())
        .extracting(layer -> layer.state() != null)
        .containsExactly(true, true);
  }

  // ---- sentences -------------------------------------------------------------------------------

  @Test
  void saysWhatItDid() {
    Lesson two = KnownLessons.twoLayers();
    assertThat(said(lessonH, new Edit.SetEntry(W, new Cell(2, 1), Entry.of(-6))))
        .isEqualTo("W row 3, column 2 set to −6");
    assertThat(said(two, new Edit.SetEntry(W, new Cell(0, 1), Numbers.parse("1/3"))))
        .isEqualTo("W1 row 1, column 2 set to 1/3");
    assertThat(said(lessonH, new Edit.SetBlock(UPSTREAM, new Cell(0, 0), Matrix.row(1, 2))))
        .isEqualTo("1×2 numbers pasted into U");
    // X is 4×3.
    Matrix block = Matrix.zeros(new Shape(2, 2));
    assertThat(said(lessonH, new Edit.SetBlock(X, new Cell(2, 1), block)))
        .isEqualTo("2×2 numbers pasted into X");
    assertThat(said(lessonH, new Edit.SetBlock(X, new Cell(3, 1), block)))
        .isEqualTo("2×2 numbers pasted into X, which grew, and what must fit it with it");
    assertThat(said(lessonH, new Edit.SetBlock(X, new Cell(2, 2), block)))
        .isEqualTo("2×2 numbers pasted into X, which grew, and what must fit it with it");
    assertThat(said(lessonH, new Edit.Replace(X, Matrix.row(1, 2, 3))))
        .isEqualTo("X replaced by a 1×3 matrix");
    assertThat(said(lessonH, new Edit.Fill(B, new Filling.Constant(0)))).isEqualTo("b filled");
    assertThat(said(lessonH, new Edit.Insert(SAMPLES, 4)))
        .isEqualTo("Sample 5 added: a row in X and in U");
    assertThat(said(two, new Edit.Remove(SAMPLES, 0))).isEqualTo("Sample 1 removed from X and T");
    assertThat(said(lessonH, new Edit.Insert(FEATURES, 3)))
        .isEqualTo("Feature 4 added: a column in X and a row in W");
    assertThat(said(two, new Edit.Remove(FEATURES, 1)))
        .isEqualTo("Feature 2 removed from X and W1");
    assertThat(said(two, new Edit.Insert(NEURONS, 4)))
        .isEqualTo("Neuron 5 added to layer 1, with its weights");
    assertThat(said(two, new Edit.Remove(new Dimension.Units(1), 0)))
        .isEqualTo("Neuron 1 removed from layer 2, with its weights");
    assertThat(said(two, new Edit.SetBias(1, true))).isEqualTo("Bias added to layer 2");
    assertThat(said(two, new Edit.SetBias(1, false))).isEqualTo("Bias removed from layer 2");
    assertThat(said(two, new Edit.SetActivation(0, Elementwise.LEAKY_RELU)))
        .isEqualTo("Activation of layer 1 set to leaky ReLU");
    assertThat(said(two, new Edit.SetLossKind(LossKind.SOFTMAX_CROSS_ENTROPY)))
        .isEqualTo("Loss set to softmax cross-entropy");
    assertThat(said(two, new Edit.SetReduction(Reduction.MEAN)))
        .isEqualTo("Loss averaged over the batch");
    assertThat(said(two, new Edit.SetReduction(Reduction.SUM)))
        .isEqualTo("Loss summed over the batch");
    assertThat(said(two, new Edit.SetLearningRate(0.01))).isEqualTo("Learning rate set to 0.01");
    assertThat(said(two, new Edit.SetTitle(" Mine "))).isEqualTo("Title set to “Mine”");
  }

  private static String said(Lesson lesson, Edit edit) {
    return TEXTS.say(EditDescription.of(lesson, edit));
  }

  @Test
  void beatsWhosePlacesAreGoneGoToo() {
    Lesson h = KnownLessons.lessonH();
    List<Beat> beats =
        List.of(
            beat(Place.parse("layer1/dW/3,2"), null),
            beat(null, new Answer.Cells(List.of((Place.OfCell) Place.parse("layer1/x/4,3")))),
            beat(Place.parse("layer1/dW/2,2"), null),
            covering("layer1/x/4"),
            covering("layer1/dW/2"));
    Lesson told =
        new Lesson("", h.convention(), h.x(), h.layers(), h.loss(), 0.1, null, List.of(), beats);
    assertThat(Edits.apply(told, new Edit.Remove(new Dimension.Units(-1), 0)).beats())
        .containsExactly(beats.get(2), beats.get(3), beats.get(4));
    assertThat(Edits.apply(told, new Edit.Remove(new Dimension.Samples(), 0)).beats())
        .containsExactly(beats.get(0), beats.get(2), beats.get(4));
    assertThat(Edits.apply(told, new Edit.SetTitle("Mine")).beats()).isEqualTo(beats);
  }

  private static Beat beat(@Nullable Place at, @Nullable Answer answer) {
    return beat(
        at,
        List.of(ViewPart.SYMBOLS),
        answer == null
            ? null
            : new Beat.Ask(answer.kind(), null, null, List.of(), List.of(), answer, false));
  }

  private static Beat covering(String region) {
    return beat(null, List.of(Region.parse(region)), null);
  }

  private static Beat beat(@Nullable Place at, List<Coverable> cover, Beat.@Nullable Ask ask) {
    return new Beat(
        null,
        Screen.EXPLORE,
        at,
        null,
        Wording.of("Here."),
        cover,
        ask,
        Perspective.PRODUCT,
        null,
        null,
        List.of(),
        List.of(),
        List.of());
  }

  // ---- any edits of any lessons ----------------------------------------------------------------

  @Test
  void anyEditsOfAnyLessonGiveALessonThatFitsOrASentence() {
    int refused = 0;
    for (int n = 0; n < 500; n++) {
      Random random = new Random(n);
      Lesson start = RandomLessons.any(1 + n % 32, n).getLast();
      History history = History.of(start);
      for (int step = 0; step < 12; step++) {
        Lesson before = history.present();
        Edit edit = RandomEdits.any(random, before);
        Message done = EditDescription.of(before, edit);
        assertThat(TEXTS.say(done)).isNotBlank();
        try {
          Lesson after = Edits.apply(before, edit);
          assertConformable(after);
          history = history.commit(after, done);
        } catch (InvalidInput e) {
          refused++;
          assertThat(TEXTS.say(e.said())).endsWith(".");
        }
      }
      while (history.undoable().isPresent()) {
        history = history.undo();
      }
      assertThat(history.present()).isEqualTo(start);
    }
    assertThat(refused).isBetween(100, 3000);
  }

  /** Every input has the shape that its name says; the constructor has checked the rest. */
  private static void assertConformable(Lesson lesson) {
    assertThat(lesson.inputs())
        .allSatisfy(input ->
            assertThat(lesson.input(input).shape()).as("%s", input).isEqualTo(lesson.shape(input)));
    assertThat(
            IntStream.range(1, lesson.layers().size())
                .allMatch(
                    l -> lesson.layers().get(l).inputs() == lesson.layers().get(l - 1).units()))
        .isTrue();
  }

  private static Lesson apply(Lesson lesson, Edit edit) {
    Lesson edited = Edits.apply(lesson, edit);
    assertConformable(edited);
    return edited;
  }

  private static void assertRefused(Lesson lesson, Edit edit, String sentence) {
    assertThatThrownBy(() -> Edits.apply(lesson, edit))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(TEXTS.say(refused.said())).isEqualTo(sentence));
  }
}
