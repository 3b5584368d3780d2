package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.control.CurveChart.Graph;
import org.gradloom.ui.control.CurveChart.Kind;
import org.gradloom.ui.control.CurveChart.Picture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class CurveChartTest {
  private static final double[] STEPS = {0, 1000, 2000, 3000, 4000};

  private CurveChart chart;

  @Start
  void start(Stage stage) {
    chart = new CurveChart();
    stage.setScene(ViewTheme.light(new StackPane(chart), 600, 300));
    stage.setX(0);
    stage.setY(0);
    // Whoever had the stage before may have sized it.
    stage.sizeToScene();
    stage.show();
  }

  private void show(FxRobot robot, Graph... curves) {
    robot.interact(
        () -> chart.setPicture(new Picture(List.of(curves), "step", "loss", "Nothing yet.")));
    PromptRobot.settle();
  }

  private static Graph train(double... values) {
    return Graph.line("train", Kind.MAIN, STEPS, values);
  }

  private static List<String> seen(FxRobot robot, String styleClass) {
    return robot.lookup(styleClass).<Text>queryAll().stream()
        .filter(Node::isVisible)
        .map(Text::getText)
        .toList();
  }

  private String readOut(FxRobot robot) {
    Label label = robot.lookup(".chart-read-out").queryAs(Label.class);
    return label.isVisible() ? label.getText() : "";
  }

  @Test
  void axesCarryRoundNumbersAndNames(FxRobot robot) {
    show(robot, train(0.93, 0.7, 0.5, 0.4, 0.38));
    assertThat(seen(robot, ".chart-tick"))
        .contains("0", "0.2", "0.4", "0.6", "0.8", "1\u2009000", "4\u2009000");
    assertThat(seen(robot, ".chart-name")).containsExactlyInAnyOrder("loss", "step");
  }

  @Test
  void theEndOfALineSaysItsNameAndValueAndTwoEndsDoNotCover(FxRobot robot) {
    show(
        robot,
        train(0.9, 0.6, 0.2, 0.1, 0.0342),
        Graph.line("test", Kind.SECOND, STEPS, new double[] {0.9, 0.6, 0.2, 0.1, 0.0361}));
    assertThat(seen(robot, ".chart-end-main")).containsExactly("train 0.0342");
    assertThat(seen(robot, ".chart-end-second")).containsExactly("test 0.0361");
    Bounds train = robot.lookup(".chart-end-main").queryAs(Text.class).getBoundsInParent();
    Bounds test = robot.lookup(".chart-end-second").queryAs(Text.class).getBoundsInParent();
    assertThat(train.intersects(test)).isFalse();
  }

  @Test
  void heightsAreLogarithmicOnlyWhereValuesSpanMoreThanTwoDecades(FxRobot robot) {
    show(robot, train(2, 1, 0.5, 0.05, 0.02));
    assertThat(seen(robot, ".chart-tick")).contains("0", "1", "2");
    show(robot, train(2, 1, 0.1, 0.01, 0.001));
    assertThat(seen(robot, ".chart-tick")).contains("1", "0.1", "0.01", "0.001");
  }

  @Test
  void pointingShowsTheStepAndEveryValueThere(FxRobot robot) {
    show(
        robot,
        new Graph(
            "train",
            Kind.MAIN,
            STEPS,
            new double[] {0.8, 0.6, 0.4, 0.2, 0.1},
            new double[] {1, 0.8, 0.6, 0.4, 0.3},
            new double[] {0.9, 0.7, 0.5, 0.3, 0.2}));
    assertThat(readOut(robot)).isEmpty();
    robot.moveTo(chart);
    assertThat(readOut(robot)).isEqualTo("step 2\u2009000\ntrain 0.5 (0.4 … 0.6)");
    robot.moveTo(new Point2D(900, 900));
    assertThat(readOut(robot)).isEmpty();
  }

  @Test
  void theArrowKeysWalkTheCrossLine(FxRobot robot) {
    show(robot, train(0.9, 0.7, 0.5, 0.3, 0.2));
    robot.interact(chart::requestFocus);
    robot.type(KeyCode.HOME);
    assertThat(readOut(robot)).isEqualTo("step 0\ntrain 0.9");
    robot.type(KeyCode.END);
    assertThat(readOut(robot)).isEqualTo("step 4\u2009000\ntrain 0.2");
    robot.type(KeyCode.ESCAPE);
    assertThat(readOut(robot)).isEmpty();
  }

  /** How many of the pixels along a level line at the middle of the heights have a colour. */
  private long pixels(FxRobot robot, Color colour) {
    return pixels(robot, colour, 60, 460);
  }

  private long pixels(FxRobot robot, Color colour, int from, int to) {
    WritableImage[] image = new WritableImage[1];
    robot.interact(() -> image[0] = chart.snapshot(null, null));
    return IntStream.range(from, to)
        .filter(x ->
            IntStream.range(100, 200)
                .anyMatch(y -> colour.equals(image[0].getPixelReader().getColor(x, y))))
        .count();
  }

  @Test
  void aSecondCurveIsDashedAndAMainOneSolid(FxRobot robot) {
    double[] level = {0.5, 0.5, 0.5, 0.5, 0.5};
    double[] top = {1, 1, 1, 1, 1};
    show(robot, train(level), Graph.line("top", Kind.KEPT, STEPS, top));
    assertThat(pixels(robot, Color.web("#0b5cd8"))).isEqualTo(400);
    show(
        robot,
        Graph.line("test", Kind.SECOND, STEPS, level),
        Graph.line("top", Kind.KEPT, STEPS, top));
    assertThat(pixels(robot, Color.web("#b45309"))).isBetween(150L, 300L);
  }

  @Test
  void aPointAloneIsADotAndItsStepsAreWhole(FxRobot robot) {
    show(
        robot,
        Graph.line("test", Kind.SECOND, new double[] {0}, new double[] {0.4}),
        Graph.line("top", Kind.KEPT, new double[] {0}, new double[] {0.8}));
    assertThat(seen(robot, ".chart-tick")).contains("0", "1").doesNotContain("0.5");
    Color colour = Color.web("#b45309");
    assertThat(pixels(robot, colour, 0, 300)).isBetween(3L, 8L);
    assertThat(seen(robot, ".chart-end-second")).containsExactly("test 0.4");
  }

  @Test
  void anEmptyChartSaysSoAndALossThatIsNoNumberIsNamed(FxRobot robot) {
    show(robot);
    assertThat(robot.lookup(".chart-empty").queryAs(Label.class).getText())
        .isEqualTo("Nothing yet.");
    assertThat(seen(robot, ".chart-tick")).isEmpty();
    show(robot, train(0.9, 1.8, 7, Double.POSITIVE_INFINITY, Double.NaN));
    assertThat(robot.lookup(".chart-empty").queryAs(Label.class).isVisible()).isFalse();
    assertThat(seen(robot, ".chart-end-main")).containsExactly("train NaN");
    assertThat(seen(robot, ".chart-tick")).contains("6", "1\u2009000").doesNotContain("3\u2009000");
  }

  @Test
  void aScreenReaderHearsTheLastValues(FxRobot robot) {
    show(robot, train(0.9, 0.7, 0.5, 0.3, 0.2));
    assertThat(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .isEqualTo("loss, train 0.2");
  }
}
