package org.gradloom.ui.shell;

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
import org.gradloom.ui.theme.Fonts;

/** Starts the toolkit with one window. */
public final class Desktop {
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
    CompletableFuture<StartupDocument> wanted =
        CompletableFuture.supplyAsync(
            () -> named.map(StartupDocument::asked).orElseGet(() -> last(preferences, log)),
            reading -> Thread.ofPlatform().daemon().name("gradloom-start").start(reading));
    CompletableFuture<Optional<Message>> closed = new CompletableFuture<>();
    Platform.startup(() -> {
      try {
        Fonts.load();
        Stage stage =
            FirstWindow.open(
                wanted.join(), named.isPresent(), document -> show(texts, document), log::record);
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

  /** What was left; where the Start screen comes first, the lessons that it lists are read too. */
  private static StartupDocument last(PreferencesFile preferences, CrashLog log) {
    StartupDocument last = StartupDocument.last(preferences.load(), log::record);
    if (last.screen() == Screen.START) {
      BuiltInLessons.lessons();
    }
    return last;
  }

  private static Stage show(Texts texts, StartupDocument document) {
    Stage stage = new Stage();
    var window = new GradloomWindow(stage, Surroundings.desktop(texts), document);
    Thread.setDefaultUncaughtExceptionHandler(window.failures());
    stage.show();
    return stage;
  }
}
