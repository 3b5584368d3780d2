package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.cell;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.gradloom.Snapshots;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.files.PreferencesFile;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Screen;
import org.gradloom.marking.Marker;
import org.gradloom.matrix.Numbers;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Pack;
import org.gradloom.practice.PackResults;
import org.gradloom.text.Message;
import org.gradloom.training.Preset;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.PracticeState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** What a window had unsaved when its program was ended. */
@InWindow
class RecoveryTest {
  @TempDir private Path folder;
  private final List<TestWindow> opened = new ArrayList<>();

  private TestWindow open(FxRobot robot, Path home, StartupDocument document) {
    return open(robot, home, document, Runnable::run);
  }

  private TestWindow open(FxRobot robot, Path home, StartupDocument document, Executor soon) {
    robot.interact(() ->
        opened.add(
            TestWindow.open(
                    new Stage(),
                    home,
                    document,
                    TestWindow.WIDTH,
                    TestWindow.HEIGHT,
                    Runnable::run,
                    soon)
                .withoutMotion()));
    PromptRobot.settle();
    return opened.getLast();
  }

  /** A start that names no document, on what lies in a folder. */
  private TestWindow start(FxRobot robot, Path home) {
    return open(
        robot,
        home,
        StartupDocument.last(
            new PreferencesFile(home.resolve("preferences.json")).load(),
            failure -> Message.of("error.notLogged", failure.toString())));
  }

  /** What lies on the disk when a program is killed now. */
  private Path killed(Path home, String name) throws IOException {
    Path copy = folder.resolve(name);
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : all.toList()) {
        Files.copy(file, copy.resolve(home.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return copy;
  }

  private static void edit(FxRobot robot) {
    robot.clickOn("#layer1-x-1-3").write("5").type(KeyCode.ENTER);
    PromptRobot.settle();
  }

  private static String said(FxRobot robot, String id) {
    return ((TextFlow) node(robot, id))
        .getChildren().stream().map(part -> ((Text) part).getText()).collect(Collectors.joining());
  }

  private static long kept(Path home) throws IOException {
    Path unsaved = home.resolve("unsaved");
    if (!Files.exists(unsaved)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(unsaved)) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }

  @AfterEach
  void closeAll(FxRobot robot) {
    robot.interact(() -> opened.forEach(window -> window.stage().close()));
  }

  @Test
  void unsavedChangesOfAFileAreOfferedAndOpenedAndTheFileIsNotTouched(FxRobot robot)
      throws IOException {
    Path file = folder.resolve("week-3-batch.gradloom.json");
    LessonWriter.save(BuiltInLessons.read("h"), file);
    String saved = Files.readString(file);
    Path home = Files.createDirectory(folder.resolve("home"));
    TestWindow first =
        open(robot, home, StartupDocument.of(LessonReader.read(file), Optional.of(file)));
    edit(robot);
    Path left = killed(home, "left");
    robot.interact(() -> first.stage().close());

    TestWindow next = start(robot, left);
    assertThat(next.store().state().screen()).isEqualTo(Screen.START);
    assertThat(text(robot, "recovered-title")).isEqualTo("Your unsaved work was kept");
    assertThat(text(robot, "recovered-ended"))
        .isEqualTo(
            "Gradloom ended today, 10:00 without being closed. Nothing here is urgent, and no file"
                + " was touched.");
    assertThat(said(robot, "recovered-said-1"))
        .startsWith("Recovered as of 10:00:00: 1 change that the file, saved at ");
    assertThat(text(robot, "recovered-what-1")).isEqualTo("X row 1, column 3 set to 5");
    assertThat(next.scene().getFocusOwner().getId()).isEqualTo("recovered-open-1");
    assertThat(next.scene().lookup("#start-primary")).isNull();
    assertThat(LayoutFaults.of(next.scene())).isEmpty();
    Snapshots.save(next.scene(), "recovered");

    robot.type(KeyCode.SPACE);
    PromptRobot.settle();
    assertThat(text(robot, "document-title")).isEqualTo("Four samples, one layer •");
    assertThat(cell(robot, "layer1-x", 1, 3)).isEqualTo("5");
    assertThat(next.store().state().explore().document().origin())
        .isEqualTo(new Origin.InFile(file));
    assertThat(file).hasContent(saved);
    assertThat(kept(left)).isOne();
    assertThat(next.store().state().start().left()).isEmpty();
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    PromptRobot.settle();
    assertThat(text(robot, "document-title")).isEqualTo("Four samples, one layer");
    assertThat(kept(left)).isZero();
  }

  /** Killed after the file was written and before the window forgets what it had unsaved. */
  @Test
  void whatWasJustSavedIsNotOffered(FxRobot robot) throws IOException {
    Path file = folder.resolve("week-3-batch.gradloom.json");
    LessonWriter.save(BuiltInLessons.read("h"), file);
    Path home = Files.createDirectory(folder.resolve("home"));
    Deque<Runnable> soon = new ArrayDeque<>();
    TestWindow first =
        open(
            robot, home, StartupDocument.of(LessonReader.read(file), Optional.of(file)), soon::add);
    edit(robot);
    robot.interact(() -> soon.removeAll(soon.stream().peek(Runnable::run).toList()));
    assertThat(kept(home)).isOne();
    robot.clickOn("#layer1-x-1-1").write("7").type(KeyCode.ENTER);
    robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
    PromptRobot.settle();
    assertThat(LessonReader.read(file))
        .isEqualTo(first.store().state().explore().document().lesson());
    Path left = killed(home, "left");
    robot.interact(() -> first.stage().close());

    TestWindow next = start(robot, left);
    assertThat(next.store().state().start().left()).isEmpty();
    assertThat(next.store().state().screen()).isEqualTo(Screen.EXPLORE);
    assertThat(kept(left)).isZero();
  }

  /** The same under another name, whatever it was before. */
  @Test
  void whatWasJustSavedAsAnotherIsNotOffered(FxRobot robot) throws IOException {
    Path file = folder.resolve("week-3-batch.gradloom.json");
    LessonWriter.save(BuiltInLessons.read("h"), file);
    for (StartupDocument document :
        List.of(
            StartupDocument.of(LessonReader.read(file), Optional.of(file)),
            StartupDocument.builtIn("h"))) {
      Path home = Files.createDirectory(folder.resolve("home-" + opened.size()));
      Path other = folder.resolve("mine-" + opened.size() + ".gradloom.json");
      Deque<Runnable> soon = new ArrayDeque<>();
      TestWindow first = open(robot, home, document, soon::add);
      edit(robot);
      first.answers().saveTo(other);
      robot
          .press(KeyCode.CONTROL, KeyCode.SHIFT)
          .type(KeyCode.S)
          .release(KeyCode.CONTROL, KeyCode.SHIFT);
      PromptRobot.settle();
      assertThat(LessonReader.read(other))
          .isEqualTo(first.store().state().explore().document().lesson());
      assertThat(kept(home)).isOne();
      Path left = killed(home, "left-" + opened.size());
      robot.interact(() -> first.stage().close());

      TestWindow next = start(robot, left);
      assertThat(next.store().state().start().left()).isEmpty();
      assertThat(next.store().state().explore().document().origin())
          .isEqualTo(new Origin.InFile(other));
      assertThat(kept(left)).isZero();
      robot.interact(() -> next.stage().close());
    }
  }

  @Test
  void bothScreensAreKeptAndLeftWhereNobodyAnswersAndGoneWhereTheyAreDiscarded(FxRobot robot)
      throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    TestWindow first = open(robot, home, StartupDocument.builtIn("h"));
    edit(robot);
    robot.interact(() -> {
      first.store().dispatch(new Action.OpenSetup(Preset.XOR.setup(), new Origin.BuiltIn("xor")));
      first.store().dispatch(new Action.Rename("My gate"));
    });
    assertThat(kept(home)).isEqualTo(2);
    Path left = killed(home, "left");
    first.answers().aboutUnsaved(UserPrompts.Unsaved.DISCARD);
    first.answers().aboutUnsaved(UserPrompts.Unsaved.DISCARD);
    robot.interact(() ->
        first.stage().fireEvent(new WindowEvent(first.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    PromptRobot.settle();
    assertThat(kept(home)).isZero();

    TestWindow next = start(robot, left);
    assertThat(next.store().state().start().left()).hasSize(2);
    assertThat(List.of(said(robot, "recovered-said-1"), said(robot, "recovered-said-2")))
        .containsExactlyInAnyOrder(
            "Recovered as of 10:00:00: X 4×3, W 3×2, upstream gradient U.",
            "Recovered as of 10:00:00: X 160×2, W 2×2, softmax cross-entropy.");
    robot.interact(() -> next.store().dispatch(new Action.Show(Screen.EXPLORE)));
    robot.clickOn("#menu-file").clickOn("#file-recovered");
    PromptRobot.settle();
    assertThat(next.store().state().screen()).isEqualTo(Screen.START);
    next.answers().discarding();
    robot.clickOn("#recovered-discard-2");
    PromptRobot.settle();
    assertThat(kept(left)).isOne();
    robot.clickOn("#recovered-discard-1");
    PromptRobot.settle();
    assertThat(kept(left)).isZero();
    Node primary = next.scene().lookup("#start-primary");
    assertThat(primary).isNotNull();
  }

  @Test
  void aBrokenRecoveryFileStopsNoStart(FxRobot robot) throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.createDirectory(home.resolve("unsaved"));
    Files.writeString(
        home.resolve("unsaved").resolve("abc-explore.json"), "{\"gradloomUnsaved\": 1");
    TestWindow window = start(robot, home);
    assertThat(text(robot, "notice"))
        .startsWith("Unsaved work of an earlier window begins anew; what was kept is now in ");
    assertThat(home.resolve("unsaved").resolve("abc-explore.unread-1.json")).exists();
    assertThat(window.stage().isShowing()).isTrue();
  }

  // ---- packs

  private static PracticeState practice(TestWindow window) {
    return window.store().state().practice();
  }

  private static Exercise exercise(TestWindow window) {
    return practice(window).session().orElseThrow().exercise();
  }

  private static List<PackResults.Try> tries(TestWindow window) {
    return practice(window).session().orElseThrow().attempts().stream()
        .map(attempt -> new PackResults.Try(attempt.words(), attempt.used()))
        .toList();
  }

  private static void answer(FxRobot robot, Answer answer) {
    robot.write(Numbers.exact(((Answer.Scalar) answer).value().value())).type(KeyCode.ENTER);
    PromptRobot.settle();
  }

  /** The program is ended in the middle of an exercise; the pack's file may be gone by then. */
  @Test
  void aPackThatWasBegunIsThereAtTheNextStartWithItsAnswers(FxRobot robot) throws IOException {
    Path home = Files.createDirectory(folder.resolve("packs"));
    Pack pack =
        new Pack(
            "Week 4",
            "",
            Stream.of(Exercise.Kind.JACOBIAN_COUNT, Exercise.Kind.DW_CELL)
                .map(kind ->
                    new Pack.Item(
                        kind, List.of(1L), Optional.empty(), Optional.empty(), Optional.empty()))
                .toList(),
            true);
    TestWindow first = open(robot, home, StartupDocument.of(pack));
    answer(robot, exercise(first).marker().right());
    robot.type(KeyCode.ENTER);
    PromptRobot.settle();
    Marker marker = exercise(first).marker();
    answer(robot, exercise(first).wrongAnswers().getFirst().answer());
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).write("3/4");
    PracticeState left = practice(first);
    List<PackResults.Try> given = tries(first);
    assertThat(given).hasSize(1);
    Path killed = killed(home, "killed");
    robot.interact(() -> first.stage().close());

    TestWindow next = start(robot, killed);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    PromptRobot.settle();
    assertThat(text(robot, "practice-resume")).isEqualTo("Back to Week 4");
    robot.clickOn("#practice-resume");
    PromptRobot.settle();
    assertThat(text(robot, "practice-count")).isEqualTo("2 of 2");
    assertThat(text(robot, "round-1")).isEqualTo("✓");
    assertThat(text(robot, "practice-tries")).contains("2  your next try");
    assertThat(practice(next).done()).isEqualTo(left.done());
    assertThat(practice(next).entries()).isEqualTo(left.entries());
    assertThat(tries(next)).isEqualTo(given);
    assertThat(text(robot, "practice-answer")).as("typed, not checked").isEqualTo("3/4");
    robot.interact(() -> next.stage().close());

    TestWindow again = open(robot, killed, StartupDocument.of(pack));
    assertThat(text(robot, "notice")).isEqualTo("Week 4: on with exercise 2 of 2, as you left it.");
    assertThat(tries(again)).isEqualTo(given);
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    answer(robot, marker.right());
    robot.interact(() -> again.stage().close());

    TestWindow last = open(robot, killed, StartupDocument.of(pack));
    assertThat(text(robot, "notice"))
        .isEqualTo("Week 4: all 2 exercises are behind you. Save the results to hand them in.");
    assertThat(practice(last).results().orElseThrow().entries())
        .extracting(PackResults.Done::credit)
        .containsExactly(1.0, 1.0);
    last.answers().saveTo(folder.resolve("week4.csv"));
    robot.clickOn("#practice-results");
    PromptRobot.settle();
    robot.interact(() -> last.stage().close());

    TestWindow anew = open(robot, killed, StartupDocument.of(pack));
    assertThat(text(robot, "notice")).as("handed in").isEqualTo("Week 4: 2 exercises.");
    assertThat(practice(anew).paused()).isEmpty();
  }

  @Test
  void whatIsTypedAndNotCheckedIsThereAtTheNextStart(FxRobot robot) throws IOException {
    Path home = Files.createDirectory(folder.resolve("typed"));
    TestWindow first = open(robot, home, StartupDocument.builtIn("h"));
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    robot.clickOn("#kind-expression");
    PromptRobot.settle();
    robot.write("W @ X @ W").type(KeyCode.ENTER);
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("X.T @");
    assertThat(exercise(first).draw().kind()).isEqualTo(Exercise.Kind.EXPRESSION);
    List<PackResults.Try> given = tries(first);
    Path killed = killed(home, "killed");
    robot.interact(() -> first.stage().close());

    TestWindow next = start(robot, killed);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    PromptRobot.settle();
    assertThat(exercise(next).draw()).isEqualTo(exercise(first).draw());
    assertThat(tries(next)).isEqualTo(given).hasSize(1);
    assertThat(text(robot, "practice-code")).isEqualTo("X.T @");
    assertThat(next.scene().getFocusOwner()).hasFieldOrPropertyWithValue("id", "practice-code");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(text(robot, "practice-code")).as("undone").isEmpty();
    robot.write("dZ");
    robot.interact(() ->
        next.stage().fireEvent(new WindowEvent(next.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));

    TestWindow last = start(robot, killed);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    PromptRobot.settle();
    assertThat(text(robot, "practice-code")).isEqualTo("dZ");
    robot.clickOn("#practice-skip");
    robot.interact(() -> last.stage().close());
    TestWindow done = start(robot, killed);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    PromptRobot.settle();
    assertThat(exercise(done).draw())
        .as("what was skipped does not come back")
        .isNotEqualTo(exercise(first).draw());
  }
}
