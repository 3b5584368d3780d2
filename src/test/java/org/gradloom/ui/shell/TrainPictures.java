package org.gradloom.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.gradloom.data.TableReader;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.files.Preferences;
import org.gradloom.files.PreferencesFile;
import org.gradloom.speed.FakeBench;
import org.gradloom.text.Texts;
import org.gradloom.training.Preset;
import org.gradloom.training.TrainingSetup;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.MemoryClipboard;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.theme.Fonts;

/**
 * Takes pictures of a training without a display. Arguments: the folder, then for each picture
 * {@code name setup steps theme width height}, where {@code setup} is a ready one, a document, or a
 * table whose sheet is to be seen.
 */
public final class TrainPictures {
  /** So that whatever depends on the day is the same each time. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

  private TrainPictures() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Platform.startup(Fonts::load);
    Platform.setImplicitExit(false);
    for (int i = 1; i + 5 < args.length; i += 6) {
      take(
          Path.of(args[0], args[i] + ".png"),
          args[i + 1],
          Long.parseLong(args[i + 2]),
          args[i + 3],
          Integer.parseInt(args[i + 4]),
          Integer.parseInt(args[i + 5]));
    }
    Platform.exit();
  }

  private static void take(
      Path picture, String setup, long steps, String theme, int width, int height)
      throws Exception {
    Path folder = Files.createTempDirectory("gradloom");
    PreferencesFile preferences = new PreferencesFile(folder.resolve("preferences.json"));
    preferences.save(Preferences.defaults().withTheme(theme));
    Stage stage = onWindowsThread(Stage::new);
    GradloomWindow window =
        onWindowsThread(() -> {
          GradloomWindow made =
              new GradloomWindow(
                  stage,
                  new Surroundings(
                      Texts.english(),
                      preferences,
                      new TexRenderer(),
                      new MemoryClipboard(),
                      Optional.empty(),
                      Runnable::run,
                      _ -> {},
                      Runnable::run,
                      FakeBench.on(Runnable::run),
                      Duration.INDEFINITE,
                      new SimpleBooleanProperty(true),
                      new FakeScreens(),
                      CLOCK),
                  StartupDocument.builtIn(BuiltInLessons.FIRST));
          stage.setWidth(width);
          stage.setHeight(height);
          stage.show();
          Path file = Path.of(setup);
          made.store().dispatch(opened(setup, file));
          made.store().dispatch(new Action.Train(steps > 0));
          if (TableReader.isTable(file)) {
            made.open(file);
          }
          return made;
        });
    await(() -> steps(stage) >= steps);
    onWindowsThread(() -> window.store().dispatch(new Action.Train(false)));
    TimeUnit.MILLISECONDS.sleep(400);
    Files.createDirectories(picture.toAbsolutePath().getParent());
    ImageIO.write(
        SwingFXUtils.fromFXImage(onWindowsThread(() -> stage.getScene().snapshot(null)), null),
        "png",
        picture.toFile());
    onWindowsThread(() -> {
      stage.close();
      return true;
    });
  }

  private static Action opened(String setup, Path file) {
    if (setup.endsWith(".json")) {
      return new Action.OpenSetup(
          TrainingSetup.of(LessonReader.read(file)), new Origin.BuiltIn(Preset.SPIRALS.id()));
    }
    Preset preset =
        TableReader.isTable(file)
            ? Preset.SPIRALS
            : Preset.valueOf(setup.toUpperCase(Locale.ROOT).replace('-', '_'));
    return new Action.OpenSetup(preset.setup(), new Origin.BuiltIn(preset.id()));
  }

  private static long steps(Stage stage) {
    String shown = ((Label) stage.getScene().lookup("#train-step")).getText();
    String digits = shown.replaceAll("\\D", "");
    return digits.isEmpty() ? -1 : Long.parseLong(digits);
  }

  private static void await(BooleanSupplier wanted) throws Exception {
    while (!onWindowsThread(wanted::getAsBoolean)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static <T> T onWindowsThread(Supplier<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(work.get());
      } catch (RuntimeException | Error failed) {
        done.completeExceptionally(failed);
      }
    });
    return done.get(60, TimeUnit.SECONDS);
  }
}
