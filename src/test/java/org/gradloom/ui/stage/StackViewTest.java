package org.gradloom.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Perspective;
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
import org.gradloom.ui.control.PaintedGrid;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;

/** dL/dX as sheets, one a sample: filled by keys, stacked, and covered until it is said. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StackViewTest {
  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private void show(FxRobot robot, String place) {
    window.go(robot, place);
    robot.interact(() -> window.store().dispatch(new Action.See(Perspective.STACK)));
    robot.interact(PromptRobot::frame);
  }

  private static void type(FxRobot robot, KeyCode key) {
    robot.type(key);
    robot.interact(PromptRobot::frame);
  }

  private void open(FxRobot robot, Lesson lesson) {
    robot.interact(() ->
        window.store().dispatch(new Action.Open(Derivation.of(lesson), new Origin.BuiltIn("h"))));
    robot.interact(PromptRobot::frame);
  }

  /** A row of painted numbers, ( ) around what has a frame, dots for what is not reached. */
  private static String row(FxRobot robot, String grid, int row) {
    PaintedGrid painted = (PaintedGrid) node(robot, grid);
    StringBuilder shown = new StringBuilder();
    for (int column = 0; column < painted.shape().columns(); column++) {
      Set<CellState> marks = painted.contents().marks(row - 1, column);
      String text = painted.contents().text(row - 1, column);
      shown.append(
          marks.contains(CellState.UNREACHED)
              ? " (·)"
              : marks.contains(CellState.COVERED)
                  ? " (/)"
                  : marks.contains(CellState.BARE) ? " " + text : " (" + text + ")");
    }
    return shown.toString().strip();
  }

  private static Set<CellState> marks(FxRobot robot, String grid, int row, int column) {
    return ((PaintedGrid) node(robot, grid)).contents().marks(row - 1, column - 1);
  }

  @Test
  void eachSampleFillsOneRowAndTheSumStacksThem(FxRobot robot) {
    show(robot, "layer1/dX/1,3/term2");
    assertThat(text(robot, "question"))
        .isEqualTo("Each sample fills one row; the sum just stacks them");
    // dL/dx₁₁ is 0, too, but it was computed.
    assertThat(row(robot, "sheet-1-cells", 1)).isEqualTo("(0) (5) (−5)");
    assertThat(row(robot, "sheet-1-cells", 2)).isEqualTo("0 0 0");
    assertThat(row(robot, "sheet-2-cells", 2)).isEqualTo("(·) (·) (·)");
    assertThat(row(robot, "stack-sum", 1)).isEqualTo("(0) (5) (−5)");
    assertThat(text(robot, "stack-comes")).isEqualTo("row 1 comes from sample 1 alone");
    type(robot, KeyCode.RIGHT);
    // 3·(−1) so far.
    assertThat(row(robot, "sheet-2-cells", 2)).isEqualTo("(−3) (·) (·)");
    type(robot, KeyCode.RIGHT);
    assertThat(row(robot, "sheet-2-cells", 2)).isEqualTo("(1) (·) (·)");
    assertThat(row(robot, "stack-sum", 2)).isEqualTo("(1) (·) (·)");
    assertThat(text(robot, "stack-rest"))
        .isEqualTo("dz₂ · Wᵀ = (1, …). The other 3 sheets hold 0 in this row.");
    assertThat(marks(robot, "stack-sum", 2, 1)).contains(CellState.RESULT);
    type(robot, KeyCode.END);
    show(robot, "layer1/dX/4,3/term2");
    assertThat(row(robot, "sheet-4-cells", 4)).isEqualTo("(2) (6) (−8)");
    assertThat(marks(robot, "stack-sum", 4, 1)).containsExactly(CellState.RESULT_LINE);
    assertThat(text(robot, "stack-rest"))
        .isEqualTo("dz₄ · Wᵀ = (2, 6, −8). The other 3 sheets hold 0 in this row.");
    assertThat(text(robot, "why"))
        .startsWith("Sample 4’s loss is computed from row 4 of X and from no other")
        .endsWith("it puts each row in its place.");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
  }

  @Test
  void aClickGoesToThatInputOfTheSheetsSample(FxRobot robot) {
    show(robot, "layer1/dX/4,3/term2");
    click(robot, "sheet-2-cells", 2, 3);
    assertThat(window.place()).isEqualTo("layer1/dX/2,3/term2");
    // Where a sheet is 0 by structure the sample's own row has that input.
    click(robot, "sheet-3-cells", 1, 2);
    assertThat(window.place()).isEqualTo("layer1/dX/3,2/term2");
    click(robot, "stack-index", 1, 1);
    assertThat(window.place()).isEqualTo("layer1/dX/1,2/term2");
    click(robot, "stack-sum", 1, 3);
    assertThat(window.place()).isEqualTo("layer1/dX/1,3/term2");
  }

  private static void click(FxRobot robot, String grid, int row, int column) {
    PaintedGrid painted = (PaintedGrid) node(robot, grid);
    Bounds cell = painted.localToScreen(painted.boundsOf(new Cell(row - 1, column - 1)));
    robot.clickOn(cell, Motion.DIRECT, MouseButton.PRIMARY);
    robot.interact(PromptRobot::frame);
  }

  @Test
  void withSamplesAsColumnsEachFillsOneColumn(FxRobot robot) {
    robot.interact(
        () -> window.store().dispatch(new Action.Apply(new Edit.SetConvention(Convention.WX))));
    show(robot, "layer1/dX/2,3/term2");
    assertThat(text(robot, "question"))
        .isEqualTo("Each sample fills one column; the sum just stacks them");
    assertThat(row(robot, "sheet-2-cells", 1)).isEqualTo("0 (1) 0 0");
    assertThat(row(robot, "sheet-2-cells", 3)).isEqualTo("0 (−9) 0 0");
    assertThat(row(robot, "stack-sum", 3)).isEqualTo("(−5) (−9) (·) (·)");
    assertThat(text(robot, "stack-comes")).isEqualTo("column 2 comes from sample 2 alone");
    assertThat(text(robot, "stack-rest")).startsWith("Wᵀ · dz₂ = (1, 8, −9).");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
  }

  @Test
  void sheetsAreCoveredUntilItIsSaidWhatIsOnThem(FxRobot robot) {
    open(robot, BuiltInLessons.read("blame-the-inputs"));
    robot.interact(() -> window.store().dispatch(new Action.ToBeat(3)));
    robot.interact(PromptRobot::frame);
    assertThat(row(robot, "sheet-2-cells", 2)).isEqualTo("(/) (/) (/)");
    assertThat(row(robot, "sheet-2-cells", 1)).isEqualTo("(/) (/) (/)");
    assertThat(row(robot, "stack-sum", 2)).isEqualTo("(1) (8) (−9)");
    assertThat(text(robot, "stack-zeros")).isEqualTo("Not shown yet: what each sample adds.");
    assertThat(text(robot, "stack-comes")).isEmpty();
    assertThat(text(robot, "why")).doesNotContain("row 2");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
    robot.interact(() -> window.store().dispatch(new Action.Predict("3", Optional.empty())));
    robot.interact(PromptRobot::frame);
    assertThat(row(robot, "sheet-2-cells", 1)).isEqualTo("0 0 0");
    assertThat(row(robot, "sheet-2-cells", 2)).isEqualTo("(1) (8) (−9)");
    assertThat(text(robot, "stack-comes")).isEqualTo("row 2 comes from sample 2 alone");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
  }

  /** 64×784: sheets are dots, and their sum, too; only the neighbours are in sight. */
  @Test
  void aStepBySampleFillsOneSheet(FxRobot robot) {
    show(robot, "layer1/dX/1,1/term1");
    robot.clickOn("#step-by-sample");
    type(robot, KeyCode.RIGHT);
    assertThat(window.place()).isEqualTo("layer1/dX/1,3");
    type(robot, KeyCode.RIGHT);
    assertThat(window.place()).isEqualTo("layer1/dX/2,3");
    assertThat(text(robot, "stack-comes")).isEqualTo("row 2 comes from sample 2 alone");
    type(robot, KeyCode.LEFT);
    assertThat(window.place()).isEqualTo("layer1/dX/1,3");
    robot.clickOn("#step-by-term");
  }

  @Test
  void aLargeLayerHasItsSheetsAsDots(FxRobot robot) {
    open(robot, large());
    show(robot, "layer1/dX/32,300/term1");
    assertThat(node(robot, "stack-sum-dots").isVisible()).isTrue();
    assertThat(node(robot, "stack-sum").isVisible()).isFalse();
    assertThat(text(robot, "stack-zeros")).startsWith("What is coloured was computed");
    assertThat(text(robot, "stack-comes")).isEqualTo("row 32 comes from sample 32 alone");
    assertThat(node(robot, "stack-sum-dots").getAccessibleText())
        .as("what is seen is read out, too")
        .startsWith("dL/dX row 32, column 300");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
    type(robot, KeyCode.RIGHT);
    assertThat(window.place()).isEqualTo("layer1/dX/32,300/term2");
  }

  private static Lesson large() {
    Random random = new Random(7);
    return new Lesson(
        "",
        Matrix.numbers(new Shape(64, 784), (k, i) -> random.nextGaussian()),
        List.of(
            new Layer(
                Matrix.numbers(new Shape(784, 10), (i, j) -> random.nextGaussian()),
                null,
                Elementwise.IDENTITY)),
        new Loss(
            LossKind.GIVEN,
            new Target.Upstream(Matrix.numbers(new Shape(64, 10), (k, j) -> random.nextGaussian())),
            Reduction.SUM),
        0.1);
  }

  @Test
  void theTabLeadsFromWeightsToTheInputsOfTheSameSample(FxRobot robot) {
    window.go(robot, "layer1/dW/3,2/term4");
    robot.clickOn("#see-stack");
    assertThat(window.store().state().explore().seen()).isEqualTo(Perspective.STACK);
    assertThat(window.place()).startsWith("layer1/dX/4,3/");
  }
}
