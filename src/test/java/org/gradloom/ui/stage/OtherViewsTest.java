package org.gradloom.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;
import static org.gradloom.ui.stage.PaintedCells.marked;
import static org.gradloom.ui.stage.PaintedCells.marks;
import static org.gradloom.ui.stage.PaintedCells.middle;
import static org.gradloom.ui.stage.PaintedCells.number;
import static org.gradloom.ui.stage.PaintedCells.numbers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A gradient beside measured slopes, a bias as a weight on ones, and the step of an update. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherViewsTest {
  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private void act(FxRobot robot, Action... actions) {
    robot.interact(() -> {
      for (Action action : actions) {
        window.store().dispatch(action);
      }
    });
    robot.interact(PromptRobot::frame);
  }

  private void see(FxRobot robot, String view, String place) {
    window.go(robot, place);
    robot.clickOn("#see-" + view);
    robot.interact(PromptRobot::frame);
  }

  private void beat(FxRobot robot, String lesson, int beat) {
    act(
        robot,
        new Action.Open(Derivation.of(BuiltInLessons.read(lesson)), new Origin.BuiltIn(lesson)),
        new Action.ToBeat(beat - 1));
  }

  // ---- nudge

  @Test
  void everySlopeIsMeasuredBesideTheDerivedOne(FxRobot robot) {
    see(robot, "nudge", "layer1/dW/3,2");
    assertThat(text(robot, "question")).isEqualTo("Does L move as dL/dW says?");
    assertThat(numbers(robot, "nudge-derived")).isEqualTo("6 −5 / 8 −9 / 7 −6");
    assertThat(numbers(robot, "nudge-measured")).isEqualTo("6 −5 / 8 −9 / 7 −6");
    assertThat(marked(robot, "nudge-measured", CellState.AGREES)).hasSize(6);
    assertThat(text(robot, "nudge-verdict")).isEqualTo("✓ all 6 entries agree");
    assertThat(text(robot, "nudge-around")).endsWith("= −6");
    // A covered L is in the middle of the losses on both sides; the slope does not tell it.
    Action turn = new Action.TurnCover(new Place.OfMatrix(Operand.ofLoss(MatrixSymbol.L)));
    act(robot, turn);
    assertThat(text(robot, "nudge-around")).isEmpty();
    assertThat(number(robot, "nudge-measured", 3, 2)).isEqualTo("−6");
    act(robot, turn);
    assertThat(text(robot, "nudge-around")).endsWith("= −6");
    // What the walk has not come to is not told by a measurement either.
    window.go(robot, "layer1/dW/2,1/term3");
    robot.interact(PromptRobot::frame);
    assertThat(numbers(robot, "nudge-derived")).isEqualTo("6 −5 / 6 · / · ·");
    assertThat(numbers(robot, "nudge-measured")).isEqualTo("6 −5 / · · / · ·");
    assertThat(text(robot, "nudge-sides")).startsWith("The measurement comes with the last term");
    assertThat(text(robot, "nudge-verdict")).isEmpty();
    robot.type(KeyCode.RIGHT);
    robot.interact(PromptRobot::frame);
    assertThat(number(robot, "nudge-measured", 2, 1)).isEqualTo("8");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
  }

  @Test
  void eachSideHasItsOwnSlopeForAnyH(FxRobot robot) {
    beat(robot, "verify-and-go-live", 3);
    TextField h = (TextField) node(robot, "nudge-h");
    robot.clickOn(h).write("0.5").type(KeyCode.ENTER);
    assertThat(text(robot, "nudge-around")).isEqualTo("w₁₁ ± 0.5: (24.5 − 12.5) / 1 = 12");
    assertThat(text(robot, "nudge-sides")).isEqualTo("From above alone 13, from below alone 11.");
    robot.interact(h::clear);
    robot.write("0").type(KeyCode.ENTER);
    assertThat(TestWindow.popups(robot, ".error-bubble"))
        .containsExactly(
            "h is how far each number is nudged: type a number above 0, such as 0.5 or 1e-5.");
    assertThat(text(robot, "nudge-around")).as("the last h stays").contains("± 0.5");
    robot.interact(h::clear);
    robot.write("1/100").type(KeyCode.ENTER);
    assertThat(text(robot, "nudge-sides"))
        .isEqualTo("From above alone 12.02, from below alone 11.98.");
    robot.interact(h::clear);
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "nudge-around")).startsWith("w₁₁ ± 3e−5");
  }

  @Test
  void aNumberIsDraggedAndWhatFollowsIsSeen(FxRobot robot) {
    see(robot, "nudge", "layer1/dW/3,2");
    assertThat(text(robot, "nudge-move"))
        .isEqualTo("Drag a number of W up or down, or press Alt ↑ or Alt ↓ to move w₃₂.");
    robot.press(KeyCode.ALT).type(KeyCode.UP, KeyCode.UP).release(KeyCode.ALT);
    robot.interact(PromptRobot::frame);
    assertThat(text(robot, "nudge-move")).isEqualTo("w₃₂: 3 → 4");
    assertThat(text(robot, "nudge-change-of-loss")).isEqualTo("L: 4 → −2, ΔL = −6");
    assertThat(text(robot, "nudge-slope-of-move")).isEqualTo("slope · Δ = −6 · 1 = −6");
    assertThat(numbers(robot, "nudge-change")).isEqualTo("0 0 / 0 1 / 0 0 / 0 2");
    assertThat(marked(robot, "nudge-change", CellState.BARE))
        .as("no path leads there")
        .containsExactly("1,1", "2,1", "3,1", "4,1");
    Operand w = new Operand(0, MatrixSymbol.W);
    Action turn = new Action.TurnCover(new Place.OfCell(w, new Cell(2, 1)));
    act(robot, turn);
    assertThat(text(robot, "nudge-move"))
        .isEqualTo("w₃₂ is covered: only what is seen of W can be moved.");
    assertThat(marks(robot, "nudge-variable", 1, 1)).contains(CellState.MOVABLE);
    assertThat(marks(robot, "nudge-variable", 3, 2)).doesNotContain(CellState.MOVABLE);
    act(robot, turn);

    robot.moveTo(middle(robot, "nudge-variable", 1, 1)).press(MouseButton.PRIMARY).moveBy(0, -40);
    robot.release(MouseButton.PRIMARY);
    robot.interact(PromptRobot::frame);
    assertThat(window.place()).isEqualTo("layer1/dW/1,1");
    assertThat(text(robot, "nudge-move")).startsWith("w₁₁: −1 → ").isNotEqualTo("w₁₁: −1 → −1");
    assertThat(text(robot, "nudge-slope-of-move")).startsWith("slope · Δ = 6 · ");
    act(robot, new Action.Undo());
    assertThat(number(robot, "nudge-variable", 1, 1)).as("one gesture").isEqualTo("−1");
    assertThat(number(robot, "nudge-variable", 3, 2)).isEqualTo("4");
  }

  @Test
  void whatIsCoveredIsMeasuredByHandAlone(FxRobot robot) {
    beat(robot, "a-slope-for-each-weight", 4);
    assertThat(numbers(robot, "nudge-derived")).isEqualTo("▨ ▨ / ▨ ▨ / ▨ ▨");
    assertThat(numbers(robot, "nudge-measured")).isEqualTo("▨ ▨ / ▨ ▨ / ▨ ▨");
    assertThat(node(robot, "nudge-h").getParent().isVisible()).isFalse();
    robot.clickOn(middle(robot, "nudge-variable", 1, 1));
    robot.interact(PromptRobot::frame);
    assertThat(window.store().state().explore().isOnPath()).isTrue();
    robot.press(KeyCode.ALT).type(KeyCode.UP, KeyCode.UP).release(KeyCode.ALT);
    robot.interact(PromptRobot::frame);
    assertThat(text(robot, "nudge-change-of-loss")).isEqualTo("L: 4 → 10, ΔL = 6");
    assertThat(text(robot, "nudge-slope-of-move")).as("it is covered").isEmpty();
    assertThat(number(robot, "nudge-measured", 1, 1)).isEqualTo("6");
    robot.clickOn(middle(robot, "nudge-variable", 3, 2));
    robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
    robot.interact(PromptRobot::frame);
    assertThat(numbers(robot, "nudge-measured")).isEqualTo("6 ▨ / ▨ ▨ / ▨ −6");
    assertThat(numbers(robot, "nudge-derived")).isEqualTo("▨ ▨ / ▨ ▨ / ▨ ▨");
    assertThat(window.store().state().explore().isOnPath()).isTrue();
  }

  /** X and dL/dZ are all ones, so that each slope is the number of samples, and W is 0 like L. */
  private void openAlike(FxRobot robot, int samples, int inputs, int units) {
    Lesson lesson =
        new Lesson(
            "alike",
            Matrix.numbers(new Shape(samples, inputs), (i, j) -> 1),
            List.of(new Layer(Matrix.zeros(new Shape(inputs, units)), null, Elementwise.IDENTITY)),
            new Loss(
                LossKind.GIVEN,
                new Target.Upstream(Matrix.numbers(new Shape(samples, units), (i, j) -> 1)),
                Reduction.SUM),
            0.1);
    act(
        robot,
        new Action.Open(Derivation.of(lesson), new Origin.Unsaved()),
        new Action.See(Perspective.NUDGE),
        new Action.Go(Place.parse("layer1/dW")));
  }

  @Test
  void whatTakesLongIsMeasuredBesideTheWindow(FxRobot robot) throws TimeoutException {
    openAlike(robot, 16, 16, 16);
    PromptRobot.await(() -> text(robot, "nudge-verdict").equals("✓ all 256 entries agree"));
    assertThat(text(robot, "nudge-variable-caption")).endsWith("of 16 × 16");
    assertThat(marked(robot, "nudge-measured", CellState.UNREACHED)).isEmpty();

    openAlike(robot, 64, 784, 100);
    PromptRobot.await(() -> text(robot, "nudge-around").endsWith("= 64"));
    assertThat(marked(robot, "nudge-measured", CellState.RESULT)).hasSize(1);
    assertThat(marked(robot, "nudge-measured", CellState.UNREACHED)).isNotEmpty();
    assertThat(text(robot, "nudge-verdict")).isEmpty();
    assertThat(text(robot, "nudge-all")).isEqualTo("Measure all 78400 entries");
    robot.interact(() -> ((Button) node(robot, "nudge-all")).fire());
    assertThat(node(robot, "nudge-progress").getParent().isVisible()).isTrue();
    robot.interact(() -> ((Button) node(robot, "nudge-cancel")).fire());
    assertThat(node(robot, "nudge-progress").getParent().isVisible()).isFalse();
    assertThat(text(robot, "nudge-all")).isEqualTo("Measure all 78400 entries");
    assertThat(text(robot, "nudge-around")).as("what was measured stays").endsWith("= 64");
  }

  @Test
  void ofLargeMatricesAsManyColumnsAreInSightAsHaveRoom(FxRobot robot) {
    openAlike(robot, 16, 16, 16);
    Matrix long16 = Matrix.numbers(new Shape(16, 16), (i, j) -> -0.1234 - i / 1000.0 - j / 10.0);
    act(
        robot,
        new Action.Apply(new Edit.Replace(new Operand(0, MatrixSymbol.X), long16)),
        new Action.Apply(new Edit.Replace(new Operand(0, MatrixSymbol.W), long16)),
        new Action.See(Perspective.UPDATE));
    assertThat(text(robot, "update-before-caption")).endsWith("of 16 × 16");
    assertThat(LayoutFaults.of(window.scene())).as("nothing is cut at the right").isEmpty();
  }

  @Test
  void aMapOfALargeMatrixLeadsToEveryCell(FxRobot robot) {
    openAlike(robot, 20, 30, 20);
    act(robot, new Action.See(Perspective.UPDATE), new Action.Go(Place.parse("layer1/wNext/1,1")));
    assertThat(text(robot, "update-before-caption")).startsWith("1–").endsWith("of 30 × 20");
    Bounds map =
        node(robot, "update-before-map")
            .localToScreen(node(robot, "update-before-map").getBoundsInLocal());
    robot.clickOn(map.getMaxX() - 0.75, map.getMaxY() - 0.75);
    robot.interact(PromptRobot::frame);
    assertThat(window.place()).isEqualTo("layer1/wNext/30,20");
    assertThat(text(robot, "update-before-caption")).contains("–30, ", "–20 of");
    Bounds frame =
        node(robot, "update-before-map-frame")
            .localToScreen(node(robot, "update-before-map-frame").getBoundsInLocal());
    assertThat(frame.getMaxX()).as("around what is in sight").isCloseTo(map.getMaxX(), within(4.0));
    act(robot, new Action.Go(Place.parse("layer1/wNext/1,1")), new Action.See(Perspective.NUDGE));
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
  }

  // ---- bias

  @Test
  void theBiasIsAWeightOnOnes(FxRobot robot) {
    see(robot, "bias", "layer1/z/2,1");
    assertThat(text(robot, "bias-none"))
        .isEqualTo("This layer has no bias, so that there is nothing to put below W.");
    double words = node(robot, "bias-none").localToScene(0, 0).getX();
    assertThat(words - node(robot, "bias-view").localToScene(0, 0).getX()).isBetween(0.0, 10.0);
    robot.clickOn("#bias-give");
    robot.interact(PromptRobot::frame);
    assertThat(text(robot, "question"))
        .isEqualTo("A bias is the weight on an input that is always 1");
    window.go(robot, "layer1/z/2,1");
    robot.interact(PromptRobot::frame);
    assertThat(numbers(robot, "bias-left")).isEqualTo("−1 3 0 1 / 3 −1 1 1 / 1 3 0 1 / −1 1 2 1");
    assertThat(numbers(robot, "bias-right")).isEqualTo("−1 −2 / 2 −1 / −1 3 / 0 0");
    assertThat(numbers(robot, "bias-result")).isEqualTo("7 −1 / −6 · / · · / · ·");
    assertThat(text(robot, "bias-numbers")).isEqualTo("3·(−1) + (−1)·2 + 1·(−1) + 1·0 = −6");
    assertThat(marked(robot, "bias-left", CellState.LEFT))
        .containsExactly("2,1", "2,2", "2,3", "2,4");
    assertThat(marked(robot, "bias-right", CellState.RIGHT))
        .containsExactly("1,1", "2,1", "3,1", "4,1");
    window.go(robot, "layer1/dB/1,1/term2");
    robot.interact(PromptRobot::frame);
    assertThat(numbers(robot, "bias-result")).isEqualTo("6 −5 / 8 −9 / 7 −6 / 5 ·");
    assertThat(marks(robot, "bias-result", 4, 1)).contains(CellState.RESULT, CellState.FORMING);
    assertThat(text(robot, "bias-numbers")).isEqualTo("1·2 + 1·3 = 5");
    // A 1 that meets the third sample belongs to the third term.
    robot.clickOn(middle(robot, "bias-left", 4, 3));
    assertThat(window.place()).isEqualTo("layer1/dB/1,1/term3");
    robot.clickOn(middle(robot, "bias-result", 3, 2));
    assertThat(window.place()).isEqualTo("layer1/dW/3,2");
    act(robot, new Action.Apply(new Edit.SetConvention(Convention.WX)));
    assertThat(numbers(robot, "bias-right")).isEqualTo("−1 3 0 1 / 3 −1 1 1 / 1 3 0 1 / −1 1 2 1");
    assertThat(marked(robot, "bias-result", CellState.RESULT)).containsExactly("2,3");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
  }

  @Test
  void theTermsOfALargeProductAreInSightInBothFactors(FxRobot robot) {
    openAlike(robot, 20, 3, 2);
    act(
        robot,
        new Action.Apply(new Edit.SetBias(0, true)),
        new Action.See(Perspective.BIAS),
        new Action.Go(Place.parse("layer1/dW/3,2/term20")));
    String left = text(robot, "bias-left-caption").replaceFirst(".*, (.*) of 4 × 20", "$1");
    assertThat(text(robot, "bias-right-caption")).startsWith(left + ", ").endsWith(" of 20 × 2");
    assertThat(left).endsWith("–20");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
  }

  @Test
  void coveredOnesAreNeitherShownNorNamed(FxRobot robot) {
    beat(robot, "bias-and-the-numpy-layer", 3);
    assertThat(numbers(robot, "bias-left")).endsWith("/ ▨ ▨ ▨ ▨");
    assertThat(text(robot, "bias-left-caption")).startsWith("one more row, covered");
    assertThat(text(robot, "bias-numbers")).isEmpty();
    assertThat(node(robot, "formula").getAccessibleText()).doesNotContain("1ᵀ");
    act(robot, new Action.ShowAnswer());
    assertThat(numbers(robot, "bias-left")).endsWith("/ 1 1 1 1");
    assertThat(text(robot, "bias-left-caption")).startsWith("a row of ones below");
  }

  // ---- update

  @Test
  void aStepGoesAgainstTheSlope(FxRobot robot) {
    see(robot, "update", "layer1/wNext/3,1");
    assertThat(numbers(robot, "update-before")).isEqualTo("−1 −2 / 2 −1 / −1 3");
    assertThat(numbers(robot, "update-direction")).isEqualTo("6 −5 / 8 −9 / 7 −6");
    assertThat(numbers(robot, "update-after")).isEqualTo("−1.6 −1.5 / 1.2 −0.1 / −1.7 ·");
    robot.type(KeyCode.RIGHT);
    robot.interact(PromptRobot::frame);
    assertThat(text(robot, "update-numbers")).isEqualTo("3 − 0.1 · (−6) = 3.6");
    assertThat(numbers(robot, "update-loss-before")).isEqualTo("4");
    assertThat(numbers(robot, "update-loss-after")).isEqualTo("−25.1");
    assertThat(text(robot, "update-losses")).isEqualTo("ΔL = −29.1");
    see(robot, "update", "layer1/wNext");
    assertThat(text(robot, "update-numbers")).as("of no entry more than of another").isEmpty();
    act(robot, new Action.Apply(new Edit.SetFrozen(0, new Frozen(true, false))));
    assertThat(node(robot, "update-direction").isVisible()).isFalse();
    assertThat(text(robot, "update-remark"))
        .isEqualTo("W is frozen: no step changes it, whatever its slopes are.");
    assertThat(number(robot, "update-after", 3, 2)).isEqualTo("3");
    assertThat(text(robot, "update-losses")).isEqualTo("ΔL = 0");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
  }

  @Test
  void whatIsAskedOfAStepIsNotToldByItsLoss(FxRobot robot) {
    beat(robot, "a-slope-for-each-weight", 5);
    assertThat(numbers(robot, "update-after")).isEqualTo("▨ ▨ / ▨ ▨ / ▨ ?");
    assertThat(numbers(robot, "update-loss-after")).isEqualTo("▨");
    assertThat(text(robot, "update-numbers")).isEmpty();
    act(
        robot,
        new Action.Uncover(List.of(new Place.OfMatrix(new Operand(0, MatrixSymbol.W_NEXT)))));
    assertThat(numbers(robot, "update-loss-after")).isEqualTo("−25.1");
  }
}
