package org.gradloom.ui.shell;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The screens that a lecture can be shown on. */
public interface Screens {
  /** Where the class looks, if that is another screen than the one a window is on. */
  Optional<Rectangle2D> projector(Stage stage);

  /** Lets a window take its whole screen, or no longer. */
  void fill(Stage stage, boolean whole);

  /** Those of the desktop. The toolkit's own key for leaving is off, since remotes send it. */
  static Screens ofDesktop() {
    return new Screens() {
      @Override
      public Optional<Rectangle2D> projector(Stage stage) {
        Rectangle2D here =
            new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        return Screen.getScreens().stream()
            .map(Screen::getBounds)
            .filter(bounds -> !bounds.contains(here.getMinX() + here.getWidth() / 2, middle(here)))
            .findFirst();
      }

      private static double middle(Rectangle2D area) {
        return area.getMinY() + area.getHeight() / 2;
      }

      @Override
      public void fill(Stage stage, boolean whole) {
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreen(whole);
      }
    };
  }
}
