package org.gradloom.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.is;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.PackReader;
import org.gradloom.files.PacksFile;
import org.gradloom.files.PracticeFile;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Screen;
import org.gradloom.marking.Marker;
import org.gradloom.marking.WrongAnswers;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.BegunPack;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Mastery;
import org.gradloom.practice.Pack;
import org.gradloom.practice.Plan;
import org.gradloom.practice.Result;
import org.gradloom.practice.Session;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.ExplainedButton;
import org.gradloom.ui.shell.StartupDocument;
import org.gradloom.ui.shell.UserPrompts;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.PracticeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A learner practises in the window. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PracticeTest {
  private final TestWindow.Kept kept = new TestWindow.Kept();

  @TempDir private Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private PracticeState practice() {
    return window.store().state().practice();
  }

  private Session session() {
    return practice().session().orElseThrow();
  }

  private Answer right() {
    Marker marker = session().exercise().marker();
    return marker.turned(marker.right());
  }

  private void choose(FxRobot robot, Exercise.Kind kind) {
    robot.clickOn("#kind-" + kind.documentName());
    PromptRobot.settle();
    assertThat(session().exercise().draw().kind()).isEqualTo(kind);
  }

  private void open(FxRobot robot) {
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    PromptRobot.settle();
  }

  private static void alt(FxRobot robot, KeyCode letter) {
    robot.press(KeyCode.ALT).type(letter).release(KeyCode.ALT);
    PromptRobot.settle();
  }

  private static String typed(double number) {
    String text = Double.toString(number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static List<Boolean> dots(FxRobot robot, Exercise.Kind kind) {
    return node(robot, "kind-" + kind.documentName()).lookupAll(".dot").stream()
        .map(dot -> is(dot, "filled"))
        .toList();
  }

  /** A number that a modelled idea gives, and what is said of it. */
  private Beat.Wrong wrong() {
    Exercise exercise = session().exercise();
    return new WrongAnswers(Derivation.of(exercise.lesson()), exercise.ask()).list().getFirst();
  }

  private static double number(Answer answer) {
    return answer instanceof Answer.Scalar(var entry) ? entry.value() : Double.NaN;
  }

  @Test
  void aLearnerIsToldWhatWasDoneBeforeTheHintsAndComesToTheRightNumber(FxRobot robot) {
    open(robot);
    choose(robot, Exercise.Kind.DW_CELL);
    assertThat(text(robot, "practice-title")).startsWith("Worked example: Which number is term");
    assertThat(text(robot, "practice-hint-waits")).isEqualTo("Hint 1 opens after a try.");
    assertThat(node(robot, "practice-hint").isDisabled()).isTrue();
    assertThat(explained(robot, "practice-hint")).isEqualTo("Hint 1 opens after a try.");
    assertThat(explained(robot, "practice-next")).isEqualTo("Answer this one first, or skip it.");
    alt(robot, KeyCode.H);
    assertThat(session().hints()).as("hints before a try").isZero();

    Beat.Wrong wrong = wrong();
    robot.write(typed(number(wrong.answer()))).type(KeyCode.ENTER);
    String reply = text(robot, "practice-reply");
    assertThat(reply).endsWith("?").doesNotContain(" " + typed(number(right())) + " ");
    assertThat(text(robot, "practice-tries")).contains("1").contains("2  your next try");
    assertThat(is(node(robot, "practice-answer").getParent(), "differs")).isTrue();
    assertThat(node(robot, "practice-next").isDisabled()).isTrue();

    alt(robot, KeyCode.H);
    assertThat(text(robot, "practice-hint-1")).startsWith("Which samples used this weight");
    assertThat(text(robot, "practice-hint-waits")).isEqualTo("Hint 2 opens after another try.");

    robot.type(KeyCode.DELETE).write("1,5").type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply")).contains("decimal comma");
    assertThat(session().tries()).as("what cannot be read is no try").hasSize(1);

    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write(typed(number(right()))).type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply-head")).isEqualTo("Right, with a hint.");
    assertThat(node(robot, "bar-undo").isDisabled()).as("what is over is not undone").isTrue();
    assertThat(is(node(robot, "practice-answer").getParent(), "agrees")).isTrue();
    assertThat(text(robot, "round-1")).isEqualTo("½");
    assertThat(dots(robot, Exercise.Kind.DW_CELL)).containsExactly(false, false, false, false);
    assertThat(practice().mastery().results())
        .last()
        .satisfies(result -> {
          assertThat(result.outcome()).isEqualTo(Result.Outcome.HINTED);
          assertThat(result.ideas()).containsExactly(wrong.misconception());
        });
    assertThat(text(robot, "practice-idea-" + wrong.misconception())).endsWith("· once");
  }

  private static String explained(FxRobot robot, String button) {
    return ((ExplainedButton) node(robot, button).getParent()).explanation();
  }

  @Test
  void cellsAreClickedLinesAreClickedAndTilesAreMoved(FxRobot robot) {
    open(robot);
    choose(robot, Exercise.Kind.INFLUENCE);
    List<String> cells =
        right()
            .places()
            .map(place -> "#asked-" + (place.cell().row() + 1) + "-" + (place.cell().column() + 1))
            .toList();
    robot.clickOn(cells.getFirst());
    robot.clickOn("#practice-check");
    assertThat(text(robot, "practice-reply-head")).endsWith(": some of it is right.");
    cells.stream().skip(1).forEach(robot::clickOn);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(is(node(robot, cells.getLast().substring(1)), "marked")).as("undone").isFalse();
    robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
    assertThat(is(node(robot, cells.getLast().substring(1)), "marked")).as("redone").isTrue();
    robot.clickOn("#practice-check");
    assertThat(text(robot, "practice-reply-head")).isEqualTo("Right now.");

    choose(robot, Exercise.Kind.MEETING_LINES);
    assertThat(right())
        .isInstanceOfSatisfying(
            Answer.Lines.class,
            lines -> {
              robot.clickOn("#given-1-" + (lines.left() + 1) + "-1");
              robot.clickOn("#given-2-1-" + (lines.right() + 1));
              assertThat(is(node(robot, "given-1-" + (lines.left() + 1) + "-2"), "left")).isTrue();
              assertThat(text(robot, "practice-row")).isEqualTo("" + (lines.left() + 1));
            });
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply-head")).isEqualTo("Right.");

    choose(robot, Exercise.Kind.ORDER_FACTORS);
    String first = text(robot, "practice-tile-1");
    robot.clickOn("#practice-check");
    assertThat(text(robot, "practice-reply"))
        .isEqualTo(
            "Order and transpose decide which numbers meet. Which index should run over both, and"
                + " vanish?");
    robot.clickOn("#practice-tile-1-on");
    assertThat(text(robot, "practice-tile-2")).isEqualTo(first);
    robot.clickOn("#practice-check");
    assertThat(text(robot, "practice-reply-head")).isEqualTo("Right now.");
  }

  @Test
  void undoTakesBackWhatWasTypedIntoTheCellBefore(FxRobot robot) {
    open(robot);
    choose(robot, Exercise.Kind.DX_ROW);
    robot.clickOn("#practice-alone");
    robot.write("12").type(KeyCode.TAB).write("-3").type(KeyCode.TAB);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(text(robot, "practice-answer-2")).isEmpty();
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(text(robot, "practice-answer-1")).isEmpty();
    assertThat(node(robot, "bar-undo").isDisabled()).as("to the worked numbers").isTrue();
    robot.press(KeyCode.CONTROL).type(KeyCode.Y, 2).release(KeyCode.CONTROL);
    assertThat(text(robot, "practice-answer-1")).isEqualTo("12");
    assertThat(text(robot, "practice-answer-2")).isEqualTo("-3");
  }

  private void paste(FxRobot robot, String text) {
    window.clipboard().write(text);
    robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
    PromptRobot.settle();
  }

  @Test
  void severalNumbersArePastedIntoTheirCellsOrNotAtAll(FxRobot robot) {
    open(robot);
    choose(robot, Exercise.Kind.DX_ROW);
    robot.clickOn("#practice-alone");
    paste(robot, "12\n-3/4");
    assertThat(text(robot, "practice-answer-1")).isEqualTo("12");
    assertThat(text(robot, "practice-answer-2")).isEqualTo("-3/4");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(text(robot, "practice-answer-1") + text(robot, "practice-answer-2")).isEmpty();
    paste(robot, "1\t2\n3\t4");
    assertThat(text(robot, "notice"))
        .isEqualTo("2×2 numbers were copied, and the answer has 1×2 cells.");
    assertThat(text(robot, "practice-answer-1") + text(robot, "practice-answer-2")).isEmpty();

    choose(robot, Exercise.Kind.JACOBIAN_COUNT);
    paste(robot, "1 2");
    assertThat(text(robot, "notice")).isEqualTo("1×2 numbers were copied, and the answer is one.");
    assertThat(text(robot, "practice-answer")).isEmpty();
  }

  @Test
  void whoIsInAHurryLosesNothingByEscByAnotherPackOrByAnotherConvention(FxRobot robot)
      throws IOException {
    open(robot);
    choose(robot, Exercise.Kind.DW_CELL);
    robot.clickOn("#practice-alone").type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply")).isEqualTo("Type a number first.");
    assertThat(session().tries()).isEmpty();
    robot.write("1001").type(KeyCode.ENTER).write("1002").type(KeyCode.ESCAPE);
    assertThat(text(robot, "practice-answer")).isEqualTo("1002");
    Exercise tried = session().exercise();
    writtenAs(robot, Convention.WX);
    assertThat(session().exercise()).as("it was tried").isEqualTo(tried);
    assertThat(text(robot, "practice-answer")).isEqualTo("1002");
    writtenAs(robot, Convention.XW);

    for (String title : List.of("Monday", "Friday")) {
      Path pack = folder.resolve(title + ".json");
      Files.writeString(
          pack,
          "{\"gradloom-pack\": 1, \"title\": \""
              + title
              + "\", \"items\": [{\"kind\": \"jacobian-count\", \"seed\": 8}]}");
      robot.interact(() -> window.window().open(pack));
      PromptRobot.settle();
      robot.write("4");
    }
    assertThat(text(robot, "practice-round")).isEqualTo("Friday");
    robot.clickOn("#practice-resume");
    PromptRobot.settle();
    assertThat(text(robot, "practice-round")).isEqualTo("Monday");
    assertThat(text(robot, "practice-answer")).as("typed, not checked").isEqualTo("4");
    assertThat(text(robot, "practice-resume")).isEqualTo("Back to Friday");
  }

  @Test
  void anExpressionThatCannotRunIsNoTry(FxRobot robot) {
    open(robot);
    choose(robot, Exercise.Kind.EXPRESSION);
    robot.write("W @ X").type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply")).contains("Character 3").contains("3");
    assertThat(session().tries()).isEmpty();
    assertThat(node(robot, "practice-hint").isDisabled()).isTrue();
    assertThat(bold(robot)).as("the sizes that clash").hasSize(2);
    Bounds third = onScreen(node(robot, "practice-code-wave"));
    assertThat(node(robot, "practice-code-wave").isVisible()).isTrue();
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("W @@ X").type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply")).contains("Character 4");
    Bounds fourth = onScreen(node(robot, "practice-code-wave"));
    assertThat(fourth.getCenterX()).as("one character on").isGreaterThan(third.getCenterX() + 4);
    assertThat(onScreen(node(robot, "practice-code")).contains(fourth)).isTrue();
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("(W.T @ X.T).T").type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply-head")).isEqualTo("Right.");
    assertThat(node(robot, "practice-code-wave").isVisible()).isFalse();
  }

  private static List<String> bold(FxRobot robot) {
    return node(robot, "practice-reply").lookupAll(".strong").stream()
        .map(run -> ((javafx.scene.text.Text) run).getText())
        .toList();
  }

  private static Bounds onScreen(Node node) {
    return node.localToScreen(node.getLayoutBounds());
  }

  private boolean isInSight(FxRobot robot, String id) {
    return onScreen(node(robot, "practice-middle")).contains(onScreen(node(robot, id)));
  }

  @Test
  void whatIsSaidOfAnAnswerIsInSightInASmallWindow(FxRobot robot) {
    robot.interact(() -> {
      window.stage().setWidth(1024);
      window.stage().setHeight(700);
    });
    open(robot);
    for (Exercise.Kind kind : List.of(Exercise.Kind.DX_ROW, Exercise.Kind.PLANTED_MISTAKE)) {
      choose(robot, kind);
      robot.clickOn("#practice-title");
      robot.interact(() -> node(robot, "practice-check").requestFocus());
      robot.type(KeyCode.SPACE);
      PromptRobot.settle();
      assertThat(isInSight(robot, "practice-reply-card")).as("%s", kind).isTrue();
      assertThat(isInSight(robot, "practice-check")).as("%s", kind).isTrue();
    }
    choose(robot, Exercise.Kind.TWO_LAYERS);
    assertThat(isInSight(robot, "practice-title")).as("the next begins at its top").isTrue();
    robot.write("1001").type(KeyCode.ENTER);
    PromptRobot.settle();
    assertThat(isInSight(robot, "practice-reply-card")).isTrue();
    alt(robot, KeyCode.H);
    PromptRobot.settle();
    assertThat(isInSight(robot, "practice-hint-1")).as("the hint that was asked for").isTrue();
    robot.interact(() -> {
      window.stage().setWidth(TestWindow.WIDTH);
      window.stage().setHeight(TestWindow.HEIGHT);
    });
    for (String wrong : List.of("1002", "1003")) {
      robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
      robot.write(wrong).type(KeyCode.ENTER);
      PromptRobot.settle();
      assertThat(text(robot, "practice-reply-head")).startsWith(wrong);
      assertThat(isInSight(robot, "practice-reply-card")).as(wrong).isTrue();
      assertThat(isInSight(robot, "practice-check")).as(wrong).isTrue();
    }
  }

  @Test
  void theKindThatIsAskedIsInSightOfALongList(FxRobot robot) throws IOException {
    open(robot);
    robot.press(KeyCode.CONTROL).type(KeyCode.PLUS, 5).release(KeyCode.CONTROL);
    choose(robot, Exercise.Kind.Z_CELL);
    assertThat(text(robot, "practice-note")).contains("3/4");
    ScrollPane list = (ScrollPane) node(robot, "practice-left");
    robot.interact(() -> list.setVvalue(0));
    Bounds last = onScreen(node(robot, "kind-live-layer"));
    assertThat(onScreen(list).contains(last)).as("there is no room for all").isFalse();
    Path pack = folder.resolve("last.json");
    Files.writeString(
        pack,
        "{\"gradloom-pack\": 1, \"title\": \"Last\", \"items\": [{\"kind\": \"live-layer\","
            + " \"seed\": 8}, {\"kind\": \"shapes\", \"seed\": 8}]}");
    robot.interact(() -> window.window().open(pack));
    PromptRobot.settle();
    assertThat(onScreen(list).contains(onScreen(node(robot, "kind-live-layer")))).isTrue();
    robot.clickOn("#practice-skip");
    PromptRobot.settle();
    assertThat(onScreen(list).contains(onScreen(node(robot, "kind-shapes")))).isTrue();
    assertThat(text(robot, "practice-note")).startsWith("Enter checks.").doesNotContain("3/4");
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
  }

  private static String spoken(FxRobot robot, String id) {
    return node(robot, id).getAccessibleText();
  }

  private static boolean isChosen(FxRobot robot, String id) {
    return Boolean.TRUE.equals(
        node(robot, id).queryAccessibleAttribute(AccessibleAttribute.SELECTED));
  }

  @Test
  void cellsAreChosenByKeysAndSayWhatTheyAre(FxRobot robot) {
    open(robot);
    choose(robot, Exercise.Kind.INFLUENCE);
    assertThat(spoken(robot, "asked-1-1")).endsWith(" row 1, column 1");
    assertThat(window.scene().getFocusOwner()).hasFieldOrPropertyWithValue("id", "asked-1-1");
    robot.type(KeyCode.DOWN).type(KeyCode.SPACE);
    assertThat(spoken(robot, "asked-2-1")).endsWith(" row 2, column 1, marked");
    assertThat(isChosen(robot, "asked-2-1")).isTrue();
    assertThat(isChosen(robot, "asked-1-1")).isFalse();
    robot.type(KeyCode.SPACE);
    assertThat(spoken(robot, "asked-2-1")).endsWith(" row 2, column 1");

    choose(robot, Exercise.Kind.MEETING_LINES);
    robot.write("1").type(KeyCode.TAB).write("1");
    assertThat(spoken(robot, "given-1-1-1")).endsWith(", on the chosen line at the left");
    assertThat(spoken(robot, "given-2-1-1")).endsWith(", on the chosen line at the right");
    assertThat(spoken(robot, "given-1-2-1")).doesNotContain("line");

    choose(robot, Exercise.Kind.ORDER_FACTORS);
    assertThat(window.scene().getFocusOwner())
        .hasFieldOrPropertyWithValue("id", "practice-tile-1-on");
    String first = text(robot, "practice-tile-1");
    robot.type(KeyCode.SPACE);
    assertThat(text(robot, "practice-tile-2")).as("moved").isEqualTo(first);
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply-head")).as("checked").isEqualTo("Right.");

    choose(robot, Exercise.Kind.LEGAL_PRODUCTS);
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply"))
        .isEqualTo("Tick first what holds: at least one does.");
    assertThat(session().tries()).isEmpty();
    robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
    assertThat(session().tries()).hasSize(1);

    choose(robot, Exercise.Kind.PLANTED_MISTAKE);
    robot.type(KeyCode.SPACE);
    assertThat(window.scene().getFocusOwner().getAccessibleText()).endsWith(", marked");
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply")).startsWith("Say what was done there");
  }

  @Test
  void keysInAHurryAreOneTryAndSkipNothing(FxRobot robot) {
    open(robot);
    choose(robot, Exercise.Kind.JACOBIAN_COUNT);
    robot.write("1").type(KeyCode.ENTER).type(KeyCode.ENTER);
    PromptRobot.settle();
    assertThat(session().tries()).hasSize(1);
    robot.write("1,5").type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply")).contains("decimal comma");
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("−2").type(KeyCode.ENTER);
    assertThat(session().tries()).hasSize(2);
    long seed = session().exercise().draw().seed();
    alt(robot, KeyCode.S);
    assertThat(session().exercise().draw().seed()).isEqualTo(seed + 1);
    assertThat(text(robot, "practice-count")).isEqualTo("2 of 4");
    assertThat(text(robot, "round-1")).isEqualTo("–");
  }

  @Test
  void aRoundGoesToItsEndAndBeginsOnceMore(FxRobot robot) {
    open(robot);
    robot.clickOn("#practice-mixed");
    PromptRobot.settle();
    for (int n = 1; n <= 12; n++) {
      assertThat(text(robot, "practice-count")).isEqualTo(n + " of 12");
      assertThat(window.scene().getFocusOwner()).isNotNull();
      alt(robot, KeyCode.A);
      assertThat(text(robot, "practice-reply-head")).isEqualTo("This is the answer.");
      assertThat(window.scene().getFocusOwner()).hasFieldOrPropertyWithValue("id", "practice-next");
      robot.type(KeyCode.ENTER);
      PromptRobot.settle();
    }
    assertThat(text(robot, "practice-count")).isEqualTo("All 12 done");
    assertThat(text(robot, "practice-next")).isEqualTo("Once more");
    assertThat(node(robot, "practice-results").isVisible()).isFalse();
    robot.type(KeyCode.ENTER);
    PromptRobot.settle();
    assertThat(text(robot, "practice-count")).isEqualTo("1 of 12");
    assertThat(text(robot, "round-1")).isEqualTo("1");
  }

  @Test
  void aKindIsDueADayAfterItWasRightAndItsDotIsThere(FxRobot robot) {
    open(robot);
    Result yesterday =
        new Result(
            Exercise.Kind.GATE,
            1,
            1,
            TestWindow.CLOCK.instant().minus(Duration.ofDays(1)),
            Result.Outcome.FIRST,
            List.of());
    robot.interact(
        () -> window.store().dispatch(new Action.TakeMastery(new Mastery(List.of(yesterday)))));
    Node row = node(robot, "kind-gate");
    assertThat(row.lookup(".due-dot").isVisible()).isTrue();
    assertThat(row.getAccessibleText()).isEqualTo("The gate, 1 of the last 1 right, due");
    assertThat(node(robot, "kind-db").lookup(".due-dot").isVisible()).isFalse();
    robot.clickOn("#practice-mixed");
    PromptRobot.settle();
    assertThat(session().exercise().draw().kind()).as("what is due").isEqualTo(Exercise.Kind.GATE);
  }

  @Test
  void exploreKeepsWhatIsUnsavedAndTheExerciseStaysOpenThen(FxRobot robot) {
    robot.interact(() -> window.store().dispatch(new Action.Apply(new Edit.SetLearningRate(0.7))));
    open(robot);
    choose(robot, Exercise.Kind.DB);
    window.answers().aboutUnsaved(UserPrompts.Unsaved.CANCEL);
    alt(robot, KeyCode.E);
    assertThat(window.store().state().screen()).isEqualTo(Screen.PRACTICE);
    assertThat(session().isOver()).as("nothing was shown").isFalse();
    assertThat(practice().mastery().results()).isEmpty();
    window.answers().aboutUnsaved(UserPrompts.Unsaved.DISCARD);
    alt(robot, KeyCode.E);
    assertThat(window.store().state().screen()).isEqualTo(Screen.EXPLORE);
    alt(robot, KeyCode.E);
    assertThat(window.store().state().screen()).isEqualTo(Screen.PRACTICE);
    assertThat(text(robot, "round-1")).isEqualTo("0");
  }

  @Test
  void fourConventionsAndFourLevelsAreAskedAndAnswered(FxRobot robot) {
    open(robot);
    for (Convention convention : Convention.values()) {
      writtenAs(robot, convention);
      choose(robot, Exercise.Kind.DW_CELL);
      assertThat(session().exercise().draw().convention()).isEqualTo(convention);
      for (int n = 0; n < 2; n++) {
        robot.interact(() -> window.store().dispatch(new Action.SolveAlone()));
        List<String> numbers = numbers(right());
        for (int i = 0; i < numbers.size(); i++) {
          if (i > 0) {
            robot.type(KeyCode.TAB);
          }
          robot.write(numbers.get(i));
        }
        robot.type(KeyCode.ENTER);
        assertThat(text(robot, "practice-reply-head"))
            .as("%s, level %s", convention, session().exercise().draw().level())
            .isEqualTo("Right.");
        robot.type(KeyCode.ENTER);
        PromptRobot.settle();
      }
    }
    assertThat(practice().mastery().level(Exercise.Kind.DW_CELL)).isEqualTo(4);
    writtenAs(robot, Convention.XW);
  }

  private void writtenAs(FxRobot robot, Convention convention) {
    robot.interact(() ->
        window
            .store()
            .dispatch(new Action.WriteExercisesAs(convention, TestWindow.CLOCK.instant())));
  }

  private static List<String> numbers(Answer answer) {
    Matrix all =
        switch (answer) {
          case Answer.Scalar(var value) -> Matrix.entries(new Shape(1, 1), (_, _) -> value);
          case Answer.Row(var values) -> values;
          case Answer.OfMatrix(var values) -> values;
          default -> throw new IllegalArgumentException("no numbers: " + answer);
        };
    return IntStream.range(0, all.shape().size())
        .mapToObj(n -> typed(all.get(n / all.columns(), n % all.columns())))
        .toList();
  }

  @Test
  void aPackOfFiveHundredLeavesRoomForItsButtons(FxRobot robot) throws IOException {
    Path big = folder.resolve("big.json");
    Files.writeString(
        big,
        "{\"gradloom-pack\": 1, \"title\": \""
            + "Long ".repeat(1000)
            + "\", \"items\": [{\"kind\": \"jacobian-count\", \"seed\": 1, \"count\": 500}]}");
    robot.interact(() -> window.window().open(big));
    PromptRobot.settle();
    assertThat(text(robot, "practice-count")).isEqualTo("1 of 500");
    for (int n = 1; n < 9; n++) {
      alt(robot, KeyCode.S);
    }
    assertThat(text(robot, "practice-count")).isEqualTo("9 of 500");
    assertThat(is(node(robot, "round-9"), "here")).isTrue();
    assertThat(robot.lookup("#round-500").tryQuery()).isEmpty();
    Bounds seen = onScreen(window.scene().getRoot());
    for (String id : List.of("practice-next", "practice-skip", "round-9", "practice-count")) {
      assertThat(seen.contains(onScreen(node(robot, id)))).as(id).isTrue();
    }
    assertThat(onScreen(node(robot, "notice")).getHeight()).isLessThan(seen.getHeight() / 2);
  }

  private static Pack.Item item(Exercise.Kind kind) {
    return new Pack.Item(kind, List.of(1L), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** dL/dw₂₁ is 8; a mean over the four samples gives 2, and so do other lines. */
  @Test
  void whereTwoIdeasGiveANumberTheLinesThatWereUsedTellWhich(FxRobot robot) {
    Pack.Item item =
        new Pack.Item(
            Exercise.Kind.DW_CELL,
            List.of(1L),
            Optional.empty(),
            Optional.of(BuiltInLessons.read("row-meets-column")),
            Optional.empty());
    Pack pack = new Pack("Ties", "", List.of(item), false);
    Plan.OfPack plan =
        Plan.OfPack.of(
            pack, new Exercises(Texts.english()), Convention.XW, 0, TestWindow.CLOCK.instant());
    robot.interact(
        () -> window.store().dispatch(new Action.Practise(plan, TestWindow.CLOCK.instant())));
    PromptRobot.settle();
    assertThat(number(right())).isEqualTo(8);
    robot.write("2").type(KeyCode.ENTER);
    PromptRobot.settle();
    assertThat(text(robot, "practice-reply"))
        .isEqualTo("2 comes out in two ways. Which row and which column did you use?");
    assertThat(session().attempts().getLast().marked().asksLines()).isTrue();
    robot.type(KeyCode.ENTER);
    assertThat(session().tries()).as("asked, not tried again").hasSize(1);
    robot.clickOn("#given-1-1-2");
    assertThat(text(robot, "practice-row")).isEqualTo("2");
    robot.clickOn("#given-2-1-1");
    PromptRobot.settle();
    assertThat(session().attempts().getLast().marked().diagnosis()).isPresent();
    assertThat(text(robot, "practice-reply")).contains("N = 4");
    assertThat(robot.lookup("#practice-row").tryQuery()).as("it is known now").isEmpty();
    assertThat(node(robot, "given-1-1-1").isFocusTraversable()).isFalse();
    robot.clickOn("#practice-answer");
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("8").type(KeyCode.ENTER);
    assertThat(text(robot, "practice-reply-head")).isEqualTo("Right now.");
  }

  @Test
  void tenThousandCharactersAreRefusedInOneSentence(FxRobot robot) {
    open(robot);
    for (Exercise.Kind kind :
        List.of(Exercise.Kind.JACOBIAN_COUNT, Exercise.Kind.EXPRESSION, Exercise.Kind.SHAPES)) {
      choose(robot, kind);
      TextField field = (TextField) window.scene().getFocusOwner();
      for (String odd : List.of("9".repeat(10_000), "\0", "X".repeat(10_000), "\u202e1", " ")) {
        robot.interact(() -> field.setText(odd));
        robot.type(KeyCode.ENTER);
        PromptRobot.settle();
        assertThat(text(robot, "practice-reply")).hasSizeBetween(5, 300);
        assertThat(session().isRight()).isFalse();
        assertThat(node(robot, "practice-reply-card").getBoundsInParent().getHeight())
            .as("%s: %s", kind, odd.substring(0, 1))
            .isLessThan(250);
      }
    }
  }

  @Test
  void whatIsShownInExploreScoresNothingAndComesBackWithOtherNumbers(FxRobot robot) {
    open(robot);
    choose(robot, Exercise.Kind.DX_ROW);
    Exercise before = session().exercise();
    alt(robot, KeyCode.E);
    assertThat(window.store().state().screen()).isEqualTo(Screen.EXPLORE);
    assertThat(window.place()).isEqualTo(before.beat().at() + "");
    assertThat(text(robot, "back-to-practice")).isEqualTo("Back to practice");
    robot.clickOn("#back-to-practice");
    PromptRobot.settle();
    assertThat(window.store().state().screen()).isEqualTo(Screen.PRACTICE);
    assertThat(text(robot, "round-1")).isEqualTo("0");
    Exercise after = session().exercise();
    assertThat(after.draw().kind()).isEqualTo(Exercise.Kind.DX_ROW);
    assertThat(after.draw().seed()).isEqualTo(before.draw().seed() + 1);
    assertThat(practice().mastery().results().getLast().outcome()).isEqualTo(Result.Outcome.SHOWN);
  }

  private static List<String> lit(FxRobot robot) {
    return node(robot, "practice-middle").lookupAll(".matrix-cell").stream()
        .filter(cell -> is(cell, "left") || is(cell, "right"))
        .map(Node::getId)
        .toList();
  }

  @Test
  void aNewKindIsWorkedOutButForItsLastStepUnlessTheLearnerKnowsIt(FxRobot robot) {
    open(robot);
    choose(robot, Exercise.Kind.DX_ROW);
    assertThat(text(robot, "practice-title")).startsWith("Worked example: What is row");
    assertThat(text(robot, "worked-1")).contains("Find the row.");
    AnswerDraft.InCells begun = (AnswerDraft.InCells) practice().work().orElseThrow().draft();
    int last = begun.texts().size();
    assertThat(begun.texts().subList(0, last - 1)).doesNotContain("");
    assertThat(begun.texts().getLast()).isEmpty();
    assertThat(window.scene().getFocusOwner())
        .hasFieldOrPropertyWithValue("id", "practice-answer-" + last);
    assertThat(text(robot, "practice-fading")).contains("Worked, the last step yours");
    String row = text(robot, "practice-title").replaceAll("\\D", "");
    assertThat(lit(robot))
        .as("what meets in the step that is the learner's")
        .contains("given-1-" + row + "-1", "given-2-" + last + "-1")
        .allMatch(id -> id.startsWith("given-1-" + row) || id.startsWith("given-2-" + last));

    robot.clickOn("#practice-alone");
    assertThat(text(robot, "practice-title")).startsWith("What is row");
    assertThat(text(robot, "practice-answer-1")).isEmpty();
    assertThat(node(robot, "practice-worked").isVisible()).isFalse();
    assertThat(lit(robot)).as("by hints alone").isEmpty();
  }

  @Test
  void theLessonThatExplainsAKindIsOneClickAway(FxRobot robot) {
    open(robot);
    choose(robot, Exercise.Kind.DB);
    assertThat(text(robot, "practice-lesson")).isEqualTo("Lesson 10 explains it");
    robot.clickOn("#practice-lesson");
    PromptRobot.settle();
    assertThat(window.store().state().screen()).isEqualTo(Screen.EXPLORE);
    assertThat(window.store().state().explore().document().lesson().title())
        .isEqualTo("Bias, and the NumPy layer");
  }

  @Test
  void aPackIsOpenedDoneAndItsResultsHandedIn(FxRobot robot) throws IOException {
    Path pack = folder.resolve("week3.json");
    Files.writeString(
        pack,
        """
        {"gradloom-pack": 1, "title": "Week 3", "intro": "By hand, please.",
         "items": [{"kind": "jacobian-count", "seed": 5, "count": 2}]}
        """);
    robot.interact(() -> window.window().open(pack));
    PromptRobot.settle();
    assertThat(text(robot, "practice-round")).isEqualTo("Week 3");
    assertThat(text(robot, "practice-count")).isEqualTo("1 of 2");
    assertThat(text(robot, "notice")).isEqualTo("Week 3: 2 exercises. By hand, please.");
    for (int n = 1; n <= 2; n++) {
      assertThat(session().exercise().draw().seed()).isEqualTo(4 + n);
      robot.write(typed(number(right()))).type(KeyCode.ENTER).type(KeyCode.ENTER);
      PromptRobot.settle();
      if (n == 1) {
        choose(robot, Exercise.Kind.SHAPES);
        assertThat(text(robot, "practice-resume")).isEqualTo("Back to Week 3");
        robot.clickOn("#practice-resume");
        PromptRobot.settle();
        assertThat(text(robot, "practice-count")).isEqualTo("2 of 2");
        assertThat(text(robot, "practice-resume")).isEmpty();
      }
    }
    assertThat(text(robot, "practice-waiting")).startsWith("That was all 2.");
    assertThat(window.scene().getFocusOwner())
        .as("one Enter too many does not throw the results away")
        .hasFieldOrPropertyWithValue("id", "practice-results");
    Path results = folder.resolve("results.csv");
    window.answers().saveTo(results);
    robot.clickOn("#practice-results");
    PromptRobot.settle();
    assertThat(text(robot, "notice")).isEqualTo("The results are saved in results.csv.");
    assertThat(Files.readAllLines(results))
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("Week 3", "jacobian-count", "5"))
        .anySatisfy(line -> assertThat(line).contains("Week 3", "jacobian-count", "6"));
    requestClose(robot, window);
    assertThat(window.stage().isShowing()).as("what is saved is not asked about").isFalse();
  }

  @Test
  void aPackThatIsLeftForGoodIsOfferedNoMoreAndKeptForWhoOpensItAgain(FxRobot robot) {
    Pack pack = new Pack("Week 5", "", List.of(item(Exercise.Kind.JACOBIAN_COUNT)), false);
    Plan.OfPack plan =
        Plan.OfPack.of(
            pack, new Exercises(Texts.english()), Convention.XW, 0, TestWindow.CLOCK.instant());
    robot.interact(
        () -> window.store().dispatch(new Action.Practise(plan, TestWindow.CLOCK.instant())));
    robot.write("1").type(KeyCode.ENTER);
    choose(robot, Exercise.Kind.SHAPES);
    assertThat(spoken(robot, "practice-leave")).isEqualTo("Leave Week 5 for good");
    robot.clickOn("#practice-leave");
    PromptRobot.settle();
    assertThat(text(robot, "notice"))
        .isEqualTo(
            "Week 5 is left and is not offered any more. What you answered is kept: whoever opens"
                + " its file goes on there.");
    assertThat(text(robot, "practice-resume")).isEmpty();
    assertThat(window.scene().getFocusOwner()).hasFieldOrPropertyWithValue("id", "practice-rows");
    PacksFile file = PacksFile.beside(window.preferences());
    assertThat(file.load().held().last().map(BegunPack::pack))
        .as("offered at the next start")
        .isNotEqualTo(Optional.of(pack));
    assertThat(file.load().held().of(pack).orElseThrow().answered()).hasSize(1);

    robot.clickOn("Bring it back");
    PromptRobot.settle();
    assertThat(text(robot, "notice")).isEmpty();
    assertThat(file.load().held().last().map(BegunPack::pack)).contains(pack);
    robot.clickOn("#practice-resume");
    PromptRobot.settle();
    assertThat(session().tries()).hasSize(1);
  }

  /** Nobody who opens a pack should miss that what was practised could not be read. */
  @Test
  void aWindowOpensOnThePackThatWasNamedAndSaysWhatItCouldNotRead(FxRobot robot)
      throws IOException {
    Path own = Files.createDirectory(folder.resolve("named"));
    Path practice = own.resolve("practice.json");
    Files.writeString(practice, "{\"gradloomPractice\": 99, \"results\": []}");
    Files.writeString(own.resolve("progress.json"), "{");
    Pack pack = new Pack("Named", "", List.of(item(Exercise.Kind.JACOBIAN_COUNT)), false);
    List<TestWindow> opened = new ArrayList<>();
    robot.interact(() -> opened.add(TestWindow.open(new Stage(), own, StartupDocument.of(pack))));
    PromptRobot.settle();
    TestWindow named = opened.getFirst();
    PracticeState begun = named.store().state().practice();
    assertThat(named.store().state().screen()).isEqualTo(Screen.PRACTICE);
    assertThat(begun.plan().length()).isEqualTo(1);
    Exercise exercise = begun.session().orElseThrow().exercise();
    assertThat(exercise.draw().kind()).isEqualTo(Exercise.Kind.JACOBIAN_COUNT);
    assertThat(Texts.english().say(named.store().state().notice().orElseThrow().said()))
        .startsWith("What you have practised begins anew; what was kept is now in ")
        .contains("practice.unread-1.json, since it cannot be read: it was written by a newer")
        .contains("progress.unread-1.json")
        .endsWith(" Named: one exercise.");
    assertThat(own.resolve("practice.unread-1.json")).content().contains("99");
    robot.interact(() -> {
      named
          .store()
          .dispatch(new Action.EnterAnswer(EnteredDrafts.of(exercise, exercise.marker().right())));
      named.store().dispatch(new Action.CheckAnswer("", TestWindow.CLOCK.instant()));
    });
    PromptRobot.settle();
    assertThat(PracticeFile.beside(named.preferences()).load().held().results()).hasSize(1);
    requestClose(robot, named);
    assertThat(named.answers().asked()).as("what is kept is not asked about").isEmpty();
    assertThat(named.stage().isShowing()).isFalse();
  }

  private static void requestClose(FxRobot robot, TestWindow closed) {
    robot.interact(() ->
        closed
            .stage()
            .fireEvent(new WindowEvent(closed.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  @Test
  void aPackThatIsBrokenIsSaidAndOneThatIsPutTogetherIsSaved(FxRobot robot) throws IOException {
    Path broken = folder.resolve("broken.json");
    Files.writeString(
        broken, "{\"gradloom-pack\": 1, \"title\": \"x\", \"items\": [{\"kind\": \"dw\"}]}");
    robot.interact(() -> window.window().open(broken));
    PromptRobot.settle();
    assertThat(text(robot, "notice")).contains("broken.json", "dw", "dw-cell");

    Pack pack = new Pack("Mine", "", List.of(item(Exercise.Kind.DB)), false);
    Path file = folder.resolve("mine.json");
    window.answers().newPack(pack);
    window.answers().saveTo(file);
    robot.clickOn("#menu-file").clickOn("#file-pack");
    PromptRobot.settle();
    assertThat(PackReader.read(file)).isEqualTo(pack);
  }
}
