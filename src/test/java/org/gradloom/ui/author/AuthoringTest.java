package org.gradloom.ui.author;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.gradloom.files.LessonReader;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A lesson is written in the window, saved, opened and answered. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthoringTest {
  private final TestWindow.Kept kept = new TestWindow.Kept();

  @TempDir private Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private static void tab(FxRobot robot, int times) {
    for (int i = 0; i < times; i++) {
      robot.type(KeyCode.TAB);
    }
  }

  @Test
  void aBeatIsWrittenByKeyboardSavedReopenedAndAnswered(FxRobot robot) {
    Path file = folder.resolve("mine.gradloom.json");
    window.go(robot, "layer1/dW/3,2");
    robot.clickOn("#menu-file").clickOn("#file-write");
    assertThat(text(robot, "beats-none")).startsWith("No beats yet.");
    robot.clickOn("#beats-add");
    assertThat(text(robot, "author-at")).isEqualTo("At dL/dw₃₂");

    // Headline, text, four covers, and then the question.
    tab(robot, 6);
    robot.type(KeyCode.DOWN);
    tab(robot, 6);
    robot.type(KeyCode.SPACE);
    assertThat(text(robot, "author-wrong"))
        .isEqualTo("This beat asks for something, but not what: write a headline or a text.");

    robot.interact(() -> node(robot, "author-title").requestFocus());
    robot.write("How much does it move L?");
    tab(robot, 12);
    ScrollPane side = (ScrollPane) node(robot, "left-scroll");
    assertThat(side.getVvalue()).as("Tab led down to the button").isGreaterThan(0);
    robot.type(KeyCode.SPACE);
    assertThat(side.getVvalue()).as("and back to the list").isZero();
    assertThat(text(robot, "beats-item-1")).isEqualTo("How much does it move L?");
    assertThat(text(robot, "beat-title")).isEqualTo("How much does it move L?");
    assertThat(TestWindow.cells(robot, "layer1-dW", "covered")).containsExactly("3,2");

    window.answers().saveTo(file);
    robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
    Lesson saved = LessonReader.read(file);
    Beat beat = saved.beats().getFirst();
    assertThat(beat.cover()).containsExactly(Place.parse("layer1/dW/3,2"));
    Beat.Ask ask = requireNonNull(beat.ask());
    assertThat(ask.kind()).isEqualTo(Answer.Kind.NUMBER);
    assertThat(ask.of()).isEqualTo(Place.parse("layer1/dW/3,2"));

    robot.interact(() -> window.window().open(file));
    assertThat(text(robot, "beat-count")).isEqualTo("1 of 1");
    robot.write("-6").type(KeyCode.ENTER);
    assertThat(TestWindow.is(node(robot, "attempt-1"), "right")).isTrue();
    assertThat(TestWindow.cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");

    robot.clickOn("#beats-edit");
    assertThat(text(robot, "author-title")).isEqualTo("How much does it move L?");
    assertThat(node(robot, "author-move").isVisible()).isFalse();
    window.go(robot, "layer1/dW/1,1");
    assertThat(node(robot, "author-move").isVisible()).as("away from its place").isTrue();
    robot.clickOn("#beats-remove");
    assertThat(text(robot, "beats-none")).startsWith("No beats yet.");
    assertThat(robot.lookup("#beat-editor").tryQuery())
        .as("the form of a beat that is gone")
        .isEmpty();
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(text(robot, "beats-item-1")).isEqualTo("How much does it move L?");
  }

  /** Nothing that is written has to be scrolled to within its own field. */
  @Test
  void aFieldIsAsHighAsItsText(FxRobot robot) {
    robot.interact(() -> {
      window.stage().setWidth(1024);
      window.stage().setHeight(700);
      window.openBuiltIn("add-the-cards");
      window.store().dispatch(new Action.ToBeat(2));
    });
    robot.clickOn("#menu-file").clickOn("#file-write");
    robot.interact(() -> ((Button) node(robot, "beats-edit")).fire());
    PromptRobot.settle();
    TextArea hints = (TextArea) node(robot, "author-hints");
    assertThat(hints.getText().lines()).hasSize(2);
    for (TextArea area : List.of(hints, (TextArea) node(robot, "author-say"))) {
      assertThat(area.lookupAll(".scroll-bar")).as(area.getId()).noneMatch(Node::isVisible);
      ScrollPane inner = (ScrollPane) area.lookup(".scroll-pane");
      assertThat(inner.getContent().getLayoutBounds().getHeight())
          .as(area.getId())
          .isLessThanOrEqualTo(area.getHeight());
    }
    double before = hints.getHeight();
    robot.interact(() -> hints.appendText("\nA third one\nand a fourth"));
    PromptRobot.settle();
    assertThat(hints.getHeight()).isGreaterThan(before + 20);
  }
}
