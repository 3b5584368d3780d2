package org.gradloom.ui.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.gradloom.data.DataSet;
import org.gradloom.data.NoisyFunction;
import org.gradloom.data.Standardizing;
import org.gradloom.data.Truth;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.WeightInit;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.training.PreparedData;
import org.gradloom.training.Preset;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.PlotLine;
import org.gradloom.ui.control.RegionPlot;
import org.gradloom.ui.shell.StartupDocument;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Numbers that are learned, as they are read on the screen. */
@InWindow
class RegressionSessionTest {
  @TempDir private Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = TestWindow.open(stage, folder, StartupDocument.builtIn("h")).withoutMotion();
  }

  private void open(FxRobot robot, TrainingSetup setup) throws TimeoutException {
    robot.interact(
        () -> window.store().dispatch(new Action.OpenSetup(setup, new Origin.BuiltIn("line"))));
    PromptRobot.await(() -> text(robot, "train-step").equals("0"));
    robot.interact(() -> window.store().dispatch(new Action.TrainAt(Double.POSITIVE_INFINITY)));
  }

  private void train(FxRobot robot) throws TimeoutException {
    robot.clickOn("#train-play");
    PromptRobot.await(
        () -> text(robot, "train-play").equals("Train") && !text(robot, "train-step").equals("0"));
  }

  private static RegionPlot.Picture picture(FxRobot robot) {
    return robot.lookup("#fit").queryAs(RegionPlot.class).getPicture();
  }

  private static RegionPlot.OfLine line(FxRobot robot) {
    return (RegionPlot.OfLine) picture(robot).content();
  }

  /** The rows lie on y = 3·hour + 100 exactly, so every number of the end is known. */
  private static TrainingSetup tide(int inputs) {
    Matrix x = Matrix.numbers(new Shape(24, inputs), (i, j) -> j == 0 ? i : i % 5);
    Matrix y = Matrix.numbers(new Shape(24, 1), (i, j) -> 3 * i + 100);
    DataSet rows =
        new DataSet(
            "tide",
            x,
            new Truth.Quantities("level, cm", y),
            List.of("hour", "wind", "rain").subList(0, inputs),
            List.of(),
            Optional.empty());
    return TrainingSetup.of(
        new PreparedData(
            Preset.generated(NoisyFunction.LINE).withStandardized(true),
            rows,
            Optional.of(rows.rows(new int[] {0, 10})),
            Optional.of(Standardizing.of(x))),
        List.of(),
        Elementwise.TANH,
        WeightInit.ZEROS,
        new Optimizer.Sgd(0.5),
        24,
        400);
  }

  @Test
  void aLineIsReadOffItsCurveAndItsStepInExplore(FxRobot robot) throws TimeoutException {
    open(robot, Preset.LINE.setup());
    assertThat(text(robot, "train-rows"))
        .isEqualTo("32 training and 8 test rows · x → y\nMade with y = 1.5·x + 2, and noise.");
    train(robot);
    // PyTorch: RMSE 0.623… and 0.513…, from the same rows in their order; shuffled, nearly so.
    assertThat(Double.parseDouble(text(robot, "figure-train-rmse"))).isCloseTo(0.623, within(0.01));
    assertThat(Double.parseDouble(text(robot, "figure-test-rmse"))).isCloseTo(0.513, within(0.03));
    RegionPlot.Slope slope = line(robot).slope().orElseThrow();
    assertThat(slope.slope()).isCloseTo(1.5, within(0.15));
    assertThat(slope.intercept()).isCloseTo(2, within(0.25));
    PlotLine curve = line(robot).line().orElseThrow();
    assertThat(curve.residuals()).isEqualTo(40);
    RegionPlot.Point first = picture(robot).points().getFirst();
    assertThat(curve.end(0)).isCloseTo(slope.slope() * first.x() + slope.intercept(), within(1e-9));
    assertThat(text(robot, "fit-line")).matches("y = 1\\.\\d+ · x \\+ [12]\\.?\\d*");
    assertThat(text(robot, "fit-best"))
        .isEqualTo("least squares on the training rows: 1.44 · x + 1.94");

    robot.clickOn("#open-step");
    PromptRobot.await(() -> window.store().state().screen() == Screen.EXPLORE);
    Lesson step = window.store().state().explore().lesson();
    assertThat(step.loss().kind()).isEqualTo(LossKind.SQUARED_ERROR);
    assertThat(step.samples()).isEqualTo(8);
    assertThat(step.loss().target().shown().columns()).isEqualTo(1);
  }

  @Test
  void whatIsStandardisedIsShownInItsOwnUnit(FxRobot robot) throws TimeoutException {
    open(robot, tide(1));
    train(robot);
    assertThat(text(robot, "figure-train-rmse")).endsWith(" cm");
    assertThat(text(robot, "figure-train-r-squared")).isEqualTo("1");
    assertThat(text(robot, "fit-line")).isEqualTo("level = 3 · hour + 100");
    // σ of 0, 3, …, 69 is 3·√((24² − 1) / 12) = 20.77.
    assertThat(text(robot, "fit-scale"))
        .isEqualTo(
            "RMSE is the usual length of a residual. The loss is half the mean square of"
                + " standardised residuals, where 1 is 20.8 cm.");
    assertThat(picture(robot).y().name()).isEqualTo("level, cm");
    PlotLine curve = line(robot).line().orElseThrow();
    assertThat(curve.end(0)).isCloseTo(100, within(1e-3));

    robot.clickOn("#fit-turn");
    assertThat(text(robot, "fit-title")).isEqualTo("PREDICTED AGAINST TRUE");
    RegionPlot.Point first = picture(robot).points().getFirst();
    assertThat(first.x()).isEqualTo(100);
    assertThat(first.y()).isCloseTo(100, within(1e-3));
    robot.clickOn("#fit-turn");

    robot.clickOn("#chart-rmse");
    robot.interact(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<Object> loss = robot.lookup("#train-loss").queryAs(ComboBox.class);
      assertThat(loss.getItems())
          .containsExactly(LossKind.SQUARED_ERROR, LossKind.WHOLE_SQUARED_ERROR);
      loss.setValue(LossKind.WHOLE_SQUARED_ERROR);
    });
    PromptRobot.settle();
    assertThat(text(robot, "fit-scale")).contains("The loss is the mean square of standardised");
  }

  @Test
  void aClickAddsAPointWithItsNumber(FxRobot robot) throws TimeoutException {
    open(robot, Preset.LINE.setup());
    Region plot = robot.lookup("#fit").queryAs(Region.class);
    robot.clickOn(plot.localToScreen(plot.getWidth() * 0.3, plot.getHeight() * 0.2));
    PromptRobot.await(() -> picture(robot).points().size() == 41);
    Lesson lesson = window.store().state().training().orElseThrow().setup().lesson();
    assertThat(lesson.samples()).isEqualTo(33);
    assertThat(lesson.loss().target().at(32, 0)).isBetween(3.0, 7.0);
    assertThat(lesson.x().get(32, 0)).isBetween(-3.0, 0.0);
    robot.interact(() -> window.store().dispatch(new Action.Undo()));
    PromptRobot.await(() -> picture(robot).points().size() == 40);
  }

  @Test
  void twoInputsAreASurfaceAndMoreArePredictedAgainstTrue(FxRobot robot) throws TimeoutException {
    open(robot, tide(2));
    train(robot);
    assertThat(picture(robot).content())
        .isInstanceOfSatisfying(
            RegionPlot.OfSurface.class,
            surface -> {
              assertThat(surface.name()).isEqualTo("level, cm");
              assertThat(surface.surface().orElseThrow().low()).isEqualTo(100);
              assertThat(surface.surface().orElseThrow().high()).isEqualTo(169);
            });
    open(robot, tide(3));
    assertThat(text(robot, "fit-title")).isEqualTo("PREDICTED AGAINST TRUE");
    assertThat(picture(robot).x().name()).isEqualTo("true level, cm");
  }
}
