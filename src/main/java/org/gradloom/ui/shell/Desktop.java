package org.gradloom.ui.shell;

import java.io.File;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.PreferencesFile;
import org.gradloom.lesson.Screen;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.theme.Fonts;

/** Starts the toolkit with one window. */
public final class Desktop {
  /** In bytes; JavaFX copies them to the folder for temporary files. */
  private static final long ROOM_FOR_FONTS = 4 << 20;

  private Desktop() {}

  /**
   * Opens the window and comes back when it was closed. Not to be called on the toolkit's thread,
   * and once only. What is to be shown is read while the toolkit starts, which takes as long.
   *
   * @param named the document that was asked for; empty for whatever was open last
   * @return why no window opened, if none did
   * @throws UnsupportedOperationException if the toolkit finds no display after all
   */
  public static Optional<Message> run(Texts texts, Optional<StartupDocument> named) {
    PreferencesFile preferences = PreferencesFile.ofUser();
    CrashLog log = new CrashLog(preferences.file());
    CompletableFuture<StartupDocument> wanted = new CompletableFuture<>();
    TexRenderer renderer = new TexRenderer();
    Thread.ofPlatform()
        .daemon()
        .name("gradloom-start")
        .start(() -> {
          try {
            wanted.complete(
                named
                    .map(StartupDocument::asked)
                    .orElseGet(() -> StartupDocument.last(preferences.load(), log::record)));
            readAhead(wanted.join(), renderer);
          } catch (RuntimeException | Error failure) {
            // Told where the document is wanted; what is read ahead is read again there.
            wanted.completeExceptionally(failure);
          }
        });
    CompletableFuture<Optional<Message>> closed = new CompletableFuture<>();
    Platform.startup(() -> {
      try {
        loadFonts();
        Stage stage =
            FirstWindow.open(
                wanted.join(),
                named.isPresent(),
                document -> show(texts, renderer, document),
                log::record);
        stage.setOnHidden(hidden -> closed.complete(Optional.empty()));
      } catch (InvalidInput refused) {
        closed.complete(Optional.of(refused.said()));
      } catch (RuntimeException | Error failure) {
        closed.complete(Optional.of(log.record(failure)));
      }
    });
    try {
      return closed.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    } finally {
      Platform.exit();
    }
  }

  private static void loadFonts() {
    try {
      Fonts.load();
    } catch (UncheckedIOException notTaken) {
      File temporary = new File(System.getProperty("java.io.tmpdir", ""));
      if (temporary.canWrite() && temporary.getUsableSpace() > ROOM_FOR_FONTS) {
        throw notTaken;
      }
      throw new InvalidInput("display.noTypefaces", temporary.getPath());
    }
  }

  /** What the window needs next, in the order in which it does. */
  private static void readAhead(StartupDocument first, TexRenderer renderer) {
    // The Start screen shows no formula.
    if (first.screen() != Screen.START) {
      renderer.warmUp();
    }
    BuiltInLessons.lessons();
  }

  private static Stage show(Texts texts, TexRenderer renderer, StartupDocument document) {
    Stage stage = new Stage();
    FirstPicture first = new FirstPicture();
    var window = new GradloomWindow(stage, Surroundings.desktop(texts, renderer, first), document);
    Thread.setDefaultUncaughtExceptionHandler(window.failures());
    stage.show();
    first.follow();
    return stage;
  }
}
