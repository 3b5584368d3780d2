package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.gradloom.Snapshots;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.NetworkPicture.Column;
import org.gradloom.ui.control.NetworkPicture.Emphasis;
import org.gradloom.ui.control.NetworkPicture.Slot;
import org.gradloom.ui.control.NetworkPicture.Unit;
import org.gradloom.ui.control.NetworkPicture.Wire;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class NetworkViewTest {
  private final List<String> chosen = new ArrayList<>();
  private NetworkView view;
  private Scene scene;

  @Start
  void start(Stage stage) {
    view = new NetworkView(Texts.english());
    view.setPicture(picture(3, 3, 2, "1·(−2) = −2"));
    view.setOnChoose(chosen::add);
    view.setPrefSize(340, 220);
    VBox root = new VBox(view);
    root.setStyle("-fx-padding: 20");
    scene = ViewTheme.light(root, 380, 260);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  /** A layer of two units and the loss, with one weight lit. */
  private static NetworkPicture picture(int inputs, int litInput, int litOutput, String product) {
    List<Slot> xs = new ArrayList<>();
    List<Wire> wires = new ArrayList<>();
    for (int i = 1; i <= inputs; i++) {
      xs.add(unit("x" + i, i == litInput ? Emphasis.LEFT : Emphasis.DIM));
      for (int j = 1; j <= 2; j++) {
        boolean lit = i == litInput && j == litOutput;
        wires.add(
            new Wire(
                "w" + i + j,
                "x" + i,
                "z" + j,
                "w" + i + j,
                product,
                lit ? Emphasis.RESULT : Emphasis.DIM,
                "weight " + i + " " + j));
      }
    }
    List<Slot> zs = new ArrayList<>();
    for (int j = 1; j <= 2; j++) {
      zs.add(unit("z" + j, j == litOutput ? Emphasis.RIGHT : Emphasis.DIM));
      wires.add(
          new Wire(
              "l" + j,
              "z" + j,
              "L",
              "",
              "",
              j == litOutput ? Emphasis.RIGHT : Emphasis.DIM,
              "z " + j + " to the loss"));
    }
    return new NetworkPicture(
        List.of(
            new Column(xs).withBias(new Unit("one", "1", "", Emphasis.DIM, "bias")),
            new Column(zs),
            new Column(List.of(unit("L", Emphasis.PLAIN)))),
        wires);
  }

  private static Unit unit(String id, Emphasis emphasis) {
    return new Unit(id, id, emphasis == Emphasis.DIM ? "" : "−2", emphasis, "unit " + id);
  }

  private static boolean is(Node node, String pseudoClass) {
    return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass(pseudoClass));
  }

  @Test
  void onlyThePathOfThePresentPlaceIsLit(FxRobot robot) {
    Snapshots.save(scene, "network-light");
    assertThat(robot.lookup(".network-wire").<Node>queryAll())
        .filteredOn(wire -> !is(wire, "dim"))
        .extracting(PromptRobot::nameOf)
        .containsExactlyInAnyOrder("w32", "l2");
    assertThat(robot.lookup(".network-product").<Label>queryAll())
        .filteredOn(Node::isVisible)
        .extracting(Label::getText)
        .containsExactly("1·(−2) = −2");
    robot.interact(() -> ViewTheme.darken(scene));
    Snapshots.save(scene, "network-dark");
  }

  @Test
  void anotherPlaceIsLitInTheSameNodes(FxRobot robot) {
    Node wire = robot.lookup("#w11").query();
    robot.interact(() -> view.setPicture(picture(3, 1, 1, "2·3 = 6")));
    assertThat(robot.lookup("#w11").queryAs(Node.class)).isSameAs(wire);
    assertThat(is(wire, "result")).isTrue();
    assertThat(is(robot.lookup("#w32").query(), "dim")).isTrue();
    assertThat(robot.lookup(".network-product").<Label>queryAll())
        .filteredOn(Node::isVisible)
        .extracting(Label::getText)
        .containsExactly("2·3 = 6");
  }

  @Test
  void unitsAndWiresAreClicked(FxRobot robot) {
    robot.clickOn("#x2");
    robot.clickOn("#w32");
    assertThat(chosen).containsExactly("x2", "w32");
  }

  @Test
  void arrowsAndEnterDoWhatTheMouseDoes(FxRobot robot) {
    robot.interact(() -> robot.lookup("#x3").query().requestFocus());
    robot.type(KeyCode.RIGHT, KeyCode.ENTER);
    assertThat(PromptRobot.nameOf(scene.getFocusOwner())).isEqualTo("w32");
    Snapshots.save(scene, "network-focus-wire");
    robot.type(KeyCode.RIGHT, KeyCode.SPACE);
    robot.type(KeyCode.UP, KeyCode.ENTER);
    assertThat(chosen).containsExactly("w32", "z2", "z1");
    Snapshots.save(scene, "network-focus");
    assertThat(is(robot.lookup("#z1").query(), "ringed")).isTrue();
  }

  @Test
  void everyPartIsSpokenAndTabStopsOnce(FxRobot robot) {
    assertThat(robot.lookup("#w32").query().getAccessibleText()).isEqualTo("weight 3 2");
    assertThat(robot.lookup("#x1").query().getAccessibleText()).isEqualTo("unit x1");
    assertThat(view.getChildrenUnmodifiable()).filteredOn(Node::isFocusTraversable).hasSize(1);
  }

  @Test
  void aLongColumnKeepsItsLitUnitInSight(FxRobot robot) {
    robot.interact(() -> view.setPicture(picture(64, 41, 1, "0.25·1.5 = 0.375")));
    Snapshots.save(scene, "network-long");
    assertThat(robot.lookup("#x41").tryQuery()).isPresent();
    assertThat(robot.lookup("#x64").tryQuery()).isPresent();
    assertThat(robot.lookup("#x30").tryQuery()).isEmpty();
    assertThat(robot.lookup(".network-gap").<Node>queryAll())
        .extracting(Node::getAccessibleText)
        .containsExactly("36 more", "22 more");
  }

  /** As high as the path has in a window of 1280 by 800. */
  @Test
  void fourUnitsHaveRoomForTheirValues(FxRobot robot) throws TimeoutException {
    robot.interact(() -> {
      view.setPrefHeight(166);
      view.setMaxHeight(166);
      List<Slot> units = new ArrayList<>();
      for (int i = 1; i <= 4; i++) {
        units.add(
            new Unit(
                "u" + i,
                "z⁽¹⁾" + i,
                "dz ≈ −2",
                "dz⁽¹⁾" + i + " ≈ −2",
                i == 1 ? "dz = -1.999999999" : "",
                Emphasis.DIM,
                false,
                "unit"));
      }
      view.setPicture(new NetworkPicture(List.of(new Column(units)), List.of()));
    });
    Snapshots.save(scene, "network-four");
    // Their circles are too small for their labels, which stand below them, too.
    assertThat(robot.lookup(".network-value").<Text>queryAll())
        .allMatch(Node::isVisible)
        .extracting(Text::getText)
        .containsExactlyInAnyOrder("dz⁽¹⁾1 ≈ −2", "dz⁽¹⁾2 ≈ −2", "dz⁽¹⁾3 ≈ −2", "dz⁽¹⁾4 ≈ −2");
    assertThat(robot.lookup(".network-label").<Node>queryAll()).noneMatch(Node::isVisible);
    robot.interact(() -> scene.getStylesheets().add("data:text/css,.tooltip{-fx-show-delay:0ms;}"));
    robot.moveTo("#u1");
    PromptRobot.await(() -> !TestWindow.popups(robot, ".tooltip").isEmpty());
    assertThat(TestWindow.popups(robot, ".tooltip")).containsExactly("dz = -1.999999999");
  }

  @Test
  void nothingIsDrawnOutsideOfItsRoom(FxRobot robot) {
    for (int width : new int[] {120, 200, 340}) {
      robot.interact(() -> view.setMaxWidth(width));
      for (Node tag : robot.lookup(".network-product").<Node>queryAll()) {
        assertThat(tag.getLayoutX()).isGreaterThanOrEqualTo(0);
        assertThat(tag.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width + 1);
      }
    }
  }

  /** The formula says it, too; a unit that is covered is said nowhere else. */
  @Test
  void aProductCoversNoUnitAndIsLeftOutWhereItWould(FxRobot robot) {
    List<Integer> shown = new ArrayList<>();
    for (int width : new int[] {120, 150, 180, 240, 340}) {
      robot.interact(() -> {
        view.setMaxSize(width, 120);
        view.setPicture(picture(3, 2, 1, "(−0.3332)·3 = −0.9997"));
      });
      robot.interact(PromptRobot::frame);
      for (Node tag : robot.lookup(".network-product").<Node>queryAll()) {
        if (tag.isVisible()) {
          shown.add(width);
          assertThat(robot.lookup(".network-disc").<Node>queryAll())
              .as("%d pixels", width)
              .noneMatch(
                  disc -> inScene(disc).intersects(inScene(tag)) && disc.getParent().isVisible());
        }
      }
    }
    assertThat(shown).contains(340).doesNotContain(120);
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void longValuesOfNeighboursDoNotRunIntoEachOther(FxRobot robot) {
    robot.interact(() -> {
      view.setMaxWidth(300);
      List<Column> columns = new ArrayList<>();
      for (String id : List.of("x", "z", "y", "L")) {
        columns.add(
            new Column(List.of(new Unit(id, id, "dz = −0.0005292", Emphasis.DIM, "unit " + id))));
      }
      view.setPicture(new NetworkPicture(columns, List.of()));
    });
    robot.interact(PromptRobot::frame);
    Snapshots.save(scene, "network-values");
    List<Bounds> values =
        robot.lookup(".network-value").<Node>queryAll().stream()
            .map(value -> value.localToScene(value.getBoundsInLocal()))
            .sorted(Comparator.comparingDouble(Bounds::getMinX))
            .toList();
    assertThat(values).hasSize(4);
    for (int i = 1; i < values.size(); i++) {
      assertThat(values.get(i).getMinX()).isGreaterThan(values.get(i - 1).getMaxX());
    }
  }
}
