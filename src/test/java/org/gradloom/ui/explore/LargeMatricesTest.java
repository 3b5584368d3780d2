package org.gradloom.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.gradloom.Snapshots;
import org.gradloom.derivation.Derivation;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.HeatMap;
import org.gradloom.ui.control.HeatReach;
import org.gradloom.ui.control.MatrixGrid;
import org.gradloom.ui.shell.StartupDocument;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A lesson of more rows and columns than anyone reads number by number. */
@InWindow
class LargeMatricesTest {
  /** x of sample k and feature i is k − i, counted from 1; every dL/dz of neuron j is j. */
  private static final Lesson FORTY =
      new Lesson(
          "Forty samples",
          Matrix.numbers(new Shape(40, 30), (k, i) -> k - i),
          List.of(
              new Layer(
                  Matrix.numbers(new Shape(30, 4), (i, j) -> i == j ? 1 : 0),
                  null,
                  Elementwise.IDENTITY)),
          new Loss(
              LossKind.GIVEN,
              new Target.Upstream(Matrix.numbers(new Shape(40, 4), (k, j) -> j + 1.0)),
              Reduction.SUM),
          0.1);

  @TempDir private Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window =
        TestWindow.open(stage, folder, StartupDocument.of(FORTY, Optional.empty())).withoutMotion();
  }

  private static HeatMap map(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(HeatMap.class);
  }

  private static Point2D onScreen(HeatMap map, int row, int column) {
    Bounds cell = map.boundsOf(new Cell(row - 1, column - 1)).orElseThrow();
    return map.localToScreen(cell.getCenterX(), cell.getCenterY());
  }

  private static boolean showsNumbers(HeatMap map) {
    return map.getChildrenUnmodifiable().stream()
        .anyMatch(node -> node instanceof Canvas && node.isVisible());
  }

  private static Node part(HeatMap map, String styleClass) {
    return map.lookup("." + styleClass);
  }

  private static String tags(HeatMap map) {
    return map.lookupAll(".line-tag").stream()
        .filter(Node::isVisible)
        .map(tag -> ((Label) tag).getText())
        .sorted()
        .toList()
        .toString();
  }

  @Test
  void lessMotionReachesTheColoursToo(FxRobot robot) {
    HeatMap map = map(robot, "layer1-x");
    assertThat(map.reducedMotionProperty().get()).isTrue();
    robot.interact(() -> window.store().dispatch(new Action.LessMotion(false)));
    assertThat(map.reducedMotionProperty().get()).isFalse();
  }

  @Test
  void aTermLightsTheRowTheColumnAndTheCellWhereTheyMeet(FxRobot robot) {
    window.go(robot, "layer1/dW/12,2/term7");
    HeatMap left = map(robot, "layer1-x-turned");
    HeatMap right = map(robot, "layer1-dZ");
    HeatMap result = map(robot, "layer1-dW");
    assertThat(tags(left)).isEqualTo("[i = 12, k = 7]");
    assertThat(tags(right)).isEqualTo("[j = 2, k = 7]");
    assertThat(TestWindow.is(part(left, "heat-line"), "left")).isTrue();
    assertThat(TestWindow.is(part(right, "heat-cell"), "right")).isTrue();
    assertThat(TestWindow.is(part(result, "heat-cell"), "result")).isTrue();
    // x of sample 7 and feature 12 is 7 − 12, and the loss blames neuron 2 with 2.
    assertThat(TestWindow.text(robot, "product")).isEqualTo("(−5)·2 = −10");
  }

  /** Long numbers on both sides of eight units, of which a window of usual size shows a part. */
  private static final Lesson EIGHT =
      new Lesson(
          "Eight units",
          numbers(10, 8),
          List.of(new Layer(numbers(8, 8), numbers(1, 8), Elementwise.IDENTITY)),
          new Loss(LossKind.GIVEN, new Target.Upstream(numbers(10, 8)), Reduction.SUM),
          0.1);

  private static Matrix numbers(int rows, int columns) {
    return Matrix.numbers(new Shape(rows, columns), (i, j) -> Math.sin(i + 8 * j) / 100);
  }

  /** Where rows have to be left out, columns are not, as long as they have room. */
  @Test
  void allColumnsAreInSightThatHaveRoom(FxRobot robot) {
    Lesson lesson =
        new Lesson(
            "Short numbers",
            tenths(10),
            List.of(new Layer(tenths(8), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(tenths(10)), Reduction.SUM),
            0.1);
    robot.interact(() ->
        window.store().dispatch(new Action.Open(Derivation.of(lesson), new Origin.BuiltIn("h"))));
    window.go(robot, "layer1/dW/3,2/term2");
    PromptRobot.settle();
    Shape seen = robot.lookup("#layer1-dW").queryAs(MatrixGrid.class).getMostVisible();
    assertThat(seen.rows()).isLessThan(8);
    assertThat(seen.columns()).isEqualTo(8);
  }

  private static Matrix tenths(int rows) {
    return Matrix.numbers(new Shape(rows, 8), (i, j) -> (i + j) % 7 / 10.0);
  }

  @Test
  void partsOfMatricesHaveTheRoomOfTheProductAndCoverNothing(FxRobot robot) {
    robot.interact(() ->
        window.store().dispatch(new Action.Open(Derivation.of(EIGHT), new Origin.BuiltIn("h"))));
    for (String place : List.of("layer1/z/3,2/term2", "layer1/dW/3,2/term2")) {
      window.go(robot, place);
      PromptRobot.settle();
      assertThat(TestWindow.node(robot, "product").isVisible()).as(place).isFalse();
      Region stage = robot.lookup("#stage").queryAs(Region.class);
      ScrollPane around = robot.lookup("#stage-scroll").queryAs(ScrollPane.class);
      assertThat(stage.getWidth())
          .as(place)
          .isLessThanOrEqualTo(around.getViewportBounds().getWidth());
      for (Node below : stage.lookupAll(".more-cells")) {
        assertThat(stage.lookupAll(".line-index"))
            .filteredOn(Node::isVisible)
            .as(place + ": " + below.getId())
            .noneMatch(index -> below.getId().endsWith("-below") && overlap(below, index));
      }
    }
    Node turned = TestWindow.node(robot, "turned");
    assertThat(turned.isVisible()).isTrue();
    assertThat(window.scene().lookup("#stage").lookupAll(".more-cells"))
        .filteredOn(Node::isVisible)
        .hasSizeGreaterThan(3)
        .noneMatch(more -> overlap(turned, more));
  }

  private static boolean overlap(Node one, Node other) {
    Bounds box = one.localToScene(one.getLayoutBounds());
    Bounds second = other.localToScene(other.getLayoutBounds());
    return second.intersects(
        box.getMinX() + 2, box.getMinY() + 2, box.getWidth() - 4, box.getHeight() - 4);
  }

  @Test
  void nothingOfAResultShowsBeforeTheWalkMakesIt(FxRobot robot) {
    window.go(robot, "layer1/dW/12,2/term7");
    HeatMap result = map(robot, "layer1-dW");
    assertThat(result.getMarks().reached()).isEqualTo(new HeatReach(11 * 4 + 1, false));
    assertThat(part(result, "heat-scale").isVisible()).isFalse();
    robot.moveTo(onScreen(result, 12, 1));
    // Over 40 samples k − 12 sums up to 820 − 480, and neuron 1 is blamed with 1 each time.
    assertThat(TestWindow.popups(robot, ".tooltip")).containsExactly("Row 12, column 1: 340");
    robot.moveTo(onScreen(result, 20, 3));
    assertThat(TestWindow.popups(robot, ".tooltip"))
        .containsExactly("Row 20, column 3: not computed yet");
    robot.interact(() -> result.focusCell(new Cell(19, 2)));
    assertThat(result.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .isEqualTo("dL/dW row 20, column 3: not computed yet");
    window.go(robot, "layer1/dW");
    assertThat(part(result, "heat-scale").isVisible()).isTrue();
  }

  /** W is 20×30, X 30×40, b 20×1: Z has a column for each sample and is made so. */
  @Test
  void whereColumnsAreSamplesAResultIsMadeColumnByColumnBesideItsColumnOfBiases(FxRobot robot) {
    Layer layer =
        new Layer(
            Matrix.numbers(new Shape(30, 20), (i, j) -> i == j ? 1 : 0),
            Matrix.numbers(new Shape(1, 20), (_, j) -> 100 * (j + 1)),
            Elementwise.IDENTITY);
    Lesson columns =
        FORTY
            .with(
                FORTY.x(),
                List.of(layer),
                FORTY.loss().with(new Target.Upstream(Matrix.zeros(new Shape(40, 20)))))
            .withConvention(Convention.WX);
    robot.interact(() ->
        window.store().dispatch(new Action.Open(Derivation.of(columns), new Origin.Unsaved())));
    // The fifth neuron's output for the third sample.
    window.go(robot, "layer1/z/3,5/term1");
    HeatMap result = map(robot, "layer1-z");
    assertThat(result.getMarks().reached()).isEqualTo(new HeatReach(2 * 20 + 4, true));
    robot.moveTo(onScreen(result, 1, 3));
    // x of sample 3 and feature 1 is 2, and the bias 100.
    assertThat(TestWindow.popups(robot, ".tooltip")).containsExactly("Row 1, column 3: 102");
    robot.moveTo(onScreen(result, 1, 4));
    assertThat(TestWindow.popups(robot, ".tooltip"))
        .containsExactly("Row 1, column 4: not computed yet");

    HeatMap bias = map(robot, "layer1-b");
    for (int row : new int[] {1, 20}) {
      assertThat(onScreen(bias, row, 1).getY())
          .isCloseTo(onScreen(result, row, 1).getY(), within(1.5));
    }
    Snapshots.save(window.scene(), "large-columns");
  }

  @Test
  void aClickOnACellGoesThere(FxRobot robot) {
    window.go(robot, "layer1/dW/12,2/term7");
    robot.clickOn(onScreen(map(robot, "layer1-dW"), 25, 3));
    assertThat(window.place()).isEqualTo("layer1/dW/25,3/term40");
    robot.press(KeyCode.CONTROL).type(KeyCode.UP, KeyCode.LEFT).release(KeyCode.CONTROL);
    robot.type(KeyCode.ENTER);
    assertThat(window.place()).isEqualTo("layer1/dW/24,2/term40");
    assertThat(tags(map(robot, "layer1-x-turned"))).contains("i = 24");
  }

  @Test
  void zoomingIntoOneMatrixMakesTheNumbersOfAllReadable(FxRobot robot) {
    window.go(robot, "layer1/dW/12,2/term7");
    HeatMap left = map(robot, "layer1-x-turned");
    HeatMap right = map(robot, "layer1-dZ");
    HeatMap result = map(robot, "layer1-dW");
    assertThat(showsNumbers(left)).isFalse();
    robot.moveTo(onScreen(left, 12, 7)).scroll(60, VerticalDirection.UP);
    Snapshots.save(window.scene(), "large-zoomed");
    for (HeatMap map : List.of(left, right, result)) {
      assertThat(showsNumbers(map)).as(PromptRobot.nameOf(map)).isTrue();
    }
    // The place stays in sight in each, and rows still stand beside rows.
    double row = onScreen(left, 12, 7).getY();
    assertThat(onScreen(result, 12, 2).getY()).isCloseTo(row, within(1.5));
    assertThat(onScreen(right, 7, 2).getX()).isCloseTo(onScreen(result, 12, 2).getX(), within(1.5));
    assertThat(map(robot, "layer1-x-origin").boundsOf(new Cell(6, 11))).isPresent();
    assertThat(((Label) part(result, "heat-forming")).getText()).isEqualTo("−112");
    window.go(robot, "layer1/dW/30,4/term40");
    assertThat(left.boundsOf(new Cell(29, 39))).isPresent();
    assertThat(right.boundsOf(new Cell(39, 3))).isPresent();
    assertThat(result.boundsOf(new Cell(29, 3))).isPresent();
    robot.interact(left::requestFocus);
    robot.type(KeyCode.DIGIT0);
    assertThat(showsNumbers(result)).isFalse();
  }

  @Test
  void aNumberCanBeTypedOverWhereItStands(FxRobot robot) {
    window.go(robot, "layer1/z/3,2/term1");
    robot.interact(() -> map(robot, "layer1-x").focusCell(new Cell(2, 4)));
    robot.type(KeyCode.ENTER);
    robot.write("1/3").type(KeyCode.ENTER);
    Operand x = new Operand(0, MatrixSymbol.X);
    assertThat(window.store().state().explore().lesson().input(x).entry(2, 4).text())
        .isEqualTo("1/3");
    assertThat(map(robot, "layer1-x").getMatrix().entry(2, 4).text()).isEqualTo("1/3");
    assertThat(map(robot, "layer1-x").focusedCell()).contains(new Cell(3, 4));
    robot.type(KeyCode.F2);
    robot.write("1,5x").type(KeyCode.ENTER);
    assertThat(TestWindow.popups(robot, ".error-bubble").toString()).contains("1,5x");
    assertThat(window.store().state().explore().lesson().input(x).get(3, 4)).isEqualTo(-1);
  }

  @Test
  void theMenuOfALargeMatrixCanDoWhatThatOfASmallOneCan(FxRobot robot) {
    window.go(robot, "layer1/z/3,2/term1");
    robot.moveTo(onScreen(map(robot, "layer1-x"), 3, 5)).clickOn(MouseButton.SECONDARY);
    robot.moveTo("#matrix-lines").moveTo("#insert-beforeRow").clickOn("#removeRow");
    assertThat(window.store().state().explore().lesson().samples()).isEqualTo(39);
    assertThat(map(robot, "layer1-x").getMatrix().rows()).isEqualTo(39);
  }

  /** Three matrices in a line and a formula of six terms, at 1280 × 800. */
  @Test
  void aSoftmaxOfSixOutputsHasRoom(FxRobot robot) {
    Lesson six =
        new Lesson(
            "Six outputs",
            Matrix.numbers(new Shape(2, 3), (k, i) -> k + 1 - i),
            List.of(
                new Layer(
                    Matrix.numbers(new Shape(3, 6), (i, j) -> (i - j) / 4.0),
                    null,
                    Rowwise.SOFTMAX)),
            new Loss(LossKind.CROSS_ENTROPY, new Target.Labels(List.of(1, 5)), Reduction.SUM),
            0.1);
    robot.interact(
        () -> window.store().dispatch(new Action.Open(Derivation.of(six), new Origin.Unsaved())));
    Map<String, List<String>> faults = new TreeMap<>();
    for (String place :
        List.of(
            "layer1/dA/2,6/term1",
            "layer1/dZ/1,1/term1",
            "layer1/dZ/1,2/term3",
            "layer1/wNext/1,2/term1")) {
      window.go(robot, place);
      robot.interact(PromptRobot::frame);
      List<String> found = LayoutFaults.of(window.scene());
      if (!found.isEmpty()) {
        faults.put(place, found);
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void withSixteenRowsAndColumnsNumbersAreBack(FxRobot robot) {
    window.go(robot, "layer1/z/1,1/term1");
    robot.interact(() -> {
      for (int rows = 40; rows > 16; rows--) {
        window.store().dispatch(new Action.Apply(new Edit.Remove(new Dimension.Samples(), 0)));
      }
    });
    assertThat(TestWindow.node(robot, "layer1-x")).isInstanceOf(HeatMap.class);
    robot.interact(() -> {
      for (int columns = 30; columns > 16; columns--) {
        window.store().dispatch(new Action.Apply(new Edit.Remove(new Dimension.Units(-1), 0)));
      }
    });
    assertThat(TestWindow.node(robot, "layer1-x")).isInstanceOf(MatrixGrid.class);
    // Of all that began as sample 25 and feature 15, 10 is the difference.
    assertThat(TestWindow.cell(robot, "layer1-x", 1, 1)).isEqualTo("10");
  }

  // ---- less motion

  private static boolean flashes(FxRobot robot) {
    return robot.lookup(".cell-flash").queryAll().stream().anyMatch(Node::isVisible);
  }

  private void setFirst(FxRobot robot, double value) {
    Operand x = new Operand(0, MatrixSymbol.X);
    robot.interact(() ->
        window
            .store()
            .dispatch(new Action.Apply(new Edit.SetEntry(x, new Cell(0, 0), Entry.of(value)))));
  }

  @Test
  void changedCellsFlashUnlessLessMotionIsAskedFor(FxRobot robot) {
    window.go(robot, "layer1/z/1,1");
    setFirst(robot, 5);
    assertThat(flashes(robot)).isFalse();
    robot.interact(() -> window.store().dispatch(new Action.LessMotion(false)));
    setFirst(robot, 6);
    assertThat(flashes(robot)).isTrue();
  }
}
