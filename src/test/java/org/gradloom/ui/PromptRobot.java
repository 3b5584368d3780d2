package org.gradloom.ui;

import com.sun.javafx.tk.Toolkit;
import com.sun.scenario.animation.AbstractPrimaryTimer;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.BaseRobot;
import org.testfx.robot.ClickRobot;
import org.testfx.robot.DragRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.robot.MoveRobot;
import org.testfx.robot.ScrollRobot;
import org.testfx.robot.SleepRobot;
import org.testfx.robot.TypeRobot;
import org.testfx.robot.impl.BaseRobotImpl;
import org.testfx.robot.impl.ClickRobotImpl;
import org.testfx.robot.impl.DragRobotImpl;
import org.testfx.robot.impl.KeyboardRobotImpl;
import org.testfx.robot.impl.MouseRobotImpl;
import org.testfx.robot.impl.MoveRobotImpl;
import org.testfx.robot.impl.ScrollRobotImpl;
import org.testfx.robot.impl.TypeRobotImpl;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * TestFX's robot, but one that goes on as soon as the window has answered. TestFX itself sleeps
 * five times 10 ms after every key and every button, 1 ms at every point on the mouse's way, and
 * four times as long as after a key around every test: more than half the time of all tests. Here
 * each act waits until the window has worked off what it set going and has been laid out twice,
 * since a layout may ask for another.
 */
public final class PromptRobot extends ApplicationExtension implements AfterAllCallback {
  private static final int LAYOUTS = 2;
  private static final long SECONDS = 120;

  /** What the toolkit calls before each of its frames. */
  private static final Method MOVE =
      ReflectionSupport.findMethod(AbstractPrimaryTimer.class, "timePulseImpl", long.class)
          .orElseThrow();

  private final BaseRobot base = new BaseRobotImpl();
  private final MouseRobot mouse;
  private final KeyboardRobot keyboard;
  private final MoveRobot move;
  private final ClickRobot click;
  private final DragRobot drag;
  private final TypeRobot type;
  private final ScrollRobot scroll;
  private @Nullable Stage stage;

  public PromptRobot() {
    SleepRobot awake = new Awake();
    mouse = new PromptMouse(base);
    keyboard = new PromptKeyboard(base);
    move = new MoveRobotImpl(base, mouse, awake);
    click = new ClickRobotImpl(mouse, move, awake);
    drag = new DragRobotImpl(mouse, move);
    type = new TypeRobotImpl(keyboard, awake);
    scroll = new ScrollRobotImpl(mouse);
  }

  /**
   * Waits until the window has done what waits on its thread, and lets the toolkit do now what it
   * would do at its next frames.
   */
  public static void settle() {
    CompletableFuture<Void> settled = new CompletableFuture<>();
    Platform.runLater(() -> frames(LAYOUTS, settled));
    settled.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /**
   * Each frame stands in the window's queue behind what the one before has put off. The test is
   * woken once, at the end: with two cores at work, being woken takes longer than most frames.
   */
  private static void frames(int more, CompletableFuture<Void> settled) {
    if (more == 0) {
      settled.complete(null);
      return;
    }
    try {
      frame();
    } catch (RuntimeException | Error failure) {
      settled.completeExceptionally(failure);
      throw failure;
    }
    Platform.runLater(() -> frames(more - 1, settled));
  }

  /** The styles, layout and all else of a frame, at once; to be called on the window's thread. */
  public static void frame() {
    Toolkit.getToolkit().firePulse();
  }

  /**
   * Lets frames go by, one after the other and with all that moves, until the window shows what is
   * wanted. The toolkit's own frames are few (see the pom), and a test need not wait for them.
   *
   * @param wanted asked on the window's thread
   * @throws TimeoutException if it is not so within a minute, which is forever here
   */
  public static void await(Callable<Boolean> wanted) throws TimeoutException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), wanted)) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("not seen within a minute");
      }
      interactNow(PromptRobot::movingFrame);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    settle();
  }

  private static void movingFrame() {
    AbstractPrimaryTimer timer = Toolkit.getToolkit().getPrimaryTimer();
    ReflectionSupport.invokeMethod(MOVE, timer, timer.nanos());
    frame();
  }

  private static void interactNow(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), work);
  }

  /**
   * Opens the test's window, and waits until it stands as it will. A class with one instance for
   * all its tests has one window for them too; else each test has its own, since what earlier tests
   * had in a shared one would go on listening to it.
   */
  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    FxToolkit.registerPrimaryStage();
    if (stage == null || !isForAllTests(context)) {
      interactNow(() -> stage = new Stage());
    }
    Object test = context.getRequiredTestInstance();
    for (Method start :
        AnnotationSupport.findAnnotatedMethods(
            test.getClass(), Start.class, HierarchyTraversalMode.TOP_DOWN)) {
      interactNow(() -> ReflectionSupport.invokeMethod(start, test, stage));
    }
    settle();
  }

  private static boolean isForAllTests(ExtensionContext context) {
    return context.getTestInstanceLifecycle().filter(Lifecycle.PER_CLASS::equals).isPresent();
  }

  /** Lets go of all keys and buttons, and closes what is open but a window for all tests. */
  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    release(new KeyCode[0]);
    release(new MouseButton[0]);
    closeAllBut(isForAllTests(context) ? stage : null);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    closeAllBut(null);
  }

  private static void closeAllBut(@Nullable Stage kept) {
    interactNow(() ->
        List.copyOf(Window.getWindows()).stream()
            .filter(window -> !window.equals(kept))
            .forEach(Window::hide));
  }

  // ---- what the tests do

  /**
   * Finds by a name, too: of the many parts of one view, such as cells, none has an id, since nodes
   * with different ids share no styles; each has its name as user data.
   */
  @Override
  public NodeQuery lookup(String query) {
    return query.matches("#[\\w-]+")
        ? lookup((Node node) -> query.substring(1).equals(nameOf(node)))
        : super.lookup(query);
  }

  /** The first part of a view with this name, or id. */
  public static Optional<Node> named(Node view, String name) {
    if (nameOf(view).equals(name)) {
      return Optional.of(view);
    }
    return view instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(part -> named(part, name).stream())
            .findFirst()
        : Optional.empty();
  }

  /** A node's id, or else its name; empty without either. */
  public static String nameOf(Node node) {
    return Objects.requireNonNullElse(
        node.getId(), node.getUserData() instanceof String name ? name : "");
  }

  @Override
  public FxRobot interact(Runnable work) {
    interactNow(work);
    settle();
    return this;
  }

  @Override
  public <T> FxRobot interact(Callable<T> work) {
    WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), work);
    settle();
    return this;
  }

  @Override
  public FxRobot press(KeyCode... keys) {
    keyboard.press(keys);
    return this;
  }

  @Override
  public FxRobot release(KeyCode... keys) {
    keyboard.release(keys);
    return this;
  }

  @Override
  public FxRobot type(KeyCode... keys) {
    type.type(keys);
    return this;
  }

  @Override
  public FxRobot type(KeyCode key, int times) {
    type.type(key, times);
    return this;
  }

  /** Types letters, digits and signs; keys such as Enter are for {@link #type}. */
  @Override
  public FxRobot write(String text) {
    for (int code : text.codePoints().toArray()) {
      String sign = Character.toString(code);
      // What was clicked last may be a menu that an earlier test has left.
      Window clicked = targetWindow();
      Window open = clicked == null || !clicked.isShowing() ? window(0) : clicked;
      base.typeKeyboard(open.getScene(), KeyCode.UNDEFINED, sign);
      settle();
    }
    return this;
  }

  @Override
  public FxRobot press(MouseButton... buttons) {
    mouse.press(buttons);
    return this;
  }

  @Override
  public FxRobot release(MouseButton... buttons) {
    mouse.release(buttons);
    return this;
  }

  @Override
  public FxRobot moveTo(PointQuery point, Motion motion) {
    move.moveTo(point, motion);
    return this;
  }

  @Override
  public FxRobot moveBy(double x, double y, Motion motion) {
    move.moveBy(x, y, motion);
    return this;
  }

  @Override
  public FxRobot clickOn(MouseButton... buttons) {
    click.clickOn(buttons);
    return this;
  }

  @Override
  public FxRobot clickOn(PointQuery point, Motion motion, MouseButton... buttons) {
    click.clickOn(point, motion, buttons);
    return this;
  }

  @Override
  public FxRobot doubleClickOn(MouseButton... buttons) {
    click.doubleClickOn(buttons);
    return this;
  }

  @Override
  public FxRobot doubleClickOn(PointQuery point, Motion motion, MouseButton... buttons) {
    click.doubleClickOn(point, motion, buttons);
    return this;
  }

  @Override
  public FxRobot drag(MouseButton... buttons) {
    drag.drag(buttons);
    return this;
  }

  @Override
  public FxRobot drag(PointQuery point, MouseButton... buttons) {
    drag.drag(point, buttons);
    return this;
  }

  @Override
  public FxRobot drop() {
    drag.drop();
    return this;
  }

  @Override
  public FxRobot dropTo(PointQuery point) {
    drag.dropTo(point);
    return this;
  }

  @Override
  public FxRobot dropBy(double x, double y) {
    drag.dropBy(x, y);
    return this;
  }

  @Override
  public FxRobot scroll(int amount, VerticalDirection direction) {
    scroll.scroll(amount, direction);
    return this;
  }

  /** A robot that never sleeps. */
  private static final class Awake implements SleepRobot {
    @Override
    public void sleep(long milliseconds) {}

    @Override
    public void sleep(long duration, TimeUnit unit) {}
  }

  private static final class PromptMouse extends MouseRobotImpl {
    private PromptMouse(BaseRobot base) {
      super(base);
    }

    @Override
    public void press(MouseButton... buttons) {
      pressNoWait(buttons);
      settle();
    }

    @Override
    public void release(MouseButton... buttons) {
      releaseNoWait(buttons);
      settle();
    }

    @Override
    public void move(Point2D point) {
      moveNoWait(point);
      settle();
    }

    @Override
    public void scroll(int amount) {
      scrollNoWait(amount);
      settle();
    }
  }

  private static final class PromptKeyboard extends KeyboardRobotImpl {
    private PromptKeyboard(BaseRobot base) {
      super(base);
    }

    @Override
    public void press(KeyCode... keys) {
      for (KeyCode key : List.of(keys)) {
        pressNoWait(key);
        settle();
      }
    }

    /** Without keys: all that are held down. */
    @Override
    public void release(KeyCode... keys) {
      if (keys.length == 0) {
        releaseNoWait();
        settle();
      }
      for (KeyCode key : List.of(keys)) {
        releaseNoWait(key);
        settle();
      }
    }
  }
}
