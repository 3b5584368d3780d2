package org.gradloom.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.cell;
import static org.gradloom.ui.TestWindow.cells;
import static org.gradloom.ui.TestWindow.is;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.popups;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A learner opens lesson H, walks to dW₃₂, reads, goes back, and changes the numbers. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearnerSessionTest {
  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private static void ctrl(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  private static void shift(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.SHIFT).type(key).release(KeyCode.SHIFT);
  }

  private static String formula(FxRobot robot) {
    StringBuilder said = new StringBuilder();
    for (Node row : robot.lookup("#formula .formula-row").<Node>queryAll()) {
      said.append(row.getAccessibleText()).append('\n');
    }
    return said.toString();
  }

  private static String spoken(Node cell) {
    return String.valueOf(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }

  /** As a learner gets there with the keyboard: two phases on, then cell by cell. */
  private void stepToDw32(FxRobot robot) {
    robot.type(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN);
    for (int cells = 0; cells < 6; cells++) {
      shift(robot, KeyCode.RIGHT);
    }
  }

  // ---- the walk to dW₃₂

  @Test
  void opensAtTheFirstTermWithNothingShownEarly(FxRobot robot) {
    assertThat(window.stage().getTitle()).isEqualTo("Four samples, one layer — Gradloom");
    assertThat(text(robot, "where"))
        .isEqualTo("Forward · Z · cell (1, 1) · term 1 of 3 — row 1 of X meets column 1 of W");
    assertThat(cell(robot, "layer1-z", 1, 1)).isEqualTo("1");
    assertThat(cells(robot, "layer1-z", "unreached"))
        .containsExactly("1,2", "2,1", "2,2", "3,1", "3,2", "4,1", "4,2");
    assertThat(cell(robot, "layer1-z", 4, 2)).isEmpty();
  }

  @Test
  void keysStepToDw32AndEverythingSpeaksOfIt(FxRobot robot) {
    stepToDw32(robot);
    assertThat(text(robot, "question")).isEqualTo("How much does w₃₂ move the batch loss?");
    assertThat(text(robot, "where")).startsWith("Backward · dL/dW · cell (3, 2)");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");
    assertThat(cells(robot, "layer1-dW", "result")).containsExactly("3,2");
    assertThat(cells(robot, "layer1-dW", "forming")).isEmpty();
    assertThat(cells(robot, "layer1-x-turned", "left")).containsExactly("3,1", "3,2", "3,3", "3,4");
    assertThat(cells(robot, "layer1-dZ", "right")).containsExactly("1,2", "2,2", "3,2", "4,2");
    assertThat(formula(robot)).contains("x₁₃·dz₁₂ + x₂₃·dz₂₂ + x₃₃·dz₃₂ + x₄₃·dz₄₂");
    assertThat(formula(robot))
        .contains("numbers 0·(−1) + 1·(−2) + 0·(−2) + 2·(−2) = 0 − 2 + 0 − 4 = −6");
    assertThat(text(robot, "check")).isEqualTo("Nudge w₃₂ by ±3e−5: ΔL/2h ≈ −6");
    assertThat(text(robot, "check-verdict")).isEqualTo("✓ agrees with −6");
  }

  @Test
  void aTermLightsTwoCellsTheirOriginAndItsProduct(FxRobot robot) {
    stepToDw32(robot);
    robot.type(KeyCode.LEFT, KeyCode.LEFT);
    assertThat(text(robot, "where"))
        .isEqualTo(
            "Backward · dL/dW · cell (3, 2) · term 2 of 4 — row 3 of Xᵀ meets column 2 of dL/dZ");
    assertThat(cells(robot, "layer1-x-turned", "active")).containsExactly("3,2");
    assertThat(cells(robot, "layer1-dZ", "active")).containsExactly("2,2");
    assertThat(cells(robot, "layer1-x-origin", "left")).containsExactly("1,3", "2,3", "3,3", "4,3");
    assertThat(cells(robot, "layer1-x-origin", "match")).containsExactly("2,3");
    assertThat(cells(robot, "layer1-dW", "forming")).containsExactly("3,2");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−2");
    assertThat(text(robot, "product")).isEqualTo("1·(−2) = −2");
    assertThat(formula(robot)).contains("0·(−1) + 1·(−2) = 0 − 2 = −2 so far; 2 samples to come");
    assertThat(text(robot, "why"))
        .isEqualTo("Sample 2 adds x₂₃ = 1 times dz₂₂ = −2, which is −2: so far −2.");
  }

  @Test
  void steppingBackTakesTheSumBack(FxRobot robot) {
    stepToDw32(robot);
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");
    robot.type(KeyCode.LEFT);
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−2");
    robot.type(KeyCode.LEFT, KeyCode.LEFT);
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("0");
    robot.type(KeyCode.LEFT);
    assertThat(cells(robot, "layer1-dW", "unreached")).containsExactly("3,2");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEmpty();
    assertThat(cell(robot, "layer1-dW", 3, 1)).isEqualTo("7");
    assertThat(window.place()).isEqualTo("layer1/dW/3,1/term4");
  }

  @Test
  void clickingACellArrivesThere(FxRobot robot) {
    window.go(robot, "layer1/dW/1,1/term1");
    robot.clickOn("#layer1-dW-3-2");
    assertThat(window.place()).isEqualTo("layer1/dW/3,2/term4");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");
    window.go(robot, "layer1/dX/1,1/term1");
    robot.clickOn("#layer1-dX-2-3");
    assertThat(text(robot, "where")).startsWith("Backward · dL/dX · cell (2, 3)");
    assertThat(cells(robot, "layer1-dX", "result")).containsExactly("2,3");
    assertThat(cell(robot, "layer1-dX", 2, 3)).isEqualTo("−9");
    assertThat(cells(robot, "layer1-dX", "unreached"))
        .containsExactly("3,1", "3,2", "3,3", "4,1", "4,2", "4,3");
  }

  @Test
  void clickingAnInputStaysInTheProductThatReadsItAndKeepsTheFocus(FxRobot robot) {
    window.go(robot, "layer1/dW/1,1/term1");
    robot.clickOn("#layer1-x-turned-3-2");
    assertThat(window.place()).isEqualTo("layer1/dW/3,1/term2");
    assertThat(cells(robot, "layer1-x-turned", "active")).containsExactly("3,2");
    assertThat(node(robot, "layer1-x-turned-3-2").isFocused()).isTrue();
  }

  @Test
  void anInputChosenByNameArrivesWhereItIsUsedFirst(FxRobot robot) {
    window.go(robot, "layer1/dW/1,1/term1");
    robot.clickOn("#input-layer1-w");
    assertThat(window.place()).isEqualTo("layer1/z/1,1/term1");
  }

  @Test
  void steppingOnFromAFocusedMatrixThatLeavesKeepsTheFocusOnTheStage(FxRobot robot) {
    window.go(robot, "layer1/dW/3,2/term4");
    robot.clickOn("#layer1-dW-3-2");
    robot.type(KeyCode.RIGHT);
    assertThat(window.place()).isEqualTo("layer1/dX/1,1/term1");
    assertThat(node(robot, "layer1-dX-1-1").isFocused()).isTrue();
  }

  // ---- changing the numbers

  @Test
  void editingX13LetsDw32FollowInTheSameFrame(FxRobot robot) {
    stepToDw32(robot);
    robot.clickOn("#layer1-x-origin-1-3");
    assertThat(window.place()).isEqualTo("layer1/dW/3,2/term1");
    window.go(robot, "layer1/dW/3,2/term4");
    robot.write("5").type(KeyCode.ENTER);
    assertThat(cell(robot, "layer1-x-origin", 1, 3)).isEqualTo("5");
    assertThat(cell(robot, "layer1-x-turned", 3, 1)).isEqualTo("5");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−11");
    assertThat(window.place()).isEqualTo("layer1/dW/3,2/term4");
    assertThat(formula(robot)).contains("5·(−1) + 1·(−2) + 0·(−2) + 2·(−2) = −5 − 2 + 0 − 4 = −11");
    assertThat(text(robot, "check-verdict")).isEqualTo("✓ agrees with −11");
    assertThat(text(robot, "notice")).isEqualTo("X row 1, column 3 set to 5");
    ctrl(robot, KeyCode.Z);
    assertThat(cell(robot, "layer1-x-origin", 1, 3)).isEqualTo("0");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");
    assertThat(text(robot, "notice")).isEqualTo("Undone: X row 1, column 3 set to 5");
    ctrl(robot, KeyCode.Y);
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−11");
  }

  @Test
  void aDoubleClickEditsTheCellUnderThePointerWhereverTheWalkStands(FxRobot robot) {
    window.go(robot, "layer1/dW/2,1/term4");
    robot.doubleClickOn("#layer1-x-origin-1-3");
    assertThat(text(robot, "layer1-x-origin-editor")).isEqualTo("0");
    robot.write("5").type(KeyCode.ENTER);
    assertThat(cell(robot, "layer1-x-origin", 1, 3)).isEqualTo("5");
    assertThat(cell(robot, "layer1-dW", 3, 1)).isEqualTo("10");
  }

  @Test
  void aTransposedMatrixIsEditedAsItIsSeen(FxRobot robot) {
    window.go(robot, "layer1/dW/3,2/term4");
    robot.interact(() -> node(robot, "layer1-x-turned-3-1").requestFocus());
    robot.write("5").type(KeyCode.ENTER);
    assertThat(cell(robot, "layer1-x-origin", 1, 3)).isEqualTo("5");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−11");
  }

  @Test
  void whatIsNoNumberIsRefusedAtItsCellAndTheOldOneStays(FxRobot robot) {
    robot.clickOn("#layer1-x-1-3").write("abc").type(KeyCode.ENTER);
    assertThat(popups(robot, ".error-bubble"))
        .containsExactly(
            "“abc” is not a number: write a decimal such as 1.5 or a fraction such as 1/3.");
    assertThat(cell(robot, "layer1-x", 1, 3)).isEqualTo("0");
    assertThat(is(node(robot, "layer1-x-1-3"), "invalid")).isTrue();
    assertThat(node(robot, "layer1-x-1-3").isFocused()).isTrue();
    assertThat(window.store().state().explore().document().isChanged()).isFalse();
    robot.write("1,5x").type(KeyCode.ENTER);
    assertThat(popups(robot, ".error-bubble"))
        .singleElement()
        .satisfies(said -> assertThat(said).startsWith("“1,5x” is not a number"));
    robot.write("1,5").type(KeyCode.ENTER);
    assertThat(popups(robot, ".error-bubble"))
        .containsExactly("“1,5” has a decimal comma: write 1.5.");
    assertThat(cell(robot, "layer1-x", 1, 3)).isEqualTo("0");
  }

  @Test
  void aFractionStaysAFractionAndCountsInFull(FxRobot robot) {
    robot.clickOn("#layer1-x-1-1").write("1/3").type(KeyCode.ENTER);
    assertThat(cell(robot, "layer1-x", 1, 1)).isEqualTo("1/3");
    window.go(robot, "layer1/z/1,1/term1");
    assertThat(cell(robot, "layer1-z", 1, 1)).isEqualTo("−0.333333");
    robot.clickOn("#layer1-x-1-1").type(KeyCode.ENTER);
    assertThat(text(robot, "layer1-x-editor")).isEqualTo("1/3");
  }

  @Test
  void escapeRestoresTheNumber(FxRobot robot) {
    robot.clickOn("#layer1-x-1-1").write("99");
    assertThat(text(robot, "layer1-x-editor")).isEqualTo("99");
    robot.type(KeyCode.ESCAPE);
    assertThat(cell(robot, "layer1-x", 1, 1)).isEqualTo("−1");
    assertThat(text(robot, "layer1-x-editor")).isEmpty();
    assertThat(text(robot, "bar-undo")).isEmpty();
    assertThat(node(robot, "bar-undo").isDisabled()).isTrue();
  }

  @Test
  void aNumPyBlockIsPastedWhereTheFocusIs(FxRobot robot) {
    window.clipboard().write("np.array([[7, 8], [9, 1/2]])");
    robot.clickOn("#layer1-x-2-2");
    ctrl(robot, KeyCode.V);
    assertThat(cell(robot, "layer1-x", 2, 2)).isEqualTo("7");
    assertThat(cell(robot, "layer1-x", 2, 3)).isEqualTo("8");
    assertThat(cell(robot, "layer1-x", 3, 2)).isEqualTo("9");
    assertThat(cell(robot, "layer1-x", 3, 3)).isEqualTo("1/2");
    assertThat(text(robot, "notice")).isEqualTo("2×2 numbers pasted into X");
    ctrl(robot, KeyCode.Z);
    assertThat(cell(robot, "layer1-x", 2, 2)).isEqualTo("−1");
  }

  // ---- a gradient of one's own

  private static String said(FxRobot robot) {
    StringBuilder said = new StringBuilder();
    for (Node line : robot.lookup("#compare .compare-sentences > .label").<Node>queryAll()) {
      said.append(((Label) line).getText()).append('\n');
    }
    return said.toString();
  }

  @Test
  void comparesAGradientWithTheLearnersOwnAndNamesTheMistake(FxRobot robot) {
    stepToDw32(robot);
    window.clipboard().write("array([[ 8, -6],\n       [ 2, -6],\n       [ 7, -6]])");
    robot.clickOn("#layer1-dW-1-1", MouseButton.SECONDARY).clickOn("#compare");
    assertThat(text(robot, "question")).isEqualTo("Where does my dL/dW differ?");
    assertThat(text(robot, "where"))
        .isEqualTo("Backward · dL/dW · compared with a matrix of yours");
    assertThat(cells(robot, "compare-yours", "differs"))
        .containsExactly("1,1", "1,2", "2,1", "2,2");
    assertThat(cells(robot, "compare-yours", "agrees")).containsExactly("3,1", "3,2");
    assertThat(cell(robot, "compare-yours", 2, 1)).isEqualTo("2");
    assertThat(cell(robot, "compare-engine", 2, 1)).isEqualTo("8");
    assertThat(cell(robot, "compare-share", 2, 1)).isEqualTo("6");
    assertThat(cells(robot, "compare-engine", "result")).containsExactly("1,1");
    assertThat(spoken(node(robot, "compare-yours-2-1"))).isEqualTo("dL/dw₂₁, yours 2: differs");
    assertThat(text(robot, "compare-count")).isEqualTo("2 of 6 entries agree.");
    assertThat(said(robot))
        .isEqualTo(
            """
            Sample 1 is missing: each difference is what column 1 of Xᵀ times row 1 of dL/dZ adds.
            Row 3 agrees only because x₁₃ = 0.
            A loop that begins at 1 where samples are counted from 0 does this.
            """);
    assertThat(formula(robot)).contains("= −2 + 9 + 1 − 2 = 6 yours: 8");
    assertThat(text(robot, "check-verdict")).isEqualTo("✓ agrees with 6");
    assertThat(text(robot, "check-yours")).isEqualTo("not with your 8");
    robot.clickOn("#compare-term");
    assertThat(window.place()).isEqualTo("layer1/dW/1,1/term1");
    assertThat(cells(robot, "layer1-dW", "result")).containsExactly("1,1");
    robot.type(KeyCode.RIGHT);
    assertThat(text(robot, "compare-count")).isEqualTo("2 of 6 entries agree.");
    assertThat(cells(robot, "compare-engine", "result")).containsExactly("1,1");
    robot.type(KeyCode.RIGHT);
    assertThat(cells(robot, "compare-engine", "result")).containsExactly("1,2");
    window.go(robot, "layer1/dW");
    assertThat(text(robot, "check-verdict")).isEqualTo("✓ all 6 entries agree");
    assertThat(text(robot, "check-yours")).isEqualTo("4 of yours differ");
    robot.clickOn("#step-by-cell");
    robot.clickOn("#compare-engine-3-2");
    assertThat(window.place()).isEqualTo("layer1/dW/3,2");
    assertThat(node(robot, "check-yours").isVisible()).isFalse();
    robot.clickOn("#compare-close");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");
  }

  @Test
  void theKeyComparesAndSaysWhatCannotBeCompared(FxRobot robot) {
    stepToDw32(robot);
    robot.clickOn("#layer1-dW-1-1");
    robot.press(KeyCode.SHIFT);
    ctrl(robot, KeyCode.V);
    robot.release(KeyCode.SHIFT);
    assertThat(text(robot, "notice"))
        .isEqualTo("Copy the gradient that you worked out first: the clipboard holds no numbers.");
    window.clipboard().write("6 -5\n8 -9");
    robot.press(KeyCode.SHIFT);
    ctrl(robot, KeyCode.V);
    robot.release(KeyCode.SHIFT);
    assertThat(text(robot, "notice")).startsWith("Yours is 2×2 but dL/dW is 3×2, as W is");
    window.clipboard().write("6 8 7\n-5 -9 -6");
    robot.press(KeyCode.SHIFT);
    ctrl(robot, KeyCode.V);
    robot.release(KeyCode.SHIFT);
    assertThat(said(robot)).startsWith("Transposed: ");
    window.clipboard().write("6 -5\n8 -9\n7 -6");
    robot.clickOn("#compare-another");
    assertThat(text(robot, "question")).isEqualTo("Does my dL/dW agree?");
    assertThat(said(robot)).isEqualTo("All 6 entries agree.\n");
    robot.type(KeyCode.ESCAPE);
    assertThat(text(robot, "question")).isEqualTo("How much does w₁₁ move the batch loss?");
  }

  @Test
  void aColumnOfCommasIsPastedAndReadTheOtherWayByOneClick(FxRobot robot) {
    window.clipboard().write("1,5\n2,25\n0,75\n3,5\n");
    robot.clickOn("#layer1-x-1-1");
    ctrl(robot, KeyCode.V);
    assertThat(cell(robot, "layer1-x", 2, 2)).isEqualTo("25");
    assertThat(text(robot, "notice-about")).isEqualTo("Pasted onto X");
    assertThat(text(robot, "notice")).isEqualTo("Read as 4×2: commas separate the numbers.");
    assertThat(text(robot, "notice-quoted")).isEqualTo("1,5\n2,25\n0,75\n3,5");
    robot.clickOn("#notice-choice-1");
    assertThat(cell(robot, "layer1-x", 2, 1)).isEqualTo("2.25");
    assertThat(cell(robot, "layer1-x", 2, 2)).isEqualTo("−1");
    assertThat(text(robot, "notice-choice-1")).isEqualTo("Read as separate numbers");
    robot.clickOn("#notice-choice-1");
    assertThat(cell(robot, "layer1-x", 2, 2)).isEqualTo("25");
    ctrl(robot, KeyCode.Z);
    assertThat(cell(robot, "layer1-x", 2, 1)).isEqualTo("3");
    assertThat(cell(robot, "layer1-x", 2, 2)).isEqualTo("−1");
  }

  @Test
  void aWeightOfPyTorchIsAskedAboutAndAnyMatrixCanBePastedTransposed(FxRobot robot) {
    window
        .clipboard()
        .write("tensor([[ 1.,  2.,  3.],\n        [ 4.,  5.,  6.]], requires_grad=True)");
    robot.clickOn("#layer1-w-1-1");
    ctrl(robot, KeyCode.V);
    assertThat(cell(robot, "layer1-w", 1, 2)).isEqualTo("−2");
    assertThat(text(robot, "notice")).startsWith("This is 2×3 and W is 3×2.");
    assertThat(text(robot, "notice-quoted"))
        .as("long lines are cut")
        .isEqualTo("tensor([[ 1.,  2.,  3.],\n        [ 4.,  5.,  6.]], r…");
    robot.clickOn("#notice-choice-1");
    assertThat(cell(robot, "layer1-w", 1, 2)).isEqualTo("4");
    assertThat(cell(robot, "layer1-w", 3, 1)).isEqualTo("3");
    window.clipboard().write("[1 4 7 10; 2 5 8 11; 3 6 9 12]");
    robot.clickOn("#layer1-x-heading", MouseButton.SECONDARY);
    assertThat(items(robot, "layer1-x-heading-menu")).containsExactly("Paste", "Copy as", "Fill");
    robot.moveTo("#matrix-paste").moveTo("#paste-block").clickOn("#paste-transposed");
    assertThat(cell(robot, "layer1-x", 2, 3)).isEqualTo("6");
    assertThat(cell(robot, "layer1-x", 4, 1)).isEqualTo("10");
    assertThat(text(robot, "notice")).isEqualTo("X replaced by a 4×3 matrix");
  }

  private static List<String> items(FxRobot robot, String menu) {
    return robot.listTargetWindows().stream()
        .filter(popup -> popup instanceof ContextMenu open && menu.equals(open.getId()))
        .flatMap(popup -> ((ContextMenu) popup).getItems().stream())
        .map(MenuItem::getText)
        .toList();
  }

  @Test
  void aBlockThatReachesPastTheEdgeGrowsWhatBelongsTogether(FxRobot robot) {
    window.clipboard().write("[1 2; 3 4]");
    robot.clickOn("#layer1-x-4-3");
    ctrl(robot, KeyCode.V);
    assertThat(cell(robot, "layer1-x", 5, 4)).isEqualTo("4");
    assertThat(cell(robot, "layer1-w", 4, 1)).isEqualTo("0");
    assertThat(text(robot, "input-layer1-x")).contains("5×4");
    assertThat(text(robot, "input-layer1-w")).contains("4×2");
    assertThat(text(robot, "input-loss-upstream")).contains("5×2");
  }

  @Test
  void theEdgeHandleAddsASampleToXAndU(FxRobot robot) {
    robot.clickOn("#layer1-x-add-row");
    assertThat(cell(robot, "layer1-x", 5, 1)).isEqualTo("0");
    assertThat(text(robot, "input-layer1-x")).contains("5×3");
    assertThat(text(robot, "input-loss-upstream")).contains("5×2");
    assertThat(text(robot, "notice")).isEqualTo("Sample 5 added: a row in X and in U");
    ctrl(robot, KeyCode.Z);
    assertThat(text(robot, "input-layer1-x")).contains("4×3");
  }

  @Test
  void theMenuAddsAndRemovesASample(FxRobot robot) {
    robot
        .clickOn("#layer1-x-1-1", MouseButton.SECONDARY)
        .moveTo("#matrix-lines")
        .moveTo("#insert-beforeRow")
        .clickOn("#insert-afterRow");
    assertThat(text(robot, "input-layer1-x")).contains("5×3");
    assertThat(cell(robot, "layer1-x", 2, 1)).isEqualTo("0");
    assertThat(cell(robot, "layer1-x", 3, 1)).isEqualTo("3");
    assertThat(text(robot, "notice")).isEqualTo("Sample 2 added: a row in X and in U");
    robot
        .clickOn("#layer1-x-1-1", MouseButton.SECONDARY)
        .moveTo("#matrix-lines")
        .moveTo("#insert-beforeRow")
        .clickOn("#removeRow");
    assertThat(text(robot, "input-layer1-x")).contains("4×3");
    assertThat(cell(robot, "layer1-x", 1, 1)).isEqualTo("0");
    assertThat(text(robot, "notice")).isEqualTo("Sample 1 removed from X and U");
  }

  @Test
  void theMenuFillsAndCopies(FxRobot robot) {
    robot
        .clickOn("#layer1-w-1-1", MouseButton.SECONDARY)
        .moveTo("#matrix-fill")
        .moveTo("#fill-zeros")
        .clickOn("#fill-ones");
    assertThat(cell(robot, "layer1-w", 3, 2)).isEqualTo("1");
    assertThat(cell(robot, "layer1-z", 1, 1)).isEqualTo("−1");
    robot
        .clickOn("#layer1-w-1-1", MouseButton.SECONDARY)
        .moveTo("#matrix-copy")
        .moveTo("#copy-numpy")
        .clickOn("#copy-numpy");
    assertThat(window.clipboard().read()).contains("[[1, 1], [1, 1], [1, 1]]");
    robot
        .clickOn("#layer1-w-1-1", MouseButton.SECONDARY)
        .moveTo("#matrix-copy")
        .moveTo("#copy-numpy")
        .clickOn("#copy-matlab");
    assertThat(window.clipboard().read()).contains("[1 1; 1 1; 1 1]");
  }

  // ---- what a screen reader says

  @Test
  void aCellSaysItsPlaceItsNumberAndWhatMeetsThere(FxRobot robot) {
    window.go(robot, "layer1/dW/3,2/term4");
    assertThat(spoken(node(robot, "layer1-dW-3-2")))
        .isEqualTo("dL/dW row 3, column 2: minus 6. Row 3 of X transposed with column 2 of dL/dZ.");
    assertThat(spoken(node(robot, "layer1-x-origin-1-3"))).isEqualTo("X row 1, column 3: 0");
    assertThat(node(robot, "layer1-x-origin-1-3").getAccessibleRoleDescription())
        .isEqualTo("editable cell");
    window.go(robot, "layer1/dW/3,1/term4");
    assertThat(spoken(node(robot, "layer1-dW-3-2")))
        .isEqualTo("dL/dW row 3, column 2: not computed yet");
  }

  @Test
  void thePlaceIsAnnouncedWhenItMoves(FxRobot robot) {
    window.go(robot, "layer1/dW/3,2/term3");
    robot.clickOn("#transport-forward");
    assertThat(node(robot, "layer1-dW").getAccessibleText())
        .isEqualTo("dL/dW row 3, column 2: minus 6. Row 3 of X transposed with column 2 of dL/dZ.");
  }
}
