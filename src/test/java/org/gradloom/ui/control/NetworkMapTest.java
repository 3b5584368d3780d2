package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.NetworkMap.LayerPicture;
import org.gradloom.ui.control.NetworkMap.Limits;
import org.gradloom.ui.control.NetworkMap.Picture;
import org.gradloom.ui.control.NetworkMap.Unit;
import org.gradloom.ui.control.NetworkMap.Wire;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class NetworkMapTest {
  private static final Matrix INTO_HIDDEN = Matrix.of(new double[][] {{1, -2, 0.5}, {-1, 2, 0}});
  private static final Matrix INTO_OUTPUT = Matrix.of(new double[][] {{1}, {-1}, {3}});

  private final SampleOwner owner = new SampleOwner();
  private NetworkMap map;
  private Scene scene;

  @Start
  void start(Stage stage) {
    map = new NetworkMap(Texts.english(), owner);
    map.setPicture(picture(List.of()));
    scene = ViewTheme.light(new StackPane(map), 600, 400);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    // Whoever had the stage before may have sized it.
    stage.sizeToScene();
    stage.show();
  }

  /** 2-3-1. */
  private static Picture picture(List<Matrix> responses) {
    return picture(responses, INTO_OUTPUT);
  }

  private static Picture picture(List<Matrix> responses, Matrix intoOutput) {
    return new Picture(
        List.of("x₁", "x₂"),
        List.of(),
        List.of(
            new LayerPicture("W₁ 2×3", INTO_HIDDEN, Optional.of(Matrix.row(0.25, 0, 0)), responses),
            new LayerPicture("W₂ 3×1", intoOutput, Optional.empty(), List.of())),
        List.of(),
        OptionalInt.of(1));
  }

  private static Picture ofSizes(int... sizes) {
    return new Picture(
        List.of(),
        List.of(),
        IntStream.range(1, sizes.length)
            .mapToObj(l ->
                new LayerPicture(
                    "W" + l,
                    Matrix.numbers(new Shape(sizes[l - 1], sizes[l]), (i, j) -> i - j),
                    Optional.empty(),
                    List.of()))
            .toList(),
        List.of(),
        OptionalInt.empty());
  }

  private void show(FxRobot robot, Picture picture) {
    robot.interact(() -> map.setPicture(picture));
    PromptRobot.settle();
  }

  /** Where a part is on the screen. */
  private Point2D at(NetworkMap.Part part) {
    return map.localToScreen(((NetworkMapSkin) map.getSkin()).middle(part).orElseThrow());
  }

  private Color seen(FxRobot robot, Point2D screen) {
    WritableImage[] image = new WritableImage[1];
    robot.interact(() -> image[0] = scene.snapshot(null));
    Point2D local = scene.getRoot().screenToLocal(screen);
    return image[0].getPixelReader().getColor((int) local.getX(), (int) local.getY());
  }

  private String readOut(FxRobot robot) {
    Label label = robot.lookup(".chart-read-out").queryAs(Label.class);
    return label.isVisible() ? label.getText() : "";
  }

  private TextField field(FxRobot robot) {
    return robot.lookup("#network-map-editor").queryAs(TextField.class);
  }

  @Test
  void pointingAtAWireSaysItsWeightAndFollowsItsChanges(FxRobot robot) {
    owner.values = ": 3";
    robot.moveTo(at(new Wire(1, 2, 0)));
    assertThat(readOut(robot)).isEqualTo("w31 of layer 2: 3");
    owner.values = ": 4";
    show(robot, picture(List.of(), Matrix.of(new double[][] {{1}, {-1}, {4}})));
    assertThat(readOut(robot)).isEqualTo("w31 of layer 2: 4");
    robot.moveTo(new Point2D(900, 900));
    assertThat(readOut(robot)).isEmpty();
  }

  @Test
  void aWeightTypedOnItsWireIsHandedOn(FxRobot robot) {
    robot.clickOn(at(new Wire(1, 2, 0)));
    assertThat(field(robot).isVisible()).isTrue();
    assertThat(field(robot).getText()).isEqualTo("3");
    robot.write("1/2").type(KeyCode.ENTER);
    assertThat(owner.asked).containsExactly("w31 of layer 2 = 0.5");
    assertThat(field(robot).isVisible()).isFalse();
    assertThat(map.isFocused()).isTrue();
  }

  @Test
  void aBiasTypedOnItsUnitIsHandedOn(FxRobot robot) {
    robot.clickOn(at(new Unit(1, 0)));
    assertThat(field(robot).getText()).isEqualTo("0.25");
    robot.write("-2e-3").type(KeyCode.ENTER);
    assertThat(owner.asked).contains("bias of unit 1 of column 1 = -0.002");
  }

  @Test
  void whatHasNoBiasOpensNoField(FxRobot robot) {
    robot.clickOn(at(new Unit(0, 1)));
    robot.clickOn(at(new Unit(2, 0)));
    assertThat(field(robot).isVisible()).isFalse();
  }

  @Test
  void whatIsNoNumberIsExplainedAndCanBePutRight(FxRobot robot) {
    robot.clickOn(at(new Wire(1, 2, 0)));
    robot.write("1,5").type(KeyCode.ENTER);
    assertThat(TestWindow.popups(robot, ".error-bubble"))
        .containsExactly("“1,5” has a decimal comma: write 1.5.");
    assertThat(owner.asked).isEmpty();
    assertThat(field(robot).isVisible()).isTrue();
    robot.type(KeyCode.BACK_SPACE, 2).write(".5").type(KeyCode.ENTER);
    assertThat(owner.asked).containsExactly("w31 of layer 2 = 1.5");
  }

  @Test
  void escapeLeavesAWeightAsItWas(FxRobot robot) {
    robot.clickOn(at(new Wire(1, 2, 0)));
    robot.write("7").type(KeyCode.ESCAPE);
    assertThat(owner.asked).isEmpty();
    assertThat(field(robot).isVisible()).isFalse();
  }

  @Test
  void pointingAtAUnitAsksToShowItUntilThePointerLeaves(FxRobot robot) {
    robot.moveTo(at(new Unit(1, 1)));
    robot.moveTo(new Point2D(900, 900));
    assertThat(owner.asked).startsWith("hovered unit 2 of column 1").endsWith("hovered none");
  }

  @Test
  void theKeyboardWalksUnitsAndWiresAndEdits(FxRobot robot) {
    robot.interact(map::requestFocus);
    robot.type(KeyCode.RIGHT);
    assertThat(readOut(robot)).isEqualTo("unit 1 of column 0");
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.RIGHT);
    assertThat(readOut(robot)).isEqualTo("w21 of layer 1");
    robot.type(KeyCode.DOWN);
    assertThat(map.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("w22 of layer 1");
    robot.type(KeyCode.ENTER).write("0.5").type(KeyCode.ENTER);
    assertThat(owner.asked)
        .containsExactly(
            "hovered unit 1 of column 0",
            "hovered unit 2 of column 0",
            "hovered none",
            "w22 of layer 1 = 0.5");
    robot.type(KeyCode.RIGHT);
    assertThat(readOut(robot)).isEqualTo("unit 2 of column 1");
  }

  @Test
  void buttonsChangeUnitsAndLayersAndSelect(FxRobot robot) {
    robot.clickOn("#more-units-1").clickOn("#fewer-units-1");
    robot.clickOn("#insert-layer-2").clickOn("#remove-layer-1").clickOn("#layer-1");
    assertThat(owner.asked)
        .filteredOn(asked -> !asked.startsWith("hovered"))
        .containsExactly("units of 0 by 1", "units of 0 by -1", "insert 1", "remove 0", "select 0");
    assertThat(TestWindow.is(robot.lookup("#layer-2").query(), "selected")).isTrue();
    assertThat(TestWindow.is(robot.lookup("#layer-1").query(), "selected")).isFalse();
  }

  @Test
  void atTheLimitsAButtonRestsAndSaysWhy(FxRobot robot) throws TimeoutException {
    robot.interact(() -> map.setLimits(new Limits(1, 3)));
    PromptRobot.settle();
    Button more = robot.lookup("#more-units-1").queryButton();
    assertThat(more.isDisabled()).isTrue();
    assertThat(robot.lookup("#insert-layer-1").queryButton().isDisabled()).isTrue();
    assertThat(robot.lookup("#fewer-units-1").queryButton().isDisabled()).isFalse();
    assertThat(more.getAccessibleHelp()).isEqualTo("A hidden layer has at most 3 units.");
    assertThat(robot.lookup("#insert-layer-1").queryButton().getAccessibleHelp())
        .isEqualTo("A network has at most one hidden layer.");
    robot.moveTo(more);
    PromptRobot.await(() -> !TestWindow.popups(robot, ".tooltip").isEmpty());
    assertThat(TestWindow.popups(robot, ".tooltip"))
        .containsExactly("A hidden layer has at most 3 units.");
  }

  @Test
  void aButtonKeepsTheFocusWhenTheNetworkGrows(FxRobot robot) {
    Button more = robot.lookup("#more-units-1").queryButton();
    robot.interact(more::requestFocus);
    show(robot, ofSizes(2, 4, 1));
    assertThat(robot.lookup("#more-units-1").queryButton().isFocused()).isTrue();
    robot.type(KeyCode.SPACE);
    assertThat(owner.asked).containsExactly("units of 0 by 1");
    show(robot, ofSizes(2, 1));
    assertThat(map.isFocused()).isTrue();
  }

  @Test
  void aWideColumnShowsItsEndsAndHowManyUnitsAreLeftOut(FxRobot robot) {
    show(robot, ofSizes(64, 16, 10));
    assertThat(robot.lookup(".map-name").<Text>queryAll().stream().filter(Node::isVisible))
        .extracting(Text::getText)
        .containsExactly("… 50 more");
    robot.moveTo(at(new Unit(0, 63)));
    assertThat(readOut(robot)).isEqualTo("unit 64 of column 0");
  }

  @Test
  void positiveWiresDifferFromNegativeOnesInColourAndDashes(FxRobot robot) {
    Point2D positive = at(new Wire(1, 2, 0));
    assertThat(seen(robot, positive).getRed()).isGreaterThan(seen(robot, positive).getBlue() + 0.3);
    show(robot, ofSizes(1, 1));
    robot.interact(() ->
        map.setPicture(
            new Picture(
                List.of(),
                List.of(),
                List.of(new LayerPicture("W1", Matrix.row(-1), Optional.empty(), List.of())),
                List.of(),
                OptionalInt.empty())));
    Point2D from = at(new Unit(0, 0));
    Point2D to = at(new Unit(1, 0));
    List<Color> along =
        IntStream.rangeClosed(25, 75)
            .mapToObj(part -> from.interpolate(to, part / 100.0))
            .map(point -> seen(robot, point))
            .toList();
    assertThat(along).anyMatch(colour -> colour.getBlue() > colour.getRed() + 0.1);
    assertThat(along).anyMatch(Color.web("#f4f6f9")::equals);
  }

  @Test
  void aUnitWithAResponseIsASmallPictureOfIt(FxRobot robot) {
    Matrix leftPositive = Matrix.of(new double[][] {{1, -1}, {1, -1}});
    show(robot, picture(List.of(leftPositive, leftPositive, leftPositive)));
    Point2D unit = at(new Unit(1, 1));
    Color left = seen(robot, unit.add(-5, 0));
    Color right = seen(robot, unit.add(5, 0));
    assertThat(left).isEqualTo(Color.web("#d6740f"));
    assertThat(right).isEqualTo(Color.web("#8f82c6"));
  }

  @Test
  void aResponseOfOneRowIsACurve(FxRobot robot) {
    Matrix high = Matrix.row(0.5, 0.5, 0.5);
    show(robot, picture(List.of(high, high, high)));
    Point2D unit = at(new Unit(1, 1));
    // A level line in the upper half, a pixel or two wide; paper below.
    List<Color> down =
        IntStream.rangeClosed(-12, 8).mapToObj(y -> seen(robot, unit.add(3, y))).toList();
    assertThat(down.subList(0, 12)).contains(Color.web("#7040bd"));
    assertThat(down.subList(13, down.size())).containsOnly(Color.web("#ffffff"));
  }

  @Test
  void nineColumnsFitWithoutOverlap() {
    NetworkMapLayout layout =
        new NetworkMapLayout(
            List.of(2, 8, 8, 8, 8, 8, 8, 8, 2), new Rectangle2D(0, 30, 500, 300), 13);
    assertThat(layout.x(1) - layout.x(0)).isGreaterThan(layout.side());
    assertThat(layout.y(1, 1) - layout.y(1, 0)).isGreaterThan(layout.side());
    assertThat(layout.x(8) + layout.side() / 2.0).isLessThanOrEqualTo(500);
    assertThat(layout.y(1, 7) + layout.side() / 2.0).isLessThanOrEqualTo(330);
  }

  @Test
  void fieldAndReadOutStayWithinTheMap(FxRobot robot) {
    robot.moveTo(at(new Unit(2, 0)));
    Bounds words = robot.bounds(robot.lookup(".chart-read-out").queryAs(Label.class)).query();
    assertThat(words.getMaxX()).isLessThanOrEqualTo(600);
  }
}
