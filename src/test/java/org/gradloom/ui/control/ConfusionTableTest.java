package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.ConfusionTable.Counts;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class ConfusionTableTest {
  private ConfusionTable table;

  @Start
  void start(Stage stage) {
    table = new ConfusionTable(Texts.english());
    table.setDescriber(
        (truth, said, count) -> count + " that are " + truth + " were taken for " + said);
    table.show(
        List.of("cat", "dog", "cow"),
        new Counts(new Shape(3, 3), List.of(8, 1, 0, 2, 7, 0, 0, 6, 9)));
    stage.setScene(ViewTheme.light(new VBox(table), 400, 300));
    stage.setX(0);
    stage.setY(0);
    // Whoever had the stage before may have sized it.
    stage.sizeToScene();
    stage.show();
  }

  private static Label count(FxRobot robot, int truth, int said) {
    return robot.lookup("#said-" + truth + "-" + said).queryAs(Label.class);
  }

  @Test
  void rowsAreWhatSamplesAreAndColumnsWhatWasSaid(FxRobot robot) {
    assertThat(count(robot, 3, 2).getText()).isEqualTo("6");
    assertThat(count(robot, 2, 3).getText()).isEqualTo("·");
    assertThat(robot.lookup(".confusion-row").<Label>queryAll())
        .extracting(Label::getText)
        .containsExactly("cat", "dog", "cow");
    assertThat(robot.lookup(".confusion-column").<Label>queryAll())
        .extracting(Label::getText)
        .containsExactly("cat", "dog", "cow");
  }

  @Test
  void theDiagonalIsEmphasisedAndMistakesAreTintedByTheirCount(FxRobot robot) {
    assertThat(TestWindow.is(count(robot, 1, 1), "right")).isTrue();
    assertThat(TestWindow.is(count(robot, 1, 2), "rare")).isTrue();
    assertThat(TestWindow.is(count(robot, 3, 2), "many")).isTrue();
    assertThat(TestWindow.is(count(robot, 3, 2), "rare")).isFalse();
    assertThat(TestWindow.is(count(robot, 3, 2), "right")).isFalse();
    assertThat(TestWindow.is(count(robot, 1, 3), "rare")).isFalse();
  }

  @Test
  void pointingSaysTheSentence(FxRobot robot) throws TimeoutException {
    robot.moveTo(count(robot, 3, 2));
    PromptRobot.await(() -> !TestWindow.popups(robot, ".tooltip").isEmpty());
    assertThat(TestWindow.popups(robot, ".tooltip"))
        .containsExactly("6 that are 2 were taken for 1");
    assertThat(count(robot, 3, 2).getAccessibleText()).isEqualTo("6 that are 2 were taken for 1");
  }

  @Test
  void newCountsReplaceTheOld(FxRobot robot) {
    robot.interact(() ->
        table.show(
            List.of("cat", "dog", "cow"),
            new Counts(new Shape(3, 3), List.of(1, 1, 0, 0, 0, 0, 0, 0, 2))));
    assertThat(count(robot, 1, 1).getText()).isEqualTo("1");
    assertThat(count(robot, 3, 3).getText()).isEqualTo("2");
    assertThat(TestWindow.is(count(robot, 3, 2), "many")).isFalse();
  }

  /** 20 classes, each taken for itself 7 times and the first one for the last 120 times. */
  private void showBreeds(FxRobot robot) {
    List<String> breeds =
        IntStream.rangeClosed(1, 20).mapToObj(i -> "a long name of breed " + i).toList();
    List<Integer> counts =
        IntStream.range(0, 400).mapToObj(at -> at == 19 ? 120 : at % 21 == 0 ? 7 : 0).toList();
    robot.interact(() -> {
      table.show(breeds, new Counts(new Shape(20, 20), counts));
      table.applyCss();
      table.getScene().getRoot().layout();
    });
  }

  @Test
  void columnsOfLongNamesAreNumberedAsTheirRowsAre(FxRobot robot) {
    showBreeds(robot);
    assertThat(robot.lookup(".confusion-column").<Label>queryAll())
        .extracting(Label::getText)
        .containsExactly("1", "5", "10", "15", "20");
    Label fifth = robot.lookup(".confusion-row").<Label>queryAll().stream().toList().get(4);
    assertThat(fifth.getText()).isEqualTo("5  a long name of breed 5");
    assertThat(fifth.getTooltip().getText()).isEqualTo("a long name of breed 5");
    assertThat(count(robot, 20, 20).getText()).isEqualTo("7");
    assertThat(count(robot, 1, 20).getText()).isEqualTo("…");
    assertThat(count(robot, 1, 20).getAccessibleText())
        .isEqualTo("120 that are 0 were taken for 19");
  }

  @Test
  void nothingOfTwentyClassesIsCutAtTheEdgeOrCoversANeighbour(FxRobot robot) {
    showBreeds(robot);
    double right = 0;
    for (Node head : robot.lookup(".confusion-column").queryAll()) {
      Bounds at = head.getBoundsInParent();
      assertThat(at.getMinX()).isGreaterThanOrEqualTo(right);
      right = at.getMaxX();
    }
    assertThat(right).isLessThanOrEqualTo(table.getWidth() + 0.5);
    for (Node name : robot.lookup(".confusion-row").queryAll()) {
      assertThat(name.getBoundsInParent().getMaxX())
          .isLessThanOrEqualTo(count(robot, 1, 1).getBoundsInParent().getMinX());
    }
  }

  @Test
  void countsMustBeSquare() {
    assertThatThrownBy(() -> new Counts(new Shape(2, 3), List.of(1, 2, 3, 4, 5, 6)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
