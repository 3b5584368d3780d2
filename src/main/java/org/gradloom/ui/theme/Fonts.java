package org.gradloom.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import org.gradloom.assets.Assets;

/**
 * The typefaces the program brings along. All digits of IBM Plex are equally wide, as wide as its
 * minus sign, so that numbers line up without a font feature that JavaFX cannot switch on.
 */
public final class Fonts {
  static final List<String> FILES =
      List.of(
          "IBMPlexSans-Regular.ttf",
          "IBMPlexSans-Italic.ttf",
          "IBMPlexSans-SemiBold.ttf",
          "IBMPlexSans-Bold.ttf",
          "IBMPlexMono-Regular.ttf",
          "IBMPlexSerif-Italic.ttf");

  private Fonts() {}

  /**
   * Makes them known to the stylesheets. Once, before the first scene is shown.
   *
   * @throws UncheckedIOException if the folder for temporary files, through which JavaFX takes
   *     every typeface, cannot be written to
   */
  public static void load() {
    for (String file : FILES) {
      try (InputStream stream = Assets.ofProgram().open("assets/fonts/" + file)) {
        if (Font.loadFont(stream, -1) == null) {
          throw new IOException("JavaFX does not take " + file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
