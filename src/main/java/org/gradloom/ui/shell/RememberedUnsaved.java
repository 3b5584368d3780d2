package org.gradloom.ui.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.files.UnsavedWork;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Document;

/**
 * Keeps what this window has that no file holds yet, so that it outlives whatever ends the program.
 * Written a moment after a change and off the window's thread, whatever else goes on there, and
 * only where something is not what was written last.
 */
final class RememberedUnsaved {
  private static final List<Screen> KEPT = List.of(Screen.EXPLORE, Screen.TRAIN);
  private static final int MOST_CHANGES = 100;

  private final RecoveryFolder.OfWindow session;
  private final Consumer<Message> notKept;
  private final Clock clock;
  private final Texts texts;

  private final Latest<Map<Screen, Document>> latest;

  // ---- of the thread that writes

  private final Map<Screen, Lesson> written = new EnumMap<>(Screen.class);
  private final Map<Screen, Instant> since = new EnumMap<>(Screen.class);

  /**
   * What one window keeps.
   *
   * @param soon runs what it is given after a moment, one after the other, on a thread of its own
   * @param notKept told, by {@code soon}, why something could not be kept
   */
  RememberedUnsaved(
      RecoveryFolder folder, Executor soon, Consumer<Message> notKept, Clock clock, Texts texts) {
    this.session = folder.session();
    this.notKept = notKept;
    this.clock = clock;
    this.texts = texts;
    this.latest = new Latest<>(Runnable::run, soon, documents -> documents.forEach(this::write));
  }

  /** Takes what the window shows now. */
  void keep(AppState state) {
    Map<Screen, Document> documents = new EnumMap<>(Screen.class);
    KEPT.forEach(
        screen -> state.document(screen).ifPresent(document -> documents.put(screen, document)));
    latest.keepSoon(documents);
  }

  /**
   * Writes what waits, on the thread of whoever is about to save it: who is killed right after that
   * left nothing older than the file.
   */
  void beforeSaving() {
    latest.flush();
  }

  /** At once, on the thread of whoever asks, where nothing may come before it. */
  synchronized void write(Screen screen, Document document) {
    Lesson lesson = document.lesson();
    if (!document.isChanged()) {
      since.remove(screen);
      if (written.remove(screen) != null) {
        session.forget(screen).ifPresent(notKept);
      }
    } else if (!lesson.equals(written.put(screen, lesson))) {
      Instant kept = clock.instant();
      session
          .keep(
              new UnsavedWork(
                  screen,
                  source(document),
                  since.computeIfAbsent(screen, _ -> kept),
                  kept,
                  document.history().since(document.saved()).stream()
                      .limit(MOST_CHANGES)
                      .map(texts::say)
                      .toList(),
                  document.saved(),
                  lesson))
          .ifPresent(notKept);
    }
  }

  /** A step of a training lies in its file, if it was saved. */
  private static Optional<String> source(Document document) {
    return document
        .origin()
        .remembered()
        .or(() -> document.origin().file().map(file -> file.toAbsolutePath().toString()));
  }

  /** The window is closed; all of it is saved or given up. */
  void close() {
    session.close();
  }
}
