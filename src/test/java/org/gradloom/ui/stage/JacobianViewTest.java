package org.gradloom.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.gradloom.KnownLessons;
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
import org.gradloom.rule.L2;
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

/** dZ/dW and dZ/dX: a column contracted with dL/dZ, counted, and never built where it is large. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JacobianViewTest {
  private static final String ENTRIES = "jacobian-entries-grid";

  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private void show(FxRobot robot, String place) {
    window.go(robot, place);
    robot.interact(() -> window.store().dispatch(new Action.See(Perspective.JACOBIAN)));
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

  private static PaintedGrid grid(FxRobot robot, String id) {
    return (PaintedGrid) node(robot, id);
  }

  private static String row(FxRobot robot, String id, int row) {
    PaintedGrid grid = grid(robot, id);
    return IntStream.range(0, grid.shape().columns())
        .mapToObj(column -> face(grid, row - 1, column))
        .collect(Collectors.joining(" "));
  }

  private static String face(PaintedGrid grid, int row, int column) {
    Set<CellState> marks = grid.contents().marks(row, column);
    return marks.contains(CellState.UNREACHED)
        ? "?"
        : marks.contains(CellState.COVERED) ? "/" : grid.contents().text(row, column);
  }

  /** The rows, from 1, whose cell in a column has a mark. */
  private static List<Integer> marked(FxRobot robot, String id, int column, CellState mark) {
    PaintedGrid grid = grid(robot, id);
    return IntStream.range(0, grid.shape().rows())
        .filter(row -> grid.contents().marks(row, column - 1).contains(mark))
        .mapToObj(row -> row + 1)
        .toList();
  }

  private static void click(FxRobot robot, String id, int row, int column) {
    PaintedGrid grid = grid(robot, id);
    Bounds cell = grid.localToScreen(grid.boundsOf(new Cell(row - 1, column - 1)));
    robot.clickOn(cell, Motion.DIRECT, MouseButton.PRIMARY);
    robot.interact(PromptRobot::frame);
  }

  @Test
  void aColumnMeetsDzAndOnlyTheProductsOfXAreLeft(FxRobot robot) {
    show(robot, "layer1/dW/3,2/term1");
    assertThat(text(robot, "question"))
        .isEqualTo("Contract dZ/dW with dL/dZ, and only Xᵀ · dL/dZ is left");
    assertThat(text(robot, "jacobian-caption")).isEqualTo("8 × 6 · rows zₖⱼ, columns wᵢⱼ");
    assertThat(row(robot, ENTRIES, 1)).isEqualTo("−1 · 3 · 0 ·");
    assertThat(row(robot, ENTRIES, 8)).isEqualTo("· −1 · 1 · 2");
    assertThat(row(robot, "jacobian-columns", 1)).isEqualTo("w₁₁ w₁₂ w₂₁ w₂₂ w₃₁ w₃₂");
    // X is left and solid, dL/dZ right and dashed, on the rows that have a path.
    assertThat(marked(robot, ENTRIES, 6, CellState.LEFT)).containsExactly(2, 4, 6, 8);
    assertThat(marked(robot, ENTRIES, 5, CellState.LEFT)).isEmpty();
    assertThat(marked(robot, "jacobian-blames", 1, CellState.RIGHT)).containsExactly(2, 4, 6, 8);
    assertThat(marked(robot, ENTRIES, 6, CellState.ACTIVE)).containsExactly(2);
    assertThat(row(robot, "jacobian-gradient", 1)).isEqualTo("6 −5 8 −9 7 0");
    type(robot, KeyCode.RIGHT);
    assertThat(marked(robot, "jacobian-blames", 1, CellState.ACTIVE)).containsExactly(4);
    assertThat(row(robot, "jacobian-gradient", 1)).endsWith(" −2");
    assertThat(text(robot, "why"))
        .isEqualTo(
            "When w₃₂ grows by 1, z₂₂ moves by x₂₃ = 1, and for each 1 of that L moves by"
                + " dz₂₂ = −2: together −2.");
    type(robot, KeyCode.RIGHT);
    type(robot, KeyCode.RIGHT);
    assertThat(row(robot, "jacobian-gradient", 1)).isEqualTo("6 −5 8 −9 7 −6");
    assertThat(text(robot, "jacobian-sums")).isEqualTo("the 6 sums, reshaped to 3 × 2, are dL/dW");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
  }

  @Test
  void countsAreThoseOfThisLayerAndOfAUsualOne(FxRobot robot) {
    show(robot, "layer1/dW/3,2/term4");
    assertThat(text(robot, "jacobian-entries")).isEqualTo("48");
    assertThat(text(robot, "jacobian-paths")).isEqualTo("24");
    assertThat(text(robot, "jacobian-not-zero")).isEqualTo("20");
    assertThat(text(robot, "jacobian-needed")).isEqualTo("12 + 8");
    assertThat(text(robot, "jacobian-usual-entries")).isEqualTo("250\u2009880\u2009000");
    assertThat(text(robot, "jacobian-usual-needed")).isEqualTo("78\u2009400");
    robot.clickOn("#jacobian-by-inputs");
    robot.interact(PromptRobot::frame);
    assertThat(text(robot, "jacobian-entries")).isEqualTo("96");
    assertThat(text(robot, "jacobian-not-zero")).isEqualTo("24");
    assertThat(text(robot, "jacobian-usual-entries")).isEqualTo("80\u2009281\u2009600");
  }

  @Test
  void beforeAClassTheCountsStandBesideTheEntriesToo(FxRobot robot) {
    robot.interact(() -> {
      window.stage().setWidth(1024);
      window.stage().setHeight(768);
      window.store().dispatch(new Action.BeginLecture());
    });
    try {
      open(robot, ones(1, 1, 1));
      show(robot, "layer1/dW/1,1/term1");
      Bounds entries =
          node(robot, "jacobian-sums")
              .localToScene(node(robot, "jacobian-sums").getBoundsInLocal());
      Bounds counts =
          node(robot, "jacobian-usual-entries")
              .localToScene(node(robot, "jacobian-usual-entries").getBoundsInLocal());
      assertThat(counts.getMinX()).isGreaterThan(entries.getMaxX());
      assertThat(counts.getMinY()).isLessThan(entries.getMinY());
      open(robot, KnownLessons.lessonH());
      show(robot, "layer1/dX/3,2");
      assertThat(text(robot, "jacobian-brief"))
          .isEqualTo(
              "Here 96 entries, 24 of them on a path; W and dL/dZ have 6 + 8 numbers. A layer of"
                  + " 32×784 → 100 would have 80\u2009281\u2009600, of which 25\u2009088 are"
                  + " left.");
      assertThat(LayoutFaults.ofLecture(window.scene())).isEmpty();
    } finally {
      robot.interact(() -> {
        window.store().dispatch(new Action.EndLecture());
        window.stage().setWidth(1280);
        window.stage().setHeight(800);
      });
    }
  }

  @Test
  void thePresentColumnOfAWideOneIsScrolledTo(FxRobot robot) {
    open(robot, ones(3, 6, 4));
    show(robot, "layer1/dW/6,4");
    assertSeen(robot, 24);
    show(robot, "layer1/dW/1,1");
    assertSeen(robot, 1);
  }

  private void assertSeen(FxRobot robot, int column) {
    PaintedGrid grid = grid(robot, ENTRIES);
    ScrollPane scroll = (ScrollPane) window.scene().lookup(".stage-scroll");
    assertThat(grid.getParent().getParent().prefWidth(-1))
        .as("all columns do not fit")
        .isGreaterThan(scroll.getViewportBounds().getWidth());
    Bounds cell = grid.localToScene(grid.boundsOf(new Cell(0, column - 1)));
    assertThat(scroll.localToScene(scroll.getBoundsInLocal()).contains(cell)).isTrue();
  }

  @Test
  void theSwitchKeepsSampleInputAndNeuron(FxRobot robot) {
    show(robot, "layer1/dW/3,2/term4");
    robot.clickOn("#jacobian-by-inputs");
    robot.interact(PromptRobot::frame);
    assertThat(window.place()).isEqualTo("layer1/dX/4,3/term2");
    assertThat(row(robot, ENTRIES, 7)).isEqualTo("· · · · · · · · · −1 2 −1");
    // dL/dZ is left now, and W right.
    assertThat(marked(robot, "jacobian-blames", 1, CellState.LEFT)).containsExactly(7, 8);
    assertThat(marked(robot, ENTRIES, 12, CellState.RIGHT)).containsExactly(7, 8);
    robot.clickOn("#jacobian-by-weights");
    assertThat(window.place()).isEqualTo("layer1/dW/3,2/term4");
  }

  @Test
  void aClickGoesWhereTheEntryIsUsed(FxRobot robot) {
    show(robot, "layer1/dW/3,2/term4");
    click(robot, ENTRIES, 3, 1);
    assertThat(window.place()).isEqualTo("layer1/dW/1,1/term2");
    // z₃₂ does not move with w₁₁ but with w₁₂.
    click(robot, "jacobian-blames", 6, 1);
    assertThat(window.place()).isEqualTo("layer1/dW/1,2/term3");
    click(robot, "jacobian-gradient", 1, 5);
    assertThat(window.place()).isEqualTo("layer1/dW/3,1/term4");
    click(robot, "jacobian-columns", 1, 2);
    assertThat(window.place()).isEqualTo("layer1/dW/1,2/term4");
  }

  @Test
  void withSamplesAsColumnsBlocksAndRolesAreTurned(FxRobot robot) {
    robot.interact(
        () -> window.store().dispatch(new Action.Apply(new Edit.SetConvention(Convention.WX))));
    show(robot, "layer1/dW/3,2/term4");
    assertThat(row(robot, ENTRIES, 1)).isEqualTo("−1 3 0 · · ·");
    assertThat(row(robot, "jacobian-columns", 1)).isEqualTo("w₁₁ w₁₂ w₁₃ w₂₁ w₂₂ w₂₃");
    assertThat(marked(robot, ENTRIES, 6, CellState.RIGHT)).containsExactly(5, 6, 7, 8);
    assertThat(marked(robot, "jacobian-blames", 1, CellState.LEFT)).containsExactly(5, 6, 7, 8);
  }

  @Test
  void thePenaltyIsNoPartOfIt(FxRobot robot) {
    Lesson h = KnownLessons.lessonH();
    open(robot, h.withLoss(h.loss().with(new L2(0.5, true, false))));
    show(robot, "layer1/dW/3,2/term5");
    // −6 and 0.5·3.
    assertThat(row(robot, "jacobian-gradient", 1)).endsWith(" −4.5");
    assertThat(text(robot, "jacobian-sums"))
        .isEqualTo("the 6 sums, reshaped to 3 × 2, + λ·W for the penalty, are dL/dW");
    assertThat(text(robot, "why"))
        .isEqualTo(
            "The penalty on weights does not go through Z, so what it adds for w₃₂ is no part of"
                + " dZ/dW: it comes behind the contraction.");
    assertThat(marked(robot, ENTRIES, 6, CellState.ACTIVE)).isEmpty();
  }

  @Test
  void nothingTellsTheAnswersOfTheLessonBeforeTheyAreGiven(FxRobot robot) {
    open(robot, BuiltInLessons.read("why-hand-me-dz"));
    robot.interact(PromptRobot::frame);
    assertThat(row(robot, ENTRIES, 1)).isEqualTo("/ / / / / /");
    assertThat(text(robot, "jacobian-caption")).isEqualTo("Not shown yet: the entries.");
    assertThat(text(robot, "jacobian-entries")).isEmpty();
    assertThat(text(robot, "why")).doesNotContainPattern("\\d");
    answer(robot, "48");
    // The next beat asks where there are paths.
    assertThat(text(robot, "jacobian-caption")).startsWith("8 × 6");
    assertThat(row(robot, ENTRIES, 1)).isEqualTo("/ / / / / /");
    toBeat(robot, 1);
    assertThat(text(robot, "jacobian-paths")).isEmpty();
    answer(robot, "24");
    assertThat(row(robot, ENTRIES, 1)).isEqualTo("−1 · 3 · 0 ·");
    assertThat(text(robot, "jacobian-paths")).isEqualTo("24");
    assertThat(text(robot, "jacobian-usual-entries")).isEmpty();
    toBeat(robot, 3);
    assertThat(row(robot, "jacobian-gradient", 1)).isEqualTo("/ / / / / /");
    assertThat(marked(robot, ENTRIES, 6, CellState.LEFT)).containsExactly(2, 4, 6, 8);
    toBeat(robot, 4);
    assertThat(text(robot, "jacobian-usual-entries")).isEmpty();
    answer(robot, "250880001");
    robot.interact(() -> window.store().dispatch(new Action.ShowAnswer()));
    assertThat(text(robot, "question-answer")).contains("250\u2009880\u2009000");
    assertThat(text(robot, "attempt-reply-1")).contains("250\u2009880\u2009001");
    assertThat(text(robot, "jacobian-usual-entries")).isEqualTo("250\u2009880\u2009000");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
  }

  private void toBeat(FxRobot robot, int beat) {
    robot.interact(() -> window.store().dispatch(new Action.ToBeat(beat)));
    robot.interact(PromptRobot::frame);
  }

  private void answer(FxRobot robot, String text) {
    robot.interact(() -> window.store().dispatch(new Action.Predict(text, Optional.empty())));
    robot.interact(PromptRobot::frame);
  }

  @Test
  void aLargerLayerIsAMapOfDotsAndALargeOneOnlyCounts(FxRobot robot) {
    open(robot, ones(8, 5, 3));
    show(robot, "layer1/dX/4,3/term3");
    assertThat(node(robot, "jacobian-dots").isVisible()).isTrue();
    assertThat(text(robot, "jacobian-sums")).isEmpty();
    assertThat(node(robot, "jacobian-dots").getAccessibleText())
        .startsWith("dL/dX row 4, column 3");
    assertThat(text(robot, "jacobian-entries")).isEqualTo("960");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
    open(robot, ones(64, 784, 100));
    show(robot, "layer1/dW/1,1/term1");
    assertThat(node(robot, "jacobian-dots").isVisible()).isFalse();
    assertThat(text(robot, "jacobian-said")).startsWith("Too large to be drawn");
    assertThat(text(robot, "jacobian-entries")).isEqualTo("501\u2009760\u2009000");
    assertThat(text(robot, "jacobian-not-zero")).isEqualTo("5\u2009017\u2009600");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
  }

  private static Lesson ones(int samples, int inputs, int units) {
    return new Lesson(
        "",
        Matrix.numbers(new Shape(samples, inputs), (k, i) -> 1),
        List.of(
            new Layer(
                Matrix.numbers(new Shape(inputs, units), (i, j) -> 1), null, Elementwise.IDENTITY)),
        new Loss(
            LossKind.GIVEN,
            new Target.Upstream(Matrix.numbers(new Shape(samples, units), (k, j) -> 1)),
            Reduction.SUM),
        0.1);
  }
}
