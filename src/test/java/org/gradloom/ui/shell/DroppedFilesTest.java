package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.text;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonWriter;
import org.gradloom.files.PackWriter;
import org.gradloom.lesson.Screen;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Pack;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.RecentDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Files that are dropped on the window. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DroppedFilesTest {
  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private static Path document(String title) {
    Path file = folder.resolve(title + ".gradloom.json");
    LessonWriter.save(BuiltInLessons.read("h").withTitle(title), file);
    return file;
  }

  private void drop(FxRobot robot, List<Path> files) {
    robot.interact(() -> {
      ClipboardContent content = new ClipboardContent();
      content.putFiles(files.stream().map(Path::toFile).toList());
      Dragboard board =
          DragboardHelper.createDragboard(Toolkit.getToolkit().createLocalClipboard());
      board.setContent(content);
      Parent root = window.scene().getRoot();
      Event.fireEvent(
          root,
          new DragEvent(
              DragEvent.DRAG_DROPPED, board, 9, 9, 9, 9, TransferMode.COPY, null, root, null));
    });
    PromptRobot.settle();
  }

  private List<Path> recent() {
    return window.preferences().load().recentFiles().stream().map(Path::of).toList();
  }

  @Test
  void ofSeveralTheFirstIsOpenedAndTheOthersWaitWhereTheNoticeSays(FxRobot robot)
      throws IOException {
    Path first = document("Week 1");
    Path second = document("Week 2");
    Path table = Files.writeString(folder.resolve("points.csv"), "a,b,class\n1,2,yes\n3,4,no\n");
    drop(robot, List.of(first, second, table));
    assertThat(text(robot, "document-title")).isEqualTo("Week 1");
    assertThat(text(robot, "notice"))
        .isEqualTo(
            "A window shows one document. The other 2 files that you dropped wait under File, Open"
                + " recent: Week 2.gradloom.json, points.csv.");
    assertThat(recent()).startsWith(first, second, table);
    assertThat(LayoutFaults.of(window.scene())).isEmpty();

    robot.clickOn("#notice-choice-1");
    PromptRobot.settle();
    assertThat(window.store().state().screen()).isEqualTo(Screen.START);
    assertThat(window.store().state().start().recent())
        .extracting(RecentDocument::file)
        .startsWith(first, second, table);
  }

  @Test
  void whereTheFirstCannotBeReadThatIsSaidAndTheOthersWaitAllTheSame(FxRobot robot)
      throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{");
    Path second = document("Week 4");
    drop(robot, List.of(broken, second));
    assertThat(text(robot, "notice"))
        .contains("broken.json")
        .endsWith(
            "A window shows one document. The other file that you dropped waits under File, Open"
                + " recent: Week 4.gradloom.json.");
    assertThat(recent()).startsWith(second);
  }

  @Test
  void ofMoreThanThereIsRoomForItIsSaidHowManyWereLeftOut(FxRobot robot) throws IOException {
    List<Path> files =
        IntStream.rangeClosed(1, 12).mapToObj(number -> document("No " + number)).toList();
    drop(robot, files);
    assertThat(text(robot, "notice"))
        .endsWith(
            "The other 9 files that you dropped wait under File, Open recent: No 2.gradloom.json,"
                + " No 3.gradloom.json, No 4.gradloom.json and 6 more. 2 more were left out, since"
                + " 10 fit there.");
    assertThat(recent()).isEqualTo(files.subList(0, 10));

    Path broken = Files.writeString(folder.resolve("not-read.json"), "{");
    drop(robot, Stream.concat(Stream.of(broken), files.stream()).toList());
    assertThat(text(robot, "notice"))
        .contains("The other 10 files that you dropped wait")
        .endsWith("2 more were left out, since 10 fit there.");
    assertThat(recent()).isEqualTo(files.subList(0, 10));
  }

  @Test
  void whatNobodyCanOpenTakesNoRoomFromTheRecentFiles(FxRobot robot) throws IOException {
    Path before = document("Before");
    drop(robot, List.of(before));
    Path image = Files.writeString(folder.resolve("photo.png"), "\u0089PNG");
    Path figures = Files.createDirectories(folder.resolve("figures.json"));
    Path first = document("Week 5");
    Path second = document("Week 6");
    drop(robot, List.of(image, first, figures, second));
    assertThat(text(robot, "document-title")).isEqualTo("Week 5");
    assertThat(text(robot, "notice"))
        .isEqualTo(
            "A window shows one document. The other file that you dropped waits under File, Open"
                + " recent: Week 6.gradloom.json. photo.png, figures.json are neither a document"
                + " (.json) nor a table (.csv, .tsv).");
    assertThat(recent()).startsWith(first, second, before);
    drop(robot, List.of(figures, image));
    assertThat(text(robot, "notice"))
        .contains("figures.json")
        .endsWith("photo.png is neither a document (.json) nor a table (.csv, .tsv).");
    assertThat(recent()).startsWith(first, second, before);
    assertThat(LayoutFaults.of(window.scene())).isEmpty();
  }

  @Test
  void whatAPackSaysStaysWhereOthersWait(FxRobot robot) {
    Path pack = folder.resolve("pack.json");
    PackWriter.save(
        new Pack(
            "Week 3",
            "Work them out by hand.",
            List.of(
                new Pack.Item(
                    Exercise.Kind.DW_CELL,
                    List.of(1L),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())),
            true),
        pack);
    drop(robot, List.of(pack, document("Week 7")));
    assertThat(text(robot, "notice"))
        .startsWith("Week 3: ")
        .contains("Work them out by hand. A window shows one document.")
        .endsWith("Week 7.gradloom.json.");
    assertThat(recent()).startsWith(folder.resolve("Week 7.gradloom.json"));
  }

  private static final String OTHER_WAITS =
      "A window shows one document. The other file that you dropped waits under File, Open"
          + " recent: Week 9.gradloom.json.";

  @Test
  void whoKeepsWhatIsOpenIsToldWhereTheOthersAre(FxRobot robot) {
    robot.clickOn("#layer1-x-1-3").write("5").type(KeyCode.ENTER);
    Path first = document("Week 8");
    Path second = document("Week 9");
    drop(robot, List.of(first, second));
    assertThat(window.answers().asked()).hasSize(1);
    assertThat(text(robot, "document-title")).contains("Four samples");
    assertThat(text(robot, "notice")).isEqualTo(OTHER_WAITS);
    assertThat(recent()).startsWith(second);

    window.answers().aboutUnsaved(UserPrompts.Unsaved.SAVE);
    drop(robot, List.of(first, second));
    assertThat(text(robot, "document-title")).as("not saved either").contains("Four samples");
    assertThat(text(robot, "notice")).isEqualTo(OTHER_WAITS);

    window.answers().aboutUnsaved(UserPrompts.Unsaved.SAVE);
    window.answers().saveTo(folder.resolve("no folder/mine.gradloom.json"));
    drop(robot, List.of(first, second));
    assertThat(text(robot, "notice")).contains("no folder").endsWith(OTHER_WAITS);

    drop(robot, List.of(first));
    assertThat(text(robot, "notice")).as("nothing is read any more").isEmpty();
  }

  @Test
  void besideATableTheOthersWaitWhetherItIsUsedOrNot(FxRobot robot) throws IOException {
    Path table = Files.writeString(folder.resolve("gate.csv"), "a,b,class\n1,2,yes\n3,4,no\n");
    Path other = document("Week 9");
    drop(robot, List.of(table, other));
    robot.clickOn("#table-close");
    PromptRobot.settle();
    assertThat(text(robot, "notice")).isEqualTo(OTHER_WAITS);
    assertThat(recent()).startsWith(other);

    drop(robot, List.of(table, document("Week 10")));
    drop(robot, List.of(table, other));
    assertThat(text(robot, "notice"))
        .as("another table instead of this one")
        .endsWith("Week 10.gradloom.json.");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    PromptRobot.settle();
    assertThat(window.store().state().screen()).isEqualTo(Screen.TRAIN);
    assertThat(text(robot, "notice")).isEqualTo(OTHER_WAITS);
  }

  @Test
  void oneAloneIsOpenedWithoutAWord(FxRobot robot) {
    drop(robot, List.of(document("Alone")));
    assertThat(text(robot, "document-title")).isEqualTo("Alone");
    assertThat(text(robot, "notice")).isEmpty();
  }
}
