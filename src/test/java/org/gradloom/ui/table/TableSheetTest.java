package org.gradloom.ui.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.gradloom.data.TableColumn;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.TableChoices;
import org.gradloom.training.Preset;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A table, from its file to a network that learns from it. */
@InWindow
@TestInstance(Lifecycle.PER_CLASS)
class TableSheetTest {
  private final TestWindow.Kept kept = new TestWindow.Kept();
  @TempDir private Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
    TrainingSetup setup = Preset.XOR.setup();
    window.store().dispatch(new Action.OpenSetup(setup, new Origin.BuiltIn("xor")));
  }

  private TrainingSetup setup() {
    return window.store().state().training().orElseThrow().setup();
  }

  private TableChoices choices() {
    return setup().source().flatMap(DataSource::table).orElseThrow().choices();
  }

  private void drop(FxRobot robot, Path table) {
    robot.interact(() -> window.window().open(table));
  }

  /** Chooses in a list by opening it, as one does with the mouse. */
  private void choose(FxRobot robot, String list, String value) {
    robot.clickOn("#" + list);
    Node entry =
        robot
            .lookup(node ->
                node instanceof ListCell<?> cell
                    && value.equals(cell.getText())
                    && !window.scene().equals(cell.getScene()))
            .query();
    robot.clickOn(entry);
  }

  /** Whether anything is seen of a node that has no words. */
  private static boolean isDrawn(FxRobot robot, Node node) {
    WritableImage[] image = new WritableImage[1];
    robot.interact(() -> image[0] = node.snapshot(null, null));
    return IntStream.range(0, (int) image[0].getWidth())
            .mapToObj(x -> image[0].getPixelReader().getArgb(x, 0))
            .distinct()
            .count()
        > 1;
  }

  @Test
  void aTableWithItsClassInTheMiddleIsTrainedOnFrozenAndTrainedFurther(FxRobot robot)
      throws Exception {
    drop(robot, FerryTable.in(folder));
    assertThat(text(robot, "table-title")).isEqualTo("How shall ferry.csv be read?");
    assertThat(text(robot, "table-decided")).startsWith("Guessed: the target is “port”");
    choose(robot, "table-role-5", "target");
    assertThat(text(robot, "table-task-note"))
        .isEqualTo("rescued has 2 classes (at most 20):\nno (32) · yes (16)");
    choose(robot, "table-role-3", "left out");
    assertThat(text(robot, "table-inputs")).isEqualTo("3 columns make 4 inputs, one row a line");
    assertThat(text(robot, "table-missing-note")).isEqualTo("12 lines go, 48 stay");
    assertThat(isDrawn(robot, robot.lookup(".table-lacking").query())).isTrue();
    robot.clickOn("#table-fill");
    assertThat(robot.lookup(".table-lacking").<Label>queryAll())
        .extracting(Label::getText)
        .isNotEmpty()
        .containsOnly("36.67");
    robot.clickOn("#table-leave-out");
    robot.clickOn("#table-offer");
    assertThat(text(robot, "table-missing-note")).isEqualTo("No line goes, 60 stay");
    assertThat(text(robot, "table-inputs")).isEqualTo("2 columns make 3 inputs, one row a line");
    robot.clickOn("#table-use");
    PromptRobot.await(() ->
        text(robot, "train-rows").equals("48 training and 12 test rows · 3 features · 2 classes"));
    assertThat(robot.lookup("#table-sheet").tryQuery()).isEmpty();
    assertThat(setup().classNames()).containsExactly("no", "yes");
    assertThat(choices().leftOut()).containsExactly("deck", "age");

    robot.clickOn("#train-oneBatch").clickOn("#train-oneBatch");
    PromptRobot.await(() -> text(robot, "train-step").equals("2"));
    robot.clickOn("#open-step");
    PromptRobot.await(() -> window.store().state().screen() == Screen.EXPLORE);
    assertThat(window.store().state().explore().lesson().features()).isEqualTo(3);
    robot.clickOn("#tab-train").clickOn("#train-oneBatch");
    PromptRobot.await(() -> text(robot, "train-step").equals("3"));

    // The same table is read otherwise, as one change that undo takes back.
    robot.clickOn("#train-columns");
    assertThat(robot.lookup("#table-role-5").queryAs(ComboBox.class).getValue())
        .isEqualTo(TableColumn.Role.TARGET);
    choose(robot, "table-role-3", "feature");
    robot.clickOn("#table-use");
    PromptRobot.await(() -> text(robot, "train-rows").contains("5 features"));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    PromptRobot.await(() -> text(robot, "train-rows").contains("3 features"));
  }

  @Test
  void aWrongChoiceSaysItsSentenceAndCancelLeavesTheOldSetup(FxRobot robot) throws Exception {
    TrainingSetup before = setup();
    drop(robot, FerryTable.in(folder));
    robot.clickOn("#table-regression");
    assertThat(text(robot, "table-task-refusal"))
        .isEqualTo(
            "Column “port” holds no numbers to measure an error by: choose classification, or"
                + " another target.");
    assertThat(node(robot, "table-use").isDisabled()).isTrue();
    assertThat(node(robot, "table-use").getAccessibleHelp()).startsWith("Column “port” holds no");
    robot.clickOn("#table-decisions").clickOn("Take back");
    assertThat(text(robot, "table-task-refusal")).isEmpty();
    assertThat(node(robot, "table-use").isDisabled()).isFalse();
    robot.clickOn("#table-decisions");
    choose(robot, "table-kind-2", "number");
    assertThat(text(robot, "table-refusal"))
        .isEqualTo("Column “name” holds no number: take it for something else.");
    choose(robot, "table-delimiter", ", comma");
    assertThat(text(robot, "table-form-refusal")).isNotEmpty();
    robot.clickOn("#table-cancel");
    assertThat(robot.lookup("#table-sheet").tryQuery()).isEmpty();
    assertThat(setup()).isEqualTo(before);
    assertThat(window.store().state().training().orElseThrow().document().isChanged()).isFalse();
  }

  @Test
  void theKeyboardAloneReadsATable(FxRobot robot) throws Exception {
    drop(robot, FerryTable.in(folder));
    PromptRobot.await(() -> node(robot, "table-role-8").isFocused());
    robot.type(KeyCode.LEFT, 3);
    assertThat(node(robot, "table-role-5").isFocused()).isTrue();
    // The keys of the window behind are not heard.
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
    assertThat(window.store().state().screen()).isEqualTo(Screen.TRAIN);
    robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    assertThat(text(robot, "table-task-note")).startsWith("rescued has 2 classes");
    assertThat(node(robot, "table-role-5").isFocused()).isTrue();
    robot.type(KeyCode.UP);
    assertThat(node(robot, "table-kind-5").isFocused()).isTrue();
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    PromptRobot.await(() -> text(robot, "train-rows").contains("2 classes"));
    assertThat(choices().target()).contains("rescued");
  }

  @Test
  void whereTheTargetIsFarAwayItStaysInSight(FxRobot robot) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int j = 1; j <= 60; j++) {
      lines.append("size_").append(j).append(',');
    }
    lines.append("the_class_of_each_sample_as_it_was_seen\n");
    for (int i = 0; i < 8; i++) {
      for (int j = 1; j <= 60; j++) {
        lines.append(i * 3 + j * (i % 3)).append(',');
      }
      lines.append(i % 2 == 0 ? "a\n" : "b\n");
    }
    drop(robot, Files.writeString(folder.resolve("wide.csv"), lines.toString()));
    assertThat(node(robot, "table-role-61").isFocused()).isTrue();
    assertThat(robot.lookup("the_class_of_each_sample_as_it_was_seen").tryQuery()).isPresent();
    Node sheet = node(robot, "table-sheet");
    for (int width : new int[] {700, 913, 1000}) {
      robot.interact(() -> window.stage().setWidth(width));
      PromptRobot.settle();
      Bounds inside = sheet.localToScene(sheet.getLayoutBounds());
      assertThat(inside.getWidth()).isLessThanOrEqualTo(window.scene().getWidth());
      Node preview = node(robot, "table-preview");
      assertThat(preview.localToScene(preview.getLayoutBounds()).getMaxX())
          .isLessThan(inside.getMaxX());
    }
    robot.type(KeyCode.LEFT, 30);
    assertThat(node(robot, "table-role-31").isFocused()).isTrue();
    assertThat(robot.lookup("#table-role-61").tryQuery()).isPresent();
    assertThat(robot.lookup(".table-column").queryAll()).hasSizeLessThan(20);
    robot.type(KeyCode.ESCAPE);
  }
}
