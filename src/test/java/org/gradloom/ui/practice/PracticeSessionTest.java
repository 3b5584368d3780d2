package org.gradloom.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.is;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Screen;
import org.gradloom.marking.Marker;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Session;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.shell.StartupDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** One learner practises five kinds, closes the window, and finds it all again. */
@InWindow
class PracticeSessionTest {
  /** Further than from any control of the screen to any other. */
  private static final int MOST_TABS = 80;

  @TempDir private Path folder;
  private Optional<TestWindow> opened = Optional.empty();

  /** How a learner reaches what he wants; what is typed, he types. */
  private interface Hand {
    /** Does what a control is for. */
    void use(String id);

    void hint();

    void toExplore();

    void back();

    void next();

    void lines(int row, int column);
  }

  private record Mouse(FxRobot robot) implements Hand {
    @Override
    public void use(String id) {
      robot.clickOn("#" + id);
    }

    @Override
    public void hint() {
      robot.clickOn("#practice-hint");
    }

    @Override
    public void toExplore() {
      robot.clickOn("#practice-explore");
    }

    @Override
    public void back() {
      robot.clickOn("#back-to-practice");
    }

    @Override
    public void next() {
      robot.clickOn("#practice-next");
    }

    @Override
    public void lines(int row, int column) {
      robot.clickOn("#given-1-" + row + "-2").clickOn("#given-2-1-" + column);
    }
  }

  private record Keyboard(FxRobot robot) implements Hand {
    @Override
    public void use(String id) {
      Node wanted = node(robot, id);
      int tabs = 0;
      while (!wanted.isFocused() && tabs < MOST_TABS) {
        robot.type(KeyCode.TAB);
        tabs++;
      }
      assertThat(wanted.isFocused()).as("%s is come to by Tab", id).isTrue();
      robot.type(KeyCode.SPACE);
    }

    private void alt(KeyCode letter) {
      robot.press(KeyCode.ALT).type(letter).release(KeyCode.ALT);
    }

    @Override
    public void hint() {
      alt(KeyCode.H);
    }

    @Override
    public void toExplore() {
      alt(KeyCode.E);
    }

    @Override
    public void back() {
      alt(KeyCode.E);
    }

    @Override
    public void next() {
      robot.type(KeyCode.ENTER);
    }

    @Override
    public void lines(int row, int column) {
      robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
      robot.write("" + row).type(KeyCode.TAB);
      robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
      robot.write("" + column);
    }
  }

  private TestWindow window() {
    return opened.orElseThrow();
  }

  private void start(FxRobot robot) {
    robot.interact(() ->
        opened =
            Optional.of(
                TestWindow.open(new Stage(), folder, StartupDocument.builtIn("h"))
                    .withoutMotion()));
    PromptRobot.settle();
  }

  private Session session() {
    return window().store().state().practice().session().orElseThrow();
  }

  private Answer right() {
    Marker marker = session().exercise().marker();
    return marker.turned(marker.right());
  }

  private void choose(Hand hand, Kind kind) {
    hand.use("kind-" + kind.documentName());
    PromptRobot.settle();
    assertThat(session().exercise().draw().kind()).isEqualTo(kind);
  }

  private static void check(FxRobot robot, String typed) {
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write(typed).type(KeyCode.ENTER);
    PromptRobot.settle();
  }

  private static String whole(Answer answer) {
    return answer instanceof Answer.Scalar(var entry) ? entry.exactText() : "none";
  }

  private static long dots(FxRobot robot, Kind kind) {
    return node(robot, "kind-" + kind.documentName()).lookupAll(".dot").stream()
        .filter(dot -> is(dot, "filled"))
        .count();
  }

  @Test
  void fiveKindsByTheMouse(FxRobot robot) {
    start(robot);
    robot.clickOn("#tab-practice");
    session(robot, new Mouse(robot));
  }

  @Test
  void fiveKindsByTheKeyboardAlone(FxRobot robot) {
    start(robot);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    session(robot, new Keyboard(robot));
  }

  private void session(FxRobot robot, Hand hand) {
    PromptRobot.settle();
    aNumberIsMastered(robot, hand);
    linesAreChosen(robot, hand);
    tilesAreMoved(robot, hand);
    aLineOfCodeIsWritten(robot, hand);
    anAnswerIsShown(robot, hand);
    robot.interact(() ->
        window()
            .stage()
            .fireEvent(new WindowEvent(window().stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertThat(window().stage().isShowing()).as("nothing is asked").isFalse();

    start(robot);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    PromptRobot.settle();
    assertThat(dots(robot, Kind.JACOBIAN_COUNT)).isEqualTo(3);
    assertThat(node(robot, "kind-jacobian-count").getAccessibleText())
        .isEqualTo("Count the Jacobian, 3 of the last 4 right, mastered");
    assertThat(node(robot, "kind-dx-row").getAccessibleText())
        .isEqualTo("A row of dX, 0 of the last 1 right, due");
    assertThat(text(robot, "practice-idea-M9")).as("what trips").endsWith("· once");
    robot.interact(() -> window().stage().close());
  }

  private void aNumberIsMastered(FxRobot robot, Hand hand) {
    choose(hand, Kind.JACOBIAN_COUNT);
    assertThat(node(robot, "practice-hint").isDisabled()).as("before a try").isTrue();
    hand.hint();
    assertThat(session().hints()).isZero();
    Exercise exercise = session().exercise();
    int entriesOfX = exercise.lesson().x().shape().size();
    check(robot, "" + entriesOfX);
    assertThat(text(robot, "practice-reply"))
        .isEqualTo(
            entriesOfX
                + " is how many entries X has. Is dZ/dW one matrix X, or does every entry of Z have"
                + " its own slopes?");
    hand.hint();
    assertThat(text(robot, "practice-hint-1")).isNotEmpty();
    check(robot, whole(right()));
    assertThat(text(robot, "practice-reply-head")).isEqualTo("Right, with a hint.");
    assertThat(dots(robot, Kind.JACOBIAN_COUNT)).isZero();
    for (int n = 1; n <= 3; n++) {
      hand.next();
      PromptRobot.settle();
      check(robot, whole(right()));
      assertThat(text(robot, "practice-reply-head")).isEqualTo("Right.");
      assertThat(dots(robot, Kind.JACOBIAN_COUNT)).isEqualTo(n);
    }
    assertThat(text(robot, "practice-skill")).contains("Mastered.");
  }

  private void linesAreChosen(FxRobot robot, Hand hand) {
    choose(hand, Kind.MEETING_LINES);
    Answer.Lines lines = (Answer.Lines) right();
    int other = lines.left() == 0 ? 2 : 1;
    hand.lines(other, lines.right() + 1);
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply")).isNotEmpty().endsWith("?");
    if (hand instanceof Keyboard) {
      assertThat(window().scene().getFocusOwner())
          .as("where it is typed anew")
          .hasFieldOrPropertyWithValue("id", "practice-row");
    }
    hand.lines(lines.left() + 1, lines.right() + 1);
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply-head")).isEqualTo("Right now.");
  }

  private void tilesAreMoved(FxRobot robot, Hand hand) {
    choose(hand, Kind.ORDER_FACTORS);
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply")).startsWith("Order and transpose decide");
    hand.use("practice-tile-1-on");
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply-head")).isEqualTo("Right now.");
  }

  private void aLineOfCodeIsWritten(FxRobot robot, Hand hand) {
    choose(hand, Kind.EXPRESSION);
    check(robot, "W @ X");
    assertThat(text(robot, "practice-reply")).startsWith("Character 3");
    assertThat(session().tries()).isEmpty();
    check(robot, "X");
    assertThat(session().tries()).hasSize(1);
    assertThat(text(robot, "practice-reply")).isNotEmpty();
    check(robot, "X @ W");
    assertThat(text(robot, "practice-reply-head")).isEqualTo("Right now.");
  }

  private void anAnswerIsShown(FxRobot robot, Hand hand) {
    choose(hand, Kind.DX_ROW);
    long seed = session().exercise().draw().seed();
    hand.toExplore();
    PromptRobot.settle();
    assertThat(window().store().state().screen()).isEqualTo(Screen.EXPLORE);
    hand.back();
    PromptRobot.settle();
    assertThat(window().store().state().screen()).isEqualTo(Screen.PRACTICE);
    assertThat(session().exercise().draw().seed()).isEqualTo(seed + 1);
    assertThat(text(robot, "round-1")).isEqualTo("0");
  }
}
