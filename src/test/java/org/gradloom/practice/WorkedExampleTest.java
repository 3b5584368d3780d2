package org.gradloom.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.WorkedExample.Line;
import org.gradloom.practice.WorkedExample.WorkedStep;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Markup;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers of the lessons H and L, whose gradients can be checked by hand. */
class WorkedExampleTest {
  private static final Texts TEXTS = Texts.english();
  private static final Exercises EXERCISES = new Exercises(TEXTS);

  private static Operand first(MatrixSymbol symbol) {
    return new Operand(0, symbol);
  }

  private static Place.OfCell cell(MatrixSymbol symbol, int row, int column) {
    return new Place.OfCell(first(symbol), new Cell(row - 1, column - 1));
  }

  private static WorkedExample worked(Exercise exercise) {
    return WorkedExample.of(exercise).orElseThrow();
  }

  private static WorkedExample row(Kind kind, Lesson lesson, Region region) {
    return worked(KnownExercises.of(kind, lesson, region, Answer.Kind.ROW));
  }

  private static WorkedExample number(Kind kind, Lesson lesson, Place.OfCell asked) {
    return worked(KnownExercises.of(kind, lesson, asked, Answer.Kind.NUMBER));
  }

  /** Everything that is to be read, one line for each title, text and line of numbers. */
  private static List<String> read(WorkedExample example) {
    List<String> lines = new ArrayList<>();
    for (WorkedStep step : example.steps()) {
      lines.add(Markup.plain(TEXTS.say(step.title())));
      step.text().ifPresent(text -> lines.add(Markup.plain(TEXTS.say(text))));
      step.lines().forEach(line -> lines.add(line.plain()));
    }
    return lines;
  }

  // ---- rows and matrices: a cell a step

  @Test
  void aRowOfBlameForTheInputsIsWorkedOutCellByCell() {
    WorkedExample example =
        row(Kind.DX_ROW, KnownLessons.lessonH(), new Region.OfRow(first(MatrixSymbol.DX), 1));
    assertThat(read(example))
        .containsExactly(
            "Find the row.",
            "Row 2 of dL/dX is row 2 of dL/dZ = (3, −2) times every column of Wᵀ.",
            "Input 1 fed both neurons, through w₁₁ and w₁₂.",
            "3·(−1) + (−2)·(−2) = −3 + 4 = 1",
            "Input 2 fed both neurons, through w₂₁ and w₂₂.",
            "3·2 + (−2)·(−1) = 6 + 2 = 8",
            "Input 3 fed both neurons, through w₃₁ and w₃₂.",
            "3·(−1) + (−2)·3 = −3 − 6 = −9");
    assertThat(example.steps().stream().map(WorkedStep::gives))
        .containsExactly(
            Optional.empty(),
            Optional.of(new Cell(1, 0)),
            Optional.of(new Cell(1, 1)),
            Optional.of(new Cell(1, 2)));
    assertThat(example.steps().getLast().at()).contains(cell(MatrixSymbol.DX, 2, 3));
    WorkedExample.Line last = example.steps().getLast().lines().getFirst();
    assertThat(last.formula().plain(last.asked()))
        .as("what the learner is asked")
        .isEqualTo("3·(−1) + (−2)·3");
    assertThat(Fading.LAST.shown(example.steps().size())).isEqualTo(3);
    assertThat(TEXTS.say(example.idea()))
        .isEqualTo(
            "An input is blamed through every weight it fed: <l>the blame at the neuron</l> times"
                + " <r>the weight that led there</r>. Samples never mix.");
  }

  @Test
  void whereSamplesAreColumnsTheSameRowIsAColumn() {
    WorkedExample example =
        row(
            Kind.DX_ROW,
            KnownLessons.lessonH().withConvention(Convention.WX),
            new Region.OfRow(first(MatrixSymbol.DX), 1));
    assertThat(read(example))
        .containsExactly(
            "Find the column.",
            "Column 2 of dL/dX is every row of Wᵀ times column 2 of dL/dZ = (3, −2).",
            "Input 1 fed both neurons, through w₁₁ and w₂₁.",
            "(−1)·3 + (−2)·(−2) = −3 + 4 = 1",
            "Input 2 fed both neurons, through w₁₂ and w₂₂.",
            "2·3 + (−1)·(−2) = 6 + 2 = 8",
            "Input 3 fed both neurons, through w₁₃ and w₂₃.",
            "(−1)·3 + 3·(−2) = −3 − 6 = −9");
    assertThat(TEXTS.say(example.idea()))
        .as("blame stands on the right here")
        .contains("<r>the blame at the neuron</r> times <l>the weight");
  }

  @Test
  void theGradientOfTheBiasIsAddedUpOverTheSamples() {
    WorkedExample example =
        row(Kind.DB, KnownLessons.lessonHWithBias(), new Place.OfMatrix(first(MatrixSymbol.DB)));
    assertThat(read(example))
        .containsExactly(
            "See what a cell is made of.",
            "Each entry of dL/db is a column of dL/dZ, added up.",
            "b₁ was added at neuron 1 in every sample.",
            "2 + 3 + 1 + 2 = 8",
            "b₂ was added at neuron 2 in every sample.",
            "(−1) + (−2) + (−2) + (−2) = −7");
  }

  @Test
  void softmaxIsWorkedOutFromItsSharesOn() {
    Lesson lesson = KnownLessons.softmax(Reduction.SUM);
    Exercise exercise =
        KnownExercises.of(
            Kind.SOFTMAX_ROW,
            lesson,
            new Region.OfRow(lesson.canonical(first(MatrixSymbol.DZ)), 0),
            Answer.Kind.ROW,
            List.of(first(MatrixSymbol.Z), Operand.ofLoss(MatrixSymbol.LABELS)));
    assertThat(read(worked(exercise)))
        .containsExactly(
            "Find the row.",
            "Each entry of dL/dZ is made of its own entry of P and of y.",
            "First P: the share of each class.",
            "p₁₁ = 1 / 4 = 0.25",
            "p₁₂ = 2 / 4 = 0.5",
            "p₁₃ = 1 / 4 = 0.25",
            "Output 1, less what it should be.",
            "0.25 − 0 = 0.25",
            "Output 2, less what it should be.",
            "0.5 − 1 = −0.5",
            "Output 3, less what it should be.",
            "0.25 − 0 = 0.25");
  }

  // ---- a number: a term a step

  @Test
  void aCellOfTheGradientIsWorkedOutSampleBySample() {
    assertThat(read(worked(KnownExercises.cellOfH())))
        .containsExactly(
            "Find the two lines.",
            "dL/dw₃₂ is row 3 of Xᵀ = (0, 1, 0, 2) times column 2 of dL/dZ = (−1, −2, −2, −2).",
            "Sample 1: its input and its blame.",
            "0·(−1) = 0",
            "Sample 2: its input and its blame.",
            "1·(−2) = −2",
            "Sample 3: its input and its blame.",
            "0·(−2) = 0",
            "Sample 4: its input and its blame.",
            "2·(−2) = −4",
            "Add them up.",
            "0 − 2 + 0 − 4 = −6");
  }

  @Test
  void theOtherCourseHasTheSameCellUnderItsOwnName() {
    Lesson lesson = KnownLessons.lessonL().withConvention(Convention.XWT);
    assertThat(read(number(Kind.CONVENTION, lesson, cell(MatrixSymbol.DW, 3, 2))))
        .containsExactly(
            "Find the two lines.",
            "dL/dw₂₃ is row 2 of (dL/dZ)ᵀ = (2, 3) times column 3 of X = (−1, 3).",
            "Sample 1: its input and its blame.",
            "2·(−1) = −2",
            "Sample 2: its input and its blame.",
            "3·3 = 9",
            "Add them up.",
            "−2 + 9 = 7");
  }

  @Test
  void aTermIsOneProduct() {
    Exercise exercise =
        KnownExercises.of(
            Kind.DW_CELL,
            KnownLessons.lessonH(),
            new Place.OfTerm(first(MatrixSymbol.DW), new Cell(2, 1), 3),
            Answer.Kind.NUMBER);
    WorkedExample example = worked(exercise);
    assertThat(read(example).subList(2, 4))
        .containsExactly("Sample 4: its input and its blame.", "2·(−2) = −4");
    assertThat(example.steps()).hasSize(2);
    assertThat(example.steps().getLast().gives()).contains(new Cell(2, 1));
  }

  @Test
  void aBiasIsTheLastTermOfZ() {
    assertThat(
            read(number(Kind.Z_CELL, KnownLessons.lessonHWithBias(), cell(MatrixSymbol.Z, 2, 1))))
        .containsExactly(
            "Find the two lines.",
            "z₂₁ is row 2 of X = (3, −1, 1) times column 1 of W = (−1, 2, −1).",
            "Input 1, through w₁₁.",
            "3·(−1) = −3",
            "Input 2, through w₂₁.",
            "(−1)·2 = −2",
            "Input 3, through w₃₁.",
            "1·(−1) = −1",
            "The bias b₁ is added.",
            "0",
            "Add them up.",
            "−3 − 2 − 1 + 0 = −6");
  }

  @Test
  void aMeanDividesOnTheWayOnce() {
    Lesson sum = KnownLessons.lessonH();
    Lesson mean = sum.withLoss(new Loss(sum.loss().kind(), sum.loss().target(), Reduction.MEAN));
    Exercise exercise =
        KnownExercises.of(
            Kind.REDUCTION,
            mean,
            cell(MatrixSymbol.DW, 3, 2),
            Answer.Kind.NUMBER,
            List.of(first(MatrixSymbol.X), Operand.ofLoss(MatrixSymbol.UPSTREAM)));
    assertThat(read(worked(exercise)))
        .containsSubsequence(
            "dL/dw₃₂ is row 3 of Xᵀ = (0, 1, 0, 2) times column 2 of dL/dZ.",
            "First dL/dZ, from the loss.",
            "dL/dz₁₂ = −1 / 4 = −0.25",
            "dL/dz₂₂ = −2 / 4 = −0.5",
            "2·(−0.5) = −1",
            "Add them up.",
            "0 − 0.5 + 0 − 1 = −1.5");
  }

  @Test
  void throughTwoLayersBlameGoesBackOneStationAtATime() {
    Exercise exercise =
        KnownExercises.of(
            Kind.TWO_LAYERS,
            KnownLessons.twoLayers(),
            cell(MatrixSymbol.DW, 1, 2),
            Answer.Kind.NUMBER,
            List.of(
                first(MatrixSymbol.Z),
                KnownLessons.twoLayers().canonical(new Operand(1, MatrixSymbol.DZ))));
    assertThat(read(worked(exercise)))
        .containsExactly(
            "Find the two lines.",
            "dL/dw⁽¹⁾₁₂ is row 1 of Xᵀ = (1, 2, −1) times column 2 of dL/dZ₁.",
            "First dL/dA₁, through W₂.",
            "dL/da⁽¹⁾₁₂ = 1·(−2) = −2",
            "dL/da⁽¹⁾₂₂ = (−2)·(−2) = 4",
            "dL/da⁽¹⁾₃₂ = (−1)·(−2) = 2",
            "Then dL/dZ₁, through the gate.",
            "dL/dz⁽¹⁾₁₂ = (−2)·1 = −2",
            "dL/dz⁽¹⁾₂₂ = 4·0 = 0",
            "dL/dz⁽¹⁾₃₂ = 2·1 = 2",
            "Sample 1: its input and its blame.",
            "1·(−2) = −2",
            "Sample 2: its input and its blame.",
            "2·0 = 0",
            "Sample 3: its input and its blame.",
            "(−1)·2 = −2",
            "Add them up.",
            "−2 + 0 − 2 = −4");
  }

  @Test
  void whatIsMadeAtOneStrokeIsOneStep() {
    Lesson plain = KnownLessons.lessonH();
    Lesson relu =
        plain.withLayer(0, new Layer(plain.layers().getFirst().w(), null, Elementwise.RELU));
    assertThat(read(number(Kind.GATE, relu, cell(MatrixSymbol.DZ, 2, 1))))
        .containsExactly(
            "Find the numbers.",
            "dL/dz₂₁ is made of da₂₁ = 3 and z₂₁ = −6.",
            "Was the gate of neuron 1 open?",
            "3·0 = 0");
    assertThat(read(number(Kind.SGD_STEP, plain, cell(MatrixSymbol.W_NEXT, 3, 2))))
        .containsExactly(
            "Find the numbers.",
            "w₃₂′ is made of w₃₂ = 3 and dw₃₂ = −6.",
            "w₃₂ goes against its slope.",
            "3 − 0.1·(−6) = 3.6");
  }

  // ---- no number

  @Test
  void whereNoNumberIsAskedForTheHintsAreTheSteps() {
    Exercise exercise = EXERCISES.draw(Request.of(Kind.INFLUENCE, 1));
    List<String> read = read(worked(exercise));
    assertThat(read)
        .hasSize(6)
        .startsWith("The principle.")
        .endsWith("What the answer is like.", exercise.hints().getLast().in("en"))
        .contains("Where to look.", exercise.hints().get(1).in("en"));
  }

  // ---- all kinds

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyStepOfEveryKindComesToWhatTheWalkHas(Kind kind) {
    for (Convention convention : Convention.values()) {
      for (int level = 1; level <= Draw.HIGHEST; level++) {
        Exercise exercise =
            EXERCISES.draw(
                new Request(
                    kind, 5, convention, Optional.of(level), Optional.empty(), Optional.empty()));
        WorkedExample example = worked(exercise);
        assertThat(read(example)).doesNotContain("").noneMatch(line -> line.contains("{"));
        assertThat(Markup.plain(TEXTS.say(example.idea()))).doesNotContain("<", "{");
        exercise.place().ifPresent(region -> comesToIt(exercise, region, example));
      }
    }
  }

  private static void comesToIt(Exercise exercise, Region region, WorkedExample example) {
    Matrix matrix = Derivation.of(exercise.lesson()).trace().matrix(region.operand());
    assertThat(example.steps().stream().flatMap(step -> step.gives().stream()))
        .containsExactlyElementsOf(region.cells(matrix.shape()));
    if (!(region instanceof Place.OfTerm)) {
      for (WorkedStep step : example.steps()) {
        step.gives()
            .ifPresent(cell ->
                assertThat(step.lines().stream().map(Line::plain))
                    .singleElement()
                    .asString()
                    .endsWith(" " + Numbers.format(matrix.get(cell.row(), cell.column()))));
      }
    }
  }
}
