package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.gradloom.Snapshots;
import org.gradloom.assets.Assets;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.PreferencesFile;
import org.gradloom.files.Progress;
import org.gradloom.files.ProgressFile;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Message;
import org.gradloom.training.Preset;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.LessonPath;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A learner comes for the first time, works, and comes back. */
@InWindow
class StartScreenTest {
  @TempDir private Path folder;
  private final List<TestWindow> opened = new ArrayList<>();

  /** A start of the app that names no document. */
  private TestWindow start(FxRobot robot) {
    StartupDocument wanted =
        StartupDocument.last(
            new PreferencesFile(folder.resolve("preferences.json")).load(),
            failure -> Message.of("error.notLogged", failure.toString()));
    robot.interact(() -> opened.add(TestWindow.open(new Stage(), folder, wanted).withoutMotion()));
    PromptRobot.settle();
    return opened.getLast();
  }

  private static void close(FxRobot robot, TestWindow window) {
    robot.interact(() ->
        window
            .stage()
            .fireEvent(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    PromptRobot.settle();
  }

  @AfterEach
  void closeAll(FxRobot robot) {
    robot.interact(() -> opened.forEach(window -> window.stage().close()));
  }

  private static void press(FxRobot robot, KeyCode held, KeyCode key) {
    robot.press(held).type(key).release(held);
    PromptRobot.settle();
  }

  private static void type(FxRobot robot, KeyCode key) {
    robot.type(key);
    PromptRobot.settle();
  }

  private static String focused(TestWindow window) {
    Node focused = window.scene().getFocusOwner();
    return focused == null ? "" : PromptRobot.nameOf(focused);
  }

  private static AppState state(TestWindow window) {
    return window.store().state();
  }

  private static Optional<Integer> beat(TestWindow window) {
    return state(window).explore().path().map(LessonPath::index).map(index -> index + 1);
  }

  /** What a lesson's row says, to eyes and ears. */
  private static String row(FxRobot robot, int number) {
    return node(robot, "row-" + number).getAccessibleText();
  }

  @Test
  void whoComesForTheFirstTimeBeginsAndGoesOnAfterARestart(FxRobot robot) {
    TestWindow window = start(robot);
    assertThat(state(window).screen()).isEqualTo(Screen.START);
    assertThat(window.stage().getTitle()).isEqualTo("Start — Gradloom");
    assertThat(text(robot, "start-subtitle"))
        .isEqualTo("14 short lessons. Each one asks, then shows.");
    assertThat(text(robot, "card-title")).isEqualTo("Row meets column");
    assertThat(text(robot, "start-primary")).isEqualTo("Start lesson 1");
    assertThat(focused(window)).isEqualTo("start-primary");
    assertThat(window.scene().lookup("#start-from-start")).isNull();
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
    Snapshots.save(window.scene(), "start-newcomer");

    type(robot, KeyCode.ENTER);
    assertThat(state(window).screen()).isEqualTo(Screen.EXPLORE);
    assertThat(state(window).explore().document().origin())
        .isEqualTo(new Origin.BuiltIn("row-meets-column"));
    assertThat(beat(window)).contains(1);
    press(robot, KeyCode.ALT, KeyCode.RIGHT);
    press(robot, KeyCode.ALT, KeyCode.RIGHT);
    assertThat(beat(window)).contains(3);
    close(robot, window);

    TestWindow again = start(robot);
    assertThat(state(again).screen()).isEqualTo(Screen.EXPLORE);
    assertThat(beat(again)).contains(3);
    press(robot, KeyCode.ALT, KeyCode.HOME);
    assertThat(text(robot, "start-primary")).isEqualTo("Go on at beat 3 of 6");
    assertThat(text(robot, "start-subtitle")).isEqualTo("0 of 14 lessons done.");
    assertThat(focused(again)).isEqualTo("start-primary");
    type(robot, KeyCode.ENTER);
    assertThat(beat(again)).contains(3);

    robot.clickOn("#product-name").clickOn("#start-from-start");
    PromptRobot.settle();
    assertThat(beat(again)).contains(1);
    for (int i = 0; i < 5; i++) {
      press(robot, KeyCode.ALT, KeyCode.RIGHT);
    }
    robot.clickOn("#tab-start");
    PromptRobot.settle();
    assertThat(text(robot, "start-subtitle")).isEqualTo("1 of 14 lessons done.");
    assertThat(row(robot, 1)).startsWith("Lesson 1: Row meets column.").endsWith(" done");
    assertThat(text(robot, "start-primary")).isEqualTo("Start lesson 2");
    assertThat(LayoutFaults.of(again.scene())).isEmpty();
    close(robot, again);
    TestWindow third = start(robot);
    assertThat(state(third).screen()).isEqualTo(Screen.START);
    Origin xor = new Origin.BuiltIn(Preset.XOR.id());
    robot.interact(() -> third.store().dispatch(new Action.OpenSetup(Preset.XOR.setup(), xor)));
    close(robot, third);
    TestWindow last = start(robot);
    assertThat(state(last).screen()).as("where the work was").isEqualTo(Screen.TRAIN);
    assertThat(state(last).training().orElseThrow().document().origin()).isEqualTo(xor);
    assertThat(state(last).explore().document().origin())
        .isEqualTo(new Origin.BuiltIn("row-meets-column"));
  }

  @Test
  void whatAnotherWindowReachedIsSeenOnComingBack(FxRobot robot) {
    TestWindow window = start(robot);
    robot.clickOn("#way-numbers");
    ProgressFile file = ProgressFile.beside(window.preferences());
    assertThat(file.add(Progress.NONE.at("row-meets-column", 6, 6))).isEmpty();
    press(robot, KeyCode.ALT, KeyCode.HOME);
    assertThat(text(robot, "start-subtitle")).isEqualTo("1 of 14 lessons done.");
    assertThat(text(robot, "start-primary")).isEqualTo("Start lesson 2");
    assertThat(file.load().held().isDone("row-meets-column")).as("and kept").isTrue();
  }

  @Test
  void arrowsLeadAlongThePathAndNoLessonIsLocked(FxRobot robot) {
    TestWindow window = start(robot);
    type(robot, KeyCode.UP);
    assertThat(focused(window)).isEqualTo("start-primary");
    type(robot, KeyCode.DOWN);
    type(robot, KeyCode.DOWN);
    assertThat(focused(window)).isEqualTo("row-3");
    type(robot, KeyCode.UP);
    assertThat(focused(window)).isEqualTo("row-2");
    assertThat(window.scene().getFocusOwner().getAccessibleRole()).isEqualTo(AccessibleRole.BUTTON);
    type(robot, KeyCode.END);
    assertThat(focused(window)).isEqualTo("row-14");
    type(robot, KeyCode.ENTER);
    assertThat(state(window).explore().document().origin())
        .isEqualTo(new Origin.BuiltIn("verify-and-go-live"));
    press(robot, KeyCode.ALT, KeyCode.HOME);
    robot.clickOn("#row-6");
    PromptRobot.settle();
    assertThat(state(window).explore().document().origin())
        .isEqualTo(new Origin.BuiltIn("shapes-can-lie"));
    press(robot, KeyCode.ALT, KeyCode.HOME);
    // Whoever has only looked in is led to the first lesson still.
    assertThat(text(robot, "start-primary")).isEqualTo("Start lesson 1");
    robot.clickOn("#way-numbers");
    PromptRobot.settle();
    assertThat(state(window).explore().document().origin()).isEqualTo(new Origin.BuiltIn("h"));
    press(robot, KeyCode.ALT, KeyCode.HOME);
    robot.clickOn("#way-train");
    PromptRobot.settle();
    assertThat(state(window).screen()).isEqualTo(Screen.TRAIN);
  }

  @Test
  void onTheStartScreenThereIsNothingToUndoOrSave(FxRobot robot) {
    TestWindow window = start(robot);
    assertThat(node(robot, "bar-undo").isDisabled()).isTrue();
    assertThat(node(robot, "document-title").getParent().isVisible()).isFalse();
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    press(robot, KeyCode.CONTROL, KeyCode.S);
    press(robot, KeyCode.CONTROL, KeyCode.B);
    assertThat(window.answers().asked()).isEmpty();
    assertThat(state(window).screen()).isEqualTo(Screen.START);
    assertThat(folder.resolve("gradloom.log")).doesNotExist();
  }

  @Test
  void documentsAreListedWithTheirKindAndALessonOfYoursIsOnThePath(FxRobot robot)
      throws IOException {
    Path numbers = copy("assets/documents/h", "numbers of mine");
    Path lesson = copy("assets/lessons/one-sample", "week-3");
    PreferencesFile preferences = new PreferencesFile(folder.resolve("preferences.json"));
    preferences.save(
        preferences
            .load()
            .withFile(folder.resolve("gone.gradloom.json").toString(), Instant.now())
            .withFile(
                numbers.toString(),
                ZonedDateTime.now(ZoneId.systemDefault()).minusDays(1).toInstant())
            .withFile(lesson.toString(), Instant.now())
            .withScreen("start"));
    TestWindow window = start(robot);
    assertThat(recent(robot))
        .hasSize(2)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("week-3, lesson, today, "),
            second -> assertThat(second).startsWith("numbers of mine, numbers, yesterday"));
    assertThat(row(robot, 4)).startsWith("Lesson 4: One sample.");
    assertThat(chapters(robot)).hasSize(5).endsWith("Yours");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
    Snapshots.save(window.scene(), "start-recent");
    type(robot, KeyCode.END);
    type(robot, KeyCode.ENTER);
    assertThat(state(window).explore().document().origin()).isEqualTo(new Origin.InFile(lesson));
    press(robot, KeyCode.ALT, KeyCode.RIGHT);
    press(robot, KeyCode.ALT, KeyCode.HOME);
    assertThat(text(robot, "start-primary")).isEqualTo("Go on at beat 2 of 7");
    type(robot, KeyCode.ENTER);
    assertThat(beat(window)).contains(2);
  }

  private Path copy(String document, String name) throws IOException {
    try (var stream = Assets.ofProgram().open(document + ".gradloom.json")) {
      return Files.write(folder.resolve(name + ".gradloom.json"), stream.readAllBytes());
    }
  }

  private static List<String> recent(FxRobot robot) {
    return robot.lookup("#recent .recent-item").queryAll().stream()
        .map(Node::getAccessibleText)
        .toList();
  }

  private static List<String> chapters(FxRobot robot) {
    return robot.lookup(".course-chapter").queryAllAs(Labeled.class).stream()
        .map(Labeled::getText)
        .toList();
  }

  @Test
  void progressIsErasedOnceTheLearnerHasSaidSo(FxRobot robot) {
    ProgressFile file = new ProgressFile(folder.resolve("progress.json"));
    file.add(Progress.NONE.at("row-meets-column", 6, 6).at("why-matrices", 3, 7));
    start(robot);
    assertThat(text(robot, "start-primary")).isEqualTo("Go on at beat 3 of 7");
    robot.clickOn("#menu-help").clickOn("#help-eraseProgress");
    PromptRobot.settle();
    assertThat(text(robot, "start-subtitle")).isEqualTo("1 of 14 lessons done.");
    opened.getLast().answers().erasingProgress();
    robot.clickOn("#menu-help").clickOn("#help-eraseProgress");
    PromptRobot.settle();
    assertThat(text(robot, "start-primary")).isEqualTo("Start lesson 1");
    assertThat(text(robot, "notice")).isEqualTo("Your progress in lessons and practice is erased.");
    assertThat(file.load().held()).isEqualTo(Progress.NONE);
    isUsedInASmallWindow(robot, opened.getLast());
  }

  /** The other ways stand under the path; what is told and what has the focus stay in sight. */
  private static void isUsedInASmallWindow(FxRobot robot, TestWindow window) {
    robot.interact(() -> {
      window.stage().setWidth(1024);
      window.stage().setHeight(700);
    });
    PromptRobot.settle();
    robot.interact(() -> window.scene().lookup("#start").requestFocus());
    assertThat(top(robot, "way-train")).isGreaterThan(700);
    type(robot, KeyCode.END);
    assertThat(focused(window)).isEqualTo("row-14");
    assertThat(top(robot, "row-14")).isBetween(50.0, 680.0);
    ScrollPane scroll = robot.lookup("#start-scroll").queryAs(ScrollPane.class);
    robot.interact(() -> scroll.setVvalue(1));
    assertThat(top(robot, "notice")).isBetween(50.0, 680.0);
    robot.clickOn("#way-train");
    PromptRobot.settle();
    assertThat(state(window).screen()).isEqualTo(Screen.TRAIN);
  }

  /** How far below the top of the window something stands. */
  private static double top(FxRobot robot, String id) {
    Node node = node(robot, id);
    return node.localToScene(node.getLayoutBounds()).getMinY();
  }

  @Test
  void progressThatCannotBeReadIsSaidAndWhoHasDoneAllBeginsWhereHeLikes(FxRobot robot)
      throws IOException {
    Path file = folder.resolve("progress.json");
    Files.writeString(file, "{\"gradloomProgress\": 1, ", StandardCharsets.UTF_8);
    TestWindow broken = start(robot);
    assertThat(text(robot, "notice"))
        .startsWith("Your progress in the lessons begins anew; what was kept is now in ");
    assertThat(folder.resolve("progress.unread-1.json")).exists();
    assertThat(text(robot, "start-primary")).isEqualTo("Start lesson 1");
    close(robot, broken);

    Progress all = Progress.NONE;
    for (String id : BuiltInLessons.lessons().keySet()) {
      all = all.at(id, 6, 6);
    }
    new ProgressFile(file).add(all);
    TestWindow done = start(robot);
    assertThat(text(robot, "start-subtitle")).isEqualTo("14 of 14 lessons done.");
    assertThat(done.scene().lookup("#start-primary")).isNull();
    assertThat(focused(done)).isEqualTo("row-1");
    type(robot, KeyCode.ENTER);
    assertThat(beat(done)).contains(1);
  }
}
