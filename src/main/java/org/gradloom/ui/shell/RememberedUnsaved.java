package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.files.UnsavedWork;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Document;
import org.gradloom.ui.store.Notice;

/**
 * Keeps what this window has that no file holds yet, so that it outlives whatever ends the program.
 * Written a moment after a change and off the window's thread, whatever else goes on there, and
 * only where something is not what was written last.
 */
final class RememberedUnsaved {
  private static final List<Screen> KEPT = List.of(Screen.EXPLORE, Screen.TRAIN);
  private static final int MOST_CHANGES = 100;

  private final RecoveryFolder.OfWindow session;
  private final Clock clock;
  private final Texts texts;

  private final Latest<Map<Screen, Document>> latest;

  // ---- of whoever writes

  private final Map<Screen, UnsavedWork> written = new EnumMap<>(Screen.class);
  private final Map<Screen, Instant> since = new EnumMap<>(Screen.class);
  private final Map<Screen, Begun> begun = new EnumMap<>(Screen.class);

  /** A document that is being saved to a file. */
  private record Begun(Document document, Path file) {
    /** True once it is known to be saved, and for any other document. */
    private boolean isOver(Document now) {
      boolean isSaved =
          now.saved().equals(document.lesson())
              && now.origin().file().map(Path::toAbsolutePath).equals(Optional.of(file));
      return isSaved || !now.continues(document) || !now.origin().equals(document.origin());
    }

    private Optional<UnsavedWork.Saving> kept() {
      return Optional.of(new UnsavedWork.Saving(file.toString(), document.lesson()));
    }
  }

  /**
   * What one window keeps.
   *
   * @param soon runs what it is given after a moment, one after the other, on a thread of its own
   * @param notKept told, by {@code soon}, why something could not be kept
   */
  RememberedUnsaved(
      RecoveryFolder folder, Executor soon, Consumer<Message> notKept, Clock clock, Texts texts) {
    this.session = folder.session();
    this.clock = clock;
    this.texts = texts;
    this.latest = new Latest<>(Runnable::run, soon, documents -> write(documents, notKept));
  }

  /** Takes what the window shows now. */
  void keep(AppState state) {
    Map<Screen, Document> documents = new EnumMap<>(Screen.class);
    KEPT.forEach(
        screen -> state.document(screen).ifPresent(document -> documents.put(screen, document)));
    latest.keepSoon(documents);
  }

  private void write(Map<Screen, Document> documents, Consumer<Message> failed) {
    documents.forEach((screen, document) -> write(screen, document).ifPresent(failed));
  }

  /**
   * Writes what waits, and what of it is about to be saved, on the thread of whoever is about to
   * save it: who is killed right after that left nothing that the file holds.
   *
   * @return what could not be kept; the file can be written all the same
   */
  Optional<Message> beforeSaving(Screen screen, Document document, Path file) {
    begin(screen, new Begun(document, file.toAbsolutePath()));
    List<Message> wrong = new ArrayList<>();
    latest.flush(documents -> write(documents, wrong::add));
    addBegun(screen).ifPresent(wrong::add);
    return wrong.stream().reduce(Notice::both);
  }

  private synchronized void begin(Screen screen, Begun saving) {
    begun.put(screen, saving);
  }

  /** To what was kept before that, if anything was. */
  private synchronized Optional<Message> addBegun(Screen screen) {
    Begun saving = begun.get(screen);
    UnsavedWork kept = written.get(screen);
    return saving == null || kept == null || kept.saving().equals(saving.kept())
        ? Optional.empty()
        : keep(screen, kept.with(saving.kept()));
  }

  /**
   * At once, on the thread of whoever asks, where nothing may come before it.
   *
   * @return why it could not be kept
   */
  synchronized Optional<Message> write(Screen screen, Document document) {
    Begun saving = begun.get(screen);
    if (saving != null && saving.isOver(document)) {
      begun.remove(screen);
    }
    if (!document.isChanged()) {
      since.remove(screen);
      return written.remove(screen) == null ? Optional.empty() : session.forget(screen);
    }
    return isWritten(screen, document) ? Optional.empty() : keep(screen, work(screen, document));
  }

  private boolean isWritten(Screen screen, Document document) {
    UnsavedWork kept = written.get(screen);
    return kept != null
        && kept.lesson().equals(document.lesson())
        && kept.saved().equals(document.saved())
        && kept.source().equals(source(document))
        && kept.saving().equals(saving(screen));
  }

  /** What cannot be kept is tried again with the next change. */
  private Optional<Message> keep(Screen screen, UnsavedWork work) {
    Optional<Message> wrong = session.keep(work);
    if (wrong.isEmpty()) {
      written.put(screen, work);
    }
    return wrong;
  }

  private Optional<UnsavedWork.Saving> saving(Screen screen) {
    return Optional.ofNullable(begun.get(screen)).flatMap(Begun::kept);
  }

  private UnsavedWork work(Screen screen, Document document) {
    Instant kept = clock.instant();
    return new UnsavedWork(
        screen,
        source(document),
        since.computeIfAbsent(screen, _ -> kept),
        kept,
        document.history().since(document.saved()).stream()
            .limit(MOST_CHANGES)
            .map(texts::say)
            .toList(),
        document.saved(),
        document.lesson(),
        saving(screen));
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
