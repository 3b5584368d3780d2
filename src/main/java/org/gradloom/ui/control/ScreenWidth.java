package org.gradloom.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/**
 * Tells the stylesheets how much room a screen has, measured in the size of its letters: {@code
 * :narrow} where the sides give way to the middle, {@code :wide} where pictures grow.
 */
public final class ScreenWidth {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
  private static final double NARROW_BELOW = 93;
  private static final double WIDE_ABOVE = 127.5;

  private ScreenWidth() {}

  /** Keeps both up to date from now on. */
  public static void watch(Pane screen) {
    // Words that are seen may be smaller where a screen is narrow, so that it would waver.
    Label plain = new Label();
    plain.setManaged(false);
    plain.setMouseTransparent(true);
    screen.getChildren().add(plain);
    Runnable fit =
        () -> {
          double em = plain.getFont().getSize();
          screen.pseudoClassStateChanged(NARROW, screen.getWidth() < NARROW_BELOW * em);
          screen.pseudoClassStateChanged(WIDE, screen.getWidth() > WIDE_ABOVE * em);
        };
    screen.widthProperty().subscribe(fit);
    plain.fontProperty().subscribe(fit);
    fit.run();
  }
}
