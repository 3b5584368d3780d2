package org.gradloom.ui.explore;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.SideScroll;
import org.gradloom.ui.store.Sides;

/**
 * Puts the two sides beside the stage, over it, or away. Measured in the size of letters, the left
 * one goes first where there is little room, so that the stage keeps half of the width.
 */
final class StageSides {
  private static final double LEFT_FROM = 86;
  private static final double RIGHT_FROM = 46;

  private final BorderPane screen;
  private final Region left;
  private final Region right;
  private final SideScroll leftScroll = new SideScroll("left-scroll");
  private final SideScroll rightScroll = new SideScroll("right-scroll");
  private final VBox drawer = new VBox();
  private final SideScroll overStage = new SideScroll("drawer");
  private final ReadOnlyObjectWrapper<Sides> next = new ReadOnlyObjectWrapper<>(Sides.HIDDEN);
  private double width = Double.MAX_VALUE;
  private Sides wanted = Sides.USUAL;

  /**
   * Puts both beside the stage, to begin with.
   *
   * @param stage stands in the middle
   */
  StageSides(BorderPane screen, Region left, Node stage, Region right) {
    this.screen = screen;
    this.left = left;
    this.right = right;
    overStage.setContent(drawer);
    overStage.setMaxWidth(Region.USE_PREF_SIZE);
    StackPane middle = new StackPane(stage, overStage);
    middle.setAlignment(Pos.CENTER_LEFT);
    middle.setMinWidth(0);
    screen.setCenter(middle);
    place();
  }

  /** The screen is so wide, in em. */
  void setWidth(double ems) {
    width = ems;
    place();
  }

  void show(Sides sides) {
    if (sides != wanted) {
      wanted = sides;
      place();
    }
  }

  /** What the key for the sides leads to. */
  ReadOnlyObjectProperty<Sides> next() {
    return next.getReadOnlyProperty();
  }

  private boolean hasRoomFor(Region side) {
    return width >= (side.equals(left) ? LEFT_FROM : RIGHT_FROM);
  }

  private void place() {
    boolean leftBeside = wanted != Sides.HIDDEN && hasRoomFor(left);
    boolean rightBeside = wanted != Sides.HIDDEN && hasRoomFor(right);
    boolean over = wanted == Sides.OVER_STAGE && !(leftBeside && rightBeside);
    drawer.getChildren().clear();
    leftScroll.setContent(leftBeside ? left : null);
    rightScroll.setContent(rightBeside ? right : null);
    if (over && !leftBeside) {
      drawer.getChildren().add(left);
    }
    if (over && !rightBeside) {
      drawer.getChildren().add(right);
    }
    screen.setLeft(leftBeside ? leftScroll : null);
    screen.setRight(rightBeside ? rightScroll : null);
    NodeVisibility.set(overStage, over);
    next.set(wanted.next(!hasRoomFor(left)));
  }
}
