package org.gradloom.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.gradloom.files.Preferences;
import org.gradloom.files.PreferencesFile;
import org.gradloom.lesson.Place;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.MemoryClipboard;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.theme.Fonts;

/**
 * Takes pictures of the window without a display. Arguments: the folder, then for each picture
 * {@code name lesson place theme width height}, where {@code lesson} is a built-in one or a file and
 * {@code theme} may say how large everything is, as in {@code light@150}.
 */
public final class Pictures {
  private Pictures() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> {
      try {
        Fonts.load();
        for (int i = 1; i + 5 < args.length; i += 6) {
          take(
              Path.of(args[0], args[i] + ".png"),
              args[i + 1],
              args[i + 2],
              args[i + 3],
              Integer.parseInt(args[i + 4]),
              Integer.parseInt(args[i + 5]));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        done.countDown();
      }
    });
    done.await();
    Platform.exit();
  }

  private static void take(
      Path file, String lesson, String place, String theme, int width, int height)
      throws IOException {
    Path folder = Files.createTempDirectory("gradloom");
    PreferencesFile preferences = new PreferencesFile(folder.resolve("preferences.json"));
    preferences.save(
        Preferences.defaults()
            .withTheme(theme.replaceFirst("@.*", ""))
            .withScale(theme.contains("@") ? Integer.parseInt(theme.split("@")[1]) / 100.0 : 1)
            .withLayout(place.endsWith("!") ? "inline" : "falk"));
    StartupDocument opening =
        lesson.endsWith(".json")
            ? StartupDocument.of(
                org.gradloom.files.LessonReader.read(Path.of(lesson)), Optional.of(Path.of(lesson)))
            : StartupDocument.builtIn(lesson);
    Stage stage = new Stage();
    GradloomWindow window =
        new GradloomWindow(
            stage,
            new Surroundings(
                Texts.english(),
                preferences,
                new MemoryClipboard(),
                Optional.empty(),
                Runnable::run,
                Duration.INDEFINITE,
                new SimpleBooleanProperty(true)),
            opening);
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
    Scene scene = stage.getScene();
    Parent root = scene.getRoot();
    window.store().dispatch(new Action.Go(Place.parse(place.replace("!", ""))));
    for (int pass = 0; pass < 3; pass++) {
      root.applyCss();
      root.layout();
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
    stage.close();
  }
}
