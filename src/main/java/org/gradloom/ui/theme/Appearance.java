package org.gradloom.ui.theme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import org.gradloom.assets.Assets;

/**
 * How the window looks now.
 *
 * @param theme its colours
 * @param percent how large everything is, of the usual size
 */
public record Appearance(Theme theme, int percent) {
  private static final int SMALLEST = 60;
  private static final int LARGEST = 300;
  private static final double BASE_FONT_SIZE = 13;

  /** A window narrower than so many em has no room for its bars, whatever is folded away. */
  private static final double LEAST_WIDTH = 42;

  /** A window lower than so many em has no room for anything between its bars. */
  private static final double LEAST_HEIGHT = 29;

  /** The size of icons in that of plain text. */
  private static final double ICON = 1.25;

  public Appearance {
    percent = Math.clamp(percent, SMALLEST, LARGEST);
  }

  public static Appearance usual() {
    return new Appearance(Theme.usual(), 100);
  }

  public Appearance with(Theme other) {
    return new Appearance(other, percent);
  }

  public Appearance larger() {
    return new Appearance(theme, percent + 10);
  }

  public Appearance smaller() {
    return new Appearance(theme, percent - 10);
  }

  public Appearance usualSize() {
    return new Appearance(theme, 100);
  }

  /**
   * The same, but no larger than a window has room for.
   *
   * @param width of the window, in pixels
   * @param height of the window, in pixels
   */
  public Appearance within(double width, double height) {
    double most = Math.min(width / LEAST_WIDTH, height / LEAST_HEIGHT) * 100 / BASE_FONT_SIZE;
    return new Appearance(theme, Math.min(percent, (int) most));
  }

  /** The size of plain text, in pixels. */
  public double fontSize() {
    return BASE_FONT_SIZE * percent / 100;
  }

  /**
   * Dresses a scene in this. Popups and dialogs follow the scene of the window that owns them, the
   * size included: that is why the size is a stylesheet and not a style of the scene's root. The
   * base theme does not travel that way, so it is set for the whole program.
   */
  public void applyTo(Scene scene) {
    dressControls();
    scene
        .getStylesheets()
        .setAll(
            List.of(
                theme.tokens(),
                url("assets/styles/gradloom.css"),
                url("assets/styles/views.css"),
                url("assets/styles/start.css"),
                url("assets/styles/explore.css"),
                url("assets/styles/train.css"),
                url("assets/styles/table.css"),
                url("assets/styles/practice.css"),
                url("assets/styles/speed.css"),
                url("assets/styles/lecture.css"),
                sizeSheet()));
  }

  /**
   * Sets the theme's base for every control of the program. Best before there is one: the first
   * control would read JavaFX's own base, which nobody sees and which takes as long as ours.
   */
  public void dressControls() {
    if (!theme.base().equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(theme.base());
    }
  }

  private static String url(String path) {
    return Assets.ofProgram().url(path).toExternalForm();
  }

  private String sizeSheet() {
    // An icon is a glyph of a font of its own: an em of it is its own size, not the text's.
    String rule =
        ".root { -fx-font-size: %spx; } .ikonli-font-icon { -fx-icon-size: %spx; }"
            .formatted(fontSize(), Math.rint(fontSize() * ICON));
    byte[] bytes = rule.getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
