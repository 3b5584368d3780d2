package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.gradloom.data.TableReader;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.engine.Trace;
import org.gradloom.export.ExportOrder;
import org.gradloom.export.Tokens;
import org.gradloom.files.AtomicFile;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.FileKind;
import org.gradloom.files.LessonReader;
import org.gradloom.files.PackReader;
import org.gradloom.files.PackWriter;
import org.gradloom.files.PracticeCsv;
import org.gradloom.files.Progress;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Screen;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Mastery;
import org.gradloom.practice.Session;
import org.gradloom.text.FileName;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.Preset;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;

/**
 * Opening, of lessons for Explore and of setups for Train. Files are read in the background.
 * Nothing here loses work unasked.
 */
final class DocumentController {
  private final Store store;
  private final UserPrompts asking;
  private final DocumentSaver saver;
  private final TableDesk tables;
  private final FileWatch watch;
  private final Background background;
  private final Consumer<Origin> opened;
  private final PackDesk packs;
  private final Clock clock;

  /**
   * Opens documents.
   *
   * @param saver keeps what is replaced
   * @param tables asks how tables are read
   * @param watch knows what files were
   * @param opened told what is open now, so that it can be remembered
   * @param packs opens them
   * @param clock says when an exercise was given up
   */
  DocumentController(
      Store store,
      UserPrompts asking,
      DocumentSaver saver,
      TableDesk tables,
      FileWatch watch,
      Background background,
      Consumer<Origin> opened,
      PackDesk packs,
      Clock clock) {
    this.store = store;
    this.asking = asking;
    this.saver = saver;
    this.tables = tables;
    this.watch = watch;
    this.background = background;
    this.opened = opened;
    this.packs = packs;
    this.clock = clock;
  }

  /** Opens a document of the app, a lesson where it was left. */
  void openBuiltIn(String id) {
    openBuiltIn(id, beatLeft(new Origin.BuiltIn(id)));
  }

  /**
   * Opens a lesson of the app at a beat.
   *
   * @param beat from 1
   */
  void openBuiltIn(String id, int beat) {
    saver.afterKeeping(
        Screen.EXPLORE,
        () -> {
          place(Derivation.of(BuiltInLessons.read(id)), new Origin.BuiltIn(id));
          goTo(beat);
        });
  }

  /** The beat at which a lesson goes on, from 1. */
  private int beatLeft(Origin origin) {
    Progress progress = store.state().start().progress();
    return origin.remembered().flatMap(progress::of).map(Progress.Reached::next).orElse(1);
  }

  /** To a beat of the lesson that was just opened at its first. */
  private void goTo(int beat) {
    if (beat > 1) {
      store.dispatch(new Action.ToBeat(beat - 1));
    }
  }

  /** Explore with numbers to change: what is open there, unless that is a lesson. */
  void showOwnNumbers() {
    if (store.state().explore().path().isPresent()) {
      openBuiltIn(BuiltInLessons.FIRST);
    } else {
      store.dispatch(new Action.Show(Screen.EXPLORE));
    }
  }

  void openNew() {
    saver.afterKeeping(
        Screen.EXPLORE,
        () ->
            asking
                .newLesson()
                .map(lesson -> lesson.withConvention(convention()))
                .ifPresent(lesson -> place(Derivation.of(lesson), new Origin.Unsaved())));
  }

  /** Who writes one lesson so writes the next one so, too. */
  private Convention convention() {
    return store.state().explore().document().lesson().convention();
  }

  void openFile() {
    asking.fileToOpen().ifPresent(this::openFile);
  }

  /**
   * Opens a file that was named otherwise: from the recent ones, or dropped on the window, where it
   * may be a table of samples too.
   */
  void openFile(Path file) {
    openFile(file, () -> {});
  }

  /**
   * The same.
   *
   * @param then run once: when it is open, when it was said why it is not, or when the user would
   *     rather not
   */
  void openFile(Path file, Runnable then) {
    if (TableReader.isTable(file)) {
      openTable(file, then);
    } else {
      openFile(file, beatLeft(new Origin.InFile(file)), then);
    }
  }

  /** A table is a document of its own, as soon as it is said how it is read. */
  private void openTable(Path file, Runnable then) {
    String path = file.toAbsolutePath().toString();
    tables.ask(
        Preset.table(new DataSource.Table(path)),
        data ->
            saver.afterKeeping(
                Screen.TRAIN,
                () -> {
                  store.dispatch(new Action.OpenSetup(Preset.onTable(data), new Origin.Unsaved()));
                  then.run();
                },
                then),
        then);
  }

  /**
   * Opens a document; a lesson in it at a beat.
   *
   * @param beat from 1
   */
  void openFile(Path file, int beat) {
    openFile(file, beat, () -> {});
  }

  private void openFile(Path file, int beat, Runnable then) {
    Notice reading = new Notice(Message.of("file.reading", FileName.of(file)), false);
    store.dispatch(new Action.Tell(reading));
    Origin origin = new Origin.InFile(file);
    boolean trains = store.state().screen() == Screen.TRAIN;
    Consumer<Message> refused =
        wrong -> {
          tell(wrong);
          then.run();
        };
    try {
      FileKind.requireOrdinary(file, "file.aDocumentFile");
    } catch (InvalidInput wrong) {
      refused.accept(wrong.said());
      return;
    }
    if (PackReader.isOne(file)) {
      packs.open(() -> PackReader.read(file), then);
      return;
    }
    // All of it may take a while: reading, making the data, computing all matrices of a network.
    background.run(
        () -> {
          watch.note(file);
          return opening(LessonReader.read(file), origin, trains);
        },
        open ->
            // Only now is it known which screen's document it takes the place of.
            saver.afterKeeping(
                open instanceof Action.OpenSetup ? Screen.TRAIN : Screen.EXPLORE,
                () -> {
                  store.dispatch(open);
                  opened.accept(origin);
                  if (open instanceof Action.Open) {
                    goTo(beat);
                  }
                  then.run();
                },
                () -> {
                  store.dispatch(new Action.Dismiss(reading));
                  then.run();
                }),
        refused);
  }

  /** A setup is opened in Train, everything else in Explore. */
  private static Action opening(Lesson lesson, Origin origin, boolean trains) {
    return TrainingSetup.isOne(lesson, trains)
        ? new Action.OpenSetup(TrainingSetup.opened(lesson), origin)
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

  /** The Practice screen as it was left. */
  void showPractice() {
    store.dispatch(new Action.ShowPractice(clock.instant()));
  }

  void openPreset(Preset preset) {
    // Who changes something while it is made is asked about that, too.
    background.run(
        preset::setup,
        setup -> saver.afterKeeping(Screen.TRAIN, () -> place(preset, setup)),
        this::tell);
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
    saver.afterKeeping(
        Screen.EXPLORE,
        () -> {
          store.dispatch(new Action.OpenStep(Derivation.of(step), origin, trains));
          then.ifPresent(store::dispatch);
        });
  }

  /** The numbers of an exercise with nothing covered, which ends it unless it was found before. */
  void openExercise(Session session) {
    saver.afterKeeping(
        Screen.EXPLORE,
        () -> {
          store.dispatch(new Action.TellAnswer(clock.instant()));
          Exercise exercise = session.exercise();
          Place at = exercise.beat().at();
          if (at != null) {
            store.dispatch(
                new Action.OpenExercise(
                    Derivation.of(exercise.numbers()), new Origin.OfExercise(exercise.draw()), at));
          }
        });
  }

  /** Exercises are put together and saved for others. */
  void writePack() {
    asking
        .newPack(store.state().explore().document().lesson())
        .ifPresent(pack ->
            asking
                .fileToSave("pack.json")
                .ifPresent(file -> save(file, () -> PackWriter.save(pack, file), "pack.saved")));
  }

  private void save(Path file, Runnable write, String done) {
    background.run(
        () -> {
          write.run();
          return file;
        },
        written ->
            store.dispatch(
                new Action.Tell(new Notice(Message.of(done, FileName.of(written)), false))),
        this::tell);
  }

  /** What was practised goes into a table of the user's. */
  void savePractice() {
    asking
        .fileToSave("practice.csv")
        .ifPresent(file -> {
          Mastery mastery = store.state().practice().mastery();
          background.run(
              () -> {
                PracticeCsv.write(mastery, file);
                return file;
              },
              written ->
                  store.dispatch(
                      new Action.Tell(
                          new Notice(
                              Message.of(
                                  "practice.saved", mastery.results().size(), FileName.of(written)),
                              false))),
              this::tell);
        });
  }

  /** The shown document leaves in a form of the user's choice; in Explore with its place. */
  void export(Texts texts) {
    AppState state = store.state();
    state
        .current()
        .map(document ->
            new ExportOrder(
                document.lesson(),
                state.screen() == Screen.EXPLORE
                    ? Optional.of(state.explore().step().place())
                    : Optional.empty(),
                Granularity.CELL,
                Tokens.of(state.look().appearance().theme().id()),
                texts))
        .flatMap(asking::export)
        .ifPresent(made ->
            asking
                .fileToSave(suggestion(made.kind().ending()))
                .ifPresent(file -> write(made, withEnding(file, made.kind().ending()))));
  }

  /** What the document would be saved as, with another ending. */
  private String suggestion(String ending) {
    return store
            .state()
            .current()
            .map(document -> DocumentSaver.suggestion(document.origin(), document.lesson().title()))
            .map(name -> name.replace(DocumentSaver.ENDING, ""))
            .orElse("gradloom")
        + ending;
  }

  private static Path withEnding(Path file, String ending) {
    String name = String.valueOf(file.getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith(ending)
        ? file
        : file.resolveSibling(name + ending);
  }

  private void write(ExportedFile made, Path file) {
    background.run(
        () -> {
          made.kind().requireName(file.toString());
          AtomicFile.write(file, made.bytes());
          return file;
        },
        written ->
            store.dispatch(
                new Action.Tell(
                    new Notice(Message.of("export.done", FileName.of(written)), false))),
        this::tell);
  }

  private void tell(Message wrong) {
    store.dispatch(new Action.Tell(new Notice(wrong, true)));
  }
}
