package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.text.FileName;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Document;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;

/**
 * Saving, on demand and before work would be lost. Files are written in the background; whatever is
 * to happen afterwards happens only once they are.
 */
final class DocumentSaver {
  static final String ENDING = ".gradloom.json";

  /**
   * With its ending, and even of letters that take four bytes each, a name that file systems take.
   */
  private static final int LONGEST_SUGGESTION = 60;

  private final Store store;
  private final Texts texts;
  private final UserPrompts asking;
  private final Background background;
  private final FileWatch watch;
  private final Keeping before;
  private final Consumer<Origin> saved;

  /** Keeps unsaved work. */
  interface Keeping {
    /**
     * Keeps what is about to be saved to a file, on the thread that writes it.
     *
     * @return what could not be kept; the file is written all the same
     */
    Optional<Message> beforeSaving(Screen screen, Document document, Path file);
  }

  /**
   * What happens afterwards: one of the two.
   *
   * @param saved once the file is written
   * @param otherwise once it is known that it will not be
   */
  private record Then(Runnable saved, Runnable otherwise) {
    private static final Then NOTHING = new Then(() -> {}, () -> {});
  }

  /**
   * Saves documents.
   *
   * @param watch knows what files were
   * @param before run in the background before a file is written
   * @param saved told where the document is now, so that it can be remembered
   */
  DocumentSaver(
      Store store,
      Texts texts,
      UserPrompts asking,
      Background background,
      FileWatch watch,
      Keeping before,
      Consumer<Origin> saved) {
    this.store = store;
    this.texts = texts;
    this.asking = asking;
    this.background = background;
    this.watch = watch;
    this.before = before;
    this.saved = saved;
  }

  /** Saves the shown document, if there is one. */
  void save() {
    Screen screen = store.state().screen();
    store.state().current().ifPresent(document -> save(screen, document, Then.NOTHING));
  }

  /** Only to the file that the title names, and only where it is what it was. */
  private void save(Screen screen, Document document, Then then) {
    document
        .ownFile()
        .ifPresentOrElse(
            path -> writeUnlessChanged(screen, document, path, then),
            () -> saveAs(screen, document, then));
  }

  /** Writes the shown document to its file, whatever that holds by now. */
  void overwrite() {
    Screen screen = store.state().screen();
    store
        .state()
        .current()
        .ifPresent(document ->
            document
                .origin()
                .file()
                .ifPresent(path -> write(screen, document, path, isAt(document), Then.NOTHING)));
  }

  private void writeUnlessChanged(Screen screen, Document document, Path path, Then then) {
    background.run(
        () -> watch.look(path, document.saved()),
        found -> {
          Optional<Document> moved = now(screen, document).filter(isAt(document).negate());
          if (moved.isPresent()) {
            // It was being saved as another, and that is where it is saved from now on.
            save(screen, moved.get(), then);
          } else if (found.isEmpty()) {
            write(screen, document, path, isAt(document), then);
          } else if (now(screen, document).isPresent()) {
            store.dispatch(new Action.FoundElsewhere(screen, found));
            then.otherwise().run();
          } else {
            notSaved(Message.of("notice.notSaved", FileName.of(path)), then);
          }
        },
        wrong -> notSaved(wrong, then));
  }

  /** Saves the shown document, if there is one, where the user says. */
  void saveAs() {
    Screen screen = store.state().screen();
    store.state().current().ifPresent(document -> saveAs(screen, document, Then.NOTHING));
  }

  private void saveAs(Screen screen, Document document, Then then) {
    asking
        .fileToSave(suggestion(document.origin(), Titles.of(store.state(), screen, texts)))
        .ifPresentOrElse(
            path ->
                write(
                    screen,
                    now(screen, document).orElse(document),
                    withEnding(path),
                    _ -> true,
                    then),
            then.otherwise());
  }

  /**
   * The screen whose document it is may not be the shown one any more.
   *
   * @param belongs whether what the document has become by then is to go on in the written file
   */
  private void write(
      Screen screen, Document document, Path path, Predicate<Document> belongs, Then then) {
    Lesson lesson = document.lesson();
    background.run(
        () -> {
          Optional<Message> notKept = keep(screen, document, path);
          LessonWriter.save(lesson, path);
          watch.note(path);
          return notKept;
        },
        notKept -> {
          if (now(screen, document).filter(belongs).isPresent()) {
            store.dispatch(new Action.Saved(screen, lesson, path));
            saved.accept(new Origin.InFile(path));
          } else {
            store.dispatch(
                new Action.Tell(new Notice(Message.of("notice.saved", FileName.of(path)), false)));
          }
          notKept.ifPresent(
              wrong -> tell(Message.of("notice.savedAlone", FileName.of(path), wrong)));
          then.saved().run();
        },
        wrong -> notSaved(wrong, then));
  }

  /** Whether it is where it was: meanwhile it may be saved as another. */
  private static Predicate<Document> isAt(Document before) {
    return now -> now.origin().equals(before.origin());
  }

  /** The document as it is by now, if it is still there. */
  private Optional<Document> now(Screen screen, Document document) {
    return store.state().document(screen).filter(now -> now.continues(document));
  }

  private void notSaved(Message wrong, Then then) {
    tell(wrong);
    then.otherwise().run();
  }

  /** Whatever goes wrong with it, nothing matters more than the user's own file. */
  private Optional<Message> keep(Screen screen, Document document, Path path) {
    try {
      return before.beforeSaving(screen, document, path);
    } catch (RuntimeException | Error failure) {
      return Optional.of(background.unforeseen().apply(failure));
    }
  }

  /** Runs an action that ends both documents, once their changes are safe or given up. */
  void afterKeepingAll(Runnable action) {
    afterKeeping(Screen.EXPLORE, () -> afterKeeping(Screen.TRAIN, action));
  }

  /** The same for the document of one screen. */
  void afterKeeping(Screen screen, Runnable action) {
    afterKeeping(screen, action, () -> {});
  }

  /**
   * The same.
   *
   * @param otherwise run instead, where they are neither and the document stays
   */
  void afterKeeping(Screen screen, Runnable action, Runnable otherwise) {
    Optional<Document> document = store.state().document(screen).filter(Document::isChanged);
    if (document.isEmpty()) {
      action.run();
      return;
    }
    switch (asking.aboutUnsaved(Titles.of(store.state(), screen, texts))) {
      case SAVE -> {
        // What is saved is what is shown.
        store.dispatch(new Action.Show(screen));
        // Who changed it while it was saved is asked about that, too.
        Runnable saved = () -> afterKeeping(screen, action, otherwise);
        save(screen, document.get(), new Then(saved, otherwise));
      }
      case DISCARD -> action.run();
      case CANCEL -> otherwise.run();
    }
  }

  private void tell(Message wrong) {
    store.dispatch(new Action.Tell(new Notice(wrong, true)));
  }

  private static Path withEnding(Path path) {
    String name = FileName.of(path);
    return name.endsWith(".json") ? path : path.resolveSibling(name + ENDING);
  }

  /** A file name from the title, with nothing in it that a file system would refuse. */
  static String suggestion(Origin origin, String title) {
    return origin.file().map(FileName::of).orElseGet(() -> fromTitle(title));
  }

  private static String fromTitle(String title) {
    String plain =
        Optional.of(title.replaceAll("[^\\p{L}\\p{N}]+", "-"))
            .map(name -> name.substring(0, Math.min(name.length(), LONGEST_SUGGESTION)))
            .map(name -> name.replaceAll("^-|-$", ""))
            .filter(name -> !name.isEmpty())
            .orElse("lesson");
    return plain + ENDING;
  }
}
