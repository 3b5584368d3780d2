package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gradloom.lesson.History;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/**
 * A monkey at the keyboard and the mouse of a real window: nothing fails, and whatever it did to
 * the numbers is undone and redone exactly. {@code -Dmonkey=20000} lets it play for hours, {@code
 * -Dmonkey.from=N} otherwise.
 */
@InWindow
class MonkeyTest {
  private static final int ACTIONS = Integer.getInteger("monkey", 30);
  private static final long SEED = Long.getLong("monkey.from", 5);

  /** After so many actions all that was done is undone and redone. */
  private static final int ROUND = 15;

  private static final List<KeyCode> KEYS =
      List.of(
          KeyCode.RIGHT,
          KeyCode.LEFT,
          KeyCode.UP,
          KeyCode.DOWN,
          KeyCode.PAGE_DOWN,
          KeyCode.PAGE_UP,
          KeyCode.HOME,
          KeyCode.END,
          KeyCode.SPACE,
          KeyCode.TAB,
          KeyCode.ENTER,
          KeyCode.ESCAPE,
          KeyCode.DELETE,
          KeyCode.F2,
          KeyCode.MINUS,
          KeyCode.DIGIT1,
          KeyCode.DIGIT7,
          KeyCode.B,
          KeyCode.PERIOD);
  private static final List<KeyCode> WITH_CONTROL =
      List.of(
          KeyCode.Z, KeyCode.Y, KeyCode.T, KeyCode.C, KeyCode.V, KeyCode.DIGIT1, KeyCode.DIGIT2);

  private final Random random = new Random(SEED);
  private final List<String> done = new ArrayList<>();
  private int undone;
  @TempDir private Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = TestWindow.open(stage, folder, StartupDocument.builtIn("h")).withoutMotion();
  }

  @Test
  void nothingFailsAndAllIsUndoneAndRedoneExactly(FxRobot robot) {
    for (int i = 1; i <= ACTIONS; i++) {
      try {
        act(robot);
        if (i % ROUND == 0) {
          undoAndRedoAll(robot);
        }
      } catch (RuntimeException | AssertionError failed) {
        throw new AssertionError("After " + done, failed);
      }
    }
    assertThat(undone).as("something was done that can be undone").isPositive();
  }

  private void act(FxRobot robot) {
    switch (random.nextInt(6)) {
      case 0, 1 -> press(robot, KEYS.get(random.nextInt(KEYS.size())));
      case 2 -> {
        KeyCode key = WITH_CONTROL.get(random.nextInt(WITH_CONTROL.size()));
        done.add("Ctrl+" + key);
        robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
      }
      case 3 -> clickOneOf(robot, ".button, .toggle-button, .menu-button, .check-box");
      case 4 -> click(robot);
      default -> {
        clickOneOf(robot, ".matrix-grid");
        press(robot, random.nextBoolean() ? KeyCode.DIGIT7 : KeyCode.DIGIT1);
        press(robot, KeyCode.ENTER);
      }
    }
  }

  private void press(FxRobot robot, KeyCode key) {
    done.add(key.toString());
    robot.type(key);
  }

  /** The window that is on top: a menu or a dialog, where one is open. */
  private Scene top() {
    Window top =
        Window.getWindows().stream()
            .filter(each -> !(each instanceof Tooltip))
            .reduce((_, later) -> later)
            .orElseThrow();
    // Without a display no window becomes active by itself once another one is closed.
    (top instanceof Stage ? top : window.stage()).requestFocus();
    return top.getScene();
  }

  private void click(FxRobot robot) {
    double across = random.nextDouble();
    double down = random.nextDouble();
    MouseButton button = random.nextInt(6) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
    List<Point2D> place = new ArrayList<>();
    robot.interact(() -> {
      Scene scene = top();
      Window of = scene.getWindow();
      place.add(
          new Point2D(
              of.getX() + scene.getX() + across * scene.getWidth(),
              of.getY() + scene.getY() + down * scene.getHeight()));
    });
    Point2D at = place.getFirst();
    done.add(String.format(Locale.ROOT, "%s %.0f,%.0f", button, at.getX(), at.getY()));
    robot.clickOn(at, button);
  }

  /** Something of a kind that is in sight, which a click anywhere rarely meets. */
  private void clickOneOf(FxRobot robot, String kind) {
    double across = 0.2 + 0.6 * random.nextDouble();
    double down = 0.2 + 0.6 * random.nextDouble();
    List<Point2D> place = new ArrayList<>();
    robot.interact(() -> {
      List<Node> all =
          top().getRoot().lookupAll(kind).stream()
              .filter(node -> !node.isDisabled() && inSight(node))
              .toList();
      if (!all.isEmpty()) {
        Node one = all.get(random.nextInt(all.size()));
        Bounds at = one.localToScreen(one.getBoundsInLocal());
        done.add("click on " + PromptRobot.nameOf(one));
        place.add(
            new Point2D(
                at.getMinX() + across * at.getWidth(), at.getMinY() + down * at.getHeight()));
      }
    });
    place.forEach(robot::clickOn);
  }

  private static boolean inSight(Node node) {
    Bounds at = node.localToScene(node.getBoundsInLocal());
    for (Node up = node; up != null; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return at.getMinX() >= 0
        && at.getMinY() >= 0
        && at.getMaxX() <= node.getScene().getWidth()
        && at.getMaxY() <= node.getScene().getHeight();
  }

  /** Of what Explore shows, which most keys and clicks change. */
  private void undoAndRedoAll(FxRobot robot) {
    robot.interact(() -> {
      window.store().dispatch(new Action.Show(Screen.EXPLORE));
      History history = history();
      Lesson last = history.present();
      int gestures = history.gestures();
      for (int i = 0; i < gestures; i++) {
        window.store().dispatch(new Action.Undo());
      }
      assertThat(history().present()).isEqualTo(history.first());
      for (int i = 0; i < gestures; i++) {
        window.store().dispatch(new Action.Redo());
      }
      assertThat(history().present()).isEqualTo(last);
      done.add(gestures + " changes undone and redone");
      undone += gestures;
    });
  }

  private History history() {
    return window.store().state().explore().document().history();
  }
}
