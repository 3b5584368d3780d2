package org.gradloom.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.is;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.gradloom.derivation.Derivation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A learner chooses how the course writes a layer, and sees the same step written so. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConventionsTest {
  private static final Place STEP =
      new Place.OfTerm(new Operand(0, MatrixSymbol.DW), new Cell(2, 1), 1);

  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private static String formula(FxRobot robot) {
    return robot.lookup("#formula .formula-row").<Node>queryAll().stream()
        .map(Node::getAccessibleText)
        .findFirst()
        .orElse("");
  }

  private static String caption(FxRobot robot, String matrix) {
    return ((Label) robot.lookup("#" + matrix + "-heading .matrix-caption").query()).getText();
  }

  private static void openList(FxRobot robot) {
    ComboBox<?> list = (ComboBox<?>) node(robot, "convention");
    robot.interact(list::requestFocus);
    robot.interact(list::show);
  }

  private void dispatch(FxRobot robot, Action action) {
    robot.interact(() -> window.store().dispatch(action));
  }

  private Lesson lesson() {
    return window.store().state().explore().document().lesson();
  }

  @Test
  void everyFormulaIsSeenAsItIsPassedAndOneIsKept(FxRobot robot) {
    dispatch(robot, new Action.Go(STEP));
    openList(robot);

    robot.type(KeyCode.DOWN);
    assertThat(text(robot, "where")).endsWith("row 2 of (dL/dZ)ᵀ meets column 3 of X");
    assertThat(formula(robot)).contains("dz₂₂·x₂₃");
    assertThat(caption(robot, "layer1-dW")).isEqualTo("2 × 3 · shaped like W");
    assertThat(caption(robot, "layer1-x")).isEqualTo("4 × 3 · sample × feature");

    robot.type(KeyCode.DOWN);
    assertThat(text(robot, "where")).endsWith("row 2 of dL/dZ meets column 3 of Xᵀ");
    assertThat(formula(robot)).contains("dz₂₂·x₃₂");
    assertThat(caption(robot, "layer1-dZ")).isEqualTo("2 × 4 · neuron × sample");
    assertThat(text(robot, "input-layer1-x")).contains("X · 3×4");
    assertThat(is(node(robot, "layer1-x-turned-2-3"), "right")).isTrue();
    assertThat(is(node(robot, "layer1-dZ-2-2"), "left")).isTrue();
    assertThat(text(robot, "other-name"))
        .isEqualTo("w₂₃ leads from input 3 to neuron 2. Written as Z = X·W it is called w₃₂.");

    robot.type(KeyCode.DOWN);
    assertThat(text(robot, "where")).endsWith("row 3 of X meets column 2 of (dL/dZ)ᵀ");
    robot.type(KeyCode.UP, KeyCode.ENTER);

    assertThat(lesson().convention()).isEqualTo(Convention.WX);
    assertThat(window.store().state().explore().step().place()).isEqualTo(STEP);
    assertThat(window.store().state().explore().document().history().undoable()).isPresent();
    dispatch(robot, new Action.Undo());
    assertThat(lesson().convention()).isEqualTo(Convention.XW);
    assertThat(window.store().state().explore().document().history().undoable()).isEmpty();
    assertThat(text(robot, "where")).endsWith("row 3 of Xᵀ meets column 2 of dL/dZ");
  }

  @Test
  void escapeGoesBackToWhatItWas(FxRobot robot) {
    dispatch(robot, new Action.Go(STEP));
    openList(robot);
    robot.type(KeyCode.DOWN, KeyCode.DOWN);
    assertThat(lesson().convention()).isEqualTo(Convention.WX);
    robot.type(KeyCode.ESCAPE);
    assertThat(((ComboBox<?>) node(robot, "convention")).isShowing()).isFalse();
    assertThat(lesson().convention()).isEqualTo(Convention.XW);
    assertThat(window.store().state().explore().document().history().undoable()).isEmpty();
  }

  @Test
  void whatIsTypedIsTheCellThatIsSeen(FxRobot robot) {
    dispatch(robot, new Action.Go(STEP));
    openList(robot);
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
    robot.clickOn("#layer1-x-origin-1-4").write("7").type(KeyCode.ENTER);
    // Feature 1 of sample 4.
    assertThat(lesson().x().get(3, 0)).isEqualTo(7);
  }

  /** Of eight rows of W and b, some have no room at 1024 × 700. */
  @Test
  void theNameOfAColumnOfBiasesCoversNothing(FxRobot robot) {
    Matrix w = Matrix.numbers(new Shape(8, 8), (i, j) -> i - j / 3.0);
    Lesson lesson =
        new Lesson(
                "Eight neurons",
                w,
                List.of(
                    new Layer(w, Matrix.numbers(new Shape(1, 8), (i, j) -> j), Elementwise.RELU)),
                new Loss(LossKind.GIVEN, new Target.Upstream(w), Reduction.SUM),
                0.1)
            .withConvention(Convention.WX);
    robot.interact(() -> {
      window.stage().setWidth(1024);
      window.stage().setHeight(700);
      window.store().dispatch(new Action.Open(Derivation.of(lesson), new Origin.Unsaved()));
      window.store().dispatch(new Action.Go(Place.parse("layer1/z/2,3/term3")));
    });
    robot.interact(PromptRobot::frame);
    Node bias = node(robot, "layer1-b");
    assertThat(robot.lookup("#layer1-b-8-1").tryQuery()).isEmpty();
    assertThat(node(robot, "layer1-b-heading").getBoundsInParent().getMinY())
        .isGreaterThanOrEqualTo(bias.getBoundsInParent().getMaxY() - 1);
  }
}
