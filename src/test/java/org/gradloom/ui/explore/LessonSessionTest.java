package org.gradloom.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradloom.ui.TestWindow.cell;
import static org.gradloom.ui.TestWindow.cells;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.SideScroll;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Sides;
import org.gradloom.ui.theme.Appearance;
import org.gradloom.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A learner goes through lessons: predicts, is told what went wrong, leaves and comes back. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LessonSessionTest {
  /** In em: how wide a beat's words are in a window of usual size, and less than three lines. */
  private static final double SAID_WIDE = 29;

  private static final double TWO_LINES = 3.6;

  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private void open(FxRobot robot, String lesson) {
    robot.interact(() ->
        window
            .store()
            .dispatch(
                new Action.Open(
                    Derivation.of(BuiltInLessons.read(lesson)), new Origin.BuiltIn(lesson))));
  }

  private void alt(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.ALT).type(key).release(KeyCode.ALT);
  }

  private static boolean isSeen(FxRobot robot, String id) {
    Optional<Node> found = robot.lookup("#" + id).tryQuery();
    return found.isPresent()
        && Stream.iterate(found.get(), Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
  }

  private static Bounds onScreen(FxRobot robot, String id) {
    Node node = node(robot, id);
    return node.localToScene(node.getLayoutBounds());
  }

  /** The callout's tip starts at its edge, and is as high as the middle of the cell. */
  private static void assertPointsAt(FxRobot robot, String cell) {
    PromptRobot.settle();
    assertThat(isSeen(robot, "callout-pointer")).isTrue();
    Bounds tip = onScreen(robot, "callout-pointer");
    Bounds callout = onScreen(robot, "question-card");
    assertThat(tip.getCenterY()).isCloseTo(onScreen(robot, cell).getCenterY(), within(1.0));
    assertThat(tip.getMaxX()).isCloseTo(callout.getMinX(), within(3.0));
    assertThat(tip.getMinY()).isGreaterThan(callout.getMinY());
    assertThat(tip.getMaxY()).isLessThan(callout.getMaxY());
  }

  @Test
  void lessonFiveIsPredictedLeftReturnedToAndUndone(FxRobot robot) {
    open(robot, "add-the-cards");
    robot.clickOn("#beat-segment-3");
    assertThat(text(robot, "beat-count")).isEqualTo("3 of 7");
    assertThat(window.place()).isEqualTo("layer1/dW/3,2");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("?");
    assertThat(cells(robot, "layer1-dW", "covered")).hasSize(6);
    assertThat(isSeen(robot, "numbers-covered")).isTrue();
    assertPointsAt(robot, "layer1-dW-3-2");
    assertThat(isSeen(robot, "question-hint")).as("no help before a try").isFalse();
    assertThat(isSeen(robot, "question-uncover")).isFalse();

    robot.clickOn("#answer").write("-1.5").type(KeyCode.ENTER);
    assertThat(text(robot, "attempt-1")).contains("−1.5", "your prediction");
    assertThat(text(robot, "attempt-reply-1")).contains("divided by N = 4").endsWith("?");
    assertThat(text(robot, "attempt-reply-1")).doesNotContain("−6");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("?");
    assertThat(isSeen(robot, "question-uncover")).isTrue();
    assertThat(node(robot, "answer").isFocused()).isTrue();

    robot.write("−6").type(KeyCode.ENTER);
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");
    assertThat(text(robot, "attempt-2")).contains("−6", "second prediction");
    assertThat(text(robot, "attempt-1")).contains("−1.5", "first prediction");
    assertThat(isSeen(robot, "numbers-covered")).isFalse();
    assertThat(isSeen(robot, "answer")).isFalse();
    assertPointsAt(robot, "layer1-dW-3-2");

    robot.clickOn("#layer1-x-origin-1-1").write("5").type(KeyCode.ENTER);
    assertThat(isSeen(robot, "question-card")).isFalse();
    assertThat(isSeen(robot, "callout-pointer")).isFalse();
    assertThat(text(robot, "beat-aside")).contains("beat 3");
    robot.clickOn("#beat-return");
    assertThat(cell(robot, "layer1-x-origin", 1, 1)).isEqualTo("−1");
    assertThat(text(robot, "attempt-1")).contains("−1.5");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(cell(robot, "layer1-x-origin", 1, 1)).as("one undo away").isEqualTo("5");
    robot.clickOn("#beat-leave");
    assertThat(isSeen(robot, "beat-card")).isFalse();
    assertThat(cells(robot, "layer1-dW", "covered")).isEmpty();
  }

  /** dL/dW is 3×2 where samples are rows, and 2×3 where they are columns. */
  @Test
  void aMatrixIsAskedForAsTheConventionWritesIt(FxRobot robot) {
    open(robot, "one-sample");
    robot.clickOn("#beat-segment-4");
    robot.clickOn("#answer-3-2").write("-3");
    write(robot, Convention.WX);
    assertThat(isSeen(robot, "answer-3-2")).as("it is 2×3 now").isFalse();
    assertThat(text(robot, "answer-2-3")).as("typed as it was written before").isEqualTo("-3");
    String[] numbers = {"2", "4", "6", "-1", "-2"};
    for (int n = 0; n < numbers.length; n++) {
      robot.clickOn("#answer-" + (n / 3 + 1) + "-" + (n % 3 + 1)).write(numbers[n]);
    }
    robot.type(KeyCode.ENTER);
    assertThat(TestWindow.is(node(robot, "attempt-1"), "right")).isTrue();
  }

  /** dX has five rows where samples are rows: too many for fields of their own. */
  @Test
  void aMatrixTypedInOneFieldIsTurnedWithTheConvention(FxRobot robot) {
    Lesson five =
        LessonReader.read(
            """
            {"gradloom": 1, "title": "Five samples",
             "x": [[1, 0], [0, 1], [1, 1], [2, 0], [0, 2]],
             "layers": [{"w": [[1], [2]]}],
             "loss": {"kind": "given", "upstream": [[1], [2], [3], [4], [5]]},
             "learningRate": 0.1,
             "beats": [{"at": "layer1/dX", "cover": ["layer1/dX"],
               "ask": {"kind": "matrix", "of": "layer1/dX"}}]}
            """);
    robot.interact(() ->
        window.store().dispatch(new Action.Open(Derivation.of(five), new Origin.BuiltIn("five"))));
    write(robot, Convention.XW);
    robot.clickOn("#answer").write("1 2; 2 4; 3 6; 4 8; 5 10");
    write(robot, Convention.WX);
    assertThat(text(robot, "answer")).isEqualTo("[[1, 2, 3, 4, 5], [2, 4, 6, 8, 10]]");
    write(robot, Convention.XW);
    assertThat(text(robot, "answer")).isEqualTo("[[1, 2], [2, 4], [3, 6], [4, 8], [5, 10]]");
    robot.type(KeyCode.END).write("; 6 |");
    write(robot, Convention.WX);
    assertThat(text(robot, "answer"))
        .as("what is no matrix stays as it was typed")
        .isEqualTo("[[1, 2], [2, 4], [3, 6], [4, 8], [5, 10]]; 6 |");
    robot.eraseText(1).write("1 2 3 4 5; 2 4 6 8 10");
    write(robot, Convention.XW);
    robot.type(KeyCode.ENTER);
    assertThat(TestWindow.is(node(robot, "attempt-1"), "right")).isTrue();
  }

  private void write(FxRobot robot, Convention convention) {
    robot.interact(() ->
        window
            .store()
            .dispatch(
                new Action.Write(
                    window.store().state().explore().document().history(), convention)));
  }

  @Test
  void whatIsTypedStaysWhileOneLooksElsewhere(FxRobot robot) {
    open(robot, "add-the-cards");
    robot.clickOn("#beat-segment-3");
    robot.clickOn("#answer").write("-1.5");
    robot.clickOn("#layer1-dZ-1-1");
    assertThat(isSeen(robot, "question-card")).isFalse();
    robot.clickOn("#beat-return");
    assertThat(text(robot, "answer")).isEqualTo("-1.5");
    assertThat(node(robot, "answer").isFocused()).isTrue();
    open(robot, "add-the-cards");
    robot.clickOn("#beat-segment-3");
    assertThat(text(robot, "answer")).as("of a lesson opened anew").isEmpty();
  }

  /** Returning puts the focus into a field in which nothing was typed that could be undone. */
  @Test
  void fromAnEmptyFieldUndoLeadsToOnesOwnNumbers(FxRobot robot) {
    open(robot, "add-the-cards");
    robot.clickOn("#beat-segment-3");
    robot.clickOn("#layer1-x-origin-1-1").write("5").type(KeyCode.ENTER);
    robot.clickOn("#beat-return");
    assertThat(node(robot, "answer").isFocused()).isTrue();
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(cell(robot, "layer1-x-origin", 1, 1)).isEqualTo("5");
    robot.clickOn("#beat-return").write("7");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(text(robot, "answer")).as("what is typed goes first").isEmpty();
    assertThat(cell(robot, "layer1-x-origin", 1, 1)).isEqualTo("−1");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(cell(robot, "layer1-x-origin", 1, 1)).isEqualTo("5");
  }

  /** Between the beat and the formula there is less height than it needs. */
  @Test
  void aReplyInLargeLettersCoversNoTextOfItsBeatWhereNoSideTakesIt(FxRobot robot) {
    robot.interact(() -> {
      window.stage().setWidth(1280);
      window.stage().setHeight(800);
      window.store().dispatch(new Action.Wear(new Appearance(Theme.usual(), 200)));
      window.store().dispatch(new Action.ShowSides(Sides.HIDDEN));
    });
    open(robot, "add-the-cards");
    robot.interact(() -> window.store().dispatch(new Action.ToBeat(2)));
    robot.interact(() -> window.store().dispatch(new Action.Predict("-1.5", Optional.empty())));
    PromptRobot.settle();
    Bounds card = onScreen(robot, "question-card");
    assertThat(card.getMinY()).isGreaterThanOrEqualTo(onScreen(robot, "beat-card").getMaxY());
    assertThat(card.getMaxY()).isLessThanOrEqualTo(onScreen(robot, "transport-play").getMinY());
    robot.clickOn("#answer").write("-6").clickOn("#question-uncover");
    assertThat(isSeen(robot, "question-uncover")).as("it lies over the formula").isFalse();
  }

  /** Four fields in a row are no wider than what the matrices leave to the callout. */
  @Test
  void aQuestionCoversNoNumberOfItsMatrix(FxRobot robot) {
    open(robot, "two-layers");
    robot.interact(() -> window.store().dispatch(new Action.ToBeat(2)));
    robot.interact(
        () -> window.store().dispatch(new Action.Predict("-2, 4, 2, -6", Optional.empty())));
    assertPointsAt(robot, "layer1-dZ-2-2");
    assertThat(onScreen(robot, "question-card").getMinX())
        .isGreaterThan(onScreen(robot, "layer1-dZ-2-4").getMaxX());
  }

  @Test
  void lessonOneIsDoneByKeyboardAlone(FxRobot robot) {
    robot.interact(() -> window.store().dispatch(new Action.EraseProgress()));
    open(robot, "row-meets-column");
    assertThat(text(robot, "lessons-done")).as("nothing is done").isEmpty();
    assertThat(node(robot, "lesson-row-meets-column").getAccessibleText())
        .isEqualTo("Row meets column");
    assertThat(node(robot, "answer").isFocused()).as("the question has the focus").isTrue();
    robot.write("10").type(KeyCode.ENTER);
    assertThat(text(robot, "attempt-1")).contains("10", "your prediction");
    alt(robot, KeyCode.RIGHT);
    assertThat(text(robot, "beat-count")).isEqualTo("2 of 6");
    alt(robot, KeyCode.UP);
    alt(robot, KeyCode.UP);
    assertThat(text(robot, "nudge-name")).isEqualTo("w₂₁: 0 → 1");
    assertThat(cell(robot, "layer1-z", 1, 1)).isEqualTo("12");
    assertThat(cell(robot, "layer1-z", 1, 2)).isEqualTo("8");
    assertThat(isSeen(robot, "nudge-loss")).as("the walk has not come to L").isFalse();
    assertThat(isSeen(robot, "nudge-slope")).isFalse();
    alt(robot, KeyCode.RIGHT);
    robot.write("7").type(KeyCode.ENTER);
    assertThat(text(robot, "attempt-reply-1")).endsWith("?");
    robot.write("-6").type(KeyCode.ENTER);
    assertThat(text(robot, "attempt-2")).contains("−6");
    alt(robot, KeyCode.RIGHT);
    robot.type(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE).type(KeyCode.TAB).type(KeyCode.SPACE);
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "attempt-1")).contains("z₂₁, z₂₂");
    alt(robot, KeyCode.RIGHT);
    robot.write("100").type(KeyCode.TAB).write("10").type(KeyCode.ENTER);
    assertThat(text(robot, "attempt-1")).contains("100×10");
    alt(robot, KeyCode.RIGHT);
    assertThat(text(robot, "beat-count")).isEqualTo("6 of 6");
    assertThat(isSeen(robot, "summary")).isTrue();
    assertThat(text(robot, "summary-next")).isEqualTo("Next lesson: Why matrices");
    assertThat(text(robot, "where")).isEmpty();
    robot.interact(() -> window.stage().setHeight(650));
    robot.interact(() -> window.stage().setHeight(900));
    assertThat(text(robot, "where")).as("a summary has no place, in any window").isEmpty();
    assertThat(text(robot, "lessons-done")).isEqualTo("1 of 14 done");
    assertThat(node(robot, "lesson-row-meets-column").getAccessibleText())
        .isEqualTo("Row meets column, done");
    assertThat(isSeen(robot, "done-row-meets-column")).isTrue();
    assertThat(isSeen(robot, "done-why-matrices")).isFalse();
    alt(robot, KeyCode.LEFT);
    assertThat(text(robot, "attempt-1")).as("it stays").contains("100×10");
  }

  @Test
  void aWeightIsDraggedAndLossAndSlopeAgree(FxRobot robot) {
    open(robot, "a-slope-for-each-weight");
    robot.clickOn("#beat-segment-3");
    Slider slider = robot.lookup("#nudge-slider").queryAs(Slider.class);
    robot.interact(() -> slider.setValue(3.5));
    assertThat(text(robot, "nudge-name")).isEqualTo("w₃₂: 3 → 3.5");
    assertThat(text(robot, "nudge-loss")).isEqualTo("L: 4 → 1, ΔL = −3");
    assertThat(text(robot, "nudge-slope")).isEqualTo("slope · Δ = −6 · 0.5 = −3");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(text(robot, "nudge-name")).isEqualTo("w₃₂: 3 → 3");
    robot.clickOn("#beat-segment-5");
    assertThat(text(robot, "check")).contains("covered");
    robot.clickOn("#beat-segment-6");
    assertThat(text(robot, "check")).contains("L is 4 before this step and −25.1 after it");
  }

  /** A share of 0.5 becomes one of 0.622459, and would need wider cells than it has. */
  @Test
  void cellsKeepTheirSizeWhileANumberIsMoved(FxRobot robot) {
    for (int width : new int[] {1280, 1920}) {
      robot.interact(() -> window.stage().setWidth(width));
      open(robot, "softmax-and-cross-entropy");
      robot.clickOn("#beat-segment-2");
      PromptRobot.settle();
      Map<String, Bounds> before = cellsOfShares(robot);
      Slider slider = robot.lookup("#nudge-slider").queryAs(Slider.class);
      for (double by : new double[] {0.5, 1, -3.5, 5}) {
        robot.interact(() -> slider.setValue(slider.getValue() + by));
        PromptRobot.settle();
        assertThat(cellsOfShares(robot)).as("%d wide, moved by %s", width, by).isEqualTo(before);
      }
    }
  }

  private static Map<String, Bounds> cellsOfShares(FxRobot robot) {
    return Stream.of("layer1-a-1-1", "layer1-a-2-3", "loss-p-1-1", "loss-p-2-3")
        .collect(Collectors.toMap(id -> id, id -> node(robot, id).getLayoutBounds()));
  }

  @Test
  void whatIsMovedTellsNoLossThatIsCovered(FxRobot robot) {
    open(robot, "a-slope-for-each-weight");
    robot.clickOn("#beat-segment-3");
    robot.interact(() -> window.store().dispatch(new Action.Cover(List.of(Place.parse("loss/L")))));
    robot.interact(() -> robot.lookup("#nudge-slider").queryAs(Slider.class).setValue(3.5));
    assertThat(text(robot, "nudge-name")).isEqualTo("w₃₂: 3 → 3.5");
    assertThat(text(robot, "nudge-loss")).isEmpty();
  }

  @Test
  void aNumberIsDraggedUpAndDownAtItsOwnCell(FxRobot robot) {
    open(robot, "row-meets-column");
    robot.clickOn("#beat-segment-2");
    assertThat(cells(robot, "layer1-w", "movable")).containsExactly("2,1");
    Node weight = node(robot, "layer1-w-2-1");
    assertThat(((Text) weight.lookup(".cell-sign")).getText()).as("with a handle").isEqualTo("↕");
    assertThat(weight.getCursor()).isEqualTo(Cursor.V_RESIZE);
    assertThat(weight.queryAccessibleAttribute(AccessibleAttribute.TEXT).toString())
        .isEqualTo(
            "W row 2, column 1: 0. Drag it up or down, or press Alt and an arrow up or down, to"
                + " move it by 0.5.");
    double cellHeight = onScreen(robot, "layer1-w-2-1").getHeight();
    robot.drag(weight).moveBy(0, -cellHeight / 2).moveBy(0, -cellHeight / 2).drop();
    assertThat(text(robot, "nudge-name")).isEqualTo("w₂₁: 0 → 1");
    assertThat(cell(robot, "layer1-z", 1, 1)).isEqualTo("12");
    assertThat(cell(robot, "layer1-z", 1, 2)).isEqualTo("8");
    robot.clickOn(weight);
    assertThat(window.place()).as("taken hold of, not left").isEqualTo("layer1/z");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(text(robot, "nudge-name")).isEqualTo("w₂₁: 0 → 0");
    robot.clickOn("#beat-segment-3");
    assertThat(cells(robot, "layer1-w", "movable")).as("only where a beat says so").isEmpty();
  }

  private static boolean isChosen(FxRobot robot, String id) {
    return ((ToggleButton) node(robot, id)).isSelected();
  }

  @Test
  void cellsAreMarkedWhereTheyStand(FxRobot robot) {
    open(robot, "bias-and-the-numpy-layer");
    robot.clickOn("#layer1-z-1-1").clickOn("#layer1-z-1-2");
    assertThat(cells(robot, "layer1-z", "marked")).containsExactly("1,1", "1,2");
    assertThat(window.place()).as("nobody walks away").isEqualTo("layer1/z");
    assertThat(isChosen(robot, "answer-cell-1-2")).isTrue();
    assertThat(((Text) node(robot, "layer1-z-1-2").lookup(".cell-sign")).getText()).isEqualTo("•");
    assertThat(node(robot, "layer1-z-1-2").queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .asString()
        .endsWith(", marked");
    robot.clickOn("#layer1-z-1-2").clickOn("#answer-cell-2-1");
    assertThat(cells(robot, "layer1-z", "marked")).containsExactly("1,1", "2,1");
    robot.clickOn("#layer1-z-3-1").clickOn("#layer1-z-4-1").type(KeyCode.ENTER);
    assertThat(text(robot, "attempt-1")).contains("z₁₁, z₂₁, z₃₁, z₄₁");
    assertThat(cells(robot, "layer1-z", "marked")).isEmpty();
    assertThat(cell(robot, "layer1-z", 2, 1)).isEqualTo("−6");
    robot.clickOn("#layer1-z-2-2");
    assertThat(window.place()).as("nothing is asked any more").startsWith("layer1/z/2,2");
  }

  /** What stands below the timeline. */
  private static String named(FxRobot robot) {
    return node(robot, "timeline").lookupAll(".timeline-label").stream()
        .map(Labeled.class::cast)
        .map(Labeled::getText)
        .collect(Collectors.joining(" "))
        .strip();
  }

  /** The signs that are seen between the matrices. */
  private static List<String> signs(FxRobot robot) {
    return node(robot, "stage").lookupAll(".stage-sign").stream()
        .filter(Node::isVisible)
        .map(sign -> ((Labeled) sign).getText().strip())
        .toList();
  }

  /** Its right answer is 2 and the right hand of W′ = W − 0.5 · dL/dW. */
  @Test
  void codeAmongSeveralAnswersIsShownAsItWasTyped(FxRobot robot) {
    Lesson lesson =
        LessonReader.read(
            """
            {"gradloom": 1, "x": [[1]], "layers": [{"w": [[3]]}], "learningRate": 0.5,
             "loss": {"kind": "given", "upstream": [[2]]},
             "beats": [{"at": "layer1/wNext/1,1",
              "ask": {"kind": "parts", "answer": [2, "W - 0.5 * dW"], "question": "W′?"}}]}
            """);
    robot.interact(() ->
        window.store().dispatch(new Action.Open(Derivation.of(lesson), new Origin.Unsaved())));
    robot.clickOn("#answer").write("-2; W - dW").type(KeyCode.ENTER);
    assertThat(text(robot, "attempt-1")).contains("W - dW");
  }

  @Test
  void aLineOfCodeIsTypedBeforeTheCodeIsSeen(FxRobot robot) {
    open(robot, "bias-and-the-numpy-layer");
    robot.clickOn("#beat-segment-4");
    assertThat(isSeen(robot, "code-covered")).isTrue();
    assertThat(isSeen(robot, "symbols-covered")).as("they are the same in other letters").isTrue();
    assertThat(isSeen(robot, "formula")).isFalse();
    assertThat(text(robot, "where")).isEqualTo("Backward · dL/db, every cell");
    assertThat(text(robot, "why")).contains("after your prediction");
    assertThat(named(robot)).as("nor does the timeline tell").isEmpty();
    robot.clickOn("#answer").write("dZ.sum(axis=1)").type(KeyCode.ENTER);
    assertThat(text(robot, "attempt-reply-1")).endsWith("?");
    assertThat(isSeen(robot, "code-covered")).isTrue();
    robot.clickOn("#answer").write("dZ.sum(axis=0)").type(KeyCode.ENTER);
    assertThat(isSeen(robot, "code-covered")).isFalse();
    assertThat(text(robot, "code")).contains("db = dZ.sum(axis=0");
    assertThat(isSeen(robot, "symbols-covered")).isFalse();
    assertThat(isSeen(robot, "formula")).isTrue();
    assertThat(named(robot)).contains("dL/db");
    robot.clickOn("#beat-segment-5");
    assertThat(isSeen(robot, "code-covered")).isTrue();
    assertThat(signs(robot)).as("W − 0.1 · dL/dW would be a line of the answer").isEmpty();
    robot
        .clickOn("#answer-tile-1-down")
        .clickOn("#answer-tile-1-down")
        .clickOn("#answer-tile-1-down");
    robot.clickOn("#answer-tile-4-up");
    robot.clickOn("#question-check");
    assertThat(text(robot, "attempt-1"))
        .contains("Z = X @ W + b →\ndZ = blame(Z) →\ndX = dZ @ W.T →\nW -= 0.1 * X.T @ dZ");
    assertThat(isSeen(robot, "code-covered")).isFalse();
    assertThat(signs(robot)).containsExactly("− 0.1 ·", "=");
  }

  @Test
  void anAnswerThatStandsNowhereIsSaidWhereItIsUncovered(FxRobot robot) {
    open(robot, "shapes-can-lie");
    robot.clickOn("#beat-segment-4").clickOn("#answer-option-1").clickOn("#question-check");
    assertThat(text(robot, "attempt-reply-1")).startsWith("i is the row").endsWith("?");
    robot.clickOn("#question-uncover");
    assertThat(text(robot, "question-answer")).isEqualTo("The answer: k, the sample");
    assertThat(isSeen(robot, "symbols-covered")).isFalse();
  }

  @Test
  void stepsOnFromAQuestionLeadToItsField(FxRobot robot) {
    open(robot, "add-the-cards");
    robot.clickOn("#beat-segment-3");
    robot.clickOn("#transport-play");
    assertThat(window.store().state().explore().playback().playing()).isFalse();
    robot.type(KeyCode.ESCAPE);
    robot.type(KeyCode.RIGHT);
    assertThat(node(robot, "answer").isFocused()).isTrue();
    assertThat(window.place()).isEqualTo("layer1/dW/3,2");
  }

  /** However wide the window, a question is next to what it asks about. */
  @Test
  void aQuestionStandsNextToWhatIsOnTheStage(FxRobot robot) {
    robot.interact(() -> {
      window.stage().setWidth(1920);
      window.stage().setHeight(980);
    });
    open(robot, "why-hand-me-dz");
    PromptRobot.settle();
    Bounds question = onScreen(robot, "question-card");
    double end =
        ((Parent) node(robot, "jacobian-view"))
            .getChildrenUnmodifiable().stream()
                .filter(child -> child.isVisible() && child.getLayoutBounds().getWidth() > 0)
                .mapToDouble(child -> child.localToScene(child.getLayoutBounds()).getMaxX())
                .max()
                .orElseThrow();
    assertThat(question.getMinX()).isBetween(end, end + 40);
    robot.interact(() -> window.store().dispatch(new Action.ToBeat(1)));
    PromptRobot.settle();
    double asked = onScreen(robot, "question-card").getMinX();
    Bounds grid = onScreen(robot, "jacobian-entries-grid");
    robot.interact(() -> window.store().dispatch(new Action.Predict("24", Optional.empty())));
    PromptRobot.settle();
    assertThat(isSeen(robot, "jacobian-here")).as("figures come with the answer").isTrue();
    assertThat(onScreen(robot, "question-card").getMinX()).isCloseTo(asked, within(2.0));
    assertThat(onScreen(robot, "jacobian-entries-grid")).isEqualTo(grid);
    Bounds view = onScreen(robot, "jacobian-view");
    assertThat(grid.getMinY() - view.getMinY()).as("in the middle").isGreaterThan(50);
    open(robot, "row-meets-column");
    robot.interact(() -> window.store().dispatch(new Action.ToBeat(2)));
    assertPointsAt(robot, "layer1-z-2-1");
    assertThat(
            onScreen(robot, "question-card").getMinX() - onScreen(robot, "layer1-z-4-2").getMaxX())
        .isBetween(0.0, 60.0);
  }

  /** What was covered below them opens, and they are no smaller for it, nor elsewhere. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shapes-can-lie | 4 | k, the sample | layer1-dW-3-2",
        "bias-and-the-numpy-layer | 2 | 8, -7 | layer1-dB-1-1",
        "the-gate | 2 | 2, 0; 0, 0; 1, 0; 2, -2 | layer1-dZ-4-2",
        "sum-or-mean | 5 | 0.4 | layer1-dW-3-2",
        "softmax-and-cross-entropy | 6 | (P - Y) / 2 | layer1-dA-2-3",
        "the-gate | 5 | dZ = dA * (Z > 0) | layer1-dZ-4-2",
      })
  void anAnswerMovesNoMatrix(String lesson, int beat, String answer, String cell, FxRobot robot) {
    open(robot, lesson);
    robot.interact(() -> window.store().dispatch(new Action.ToBeat(beat - 1)));
    PromptRobot.settle();
    Bounds before = onScreen(robot, cell);
    robot.interact(() -> window.store().dispatch(new Action.Predict(answer, Optional.empty())));
    PromptRobot.settle();
    assertThat(isSeen(robot, "answer")).as("it is right").isFalse();
    assertThat(text(robot, "attempt-reply-1")).startsWith("Right");
    Bounds after = onScreen(robot, cell);
    assertThat(after.getHeight()).isCloseTo(before.getHeight(), within(1.0));
    assertThat(after.getMinY()).isCloseTo(before.getMinY(), within(5.0));
    assertThat(after.getMinX()).isCloseTo(before.getMinX(), within(5.0));
  }

  /** The oldest predictions are scrolled to, and nothing beside the stage is covered by them. */
  @Test
  void manyPredictionsCoverNothing(FxRobot robot) {
    open(robot, "one-sample");
    robot.interact(() -> window.store().dispatch(new Action.ToBeat(3)));
    PromptRobot.settle();
    for (String wrong :
        List.of("10, 8; 20, 16; 30, 24", "2, -1; 2, -1; 2, -1", "1, 1; 2, 2; 3, 3")) {
      robot.interact(() -> window.store().dispatch(new Action.Predict(wrong, Optional.empty())));
      PromptRobot.settle();
      assertThat(onScreen(robot, "question-card").getMinY())
          .isGreaterThanOrEqualTo(onScreen(robot, "beat-card").getMaxY());
      assertThat(onScreen(robot, "question-check").getMaxY())
          .isLessThanOrEqualTo(onScreen(robot, "question-card").getMaxY());
      assertThat(LayoutFaults.of(window.scene())).isEmpty();
    }
    assertThat(text(robot, "attempt-3")).contains("third prediction");
    assertThat(isInRoom(robot, "attempt-3")).isTrue();
    assertThat(isInRoom(robot, "attempt-1")).isFalse();
    robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
    assertThat(node(robot, "question-tried").isFocused()).isTrue();
    robot.type(KeyCode.DOWN, 20);
    PromptRobot.settle();
    assertThat(isInRoom(robot, "attempt-1")).isTrue();
    // Even where hints and a lower window leave it less.
    robot.interact(() -> {
      window.store().dispatch(new Action.Hint());
      window.store().dispatch(new Action.Hint());
      window.stage().setHeight(window.stage().getHeight() - 40);
    });
    PromptRobot.settle();
    robot.interact(() -> SideScroll.showTop(node(robot, "attempt-3")));
    assertThat(isInRoom(robot, "attempt-3")).isTrue();
    assertThat(onScreen(robot, "question-card").getMinY())
        .isGreaterThanOrEqualTo(onScreen(robot, "beat-card").getMaxY());
  }

  /** Whether all of a prediction is in the part that is not scrolled away. */
  private static boolean isInRoom(FxRobot robot, String id) {
    Bounds room = onScreen(robot, "question-tried");
    Bounds it = onScreen(robot, id);
    return it.getMinY() >= room.getMinY() - 1 && it.getMaxY() <= room.getMaxY() + 1;
  }

  /** A long prediction has the whole width of the card. */
  @Test
  void aPredictionIsBrokenWithinNoWord(FxRobot robot) {
    open(robot, "bias-and-the-numpy-layer");
    robot.clickOn("#beat-segment-4").clickOn("#answer");
    robot.write("dZ.sum(axis=1)").type(KeyCode.ENTER);
    Text words = (Text) node(robot, "attempt-1").lookup(".strong");
    assertThat(words.getLayoutBounds().getHeight()).isLessThan(1.6 * words.getFont().getSize());
    assertThat(text(robot, "attempt-1")).contains("dZ.sum(axis=1)", "your prediction");
  }

  /**
   * Whatever a beat says or asks is read whole in the smallest window, and in large letters; and it
   * says no more than two lines.
   */
  @ParameterizedTest
  @CsvSource({"1024, 700, 100", "1280, 800, 150"})
  void everyBeatOfEveryLessonFits(double width, double height, int percent, FxRobot robot) {
    robot.interact(() -> {
      window.stage().setWidth(width);
      window.stage().setHeight(height);
      window.store().dispatch(new Action.Wear(new Appearance(Theme.usual(), percent)));
    });
    Map<String, List<String>> faults = new TreeMap<>();
    for (String lesson : BuiltInLessons.lessons().keySet()) {
      open(robot, lesson);
      int beats = window.store().state().explore().lesson().beats().size();
      for (int beat = 0; beat < beats; beat++) {
        Action there = new Action.ToBeat(beat);
        robot.interact(() -> window.store().dispatch(there));
        PromptRobot.settle();
        String title = ((Labeled) node(robot, "beat-title")).getText();
        List<String> found = new ArrayList<>();
        // What is timed, and what a lesson ends on, stand in the stage's place.
        if (isSeen(robot, "stage")) {
          // In large letters the matrices may have to be scrolled to.
          LayoutFaults.of(window.scene()).stream()
              .filter(fault -> percent == 100 || !fault.contains("stage"))
              .forEach(found::add);
          Labeled say = (Labeled) node(robot, "beat-say");
          double em = say.getFont().getSize();
          if (percent == 100 && say.prefHeight(SAID_WIDE * em) > TWO_LINES * em) {
            found.add("more than two lines: " + say.getText());
          }
        }
        if (!found.isEmpty()) {
          faults.put(lesson + " " + (beat + 1) + " " + title, found);
        }
      }
    }
    assertThat(faults).isEmpty();
  }
}
