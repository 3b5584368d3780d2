package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.cell;
import static org.gradloom.ui.TestWindow.is;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.gradloom.KnownLessons;
import org.gradloom.Snapshots;
import org.gradloom.export.ExportKind;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.Lesson;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.MatrixControl;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Files, questions, looks and what is remembered, on a desk that answers by itself. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradloomWindowTest {
  private static final String TITLE = "Four samples, one layer";

  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private static void ctrl(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    PromptRobot.settle();
  }

  private static void choose(FxRobot robot, String menu, String item) {
    robot.clickOn("#menu-" + menu).clickOn("#" + item);
    PromptRobot.settle();
  }

  private static void edit(FxRobot robot) {
    robot.clickOn("#layer1-x-1-3").write("5").type(KeyCode.ENTER);
  }

  private void close(FxRobot robot) {
    robot.interact(() ->
        window
            .stage()
            .fireEvent(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    PromptRobot.settle();
  }

  private Origin origin() {
    return window.store().state().explore().document().origin();
  }

  // ---- the unsaved mark, and the question before work is lost

  @Test
  void anEditMarksTheTitleAndUndoTakesTheMarkBack(FxRobot robot) {
    edit(robot);
    assertThat(window.stage().getTitle()).isEqualTo(TITLE + " • — Gradloom");
    assertThat(text(robot, "document-title")).isEqualTo(TITLE + " •");
    ctrl(robot, KeyCode.Z);
    assertThat(window.stage().getTitle()).isEqualTo(TITLE + " — Gradloom");
    assertThat(text(robot, "document-title")).isEqualTo(TITLE);
  }

  @Test
  void withoutChangesNothingIsAsked(FxRobot robot) {
    robot.clickOn("#fold-lessons").clickOn("#lesson-shapes-can-lie");
    assertThat(window.answers().asked()).isEmpty();
    assertThat(text(robot, "document-title")).isEqualTo("Shapes can lie");
    assertThat(is(node(robot, "lesson-shapes-can-lie"), "selected")).isTrue();
    assertThat(is(node(robot, "lesson-two-layers"), "selected")).isFalse();
  }

  @Test
  void whoCancelsKeepsHisWork(FxRobot robot) {
    edit(robot);
    window.answers().aboutUnsaved(UserPrompts.Unsaved.CANCEL);
    robot.clickOn("#fold-lessons").clickOn("#lesson-shapes-can-lie");
    assertThat(window.answers().asked()).containsExactly(TITLE);
    assertThat(text(robot, "document-title")).isEqualTo(TITLE + " •");
    assertThat(cell(robot, "layer1-x", 1, 3)).isEqualTo("5");
  }

  @Test
  void whoDiscardsGoesOn(FxRobot robot) {
    edit(robot);
    window.answers().aboutUnsaved(UserPrompts.Unsaved.DISCARD);
    robot.clickOn("#fold-lessons").clickOn("#lesson-shapes-can-lie");
    assertThat(text(robot, "document-title")).isEqualTo("Shapes can lie");
  }

  @Test
  void whoSavesFirstLosesNothing(FxRobot robot) {
    edit(robot);
    Path file = folder.resolve("mine.gradloom.json");
    window.answers().aboutUnsaved(UserPrompts.Unsaved.SAVE);
    window.answers().saveTo(file);
    robot.clickOn("#fold-lessons").clickOn("#lesson-shapes-can-lie");
    PromptRobot.settle();
    assertThat(text(robot, "document-title")).isEqualTo("Shapes can lie");
    assertThat(LessonReader.read(file).x().get(0, 2)).isEqualTo(5);
  }

  @Test
  void closingAsksToo(FxRobot robot) {
    edit(robot);
    window.answers().aboutUnsaved(UserPrompts.Unsaved.CANCEL);
    close(robot);
    assertThat(window.stage().isShowing()).isTrue();
    window.answers().aboutUnsaved(UserPrompts.Unsaved.DISCARD);
    close(robot);
    assertThat(window.stage().isShowing()).isFalse();
    assertThat(window.preferences().load().window())
        .hasValueSatisfying(place -> assertThat(place.width()).isEqualTo(TestWindow.WIDTH));
  }

  @Test
  void aClickOnTheTitleRenamesTheDocument(FxRobot robot) {
    robot.clickOn("#document-title").write("Mine").type(KeyCode.ENTER);
    assertThat(text(robot, "document-title")).isEqualTo("Mine •");
    assertThat(window.stage().getTitle()).isEqualTo("Mine • — Gradloom");
    ctrl(robot, KeyCode.Z);
    assertThat(text(robot, "document-title")).isEqualTo(TITLE);
    choose(robot, "file", "file-rename");
    robot.write("Other").type(KeyCode.ESCAPE);
    assertThat(text(robot, "document-title")).isEqualTo(TITLE);
    assertThat(window.store().state().explore().document().isChanged()).isFalse();
  }

  // ---- files

  @Test
  void saveAsWritesAFileThatReadsBackAndSaveGoesThereAgain(FxRobot robot) {
    edit(robot);
    window.answers().saveTo(folder.resolve("mine"));
    choose(robot, "file", "file-saveAs");
    Path file = folder.resolve("mine.gradloom.json");
    assertThat(window.answers().asked()).containsExactly("Four-samples-one-layer.gradloom.json");
    assertThat(text(robot, "notice")).isEqualTo("Saved as mine.gradloom.json");
    assertThat(window.stage().getTitle()).isEqualTo(TITLE + " (mine.gradloom.json) — Gradloom");
    assertThat(LessonReader.read(file)).isEqualTo(window.store().state().explore().lesson());
    robot.clickOn("#layer1-x-2-1").write("1/3").type(KeyCode.ENTER);
    ctrl(robot, KeyCode.S);
    assertThat(window.answers().asked()).hasSize(1);
    assertThat(LessonReader.read(file).x().entry(1, 0).text()).isEqualTo("1/3");
    assertThat(window.preferences().load().recentFiles())
        .startsWith(file.toAbsolutePath().toString());
  }

  @Test
  void exportsWhatIsShownInTheFormThatWasChosen(FxRobot robot) {
    window.answers().exportingAs(ExportKind.NUMPY);
    window.answers().saveTo(folder.resolve("walk"));
    choose(robot, "file", "file-export");
    assertThat(window.answers().asked()).containsExactly("Four-samples-one-layer.py");
    assertThat(text(robot, "notice")).isEqualTo("Exported as walk.py.");
    assertThat(folder.resolve("walk.py")).content().contains("import numpy as np", "Z = X @ W");
  }

  @Test
  void whatCannotBeSavedIsSaidAndStaysUnsaved(FxRobot robot) {
    edit(robot);
    window.answers().saveTo(folder.resolve("nowhere").resolve("mine.gradloom.json"));
    choose(robot, "file", "file-saveAs");
    assertThat(text(robot, "notice"))
        .endsWith(" cannot be saved: there is no directory " + folder.resolve("nowhere") + ".");
    assertThat(is(node(robot, "notice-card"), "error")).isTrue();
    assertThat(text(robot, "document-title")).isEqualTo(TITLE + " •");
  }

  @Test
  void opensAFileAndListsItAmongTheRecentOnes(FxRobot robot) throws IOException {
    Path file = saved(KnownLessons.twoLayers());
    window.answers().fileToOpen(file);
    choose(robot, "file", "file-openItem");
    assertThat(origin()).isEqualTo(new Origin.InFile(file));
    assertThat(text(robot, "input-layer2-w")).contains("4×1");
    robot.clickOn("#fold-lessons").clickOn("#lesson-row-meets-column");
    assertThat(origin()).isEqualTo(new Origin.BuiltIn("row-meets-column"));
    robot.clickOn("#menu-file").clickOn("Open recent").clickOn(file.getFileName().toString());
    PromptRobot.settle();
    assertThat(origin()).isEqualTo(new Origin.InFile(file));
  }

  private Path saved(Lesson lesson) {
    Path file = folder.resolve("other.gradloom.json");
    LessonWriter.save(lesson, file);
    return file;
  }

  @Test
  void aBrokenFileIsOneSentenceAndNothingIsLost(FxRobot robot) throws IOException {
    Path broken = folder.resolve("broken.gradloom.json");
    Files.writeString(broken, "{\"gradloom\": 1, \"x\": [[1, 2], [3]]}");
    robot.clickOn("#layer1-z-2-1");
    Lesson before = window.store().state().explore().lesson();
    window.answers().fileToOpen(broken);
    choose(robot, "file", "file-openItem");
    assertThat(text(robot, "notice")).contains("broken.gradloom.json").endsWith(".");
    assertThat(text(robot, "notice").lines()).hasSize(1);
    assertThat(is(node(robot, "notice-card"), "error")).isTrue();
    assertThat(window.store().state().explore().lesson()).isSameAs(before);
    assertThat(window.place()).isEqualTo("layer1/z/2,1/term3");
    assertThat(window.preferences().load().recentFiles()).doesNotContain(broken.toString());
  }

  @Test
  void aRecentFileThatIsGoneIsSaid(FxRobot robot) throws IOException {
    Path file = saved(KnownLessons.lessonL());
    window.answers().fileToOpen(file);
    choose(robot, "file", "file-openItem");
    robot.clickOn("#fold-lessons").clickOn("#lesson-row-meets-column");
    Files.delete(file);
    robot.clickOn("#menu-file").clickOn("Open recent").clickOn(file.getFileName().toString());
    PromptRobot.settle();
    assertThat(text(robot, "notice")).contains("does not exist");
    assertThat(origin()).isEqualTo(new Origin.BuiltIn("row-meets-column"));
  }

  @Test
  void aKnownExampleOpensAtItsNumberWithItsSource(FxRobot robot) {
    robot.clickOn("#menu-file");
    robot.interact(() -> example("mazur").fire());
    assertThat(text(robot, "document-title")).isEqualTo(BuiltInLessons.read("mazur").title());
    assertThat(window.place()).startsWith("layer2/wNext/1,1");
    assertThat(TestWindow.cell(robot, "layer2-wNext", 1, 1)).startsWith("0.35");
    assertThat(text(robot, "beat-say")).contains("Matt Mazur", "0.35891648");
  }

  private MenuItem example(String id) {
    MenuButton file = (MenuButton) window.scene().lookup("#menu-file");
    return file.getItems().stream()
        .filter(item -> "file-examples".equals(item.getId()))
        .flatMap(examples -> ((Menu) examples).getItems().stream())
        .filter(item -> ("example-" + id).equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNewLessonIsInNoFileYet(FxRobot robot) {
    window.answers().newLesson(KnownLessons.twoLayers().withTitle("Mine"));
    choose(robot, "file", "file-new");
    assertThat(window.stage().getTitle()).isEqualTo("Mine — Gradloom");
    assertThat(origin()).isEqualTo(new Origin.Unsaved());
    assertThat(text(robot, "input-layer1-x")).contains("3×2");
  }

  @Test
  void resetBringsTheDocumentsNumbersBack(FxRobot robot) {
    edit(robot);
    choose(robot, "file", "file-reset");
    assertThat(cell(robot, "layer1-x", 1, 3)).isEqualTo("0");
    assertThat(text(robot, "notice")).isEqualTo("Back to the document’s own numbers");
    assertThat(window.store().state().explore().lesson()).isEqualTo(BuiltInLessons.read("h"));
    ctrl(robot, KeyCode.Z);
    assertThat(cell(robot, "layer1-x", 1, 3)).isEqualTo("5");
  }

  // ---- theme and size

  @Test
  void theThemesComeOneAfterTheOtherAndTheLastIsRemembered(FxRobot robot) {
    Color light = colourAt(4, 400);
    Theme shown = Theme.usual();
    do {
      Theme next = shown.next();
      assertThat(node(robot, "bar-theme").getAccessibleText())
          .isEqualTo(next.name() + " theme (Ctrl T)");
      if (shown.dark()) {
        ctrl(robot, KeyCode.T);
      } else {
        robot.clickOn("#bar-theme");
      }
      assertThat(window.preferences().load().theme()).isEqualTo(next.id());
      assertThat(colourAt(4, 400).getBrightness() < 0.2).as(next.name()).isEqualTo(next.dark());
      Snapshots.save(window.scene(), "explore-" + next.id());
      shown = next;
    } while (!shown.equals(Theme.usual()));
    assertThat(colourAt(4, 400)).isEqualTo(light);
  }

  @Test
  void lessMotionIsAChoiceThatReachesEveryCellAndIsRemembered(FxRobot robot) {
    MatrixControl cells = (MatrixControl) node(robot, "layer1-x");
    assertThat(cells.reducedMotionProperty().get()).isTrue();
    assertThat(window.preferences().load().lessMotion()).isTrue();
    choose(robot, "help", "help-lessMotion");
    assertThat(cells.reducedMotionProperty().get()).isFalse();
    assertThat(window.preferences().load().lessMotion()).isFalse();
    robot.interact(() -> window.store().dispatch(new Action.SystemMotion(true)));
    assertThat(cells.reducedMotionProperty().get()).isTrue();
    assertThat(window.preferences().load().lessMotion()).isFalse();
    assertThat(window.store().state().look().isMotionReduced()).isTrue();
  }

  private Color colourAt(int x, int y) {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000, () -> window.scene().snapshot(null).getPixelReader().getColor(x, y));
  }

  @Test
  void ctrlPlusAndMinusScaleTheWholeApp(FxRobot robot) {
    double usual = height(robot, "transport-play");
    double tab = height(robot, "tab-train");
    ctrl(robot, KeyCode.EQUALS);
    ctrl(robot, KeyCode.PLUS);
    assertThat(height(robot, "transport-play")).isGreaterThan(usual * 1.1);
    assertThat(height(robot, "tab-train")).isGreaterThan(tab * 1.1);
    assertThat(window.preferences().load().scale()).isGreaterThan(1.1);
    ctrl(robot, KeyCode.DIGIT0);
    assertThat(height(robot, "transport-play")).isEqualTo(usual);
    ctrl(robot, KeyCode.MINUS);
    assertThat(height(robot, "transport-play")).isLessThan(usual);
    assertThat(window.preferences().load().scale()).isLessThan(1);
  }

  private static double height(FxRobot robot, String id) {
    PromptRobot.settle();
    Node node = node(robot, id);
    return node.getLayoutBounds().getHeight();
  }

  // ---- help, and mistakes of the program

  @Test
  void theSheetOfKeysOpensWithF1(FxRobot robot) {
    robot.type(KeyCode.F1);
    assertThat(robot.lookup("#keys").lookup("Space").tryQuery()).isPresent();
    assertThat(robot.lookup("#keys").lookup("Play and pause").tryQuery()).isPresent();
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#keys").tryQuery()).isEmpty();
  }

  @Test
  void aboutNamesTheLibrariesAndTheirLicences(FxRobot robot) {
    choose(robot, "help", "help-about");
    assertThat(robot.lookup(".dialog-pane").queryAll()).hasSize(1);
    Node dialog = robot.lookup(".dialog-pane").query();
    assertThat(
            dialog.lookupAll(".list-cell").stream()
                .map(cell -> ((javafx.scene.control.Labeled) cell).getText()))
        .anySatisfy(line -> assertThat(line).startsWith("JLaTeXMath").contains("GPL"));
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup(".dialog-pane").tryQuery()).isEmpty();
  }

  @Test
  void aMistakeOfTheProgramIsOneSentenceAndALog(FxRobot robot) throws IOException {
    robot.interact(() -> window.window().failed(new IllegalStateException("a wheel came off")));
    Path log = folder.resolve("gradloom.log");
    assertThat(text(robot, "notice"))
        .isEqualTo(
            "Something went wrong in Gradloom itself. Your numbers are still here; the details are"
                + " in "
                + log);
    assertThat(is(node(robot, "notice-card"), "error")).isTrue();
    assertThat(Files.readString(log)).contains("IllegalStateException: a wheel came off");
    robot.type(KeyCode.RIGHT);
    assertThat(window.place()).isEqualTo("layer1/z/1,1/term2");
    assertThat(text(robot, "notice")).isEmpty();
  }
}
