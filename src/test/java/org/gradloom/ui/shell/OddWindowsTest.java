package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.gradloom.ui.TestWindow.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonWriter;
import org.gradloom.files.PreferencesFile;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

/** A window always opens and always closes. */
@InWindow
class OddWindowsTest {
  @TempDir private Path folder;

  private TestWindow open(FxRobot robot, StartupDocument document) {
    List<TestWindow> opened = new ArrayList<>();
    robot.interact(() -> opened.add(TestWindow.open(new Stage(), folder, document)));
    PromptRobot.settle();
    return opened.getFirst();
  }

  private static void close(FxRobot robot, TestWindow window) {
    robot.interact(() ->
        window
            .stage()
            .fireEvent(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    PromptRobot.settle();
    assertThat(window.stage().isShowing()).isFalse();
  }

  private void opensAndCloses(FxRobot robot, StartupDocument document) {
    TestWindow window = open(robot, document);
    assertThat(window.stage().isShowing()).isTrue();
    assertThat(window.stage().getTitle()).endsWith(" — Gradloom");
    assertThat(folder.resolve("gradloom.log")).doesNotExist();
    close(robot, window);
  }

  static List<Lesson> steps() {
    return List.of(
        OddDocuments.frozen(OddDocuments.source(new DataSource.Named("no such set"))),
        OddDocuments.frozen(OddDocuments.source(new DataSource.Table("a\u0000b"))),
        OddDocuments.all().getLast());
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aStepOfUnknownDataOpensAndClosesAndIsOpenAgainAtTheNextStart(Lesson step, FxRobot robot) {
    Path file = folder.resolve("step.gradloom.json");
    LessonWriter.save(step, file);
    opensAndCloses(robot, StartupDocument.of(step, Optional.of(file)));
    StartupDocument next = last();
    assertThat(next.notice()).isEmpty();
    assertThat(next.origin()).isEqualTo(new Origin.InFile(file));
    opensAndCloses(robot, next);
  }

  private StartupDocument last() {
    return StartupDocument.last(
        new PreferencesFile(folder.resolve("preferences.json")).load(),
        failure -> Message.of("error.notLogged", failure.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"window\": {\"x\": 0, \"y\": 0, \"width\": 1e5, \"height\": 1e5},"
            + " \"lastDocument\": \"a\\u0000b\", \"recentFiles\": [\"\\u0000\", \"/\"]}",
        "{\"window\": {\"x\": 1e9, \"y\": -1e9, \"width\": 1280, \"height\": 800},"
            + " \"theme\": \"\\u0000\", \"layout\": \"\\u0000\", \"foldedPanels\": [\"\\u0000\"],"
            + " \"scale\": 1e99, \"codeLanguage\": \"COBOL\"}"
      })
  void strangePreferencesOpenAndClose(String preferences, FxRobot robot) throws IOException {
    Files.writeString(folder.resolve("preferences.json"), preferences);
    TestWindow window = open(robot, last());
    assertThat(window.stage().isShowing()).isTrue();
    robot.clickOn("#menu-file").type(KeyCode.ESCAPE);
    close(robot, window);
    opensAndCloses(robot, last());
  }

  @Test
  void aLastDocumentThatIsGoneOrStrangeGivesWayToTheFirstLesson() throws IOException {
    for (String last : List.of("/no/such/file", "/", folder.toString())) {
      Files.writeString(folder.resolve("preferences.json"), "{\"lastDocument\": \"" + last + "\"}");
      StartupDocument document = last();
      assertThat(document.origin()).isEqualTo(new Origin.BuiltIn("h"));
      assertThat(document.notice().map(Notice::isError)).contains(true);
    }
  }

  @Test
  @Timeout(20)
  void aPipeIsNoDocumentToWaitFor(FxRobot robot) throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.json");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeThat(made.waitFor(5, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();
    Files.writeString(
        folder.resolve("preferences.json"),
        "{\"lastDocument\": \"" + pipe + "\", \"recentFiles\": [\"" + pipe + "\"]}");
    TestWindow window = open(robot, last());
    assertThat(text(robot, "notice"))
        .isEqualTo(pipe + " is no ordinary file: give the path of a Gradloom document.");
    robot.interact(() -> window.window().open(pipe));
    PromptRobot.settle();
    assertThat(text(robot, "notice")).contains("is no ordinary file");
    close(robot, window);
  }

  @Test
  void aLargeDocumentComesAfterTheWindowAndAFailedStartIsNotRepeated(FxRobot robot)
      throws IOException {
    Path file = folder.resolve("large.gradloom.json");
    Shape shape = new Shape(150, 150);
    Lesson h = BuiltInLessons.read("h");
    Random random = new Random(1);
    Matrix numbers = Matrix.numbers(shape, (i, j) -> random.nextDouble());
    Lesson large =
        new Lesson(
            "Large",
            numbers,
            List.of(new Layer(numbers, null, h.layers().getFirst().activation())),
            h.loss().with(new Target.Upstream(numbers)),
            0.1);
    LessonWriter.save(large, file);
    assertThat(StartupDocument.of(large, Optional.of(file)).later())
        .as("the same where it is named")
        .contains(file);
    Path preferences = folder.resolve("preferences.json");
    Files.writeString(preferences, "{\"lastDocument\": \"" + file + "\"}");
    StartupDocument last = last();
    assertThat(last.later()).contains(file);
    List<Runnable> waiting = new ArrayList<>();
    List<TestWindow> opened = new ArrayList<>();
    robot.interact(() ->
        opened.add(
            TestWindow.open(
                new Stage(), folder, last, TestWindow.WIDTH, TestWindow.HEIGHT, waiting::add)));
    PromptRobot.settle();
    TestWindow window = opened.getFirst();
    assertThat(text(robot, "notice")).isEqualTo("Reading large.gradloom.json …");
    robot.interact(() -> {
      while (!waiting.isEmpty()) {
        waiting.removeFirst().run();
      }
    });
    PromptRobot.settle();
    robot.interact(() -> {
      while (!waiting.isEmpty()) {
        waiting.removeFirst().run();
      }
    });
    assertThat(window.stage().getTitle()).startsWith("Large");
    close(robot, window);
    assertThat(last().later()).contains(file);
  }

  @Test
  void aMistakeInWhatShowsTheStateIsToldOnceAndTheWindowCloses(FxRobot robot) throws IOException {
    TestWindow window = open(robot, StartupDocument.builtIn("h"));
    robot.interact(() -> {
      Thread.currentThread().setUncaughtExceptionHandler(window.window().failures());
      window
          .store()
          .select(
              state -> state.explore().isAtEnd(),
              atEnd -> {
                if (atEnd) {
                  throw new IllegalStateException("a view came off");
                }
              });
      window.store().dispatch(new Action.Last());
    });
    PromptRobot.settle();
    robot.interact(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
    assertThat(text(robot, "notice")).startsWith("Something went wrong in Gradloom itself.");
    assertThat(Files.readString(folder.resolve("gradloom.log")).split("a view came off", -1))
        .hasSizeLessThanOrEqualTo(3);
    close(robot, window);
  }

  @Test
  void workInTheBackgroundThatFailsIsSaid() {
    List<Message> said = new ArrayList<>();
    Executor now = Runnable::run;
    Background background =
        new Background(now, now, failure -> Message.of("error.notLogged", failure.toString()));
    background.run(
        () -> {
          throw new OutOfMemoryError("Java heap space");
        },
        result -> said.add(Message.of("app.name")),
        said::add);
    background.run(
        () -> {
          throw new IllegalStateException("a wheel");
        },
        result -> said.add(Message.of("app.name")),
        said::add);
    assertThat(said)
        .containsExactly(
            Message.of("error.notLogged", "java.lang.OutOfMemoryError: Java heap space"),
            Message.of("error.notLogged", "java.lang.IllegalStateException: a wheel"));
  }
}
