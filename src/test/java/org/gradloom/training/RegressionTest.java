package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradloom.data.DataSet;
import org.gradloom.data.NoisyFunction;
import org.gradloom.data.Standardizing;
import org.gradloom.data.Truth;
import org.gradloom.files.LessonReader;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.WeightInit;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
import org.gradloom.text.InvalidInput;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows with numbers for targets, from the data to what is said of a run. */
class RegressionTest {
  private static final TrainingSetup LINE = Preset.LINE.setup();

  /** Hours 0, 2, 4 and levels 10, 30, 80 cm, to be learnt as they are or standardised. */
  private static TrainingSetup tide(boolean standardized) {
    Matrix x = Matrix.of(new double[][] {{0}, {2}, {4}});
    Matrix y = Matrix.of(new double[][] {{10}, {30}, {80}});
    DataSet rows =
        new DataSet(
            "tide",
            x,
            new Truth.Quantities("level, cm", y),
            List.of("hour"),
            List.of(),
            Optional.empty());
    DataSource source = Preset.generated(NoisyFunction.LINE).withStandardized(standardized);
    return TrainingSetup.of(
        new PreparedData(
            source,
            rows,
            Optional.of(rows.rows(new int[] {0, 2})),
            standardized ? Optional.of(Standardizing.of(x)) : Optional.empty()),
        List.of(),
        Elementwise.TANH,
        WeightInit.ZEROS,
        new Optimizer.Sgd(0.1),
        3,
        2000);
  }

  private static Evaluation trained(TrainingSetup setup, int steps) {
    return Evaluations.of(setup, 1, 0, steps, new Status.Paused());
  }

  @Test
  void aSetupOnNumbersHasOneOutputAndTheSquaredError() {
    Lesson lesson = LINE.lesson();
    assertThat(LINE.outputs()).isEqualTo(1);
    assertThat(LINE.labels()).isEmpty();
    assertThat(lesson.loss().kind()).isEqualTo(LossKind.SQUARED_ERROR);
    assertThat(lesson.loss().reduction()).isEqualTo(Reduction.MEAN);
    assertThat(LINE.classNames()).isEqualTo(List.of("y"));
    assertThat(lesson.samples()).isEqualTo(32);
    assertThat(LINE.test().orElseThrow().size()).isEqualTo(8);
  }

  @Test
  void beforeTheFirstStepAnAnswerOfZeroIsJudgedByHand() {
    // The answers are 0, 0, 0; the levels 10, 30, 80 have the mean 40.
    Evaluation seen = trained(tide(false), 0);
    assertThat(seen.train().score().rmse().orElseThrow())
        .isCloseTo(Math.sqrt((100 + 900 + 6400) / 3.0), within(1e-12));
    assertThat(seen.train().score().rSquared().orElseThrow())
        .isCloseTo(1 - 7400.0 / (900 + 100 + 1600), within(1e-12));
    assertThat(seen.train().loss()).isCloseTo(7400 / 6.0, within(1e-9));
  }

  @Test
  void whatIsStandardisedIsJudgedInItsOwnUnit() {
    // Standardised, an answer of 0 is the mean of 40 cm: R² is 0, and RMSE is the deviation.
    Evaluation seen = trained(tide(true), 0);
    double deviation = Math.sqrt((900 + 100 + 1600) / 3.0);
    assertThat(seen.train().score().rmse().orElseThrow()).isCloseTo(deviation, within(1e-9));
    assertThat(seen.train().score().rSquared().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(seen.train().loss()).isCloseTo(0.5, within(1e-12));
    // Residuals of the test rows are 30 and 40.
    assertThat(seen.test().orElseThrow().score().rmse().orElseThrow())
        .isCloseTo(Math.sqrt((900 + 1600) / 2.0), within(1e-9));
    Fit fit = seen.fit().orElseThrow();
    assertThat(fit.train().get(2, 0)).isCloseTo(80, within(1e-9));
    assertThat(fit.train().get(2, 1)).isCloseTo(40, within(1e-9));
    assertThat(fit.test().orElseThrow().get(0, 0)).isCloseTo(10, within(1e-9));
  }

  @Test
  void whereAllNumbersAreOneThereIsNoRSquared() {
    Matrix same = Matrix.of(new double[][] {{5}, {5}});
    assertThat(Score.of(same, same, Quantity.asItIs("y")))
        .isEqualTo(new Score.OfNumbers(0, OptionalDouble.empty()));
  }

  @Test
  void aTrainedLineIsTheOneOfTheLeastSquaresStandardisedOrNot() {
    // By hand: slope 70/4 = 17.5, and 40 − 17.5·2 = 5.
    StraightLine best = Fit.leastSquares(tide(true)).orElseThrow();
    assertThat(best.slope()).isCloseTo(17.5, within(1e-9));
    assertThat(best.intercept()).isCloseTo(5, within(1e-9));
    for (TrainingSetup setup : List.of(tide(false), tide(true))) {
      StraightLine line = trained(setup, 2000).fit().orElseThrow().line().orElseThrow();
      assertThat(line.slope()).isCloseTo(17.5, within(1e-6));
      assertThat(line.intercept()).isCloseTo(5, within(1e-6));
    }
  }

  @Test
  void onlyAUnitWithoutAnActivationIsALine() {
    assertThat(trained(LINE, 0).fit().orElseThrow().line()).isPresent();
    assertThat(trained(Preset.SINE.setup(), 0).fit().orElseThrow().line()).isEmpty();
    assertThat(trained(Preset.IRIS.setup(), 0).fit()).isEmpty();
  }

  @Test
  void theCurveIsWhatTheNetworkAnswersAlongTheInput() {
    Evaluation seen = trained(LINE, 5);
    ResponseCurve curve = seen.curve().orElseThrow();
    StraightLine line = seen.fit().orElseThrow().line().orElseThrow();
    for (int i : new int[] {0, 100, ResponseCurve.POINTS - 1}) {
      double x = curve.reach().x(i);
      assertThat(curve.answer(i)).isCloseTo(line.slope() * x + line.intercept(), within(1e-12));
    }
    assertThat(curve.reach().left()).isLessThan(-2.5);
    assertThat(curve.reach().right()).isGreaterThan(2.5);
  }

  @Test
  void theReadySetupsReachTheNoiseThatIsInThem() {
    Evaluation line = trained(LINE, 80);
    StraightLine found = line.fit().orElseThrow().line().orElseThrow();
    StraightLine best = Fit.leastSquares(LINE).orElseThrow();
    assertThat(found.slope()).isCloseTo(best.slope(), within(0.1));
    assertThat(found.intercept()).isCloseTo(best.intercept(), within(0.1));
    Evaluation sine = trained(Preset.SINE.setup(), 400 * 4);
    assertThat(sine.train().score().rmse().orElseThrow()).isLessThan(0.13);
    assertThat(sine.test().orElseThrow().score().rSquared().orElseThrow()).isGreaterThan(0.9);
  }

  @Test
  void aFrozenStepHoldsTheTargetsOfItsMiniBatch() {
    Evaluation seen = trained(LINE, 3);
    Lesson step = seen.snapshot().frozen();
    assertThat(step.samples()).isEqualTo(8);
    assertThat(step.loss().kind()).isEqualTo(LossKind.SQUARED_ERROR);
    Matrix all = LINE.lesson().loss().target().shown();
    for (int i = 0; i < 8; i++) {
      assertThat(step.loss().target().at(i, 0))
          .isEqualTo(all.get(seen.snapshot().nextBatch().get(i), 0));
    }
  }

  @Test
  void fromClassesToNumbersAndBackTheLossAndTheOutputsFollow() {
    TrainingSetup spirals =
        SetupEdits.withLoss(Preset.SPIRALS.setup(), LossKind.CROSS_ENTROPY, Reduction.MEAN);
    TrainingSetup numbers = RowEdits.on(spirals, Preset.SINE.setup().data().orElseThrow());
    assertThat(numbers.lesson().loss().kind()).isEqualTo(LossKind.SQUARED_ERROR);
    assertThat(numbers.lesson().layers().getLast().activation()).isEqualTo(Elementwise.IDENTITY);
    assertThat(numbers.hidden()).isEqualTo(List.of(8, 8));
    TrainingSetup back = RowEdits.on(numbers, spirals.data().orElseThrow());
    assertThat(back.lesson().loss().kind()).isEqualTo(LossKind.SOFTMAX_CROSS_ENTROPY);
    assertThat(back.outputs()).isEqualTo(2);
  }

  @Test
  void anotherSquaredErrorComparesWithTheSameNumbers() {
    TrainingSetup whole = SetupEdits.withLoss(LINE, LossKind.WHOLE_SQUARED_ERROR, Reduction.SUM);
    assertThat(whole.lesson().loss().target()).isEqualTo(LINE.lesson().loss().target());
    assertThat(Arrays.stream(LossKind.values()).filter(LINE.data().orElseThrow()::suits))
        .containsExactly(LossKind.SQUARED_ERROR, LossKind.WHOLE_SQUARED_ERROR);
  }

  @Test
  void pointsComeAndGoWithTheirNumbers() {
    TrainingSetup more = RowEdits.withPoint(LINE, List.of(1.0), 9);
    assertThat(more.lesson().samples()).isEqualTo(33);
    assertThat(more.lesson().loss().target().at(32, 0)).isEqualTo(9);
    TrainingSetup less = RowEdits.withoutSample(more, 0);
    assertThat(less.lesson().loss().target().at(0, 0))
        .isEqualTo(LINE.lesson().loss().target().at(1, 0));
    assertThat(less.lesson().loss().target()).isInstanceOf(Target.Targets.class);
  }

  @Test
  void aDocumentThatDoesNotFitItsNumbersIsRefused() {
    Lesson sine = Preset.SINE.setup().lesson();
    assertThat(TrainingSetup.of(sine)).isEqualTo(Preset.SINE.setup());
    Lesson classes = Preset.SPIRALS.setup().lesson();
    Lesson wrong =
        SetupEdits.with(new TrainingSetup(classes, Optional.empty()), new Optimizer.Sgd(0.1))
            .lesson();
    DataSource line = Preset.generated(NoisyFunction.LINE);
    Lesson onLine =
        new Lesson(
            "",
            wrong.convention(),
            wrong.x(),
            wrong.layers(),
            wrong.loss(),
            0.1,
            LINE.plan().with(line),
            List.of(),
            List.of());
    assertThatThrownBy(() -> TrainingSetup.of(onLine)).isInstanceOf(InvalidInput.class);
  }

  /** PyTorch trained these, and NumPy standardised the rows and judged the outcome. */
  @Test
  void whatTrainedDocumentsAreWorthAgreesWithPyTorch() throws IOException {
    Path golden = Path.of("src/test/resources/golden");
    List<Lesson> lessons = LessonReader.readAll(golden.resolve("regression.json")).lessons();
    JsonNode scores = new JsonMapper().readTree(golden.resolve("regression-scores.json"));
    assertThat(lessons).hasSize(4);
    for (int i = 0; i < 4; i++) {
      TrainingSetup setup = TrainingSetup.of(lessons.get(i));
      var outcome = new PlannedRun(setup.lesson()).run((_, _) -> {});
      Answers answers = Answers.of(setup, ((PlannedRun.Trained) outcome).layers());
      agrees(scores.get(i).get("train"), answers.onTraining());
      assertThat(answers.onTest().isPresent()).isEqualTo(scores.get(i).has("test"));
      JsonNode test = scores.get(i).get("test");
      answers.onTest().ifPresent(metrics -> agrees(test, metrics));
    }
  }

  private static void agrees(JsonNode expected, Metrics found) {
    assertThat(found.score().rmse().orElseThrow())
        .isCloseTo(expected.get("rmse").doubleValue(), withinPercentage(1e-4));
    assertThat(found.score().rSquared().orElseThrow())
        .isCloseTo(expected.get("rSquared").doubleValue(), withinPercentage(1e-4));
  }
}
