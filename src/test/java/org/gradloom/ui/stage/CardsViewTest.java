package org.gradloom.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.gradloom.derivation.Derivation;
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

/** dL/dW as cards: dealt by keys, traced, added up, and the same place in another view. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardsViewTest {
  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private static String number(FxRobot robot, String grid, int row, int column) {
    PaintedGrid painted = (PaintedGrid) node(robot, grid);
    Set<CellState> marks = painted.contents().marks(row - 1, column - 1);
    return marks.contains(CellState.UNREACHED) ? "·" : painted.contents().text(row - 1, column - 1);
  }

  private static Set<CellState> marks(FxRobot robot, String grid, int row, int column) {
    return ((PaintedGrid) node(robot, grid)).contents().marks(row - 1, column - 1);
  }

  private void show(FxRobot robot, String place) {
    window.go(robot, place);
    robot.clickOn("#see-cards");
    robot.interact(PromptRobot::frame);
  }

  @Test
  void cardsAreDealtByKeysAndTheSumGrows(FxRobot robot) {
    show(robot, "layer1/dW/3,2/term1");
    assertThat(text(robot, "question"))
        .isEqualTo("Each sample deals one card; the cards add up to dL/dW");
    assertThat(text(robot, "where"))
        .isEqualTo("Backward · dL/dW · cell (3, 2) · card 1 of 4 — x₁ᵀ dz₁");
    assertThat(number(robot, "card-1-product", 3, 2)).isEqualTo("0");
    assertThat(number(robot, "card-2-product", 3, 2)).isEqualTo("·");
    robot.type(KeyCode.RIGHT);
    robot.interact(PromptRobot::frame);
    assertThat(number(robot, "card-2-product", 3, 2)).isEqualTo("−2");
    assertThat(text(robot, "card-2-chip")).isEqualTo("−2");
    assertThat(number(robot, "cards-sum", 3, 2)).isEqualTo("−2");
    robot.type(KeyCode.RIGHT);
    robot.interact(PromptRobot::frame);
    assertThat(text(robot, "cards-added")).isEqualTo("0 − 2 + 0 = −2");
    robot.type(KeyCode.RIGHT);
    robot.interact(PromptRobot::frame);
    assertThat(text(robot, "cards-added")).isEqualTo("0 − 2 + 0 − 4 = −6");
    assertThat(text(robot, "cards-silent"))
        .isEqualTo("samples 1, 3 have a factor 0: their cards add nothing here");
    // The column stands at the left and is solid, the row above and is dashed.
    assertThat(marks(robot, "card-4-left", 3, 1)).contains(CellState.LEFT, CellState.ACTIVE);
    assertThat(marks(robot, "card-4-right", 1, 2)).contains(CellState.RIGHT, CellState.ACTIVE);
    assertThat(marks(robot, "card-4-product", 3, 2)).contains(CellState.RESULT);
    robot.type(KeyCode.LEFT);
    robot.interact(PromptRobot::frame);
    assertThat(number(robot, "card-4-product", 3, 2)).isEqualTo("·");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
  }

  @Test
  void cardsOutOfSightAreHintedAtOnBothSides(FxRobot robot) {
    Matrix ones = Matrix.numbers(new Shape(12, 6), (_, _) -> 1);
    Lesson lesson =
        new Lesson(
            "many",
            ones,
            List.of(new Layer(Matrix.zeros(new Shape(6, 6)), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(ones), Reduction.SUM),
            0.1);
    robot.interact(() ->
        window.store().dispatch(new Action.Open(Derivation.of(lesson), new Origin.Unsaved())));
    show(robot, "layer1/dW/3,2/term6");
    Button earlier = (Button) node(robot, "cards-earlier");
    Button later = (Button) node(robot, "cards-later");
    assertThat(earlier.getText()).isEqualTo("… +");
    assertThat(later.getText()).isEqualTo("+ …");
    assertThat(earlier.isVisible() && later.isVisible()).isTrue();
    double first = node(robot, "card-1-product").localToScene(0, 0).getX();
    assertThat(earlier.localToScene(earlier.getWidth(), 0).getX()).isLessThan(first);
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
    robot.clickOn(earlier);
    assertThat(window.place()).isEqualTo("layer1/dW/3,2/term5");
    show(robot, "layer1/dW/3,2/term1");
    assertThat(earlier.isVisible()).as("nothing is before the first").isFalse();
  }

  @Test
  void samplesAreDealtWholeOneByOne(FxRobot robot) {
    show(robot, "layer1/dW/1,1/term1");
    robot.clickOn("#step-by-sample").type(KeyCode.RIGHT);
    robot.interact(PromptRobot::frame);
    assertThat(text(robot, "where"))
        .isEqualTo("Backward · dL/dW · card 1 of 4, every cell — x₁ᵀ dz₁");
    assertThat(number(robot, "cards-sum", 1, 1)).isEqualTo("−2");
    robot.type(KeyCode.RIGHT);
    robot.interact(PromptRobot::frame);
    // −2 + 9, 1 − 6; 6 − 3, −3 + 2; 0 + 3, 0 − 2.
    assertThat(number(robot, "cards-sum", 1, 1)).isEqualTo("7");
    assertThat(number(robot, "cards-sum", 2, 2)).isEqualTo("−1");
    assertThat(number(robot, "card-3-product", 1, 1)).isEqualTo("·");
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
    robot.interact(PromptRobot::frame);
    assertThat(number(robot, "cards-sum", 3, 2)).isEqualTo("−6");
    // Other views know no samples: what is seen there is the same term.
    robot.clickOn("#see-product");
    assertThat(window.place()).isEqualTo("layer1/dW/3,2/term4");
    assertThat(node(robot, "step-by-sample").isVisible()).isFalse();
  }

  @Test
  void aClickTracesACellUpToThatSample(FxRobot robot) {
    show(robot, "layer1/dW/3,2/term4");
    PaintedGrid card = (PaintedGrid) node(robot, "card-2-product");
    Bounds cell = card.localToScene(card.boundsOf(new Cell(1, 0)));
    robot.clickOn(
        window.scene().getWindow().getX() + window.scene().getX() + cell.getCenterX(),
        window.scene().getWindow().getY() + window.scene().getY() + cell.getCenterY(),
        org.testfx.robot.Motion.DIRECT,
        MouseButton.PRIMARY);
    assertThat(window.place()).isEqualTo("layer1/dW/2,1/term2");
  }

  @Test
  void aViewIsSwitchedMidWalkAndThePlaceKept(FxRobot robot) {
    show(robot, "layer1/dX/4,3/term2");
    assertThat(window.place()).isEqualTo("layer1/dW/3,2/term4");
    robot.clickOn("#see-product");
    assertThat(window.place()).isEqualTo("layer1/dW/3,2/term4");
    assertThat(node(robot, "stage").isVisible()).isTrue();
    robot.clickOn("#see-cards");
    // Where cards have nothing to show the product is seen, and cards again behind it.
    window.go(robot, "layer1/dX/1,1/term1");
    assertThat(window.store().state().explore().seen()).isEqualTo(Perspective.PRODUCT);
    window.go(robot, "layer1/dW/1,1/term1");
    assertThat(window.store().state().explore().seen()).isEqualTo(Perspective.CARDS);
  }

  @Test
  void withSamplesAsColumnsTheBlameStands(FxRobot robot) {
    show(robot, "layer1/dW/3,2/term4");
    robot.interact(
        () -> window.store().dispatch(new Action.Apply(new Edit.SetConvention(Convention.WX))));
    robot.interact(PromptRobot::frame);
    assertThat(number(robot, "card-4-left", 2, 1)).isEqualTo("−2");
    assertThat(number(robot, "card-4-right", 1, 3)).isEqualTo("2");
    assertThat(number(robot, "cards-sum", 2, 3)).isEqualTo("−6");
    assertThat(text(robot, "where")).endsWith("dz₄ x₄ᵀ");
  }

  @Test
  void theCodeAddsTheCards(FxRobot robot) {
    show(robot, "layer1/dW/3,2/term2");
    assertThat(
            robot.lookup("#code > .code-line").queryAllAs(Label.class).stream().map(Label::getText))
        .containsSequence(
            "dW = np.zeros_like(W)",
            "for x, dz in zip(X, dZ):",
            "    dW += np.outer(x, dz)",
            "# the same, at one stroke",
            "dW = X.T @ dZ");
    Node running =
        robot.lookup("#code > .code-line").queryAllAs(Label.class).stream()
            .filter(line -> TestWindow.is(line, "active"))
            .findFirst()
            .orElseThrow();
    assertThat(((Label) running).getText()).isEqualTo("    dW += np.outer(x, dz)");
  }
}
