package org.gradloom.ui.sides;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.SideScroll;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Sides;
import org.gradloom.ui.store.Store;

/**
 * Puts the two sides of a screen beside its middle, over it, or away, as the user wants it and as
 * there is room. What lies over the middle goes when the middle is clicked.
 */
public final class ScreenSides {
  private final Store store;
  private final BorderPane screen;
  private final Side left;
  private final Side right;
  private final SideScroll leftScroll;
  private final SideScroll rightScroll;
  private final VBox drawer = new VBox();
  private final StackPane stack = new StackPane();
  private final SideScroll overMiddle = new SideScroll("drawer");
  private final ReadOnlyObjectWrapper<Sides> next = new ReadOnlyObjectWrapper<>(Sides.HIDDEN);
  private double width = Double.MAX_VALUE;
  private Sides wanted = Sides.USUAL;

  /**
   * One side.
   *
   * @param id of what it scrolls in
   * @param from how wide the screen must be, in em, for it to stand beside the middle
   */
  public record Side(String id, Region content, double from) {}

  /** Puts both beside the middle, to begin with. */
  public ScreenSides(Store store, BorderPane screen, Side left, Node middle, Side right) {
    this.store = store;
    this.screen = screen;
    this.left = left;
    this.right = right;
    this.leftScroll = new SideScroll(left.id());
    this.rightScroll = new SideScroll(right.id());
    overMiddle.hold(drawer);
    overMiddle.setMaxWidth(Region.USE_PREF_SIZE);
    stack.getChildren().add(middle);
    stack.setAlignment(Pos.CENTER_LEFT);
    stack.setMinWidth(0);
    screen.setCenter(stack);
    middle.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> foldDrawer());
    screen.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (Shortcut.OfFocus.GIVE_BACK.matches(key)) {
            foldDrawer();
          }
        });
    place();
    store.select(state -> state.explore().view().sides(), this::show);
  }

  /** The screen is so wide, in em. */
  public void setWidth(double ems) {
    width = ems;
    place();
  }

  /** Hides them, or brings them back, if need be over the middle. */
  public void turn() {
    store.dispatch(new Action.ShowSides(next.get()));
  }

  /** Shows the left side, if need be over the middle. */
  public void showLeft() {
    store.dispatch(new Action.ShowSides(hasRoomFor(left) ? Sides.USUAL : Sides.OVER_STAGE));
  }

  /** What that leads to. */
  public ReadOnlyObjectProperty<Sides> next() {
    return next.getReadOnlyProperty();
  }

  private void show(Sides sides) {
    wanted = sides;
    place();
  }

  private void foldDrawer() {
    if (wanted == Sides.OVER_STAGE) {
      store.dispatch(new Action.ShowSides(Sides.USUAL));
    }
  }

  private boolean isBeside(Side side) {
    return wanted != Sides.HIDDEN && hasRoomFor(side);
  }

  private boolean hasRoomFor(Side side) {
    return width >= side.from();
  }

  private void place() {
    boolean leftBeside = isBeside(left);
    boolean rightBeside = isBeside(right);
    boolean over = wanted == Sides.OVER_STAGE && !(leftBeside && rightBeside);
    drawer.getChildren().clear();
    leftScroll.hold(leftBeside ? left.content() : null);
    rightScroll.hold(rightBeside ? right.content() : null);
    if (over && !leftBeside) {
      drawer.getChildren().add(left.content());
    }
    if (over && !rightBeside) {
      drawer.getChildren().add(right.content());
    }
    screen.setLeft(leftBeside ? leftScroll : null);
    screen.setRight(rightBeside ? rightScroll : null);
    NodeVisibility.set(stack, overMiddle, over);
    next.set(wanted.next(!(hasRoomFor(left) && hasRoomFor(right))));
  }
}
