package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.control.RegionPlot.Picture;
import org.gradloom.ui.control.RegionPlot.Point;
import org.gradloom.ui.control.RegionPlot.Regions;
import org.gradloom.ui.control.RegionPlot.Side;
import org.gradloom.ui.control.RegionPlot.Spot;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class RegionPlotTest {
  /** The left half is surely the first class, the right half the second, and less surely below. */
  private static final Regions HALVES =
      new Regions(2, 2, new int[] {0, 1, 0, 1}, new double[] {1, 1, 1, 0.25});

  private static final List<Point> POINTS =
      List.of(new Point(-1, 1, 0, false), new Point(1, 1, 1, true));

  private final List<Spot> added = new ArrayList<>();
  private final List<Integer> removed = new ArrayList<>();
  private RegionPlot plot;
  private Scene scene;

  @Start
  void start(Stage stage) {
    plot = new RegionPlot(Texts.english());
    plot.setPicture(
        new Picture(
            new Side("petal length", -2, 2),
            new Side("petal width", -2, 2),
            List.of("setosa", "virginica"),
            Optional.of(HALVES),
            POINTS));
    plot.setDescriber((x, y) -> "at " + Numbers.format(x, 2) + ", " + Numbers.format(y, 2));
    plot.setOnAdd((x, y) -> added.add(new Spot(x, y)));
    plot.setOnRemove(removed::add);
    scene = ViewTheme.light(new StackPane(plot), 480, 520);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    // Whoever had the stage before may have sized it.
    stage.sizeToScene();
    stage.show();
  }

  /** A place of the plane on the screen. */
  private Point2D screen(FxRobot robot, double x, double y) {
    Bounds plane =
        robot.bounds(robot.lookup(ImageView.class::isInstance).<ImageView>query()).query();
    return new Point2D(
        plane.getMinX() + (x + 2) / 4 * plane.getWidth(),
        plane.getMaxY() - (y + 2) / 4 * plane.getHeight());
  }

  private Color seen(FxRobot robot, double x, double y) {
    WritableImage[] image = new WritableImage[1];
    robot.interact(() -> image[0] = scene.snapshot(null));
    Point2D at = screen(robot, x, y);
    return image[0].getPixelReader().getColor((int) at.getX(), (int) at.getY());
  }

  private String readOut(FxRobot robot) {
    Label label = robot.lookup(".chart-read-out").queryAs(Label.class);
    return label.isVisible() ? label.getText() : "";
  }

  @Test
  void regionsWearTheColourOfTheirClassAndArePalerWhereLessSure(FxRobot robot) {
    Color first = seen(robot, -0.5, -0.5);
    Color second = seen(robot, 0.5, 0.5);
    Color unsure = seen(robot, 0.5, -0.5);
    assertThat(first.getRed()).isGreaterThan(first.getBlue() + 0.2);
    assertThat(second.getBlue()).isGreaterThan(second.getGreen() + 0.1);
    assertThat(unsure.getSaturation()).isBetween(0.01, second.getSaturation() / 2);
  }

  @Test
  void trainingPointsAreFilledAndTestPointsHollow(FxRobot robot) {
    assertThat(seen(robot, -1, 1)).isEqualTo(Color.web("#cf6f00"));
    assertThat(seen(robot, 1, 1)).isEqualTo(Color.WHITE);
  }

  @Test
  void sidesCarryScalesAndNamesAndTheLegendNamesTheClasses(FxRobot robot) {
    assertThat(robot.lookup(".chart-tick").<Text>queryAll().stream().map(Text::getText))
        .contains("−2", "−1", "0", "1", "2");
    assertThat(robot.lookup(".chart-name").<Text>queryAll().stream().map(Text::getText))
        .containsExactly("petal length", "petal width");
    assertThat(robot.lookup(".region-legend-entry").<Label>queryAll().stream().map(Label::getText))
        .containsExactly("setosa", "virginica", "hollow = test", "paler = less sure");
  }

  @Test
  void aClickOnAnEmptyPlaceAsksForAPointThere(FxRobot robot) {
    robot.clickOn(screen(robot, 0.5, -1));
    assertThat(added).hasSize(1);
    assertThat(added.getFirst().x()).isCloseTo(0.5, within(0.02));
    assertThat(added.getFirst().y()).isCloseTo(-1, within(0.02));
    assertThat(removed).isEmpty();
  }

  @Test
  void aClickOnAPointAsksToTakeItAway(FxRobot robot) {
    robot.clickOn(screen(robot, 1, 1));
    assertThat(removed).containsExactly(1);
    assertThat(added).isEmpty();
  }

  @Test
  void pointingSaysWhatIsThereAndLeavingTakesItAway(FxRobot robot) {
    robot.moveTo(screen(robot, 0, 0));
    assertThat(readOut(robot)).matches("at −?0(\\.00\\d+)?, −?0(\\.00\\d+)?");
    robot.moveTo(new Point2D(900, 900));
    assertThat(readOut(robot)).isEmpty();
  }

  @Test
  void theKeyboardMovesACrossThatAddsAndRemoves(FxRobot robot) {
    robot.interact(plot::requestFocus);
    robot.type(KeyCode.ENTER);
    assertThat(added).isEmpty();
    robot.type(KeyCode.RIGHT);
    assertThat(readOut(robot)).isEqualTo("at 0, 0");
    robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
    robot.type(KeyCode.UP);
    assertThat(readOut(robot)).isEqualTo("at −0.4, 0.08");
    assertThat(plot.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .isEqualTo("What the network says by petal length and petal width: at −0.4, 0.08");
    robot.type(KeyCode.ENTER);
    assertThat(added.getFirst().x()).isCloseTo(-0.4, within(1e-9));
    robot.type(KeyCode.DELETE);
    assertThat(removed).containsExactly(0);
    robot.type(KeyCode.ESCAPE);
    assertThat(readOut(robot)).isEmpty();
  }

  @Test
  void newRegionsAreSeenWithoutMovingThePointer(FxRobot robot) {
    robot.moveTo(screen(robot, 0, 0));
    Picture before = plot.getPicture();
    robot.interact(() -> {
      plot.setDescriber((x, y) -> "second");
      plot.setPicture(
          new Picture(
              before.x(),
              before.y(),
              new RegionPlot.OfClasses(
                  List.of("A", "B"),
                  Optional.of(new Regions(1, 1, new int[] {1}, new double[] {1}))),
              before.points()));
    });
    assertThat(readOut(robot)).isEqualTo("second");
    Color left = seen(robot, -0.5, -0.5);
    assertThat(left.getBlue()).isGreaterThan(left.getGreen() + 0.1);
  }
}
