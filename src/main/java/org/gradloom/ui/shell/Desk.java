package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Document;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;

/**
 * Opening and saving. Files are read and written by {@code background}; what comes of it is handed
 * to the window's thread by {@code foreground}. Nothing here loses work unasked.
 */
final class Desk {
  static final String ENDING = ".gradloom.json";

  private final Store store;
  private final Asking asking;
  private final Executor background;
  private final Executor foreground;
  private final Consumer<Origin> opened;

  /**
   * A desk.
   *
   * @param opened told what is open now, so that it can be remembered
   */
  Desk(
      Store store,
      Asking asking,
      Executor background,
      Executor foreground,
      Consumer<Origin> opened) {
    this.store = store;
    this.asking = asking;
    this.background = background;
    this.foreground = foreground;
    this.opened = opened;
  }

  private Document document() {
    return store.state().document();
  }

  void openBuiltIn(String id) {
    afterKeeping(() -> place(Derivation.of(BuiltInLessons.read(id)), new Origin.BuiltIn(id)));
  }

  void openNew() {
    afterKeeping(() ->
        asking.newLesson().ifPresent(lesson -> place(Derivation.of(lesson), new Origin.Unsaved())));
  }

  void openFile() {
    afterKeeping(() -> asking.fileToOpen().ifPresent(this::read));
  }

  /** Opens a file that was named otherwise: from the recent ones, or dropped on the window. */
  void openFile(Path file) {
    afterKeeping(() -> read(file));
  }

  private void read(Path file) {
    store.dispatch(
        new Action.Tell(
            new Notice(Message.of("file.reading", file.getFileName().toString()), false)));
    // Both may take a while with a large network: reading it, and computing all its matrices.
    inBackground(
        () -> Derivation.of(LessonReader.read(file)),
        derivation -> place(derivation, new Origin.InFile(file)));
  }

  private void place(Derivation derivation, Origin origin) {
    store.dispatch(new Action.Open(derivation, origin));
    opened.accept(origin);
  }

  void save() {
    save(() -> {});
  }

  private void save(Runnable afterwards) {
    switch (document().origin()) {
      case Origin.InFile(var path) -> write(path, afterwards);
      case Origin.BuiltIn _, Origin.Unsaved _ -> saveAs(afterwards);
    }
  }

  void saveAs() {
    saveAs(() -> {});
  }

  private void saveAs(Runnable afterwards) {
    asking
        .fileToSave(suggestion(document()))
        .ifPresent(path -> write(withEnding(path), afterwards));
  }

  private void write(Path path, Runnable afterwards) {
    Lesson lesson = document().lesson();
    inBackground(
        () -> {
          LessonWriter.save(lesson, path);
          return path;
        },
        written -> {
          store.dispatch(new Action.Saved(lesson, written));
          opened.accept(new Origin.InFile(written));
          afterwards.run();
        });
  }

  /** Runs an action that ends the present document, once its changes are safe or given up. */
  void afterKeeping(Runnable action) {
    if (!document().isChanged()) {
      action.run();
      return;
    }
    switch (asking.aboutUnsaved(document().lesson().title())) {
      case SAVE -> save(action);
      case DISCARD -> action.run();
      case CANCEL -> {}
    }
  }

  private <T> void inBackground(Supplier<T> work, Consumer<T> then) {
    background.execute(() -> {
      try {
        T result = work.get();
        foreground.execute(() -> then.accept(result));
      } catch (InvalidInput wrong) {
        foreground.execute(() -> tell(wrong.said()));
      }
    });
  }

  private void tell(Message wrong) {
    store.dispatch(new Action.Tell(new Notice(wrong, true)));
  }

  private static Path withEnding(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".json") ? path : path.resolveSibling(name + ENDING);
  }

  /** A file name from the title, with nothing in it that a file system would refuse. */
  static String suggestion(Document document) {
    if (document.origin() instanceof Origin.InFile(var path)) {
      return path.getFileName().toString();
    }
    String plain =
        Optional.of(document.lesson().title().replaceAll("[^\\p{L}\\p{N}]+", "-"))
            .map(name -> name.replaceAll("^-|-$", ""))
            .filter(name -> !name.isEmpty())
            .orElse("lesson");
    return plain + ENDING;
  }
}
