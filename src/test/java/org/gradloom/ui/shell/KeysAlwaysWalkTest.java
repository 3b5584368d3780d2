package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.MatrixGrid;
import org.gradloom.ui.control.NetworkView;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Sides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The keys of the walk walk, whatever was clicked last. */
@InWindow
class KeysAlwaysWalkTest {
  private static final String START = "layer1/dW/2,1/term2";
  private static final Set<AccessibleRole> CLICKABLE =
      Set.of(
          AccessibleRole.BUTTON,
          AccessibleRole.TOGGLE_BUTTON,
          AccessibleRole.CHECK_BOX,
          AccessibleRole.COMBO_BOX,
          AccessibleRole.MENU_BUTTON,
          AccessibleRole.HYPERLINK,
          AccessibleRole.SLIDER,
          AccessibleRole.TEXT_FIELD,
          AccessibleRole.IMAGE_VIEW);

  @TempDir private Path folder;
  private TestWindow window;
  private Derivation document;

  @Start
  void start(Stage stage) {
    window = TestWindow.open(stage, folder, StartupDocument.builtIn("h")).withoutMotion();
    document = window.store().state().explore().derivation();
  }

  private static Lesson large() {
    return new Lesson(
        "Colours",
        numbers(24, 30),
        List.of(new Layer(numbers(30, 20), null, Elementwise.IDENTITY)),
        new Loss(LossKind.GIVEN, new Target.Upstream(numbers(24, 20)), Reduction.SUM),
        0.1);
  }

  private static Matrix numbers(int rows, int columns) {
    return Matrix.numbers(new Shape(rows, columns), (i, j) -> (i * 7 + j * 5) % 11 - 5);
  }

  /** In the middle of the walk, where every way is open. */
  private void reset(FxRobot robot) {
    robot.interact(() -> {
      window.store().dispatch(new Action.EndLecture());
      window.store().dispatch(new Action.Show(Screen.EXPLORE));
      window.store().dispatch(new Action.Play(false));
      window.store().dispatch(new Action.ShowSides(Sides.USUAL));
      if (!window.store().state().explore().lesson().equals(document.lesson())) {
        window.store().dispatch(new Action.Open(document, new Origin.Unsaved()));
      }
      window.store().dispatch(new Action.Go(Place.parse(START)));
    });
  }

  // ---- what can be clicked

  private List<String> clickable(String within) {
    Map<Object, String> found = new LinkedHashMap<>();
    collect(window.scene().lookup(within), found);
    return new ArrayList<>(found.values());
  }

  /** All in sight; of the cells of a matrix and of the wires of a network the first will do. */
  private static void collect(Node node, Map<Object, String> found) {
    if (!node.isVisible() || node.isDisabled() || node.isMouseTransparent()) {
      return;
    }
    if (CLICKABLE.contains(node.getAccessibleRole()) && isInSight(node)) {
      Parent parent = node.getParent();
      boolean oneOfMany = parent instanceof MatrixGrid || parent instanceof NetworkView;
      found.putIfAbsent(
          oneOfMany ? List.of(parent, node.getClass()) : node, PromptRobot.nameOf(node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private static boolean isInSight(Node node) {
    Point2D middle = middle(node);
    return middle.getX() > 0
        && middle.getX() < node.getScene().getWidth()
        && middle.getY() > 0
        && middle.getY() < node.getScene().getHeight();
  }

  private static Point2D middle(Node node) {
    Bounds at = node.localToScene(node.getLayoutBounds());
    return new Point2D(at.getCenterX(), at.getCenterY());
  }

  /** Whether a list is open or text is edited. */
  private boolean isInUse() {
    return window.scene().getFocusOwner() instanceof TextInputControl
        || (window.scene().getFocusOwner() instanceof ComboBoxBase<?> choice && choice.isShowing())
        || Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance);
  }

  /** Where a key leads from the start. */
  private String after(FxRobot robot, KeyCode key) {
    window.go(robot, START);
    robot.type(key);
    return window.place();
  }

  /** Clicks it, and says what was wrong with the keys afterwards. */
  private List<String> faults(FxRobot robot, String id) {
    List<String> faults = new ArrayList<>();
    robot.clickOn(middle(node(robot, id)));
    if (window.store().state().screen() != Screen.EXPLORE) {
      reset(robot);
    }
    if (isInUse()) {
      if (!after(robot, KeyCode.RIGHT).equals(START)) {
        faults.add(id + " is in use, and → walks");
      }
      if (after(robot, KeyCode.PAGE_DOWN).equals(START)) {
        faults.add(id + " is in use, and a remote's key does not walk");
      }
    }
    if (after(robot, KeyCode.RIGHT).equals(START)) {
      faults.add(id + " was clicked, and → does not walk");
    }
    if (id.startsWith("fold-")) {
      // What it unfolded has pushed others out of sight.
      robot.clickOn(middle(node(robot, id)));
    }
    return faults;
  }

  private void clickAll(FxRobot robot, String within, int least) {
    reset(robot);
    List<String> all = clickable(within);
    assertThat(all).doesNotContainNull().doesNotHaveDuplicates().hasSizeGreaterThan(least);
    List<String> faults = new ArrayList<>();
    // What is unfolded pushes others out of sight, so folds come last.
    all.sort(Comparator.comparing(id -> id.startsWith("fold-")));
    for (String id : all) {
      reset(robot);
      if (isInSight(node(robot, id))) {
        faults.addAll(faults(robot, id));
      } else {
        assertThat(id).startsWith("fold-");
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void afterAClickOnWhateverThereIs(FxRobot robot) {
    clickAll(robot, ".root", 40);
  }

  @Test
  void afterAClickOnWhateverThereIsOnAStageOfColours(FxRobot robot) {
    document = Derivation.of(large());
    clickAll(robot, "#stage", 4);
  }

  @Test
  void allOfThemWalkAfterAClick(FxRobot robot) {
    for (String id : List.of("layer1-x-origin-1-1", "step-by-term", "timeline", "unit-0-1")) {
      window.go(robot, START);
      robot.clickOn("#" + id);
      assertThat(after(robot, KeyCode.LEFT)).as(id).isEqualTo("layer1/dW/2,1/term1");
      assertThat(after(robot, KeyCode.HOME)).as(id).isEqualTo("layer1/z/1,1/term1");
      assertThat(after(robot, KeyCode.END)).as(id).isEqualTo("layer1/wNext/3,2/term1");
      assertThat(after(robot, KeyCode.PAGE_UP)).as(id).isEqualTo("layer1/dW/1,1/term1");
      assertThat(after(robot, KeyCode.PAGE_DOWN)).as(id).isEqualTo("layer1/wNext/1,1/term1");
      assertThat(after(robot, KeyCode.DOWN)).as(id).isEqualTo("layer1/dW/2,1");
      robot.type(KeyCode.SPACE);
      assertThat(window.store().state().explore().playback().playing()).as(id).isTrue();
      robot.type(KeyCode.SPACE);
      assertThat(window.store().state().explore().playback().playing()).as(id).isFalse();
    }
  }

  @Test
  void whereTabLeadsSpaceActivates(FxRobot robot) {
    robot.clickOn("#transport-play").clickOn("#transport-play");
    robot.type(KeyCode.TAB, 5).type(KeyCode.RIGHT, KeyCode.SPACE);
    assertThat(window.store().state().explore().granularity()).isEqualTo(Granularity.CELL);
    assertThat(window.store().state().explore().playback().playing()).isFalse();
    robot.type(KeyCode.ESCAPE);
    assertThat(after(robot, KeyCode.RIGHT)).isEqualTo("layer1/dW/2,1");
    robot.type(KeyCode.SPACE);
    assertThat(window.store().state().explore().playback().playing()).isTrue();
    robot.type(KeyCode.SPACE);
  }

  private static void control(FxRobot robot, KeyCode... arrows) {
    robot.press(KeyCode.CONTROL).type(arrows).release(KeyCode.CONTROL);
  }

  @Test
  void arrowsWithControlBeginAtTheCellWhereTheWalkStands(FxRobot robot) {
    window.go(robot, START);
    control(robot, KeyCode.UP);
    assertThat(node(robot, "layer1-dW-2-1").isFocused()).isTrue();
    assertThat(node(robot, "layer1-dW").lookup(".cell-focus").isVisible()).isTrue();
    control(robot, KeyCode.UP, KeyCode.RIGHT);
    assertThat(node(robot, "layer1-dW-1-2").isFocused()).isTrue();
    assertThat(window.place()).isEqualTo(START);
    robot.type(KeyCode.ESCAPE);
    window.go(robot, "layer1/z");
    control(robot, KeyCode.LEFT);
    assertThat(node(robot, "layer1-x-1-1").isFocused()).isTrue();
    robot.write("8").type(KeyCode.ENTER);
    assertThat(TestWindow.cell(robot, "layer1-x", 1, 1)).isEqualTo("8");
  }

  @Test
  void escapeAndAClickOnTheEmptyStageGiveTheKeysBack(FxRobot robot) {
    window.go(robot, START);
    robot.clickOn("#layer1-x-origin-1-1");
    assertThat(node(robot, "layer1-x-origin-1-1").isFocused()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(node(robot, "transport-play").isFocused()).isTrue();
    robot.clickOn("#layer1-x-origin-1-1").write("7");
    Bounds stage = node(robot, "stage").localToScreen(node(robot, "stage").getLayoutBounds());
    robot.clickOn(stage.getMaxX() - 3, stage.getMaxY() - 3);
    assertThat(node(robot, "transport-play").isFocused()).isTrue();
    assertThat(TestWindow.cell(robot, "layer1-x-origin", 1, 1)).isEqualTo("7");
  }
}
