package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gradloom.Snapshots;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.control.StepTimelineModel.Segment;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class StepTimelineTest {
  private final List<Long> asked = new ArrayList<>();
  private StepTimeline timeline;
  private Scene scene;

  @Start
  void start(Stage stage) {
    timeline = new StepTimeline(Texts.english());
    timeline.setModel(ViewTheme.walk(1));
    timeline.setPosition(46);
    timeline.setDescriber(tick -> "place " + (tick + 1));
    timeline.setOnSeek(tick -> {
      asked.add(tick);
      timeline.setPosition(tick);
    });
    VBox root = new VBox(timeline);
    root.setStyle("-fx-padding: 30");
    scene = ViewTheme.light(root, 760, 120);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  private Bounds knob(FxRobot robot) {
    return robot.bounds(robot.lookup(".timeline-knob").queryAs(Node.class)).query();
  }

  private Point2D middle(Bounds bounds) {
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  @Test
  void looksAsDrawn(FxRobot robot) {
    Snapshots.save(scene, "timeline-light");
    robot.interact(() -> ViewTheme.darken(scene));
    Snapshots.save(scene, "timeline-dark");
    assertThat(robot.lookup(".timeline-label").<Label>queryAll())
        .filteredOn(Label::isVisible)
        .extracting(Label::getText)
        .containsExactly("Z = XW", "Loss", "dL/dW = Xᵀ dL/dZ", "dL/dX = dL/dZ Wᵀ", "Update");
  }

  @Test
  void aClickJumpsToTheTickUnderThePointer(FxRobot robot) {
    Bounds loss = robot.bounds(robot.lookup(".timeline-track").nth(1).queryAs(Node.class)).query();
    robot.clickOn(middle(loss));
    assertThat(asked).containsExactly(24L);
    assertThat(knob(robot).getCenterX())
        .isCloseTo(loss.getCenterX(), org.assertj.core.data.Offset.offset(2.0));
  }

  @Test
  void draggingTheKnobAsksAllTheWay(FxRobot robot) {
    robot.drag(middle(knob(robot)), MouseButton.PRIMARY);
    for (int i = 0; i < 40; i++) {
      robot.moveBy(-6, 0);
    }
    robot.drop();
    assertThat(asked).hasSizeGreaterThan(15).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(asked.getLast()).isLessThan(30);
  }

  @Test
  void aScreenReaderMeetsASlider(FxRobot robot) {
    assertThat(timeline.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING))
        .isEqualTo("Step 47 of 79: place 47");
    assertThat(timeline.queryAccessibleAttribute(AccessibleAttribute.MAX_VALUE)).isEqualTo(78.0);
    act(robot, AccessibleAction.INCREMENT);
    assertThat(timeline.getPosition()).isEqualTo(47);
    act(robot, AccessibleAction.DECREMENT);
    act(robot, AccessibleAction.DECREMENT);
    assertThat(timeline.getPosition()).isEqualTo(45);
    act(robot, AccessibleAction.BLOCK_INCREMENT);
    assertThat(timeline.getPosition()).isEqualTo(49);
    act(robot, AccessibleAction.BLOCK_DECREMENT);
    assertThat(timeline.getPosition()).isEqualTo(25);
    act(robot, AccessibleAction.BLOCK_DECREMENT);
    assertThat(timeline.getPosition()).isEqualTo(24);
  }

  private void act(FxRobot robot, AccessibleAction action) {
    robot.interact(() -> timeline.executeAccessibleAction(action));
  }

  @Test
  void hoveringSaysWhatStandsThere(FxRobot robot) {
    robot.moveTo(robot.lookup(".timeline-track").nth(1).queryAs(Node.class));
    assertThat(Window.getWindows().stream().filter(Tooltip.class::isInstance))
        .hasSize(1)
        .allSatisfy(tooltip -> assertThat(((Tooltip) tooltip).getText()).startsWith("Loss\nplace"));
  }

  @Test
  void billionsOfTicksAndFortySegmentsAreWalkedAsWell(FxRobot robot) {
    List<Segment> segments = new ArrayList<>();
    long first = 0;
    for (int i = 0; i < 40; i++) {
      long ticks = i % 4 == 1 ? 1 : 1L << i;
      segments.add(new Segment(ViewTheme.name("layer " + i), i / 10, first, ticks, "segment " + i));
      first += ticks;
    }
    long size = first;
    robot.interact(() -> {
      timeline.setModel(new StepTimelineModel(segments));
      timeline.setPosition(size / 2);
    });
    Snapshots.save(scene, "timeline-many");
    act(robot, AccessibleAction.INCREMENT);
    assertThat(timeline.getPosition()).isEqualTo(size / 2 + 1);
    List<Label> labels =
        robot.lookup(".timeline-label").<Label>queryAll().stream()
            .filter(Label::isVisible)
            .toList();
    for (int i = 1; i < labels.size(); i++) {
      assertThat(labels.get(i).getLayoutX())
          .isGreaterThan(labels.get(i - 1).getLayoutX() + labels.get(i - 1).getWidth());
    }
  }
}
