package org.gradloom.ui.control;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/**
 * Tells the stylesheets how much room a part of the window has, measured in the size of its
 * letters. Across: {@code :slim} where only what cannot be left out has room, {@code :narrow} where
 * the sides give way to the middle, {@code :wide} where pictures grow. Down: {@code :low} where all
 * stands closer, {@code :flat} where only one line is left for each thing, {@code :tall} where what
 * scrolls elsewhere is seen whole.
 */
public final class ScreenRoom {
  private static final PseudoClass SLIM = PseudoClass.getPseudoClass("slim");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
  private static final PseudoClass FLAT = PseudoClass.getPseudoClass("flat");
  private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");
  private static final double SLIM_BELOW = 66;
  private static final double NARROW_BELOW = 96;
  private static final double WIDE_ABOVE = 127.5;
  private static final double LOW_BELOW = 54;
  private static final double FLAT_BELOW = 37;
  private static final double TALL_ABOVE = 70;

  private ScreenRoom() {}

  /** Whether each thing has one line only, in a room of so many em. */
  public static boolean isFlat(Dimension2D room) {
    return room.getHeight() < FLAT_BELOW;
  }

  /** Whether everything stands closer, in a room of so many em. */
  public static boolean isLow(Dimension2D room) {
    return room.getHeight() < LOW_BELOW;
  }

  /**
   * Keeps all of them up to date from now on.
   *
   * @param told the room in em, soon after it has changed
   */
  public static void watch(Pane part, Consumer<Dimension2D> told) {
    // Words that are seen may be smaller where there is little room, so that it would waver.
    Label plain = new Label();
    plain.setManaged(false);
    plain.setMouseTransparent(true);
    part.getChildren().add(plain);
    Runnable style =
        () -> {
          Dimension2D room = roomOf(part, plain);
          part.pseudoClassStateChanged(SLIM, room.getWidth() < SLIM_BELOW);
          part.pseudoClassStateChanged(NARROW, room.getWidth() < NARROW_BELOW);
          part.pseudoClassStateChanged(WIDE, room.getWidth() > WIDE_ABOVE);
          part.pseudoClassStateChanged(LOW, isLow(room));
          part.pseudoClassStateChanged(FLAT, isFlat(room));
          part.pseudoClassStateChanged(TALL, room.getHeight() > TALL_ABOVE);
        };
    Runnable fit =
        () -> {
          style.run();
          told.accept(roomOf(part, plain));
        };
    part.widthProperty().subscribe(fit);
    part.heightProperty().subscribe(fit);
    plain
        .fontProperty()
        .subscribe(() -> {
          style.run();
          // Letters change amid the styling of all nodes, when none may come or go.
          Platform.runLater(fit);
        });
    style.run();
  }

  private static Dimension2D roomOf(Pane part, Label plain) {
    double em = plain.getFont().getSize();
    return new Dimension2D(part.getWidth() / em, part.getHeight() / em);
  }
}
