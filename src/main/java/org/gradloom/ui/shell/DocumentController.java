package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.gradloom.derivation.Derivation;
import org.gradloom.engine.Trace;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.text.FileName;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.Preset;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Document;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;

/**
 * Opening and saving, of lessons for Explore and of setups for Train. Files are read and written in
 * the background. Nothing here loses work unasked.
 */
final class DocumentController {
  static final String ENDING = ".gradloom.json";

  /**
   * With its ending, and even of letters that take four bytes each, a name that file systems take.
   */
  private static final int LONGEST_SUGGESTION = 60;

  private final Store store;
  private final Texts texts;
  private final UserPrompts asking;
  private final Background background;
  private final Consumer<Origin> opened;

  /**
   * A desk.
   *
   * @param opened told what is open now, so that it can be remembered
   */
  DocumentController(
      Store store,
      Texts texts,
      UserPrompts asking,
      Background background,
      Consumer<Origin> opened) {
    this.texts = texts;
    this.store = store;
    this.asking = asking;
    this.background = background;
    this.opened = opened;
  }

  private Document document() {
    return store.state().current();
  }

  void openBuiltIn(String id) {
    afterKeeping(
        Screen.EXPLORE,
        () -> place(Derivation.of(BuiltInLessons.read(id)), new Origin.BuiltIn(id)));
  }

  void openNew() {
    afterKeeping(
        Screen.EXPLORE,
        () ->
            asking
                .newLesson()
                .ifPresent(lesson -> place(Derivation.of(lesson), new Origin.Unsaved())));
  }

  void openFile() {
    asking.fileToOpen().ifPresent(this::read);
  }

  /**
   * Opens a file that was named otherwise: from the recent ones, or dropped on the window, where it
   * may be a table of samples too.
   */
  void openFile(Path file) {
    if (isTable(file)) {
      afterKeeping(Screen.TRAIN, () -> readTable(file));
    } else {
      read(file);
    }
  }

  private static boolean isTable(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".tsv");
  }

  private void readTable(Path file) {
    sayReading(file);
    background.run(
        () -> Preset.onTable(file),
        setup -> store.dispatch(new Action.OpenSetup(setup, new Origin.Unsaved())),
        this::tell);
  }

  private void read(Path file) {
    sayReading(file);
    Origin origin = new Origin.InFile(file);
    boolean trains = store.state().screen() == Screen.TRAIN;
    // All of it may take a while: reading, making the data, computing all matrices of a network.
    background.run(
        () -> opening(LessonReader.read(file), origin, trains),
        open ->
            // Only now is it known which screen's document it takes the place of.
            afterKeeping(
                open instanceof Action.OpenSetup ? Screen.TRAIN : Screen.EXPLORE,
                () -> {
                  store.dispatch(open);
                  opened.accept(origin);
                }),
        this::tell);
  }

  private void sayReading(Path file) {
    store.dispatch(
        new Action.Tell(new Notice(Message.of("file.reading", FileName.of(file)), false)));
  }

  /** A setup is opened in Train, everything else in Explore. */
  private static Action opening(Lesson lesson, Origin origin, boolean trains) {
    return TrainingSetup.isOne(lesson, trains)
        ? new Action.OpenSetup(TrainingSetup.of(lesson), origin)
        : new Action.Open(Derivation.of(lesson), origin);
  }

  private void place(Derivation derivation, Origin origin) {
    store.dispatch(new Action.Open(derivation, origin));
    opened.accept(origin);
  }

  /** The Train screen as it was left or, the first time, with the first setup. */
  void showTraining() {
    if (store.state().training().isPresent()) {
      store.dispatch(new Action.Show(Screen.TRAIN));
    } else {
      background.run(
          Preset.SPIRALS::setup,
          setup -> {
            // Meanwhile the user may have opened another.
            if (store.state().training().isPresent()) {
              store.dispatch(new Action.Show(Screen.TRAIN));
            } else {
              place(Preset.SPIRALS, setup);
            }
          },
          this::tell);
    }
  }

  void openPreset(Preset preset) {
    afterKeeping(() -> make(preset));
  }

  private void make(Preset preset) {
    background.run(preset::setup, setup -> place(preset, setup), this::tell);
  }

  private void place(Preset preset, TrainingSetup setup) {
    store.dispatch(new Action.OpenSetup(setup, new Origin.BuiltIn(preset.id())));
  }

  /**
   * A step of the training, where Explore's own document is safe.
   *
   * @param then done in it at once
   */
  void openStep(Trace step, Origin.FrozenStep origin, boolean trains, Optional<Action> then) {
    afterKeeping(
        Screen.EXPLORE,
        () -> {
          store.dispatch(new Action.OpenStep(Derivation.of(step), origin, trains));
          then.ifPresent(store::dispatch);
        });
  }

  void save() {
    save(() -> {});
  }

  private void save(Runnable afterwards) {
    document()
        .origin()
        .file()
        .ifPresentOrElse(path -> write(path, afterwards), () -> saveAs(afterwards));
  }

  void saveAs() {
    saveAs(() -> {});
  }

  private void saveAs(Runnable afterwards) {
    asking
        .fileToSave(
            suggestion(
                document().origin(), Titles.of(store.state(), store.state().screen(), texts)))
        .ifPresent(path -> write(withEnding(path), afterwards));
  }

  private void write(Path path, Runnable afterwards) {
    Lesson lesson = document().lesson();
    Screen screen = store.state().screen();
    background.run(
        () -> {
          LessonWriter.save(lesson, path);
          return path;
        },
        written -> {
          store.dispatch(new Action.Saved(screen, lesson, written));
          opened.accept(new Origin.InFile(written));
          afterwards.run();
        },
        this::tell);
  }

  /** Runs an action that ends both documents, once their changes are safe or given up. */
  void afterKeepingAll(Runnable action) {
    afterKeeping(Screen.EXPLORE, () -> afterKeeping(Screen.TRAIN, action));
  }

  /** Runs an action that ends the shown document, once its changes are safe or given up. */
  void afterKeeping(Runnable action) {
    afterKeeping(store.state().screen(), action);
  }

  private void afterKeeping(Screen screen, Runnable action) {
    Optional<Document> document = store.state().document(screen).filter(Document::isChanged);
    if (document.isEmpty()) {
      action.run();
      return;
    }
    switch (asking.aboutUnsaved(Titles.of(store.state(), screen, texts))) {
      case SAVE -> {
        // What is saved is what is shown.
        store.dispatch(new Action.Show(screen));
        save(action);
      }
      case DISCARD -> action.run();
      case CANCEL -> {}
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
