package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.control.BarRows.Row;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class BarRowsTest {
  private BarRows bars;

  @Start
  void start(Stage stage) {
    bars = new BarRows(Texts.english());
    stage.setScene(ViewTheme.light(new VBox(bars.note(), bars), 400, 200));
    stage.setX(0);
    stage.setY(0);
    // Whoever had the stage before may have sized it.
    stage.sizeToScene();
    stage.show();
  }

  private void show(FxRobot robot, Row... rows) {
    robot.interact(() -> bars.setRows(List.of(rows)));
    PromptRobot.settle();
  }

  private static List<String> words(FxRobot robot, String styleClass) {
    return robot.lookup(styleClass).<Label>queryAll().stream()
        .filter(Node::isVisible)
        .map(Label::getText)
        .toList();
  }

  private static List<Double> lengths(FxRobot robot) {
    return robot.lookup(".bar-fill").<Region>queryAll().stream().map(Region::getWidth).toList();
  }

  @Test
  void barsAreAsLongAsTheirValues(FxRobot robot) {
    show(robot, new Row("‖dW₁‖", 0.5), new Row("‖dW₂‖", 2), new Row("‖dW₃‖", 0));
    assertThat(words(robot, ".bar-name")).containsExactly("‖dW₁‖", "‖dW₂‖", "‖dW₃‖");
    assertThat(words(robot, ".bar-value")).containsExactly("0.5", "2", "0");
    List<Double> lengths = lengths(robot);
    assertThat(lengths.get(1)).isGreaterThan(100);
    assertThat(lengths.get(0)).isCloseTo(lengths.get(1) / 4, within(1.0));
    assertThat(lengths.get(2)).isZero();
    assertThat(words(robot, ".bar-note")).isEmpty();
  }

  @Test
  void overMoreThanThreeDecadesBarsGrowWithTheLogarithmAndSaySo(FxRobot robot) {
    show(robot, new Row("‖dW₁‖", 1e-6), new Row("‖dW₂‖", 1e-3), new Row("‖dW₃‖", 1));
    List<Double> lengths = lengths(robot);
    assertThat(lengths.get(0)).isPositive();
    assertThat(lengths.get(2) - lengths.get(1))
        .isCloseTo(lengths.get(1) - lengths.get(0), within(2.0));
    assertThat(words(robot, ".bar-note")).containsExactly("log bars");
    assertThat(words(robot, ".bar-value")).containsExactly("1e−6", "0.001", "1");
  }

  @Test
  void aValueThatIsNoNumberIsSaidAndHasNoBar(FxRobot robot) {
    show(
        robot,
        new Row("‖dW₁‖", Double.NaN),
        new Row("‖dW₂‖", 2),
        new Row("‖dW₃‖", Double.POSITIVE_INFINITY));
    assertThat(words(robot, ".bar-value")).containsExactly("NaN", "2", "∞");
    assertThat(lengths(robot)).element(0).isEqualTo(0.0);
    assertThat(lengths(robot).get(1)).isGreaterThan(100);
    assertThat(lengths(robot)).element(2).isEqualTo(0.0);
  }
}
