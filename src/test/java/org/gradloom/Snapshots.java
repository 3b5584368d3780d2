package org.gradloom;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of what a test shows, for a person to look at: {@code target/screens/NAME.png}. */
public final class Snapshots {
  private static final Path FOLDER = Path.of("target", "screens");

  private Snapshots() {}

  /** Draws a root in a scene of its own, of any size, without opening a window. */
  public static WritableImage save(Parent root, int width, int height, String name) {
    return onFxThread(() -> write(new Scene(root, width, height), name));
  }

  /** Draws a scene as it stands, at the size it has. */
  public static WritableImage save(Scene scene, String name) {
    return onFxThread(() -> write(scene, name));
  }

  private static WritableImage write(Scene scene, String name) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    WritableImage image = scene.snapshot(null);
    try {
      Files.createDirectories(FOLDER);
      Path file = FOLDER.resolve(name + ".png");
      ImageIO.write(requireNonNull(SwingFXUtils.fromFXImage(image, null)), "png", file.toFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return image;
  }

  private static WritableImage onFxThread(java.util.concurrent.Callable<WritableImage> drawing) {
    if (Platform.isFxApplicationThread()) {
      try {
        return drawing.call();
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
    return WaitForAsyncUtils.waitForAsyncFx(10_000, drawing);
  }
}
