package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@InWindow
class HeatMapTest {
  /** 1 in the first row, 0 in the second, −1 in all others: 400×300 pixels, 10 for each cell. */
  private static final Matrix STRIPES =
      Matrix.numbers(new Shape(30, 40), (i, j) -> i == 0 ? 1 : i == 1 ? 0 : -1);

  private final List<Cell> chosen = new ArrayList<>();
  private HeatMap map;

  @Start
  void start(Stage stage) {
    map = new HeatMap("heat", STRIPES, Texts.english());
    map.setOnChoose(chosen::add);
    map.setMinSize(400, 300);
    map.setMaxSize(400, 300);
    stage.setScene(ViewTheme.light(new StackPane(map), 500, 400));
    stage.setX(0);
    stage.setY(0);
    // Whoever had the stage before may have sized it.
    stage.sizeToScene();
    stage.show();
  }

  private Color colourAt(int row, int column) {
    WritableImage image =
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> map.getScene().snapshot(null));
    Bounds cell = map.boundsOf(new Cell(row, column)).orElseThrow();
    Point2D middle = map.localToScene(cell.getCenterX(), cell.getCenterY());
    return image.getPixelReader().getColor((int) middle.getX(), (int) middle.getY());
  }

  private Point2D onScreen(int row, int column) {
    Bounds cell = map.boundsOf(new Cell(row, column)).orElseThrow();
    return map.localToScreen(cell.getCenterX(), cell.getCenterY());
  }

  private Node part(String styleClass) {
    return map.lookup("." + styleClass);
  }

  private static HeatMarks reached(long cells, boolean byColumns) {
    return new HeatMarks(
        Optional.empty(), Optional.empty(), Optional.empty(), new HeatReach(cells, byColumns));
  }

  @Test
  void theSignOfANumberIsItsColour() {
    assertThat(colourAt(0, 5)).isEqualTo(Color.web("#d6740f"));
    assertThat(colourAt(1, 5)).isEqualTo(Color.web("#eff1f5"));
    assertThat(colourAt(2, 5)).isEqualTo(Color.web("#8f82c6"));
  }

  @Test
  void coloursFollowTheTheme(FxRobot robot) {
    robot.interact(() -> ViewTheme.darken(map.getScene()));
    assertThat(colourAt(0, 5)).isEqualTo(Color.web("#a65606"));
  }

  @Test
  void anotherMatrixOfTheSameShapeShowsAtOnce(FxRobot robot) {
    robot.interact(() -> map.setMatrix(Matrix.numbers(STRIPES.shape(), (i, j) -> i - 29)));
    assertThat(colourAt(0, 5)).isEqualTo(Color.web("#8f82c6"));
    assertThat(colourAt(29, 5)).isEqualTo(Color.web("#eff1f5"));
  }

  @Test
  void theScaleSaysWhereTheColoursEnd(FxRobot robot) {
    robot.interact(() -> {
      map.setMatrix(Matrix.numbers(STRIPES.shape(), (i, j) -> i == 0 ? 1.23456 : -0.5));
      map.setShowScale(true);
    });
    List<String> ends =
        part("heat-scale").lookupAll(".label").stream()
            .map(end -> ((Label) end).getText())
            .toList();
    assertThat(ends).containsExactlyInAnyOrder("−1.23", "1.23");
    assertThat(part("heat-scale").isVisible()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, −1, 1", "0.005876, ±0.00588, ''", "8.36e32, ±8.36e32, ''"})
  void theScaleIsNoWiderThanItsMap(double most, String left, String right, FxRobot robot) {
    robot.interact(() -> {
      map.setMinSize(150, 160);
      map.setMaxSize(150, 160);
      map.setShowScale(true);
      map.setMatrix(Matrix.numbers(new Shape(1, 8), (i, j) -> j == 0 ? most : -most / 2));
    });
    PromptRobot.settle();
    assertThat(
            part("heat-scale").lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList())
        .containsExactly(left, right);
    assertThat(part("heat-scale").getBoundsInParent().getMaxX()).isLessThanOrEqualTo(150);
  }

  @Test
  void cellsNotComputedYetShowNothingNotEvenTheScale(FxRobot robot) {
    robot.interact(() -> {
      map.setShowScale(true);
      map.setMarks(reached(45, false));
    });
    Color ground = colourAt(29, 5);
    assertThat(ground).isNotEqualTo(Color.web("#8f82c6"));
    assertThat(colourAt(1, 4)).isEqualTo(Color.web("#eff1f5"));
    assertThat(colourAt(1, 5)).isEqualTo(ground);
    assertThat(colourAt(2, 0)).isEqualTo(ground);
    assertThat(part("heat-scale").isVisible()).isFalse();
    robot.moveTo(onScreen(2, 0));
    assertThat(TestWindow.popups(robot, ".tooltip"))
        .containsExactly("Row 3, column 1: not computed yet");

    // A matrix that is drawn turned is made column by column: two columns and a cell.
    robot.interact(() -> map.setMarks(reached(2 * 30 + 1, true)));
    assertThat(colourAt(29, 1)).isEqualTo(Color.web("#8f82c6"));
    assertThat(colourAt(0, 2)).isEqualTo(Color.web("#d6740f"));
    assertThat(colourAt(1, 2)).isEqualTo(ground);
    assertThat(colourAt(0, 3)).isEqualTo(ground);
    assertThat(part("heat-unknown").getBoundsInParent().getMinX()).isCloseTo(20, within(3.0));
  }

  @Test
  void hoveringTellsTheNumberInFull(FxRobot robot) {
    List<Optional<Cell>> hovered = new ArrayList<>();
    robot.interact(() -> {
      map.setMatrix(Matrix.numbers(STRIPES.shape(), (i, j) -> (i + j) / 3.0));
      map.setOnHover(hovered::add);
    });
    robot.moveTo(onScreen(2, 5));
    assertThat(hovered).endsWith(Optional.of(new Cell(2, 5)));
    assertThat(TestWindow.popups(robot, ".tooltip"))
        .containsExactly("Row 3, column 6: 2.3333333333333335");
  }

  @Test
  void whatIsCoveredIsHatchedAndTellsNoNumber(FxRobot robot) {
    BitSet covered = new BitSet();
    covered.set(2 * 40 + 5, 2 * 40 + 8);
    robot.interact(() -> map.setCovered(covered));
    Bounds hatched = part("heat-covered").getBoundsInParent();
    for (int column : new int[] {5, 6, 7}) {
      Bounds cell = map.boundsOf(new Cell(2, column)).orElseThrow();
      assertThat(hatched.contains(cell.getCenterX(), cell.getCenterY())).isTrue();
    }
    Bounds beside = map.boundsOf(new Cell(2, 8)).orElseThrow();
    assertThat(hatched.contains(beside.getCenterX(), beside.getCenterY())).isFalse();
    robot.moveTo(onScreen(2, 5));
    assertThat(TestWindow.popups(robot, ".tooltip")).containsExactly("Row 3, column 6: covered");
    robot.moveTo(onScreen(2, 8));
    assertThat(TestWindow.popups(robot, ".tooltip")).containsExactly("Row 3, column 9: −1");
    // What is not computed yet is no more covered than any other cell there.
    robot.interact(() -> map.setMarks(reached(2 * 40 + 5, false)));
    assertThat(part("heat-covered").isVisible()).isFalse();
  }

  @Test
  void aClickChoosesTheCell(FxRobot robot) {
    robot.clickOn(onScreen(7, 11));
    assertThat(chosen).containsExactly(new Cell(7, 11));
  }

  private static void with(FxRobot robot, KeyCode... keys) {
    robot.press(KeyCode.CONTROL).type(keys).release(KeyCode.CONTROL);
  }

  @Test
  void arrowsWithCtrlMoveACursorAndEnterChooses(FxRobot robot) {
    robot.interact(map::requestFocus);
    with(robot, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
    assertThat(map.focusedCell()).contains(new Cell(1, 2));
    assertThat(map.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .isEqualTo("Row 2, column 3: 0");
    with(robot, KeyCode.END);
    robot.type(KeyCode.ENTER);
    assertThat(chosen).containsExactly(new Cell(1, 39));
  }

  @Test
  void theWheelZoomsAboutThePointerUntilNumbersAppear(FxRobot robot) {
    robot.moveTo(onScreen(10, 20));
    Point2D before = onScreen(10, 20);
    assertThat(map.lookupAll("*")).noneMatch(node -> node instanceof Canvas && node.isVisible());
    robot.scroll(60, VerticalDirection.UP);
    assertThat(map.zoomProperty().get()).isEqualTo(1);
    assertThat(map.lookupAll("*")).anyMatch(node -> node instanceof Canvas && node.isVisible());
    Point2D after = onScreen(10, 20);
    assertThat(after.distance(before)).isLessThan(40);
    assertThat(map.boundsOf(new Cell(10, 20)).orElseThrow().getWidth()).isGreaterThan(50);
    assertThat(map.boundsOf(new Cell(0, 0))).isEmpty();
    robot.type(KeyCode.DIGIT0);
    assertThat(map.zoomProperty().get()).isZero();
    assertThat(map.boundsOf(new Cell(0, 0))).isPresent();
  }

  @Test
  void numbersAreWrittenWhereEverythingIsShownAtItsSmallest(FxRobot robot) {
    List<Throwable> failures = new ArrayList<>();
    robot.interact(() -> {
      Thread.currentThread()
          .setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
      map.setMatrix(Matrix.zeros(new Shape(5, 4)));
      map.getScene().getRoot().setStyle("-fx-font-size: 7.8px");
    });
    PromptRobot.settle();
    robot.interact(() -> {
      map.applyCss();
      map.layout();
      Thread.currentThread().setUncaughtExceptionHandler(null);
    });
    assertThat(failures).isEmpty();
    assertThat(map.lookupAll("*")).anyMatch(node -> node instanceof Canvas && node.isVisible());
  }

  @Test
  void draggingPansAndChoosesNothing(FxRobot robot) {
    robot.interact(() -> {
      map.zoomProperty().set(1);
      map.rowCentreProperty().set(10);
      map.columnCentreProperty().set(20);
    });
    Point2D before = onScreen(10, 20);
    robot.drag(before, MouseButton.PRIMARY).dropBy(-60, 30);
    assertThat(onScreen(10, 20).getX()).isCloseTo(before.getX() - 60, within(1.5));
    assertThat(onScreen(10, 20).getY()).isCloseTo(before.getY() + 30, within(1.5));
    assertThat(chosen).isEmpty();
  }

  @Test
  void plusAndTheArrowsReachEveryCellWithoutAMouse(FxRobot robot) {
    robot.interact(map::requestFocus);
    for (int i = 0; i < 8; i++) {
      robot.type(KeyCode.ADD);
    }
    assertThat(map.zoomProperty().get()).isEqualTo(1);
    with(robot, KeyCode.END);
    assertThat(map.boundsOf(new Cell(0, 39))).isPresent();
    assertThat(map.boundsOf(new Cell(0, 0))).isEmpty();
    robot.type(KeyCode.SUBTRACT);
    assertThat(map.zoomProperty().get()).isStrictlyBetween(0.0, 1.0);
  }

  @Test
  void aPlainPictureDoesNotZoom(FxRobot robot) {
    robot.interact(() -> map.setPlain(true));
    robot.moveTo(onScreen(10, 20)).scroll(20, VerticalDirection.UP);
    assertThat(map.zoomProperty().get()).isZero();
    robot.clickOn(onScreen(3, 4));
    assertThat(chosen).containsExactly(new Cell(3, 4));
  }

  @Test
  void litLinesAndTheLitCellStandOutAtAnySize(FxRobot robot) {
    robot.interact(() -> {
      map.setMatrix(Matrix.zeros(new Shape(784, 128)));
      map.setMarks(
          new HeatMarks(
              Optional.of(new HeatLine(new LineTag(300, "", CellState.LEFT), true)),
              Optional.empty(),
              Optional.of(
                  new HeatCell(
                      new Cell(300, 100),
                      Set.of(CellState.LEFT, CellState.ACTIVE),
                      OptionalDouble.empty())),
              HeatReach.ALL));
    });
    Bounds line = part("heat-line").getBoundsInParent();
    assertThat(TestWindow.is(part("heat-line"), "left")).isTrue();
    assertThat(line.getHeight()).isGreaterThanOrEqualTo(4);
    assertThat(line.getCenterY()).isCloseTo(300.5 * 300 / 784, within(1.0));
    assertThat(part("heat-cell").getBoundsInParent().getWidth()).isGreaterThanOrEqualTo(8);
    assertThat(TestWindow.is(part("heat-cell"), "active")).isTrue();
  }

  @Test
  void changedCellsFlashUnlessMotionIsReduced(FxRobot robot) {
    robot.interact(() -> {
      map.reducedMotionProperty().set(true);
      map.flash(Set.of(new Cell(3, 4)));
    });
    assertThat(part("cell-flash").isVisible()).isFalse();
    robot.interact(() -> {
      map.reducedMotionProperty().set(false);
      map.flash(Set.of(new Cell(3, 4)));
    });
    assertThat(part("cell-flash").isVisible()).isTrue();
  }
}
