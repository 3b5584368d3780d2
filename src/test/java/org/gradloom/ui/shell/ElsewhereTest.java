package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.cell;
import static org.gradloom.ui.TestWindow.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.gradloom.Snapshots;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.text.Message;
import org.gradloom.training.Preset;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A file that is not what it was when it was opened is noticed before it is written over. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElsewhereTest {
  private static final Lesson H = BuiltInLessons.read("h");

  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;
  private Path file = folder;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  /** The lesson with another number in the first row of X. */
  private static Lesson with(int column, double value) {
    return Edits.apply(
        H,
        new Edit.SetEntry(
            new Operand(0, MatrixSymbol.X), new Cell(0, column - 1), Entry.of(value)));
  }

  private void open(FxRobot robot, String name) {
    file = folder.resolve(name + ".gradloom.json");
    LessonWriter.save(H, file);
    robot.interact(() -> window.window().open(file));
    PromptRobot.settle();
  }

  private static void edit(FxRobot robot) {
    robot.clickOn("#layer1-x-1-3").write("5").type(KeyCode.ENTER);
    PromptRobot.settle();
  }

  private static void ctrl(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    PromptRobot.settle();
  }

  /** Away from the document and back, when files are looked at. */
  private void comeBack(FxRobot robot) {
    robot.interact(() -> {
      window.store().dispatch(new Action.Show(Screen.START));
      window.store().dispatch(new Action.Show(Screen.EXPLORE));
    });
    PromptRobot.settle();
  }

  private boolean isAsked() {
    return window.scene().lookup("#elsewhere").isVisible();
  }

  @Test
  void withoutChangesOfOnesOwnTheirsIsTakenAtOnceAndCanBeUndone(FxRobot robot) {
    open(robot, "taken");
    LessonWriter.save(with(1, 7), file);
    comeBack(robot);
    assertThat(cell(robot, "layer1-x", 1, 1)).isEqualTo("7");
    assertThat(text(robot, "notice"))
        .isEqualTo(
            "taken.gradloom.json was changed by another program and is shown as it is now. Undo"
                + " brings back what was here.");
    assertThat(text(robot, "document-title")).doesNotContain("•");
    assertThat(isAsked()).isFalse();
    ctrl(robot, KeyCode.Z);
    assertThat(cell(robot, "layer1-x", 1, 1)).isEqualTo("−1");
    assertThat(text(robot, "document-title")).contains("•");
  }

  @Test
  void savingOverWhatAnotherWroteAsksFirst(FxRobot robot) {
    open(robot, "week-3-batch");
    edit(robot);
    LessonWriter.save(with(1, 7), file);
    ctrl(robot, KeyCode.S);
    assertThat(LessonReader.read(file)).isEqualTo(with(1, 7));
    assertThat(isAsked()).isTrue();
    assertThat(text(robot, "elsewhere-what"))
        .isEqualTo("week-3-batch.gradloom.json was changed by another program");
    assertThat(text(robot, "elsewhere-rest")).endsWith("You have 1 change of your own.");
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
    Snapshots.save(window.scene(), "changed-elsewhere");
    ctrl(robot, KeyCode.S);
    assertThat(window.scene().getFocusOwner().getId()).isEqualTo("elsewhere-mine");
    assertThat(LessonReader.read(file)).isEqualTo(with(1, 7));

    robot.clickOn("#elsewhere-theirs");
    PromptRobot.settle();
    assertThat(isAsked()).isFalse();
    assertThat(cell(robot, "layer1-x", 1, 1)).isEqualTo("7");
    assertThat(cell(robot, "layer1-x", 1, 3)).isEqualTo("0");
    ctrl(robot, KeyCode.Z);
    assertThat(cell(robot, "layer1-x", 1, 3)).isEqualTo("5");
    assertThat(LessonReader.read(file)).isEqualTo(with(1, 7));
  }

  @Test
  void whoKeepsHisOwnWritesItAndIsAskedNoMore(FxRobot robot) {
    open(robot, "kept");
    edit(robot);
    LessonWriter.save(with(1, 7), file);
    comeBack(robot);
    assertThat(isAsked()).isTrue();
    robot.clickOn("#elsewhere-mine");
    PromptRobot.settle();
    assertThat(isAsked()).isFalse();
    assertThat(LessonReader.read(file)).isEqualTo(with(3, 5));
    comeBack(robot);
    assertThat(isAsked()).isFalse();
    assertThat(text(robot, "document-title")).doesNotContain("•");
  }

  @Test
  void aDeletedFileIsSaidAndWrittenAgainWhereThatIsWanted(FxRobot robot) throws IOException {
    open(robot, "gone");
    Files.delete(file);
    comeBack(robot);
    assertThat(text(robot, "elsewhere-what")).isEqualTo("gone.gradloom.json was deleted");
    assertThat(text(robot, "document-title")).contains("•");
    robot.clickOn("#elsewhere-mine");
    PromptRobot.settle();
    assertThat(LessonReader.read(file)).isEqualTo(H);
    assertThat(isAsked()).isFalse();
  }

  @Test
  void whatIsNoDocumentAnyMoreIsSaidAndSavedElsewhere(FxRobot robot) throws IOException {
    open(robot, "broken");
    edit(robot);
    Files.writeString(file, "{");
    ctrl(robot, KeyCode.S);
    assertThat(text(robot, "elsewhere-what"))
        .isEqualTo(
            "broken.gradloom.json was changed by another program and is no document any more");
    Path other = folder.resolve("other.gradloom.json");
    window.answers().saveTo(other);
    robot.clickOn("#elsewhere-saveAs");
    PromptRobot.settle();
    assertThat(isAsked()).isFalse();
    assertThat(file).hasContent("{");
    assertThat(LessonReader.read(other)).isEqualTo(with(3, 5));
  }

  @Test
  void aFileThatWasOnlyTouchedIsWritten(FxRobot robot) throws IOException {
    open(robot, "touched");
    edit(robot);
    LessonWriter.save(H, file);
    ctrl(robot, KeyCode.S);
    assertThat(isAsked()).isFalse();
    assertThat(LessonReader.read(file)).isEqualTo(with(3, 5));
  }

  @Test
  void anotherDataSetIsNotSavedOverTheOldOnesFile(FxRobot robot) {
    Path setup = folder.resolve("gate.gradloom.json");
    TrainingSetup xor = Preset.XOR.setup();
    LessonWriter.save(xor.lesson(), setup);
    robot.interact(() -> window.window().open(setup));
    PromptRobot.settle();
    robot.interact(() ->
        window
            .store()
            .dispatch(new Action.ChangeSetup(Preset.IRIS.setup(), Message.of("app.name"))));
    Path iris = folder.resolve("iris.gradloom.json");
    window.answers().saveTo(iris);
    ctrl(robot, KeyCode.S);
    assertThat(window.answers().asked()).hasSize(1);
    assertThat(LessonReader.read(setup)).isEqualTo(xor.lesson());
    assertThat(LessonReader.read(iris)).isEqualTo(Preset.IRIS.setup().lesson());
  }
}
