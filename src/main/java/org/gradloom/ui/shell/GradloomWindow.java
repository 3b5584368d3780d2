package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.ExerciseFile;
import org.gradloom.files.PacksFile;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.lesson.Screen;
import org.gradloom.practice.Exercises;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.ScreenRoom;
import org.gradloom.ui.explore.ExploreScreen;
import org.gradloom.ui.explore.LessonChoice;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.practice.PracticeScreen;
import org.gradloom.ui.speed.SpeedScreen;
import org.gradloom.ui.stage.SpeedRun;
import org.gradloom.ui.start.StartScreen;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.AwaitedExercise;
import org.gradloom.ui.store.AwaitedNumbers;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Document;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.gradloom.ui.train.TrainScreen;

/** The window: wires screens, files and settings together, and is closed as one. */
public final class GradloomWindow {
  private final Stage stage;
  private final Texts texts;
  private final Store store;
  private final UserPrompts asking;
  private final DocumentSaver saver;
  private final DocumentController desk;
  private final PackDesk packs;
  private final RememberedExercise exercise;
  private final AppBar bar;
  private final BorderPane root = new BorderPane();
  private final SheetLayer sheet = new SheetLayer(root);
  private final TableDesk tables;
  private final StartDesk startDesk;
  private final IncomingFiles incoming;
  private final WindowScreens screens;
  private final WindowDialogs dialogs;
  private final WindowCommands commands;
  private final Clock clock;
  private final ElsewhereStrip strip;
  private final RememberedUnsaved unsaved;
  private final CrashLog log;
  private final FailureNotices failures;
  private final RememberedSettings settings;

  /** Builds the window on a stage that is not shown yet; {@code first} is what it opens with. */
  public GradloomWindow(Stage stage, Surroundings surroundings, StartupDocument first) {
    this.stage = stage;
    this.texts = surroundings.texts();
    this.clock = surroundings.clock();
    this.log = new CrashLog(surroundings.preferences().file());
    Executor background = guarded(surroundings.background());
    RememberedState remembered = new RememberedState(surroundings, background, this::tellLater);
    this.settings = remembered.settings();
    this.store = new Store(remembered.opened(first));
    store.state().look().appearance().dressControls();
    this.failures = new FailureNotices(store, log);
    this.asking = surroundings.asking().orElseGet(() -> new DesktopPrompts(stage, texts));
    Background away = new Background(background, Platform::runLater, log::record);
    AwaitedNumbers.computed(store, away);
    FileWatch watch = new FileWatch();
    RecoveryFolder recovery = RecoveryFolder.beside(surroundings.preferences());
    this.unsaved =
        new RememberedUnsaved(recovery, surroundings.soon(), this::tellLater, clock, texts);
    this.saver =
        new DocumentSaver(store, texts, asking, away, watch, unsaved::beforeSaving, settings::keep);
    this.packs =
        new PackDesk(
            PacksFile.beside(surroundings.preferences()),
            store,
            asking,
            away,
            surroundings.soon(),
            new Exercises(texts),
            clock,
            this::tellLater);
    this.exercise =
        new RememberedExercise(
            ExerciseFile.beside(surroundings.preferences()),
            background,
            surroundings.soon(),
            this::tellLater);
    this.tables = new TableDesk(sheet, texts, away);
    this.desk =
        new DocumentController(
            store, asking, saver, tables, watch, away, settings::keep, packs, clock);
    this.bar = new AppBar(store, texts, new BarCommands());
    TexRenderer renderer = surroundings.renderer();
    surroundings.later().execute(() -> background.execute(renderer::warmUp));
    this.startDesk = new StartDesk(store, desk, away, this::writeLesson);
    this.incoming = new IncomingFiles(store, settings, desk, startDesk);
    this.dialogs = new WindowDialogs(stage, texts, log);
    ElsewhereDesk elsewhere = new ElsewhereDesk(store, texts, saver, away, watch, dialogs::show);
    this.strip = new ElsewhereStrip(texts, clock.getZone(), elsewhere);
    RecoveryDesk recovered =
        new RecoveryDesk(recovery, store, texts, asking, saver, away, new RecoveryWindow());
    this.screens =
        new WindowScreens(
            store, root, bar, new ScreenMakers(surroundings, background, away, recovered));
    this.commands = new WindowCommands(store, desk, saver, strip, screens, dialogs);
    AwaitedExercise.drawn(store, away, new Exercises(texts)::draw, clock);
    surroundings.lessMotion().subscribe(less -> store.dispatch(new Action.SystemMotion(less)));
    Opening opening = new Opening(store, desk, packs, remembered);
    opening.begin(first);
    dressStage(
        surroundings.screens(), new LectureMakers(store, surroundings, speedRun(surroundings)));
    remembered.keep(store);
    store.select(AppState::screen, _ -> incoming.listRecent());
    store.select(AppState::practice, packs::keep);
    packs.offerLeft();
    exercise.resume(store, away, new Exercises(texts), clock);
    store.select(state -> state.practice().leftExercise(), exercise::keep);
    Runnable follow =
        () -> {
          remembered.follow(store, away);
          elsewhere.look();
        };
    store.select(AppState::screen, screen -> follow.run());
    stage
        .focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            follow.run();
          }
        });
    store.select(Function.identity(), this::show);
    store.select(
        state ->
            List.of(
                Optional.of(state.explore().document()), state.training().map(Training::document)),
        _ -> unsaved.keep(store.state()));
    first.later().ifPresent(desk::openFile);
    if (recovery.mayHoldSome()) {
      recovered.look(any -> {
        if (any) {
          opening.offerRecovered(first);
        }
      });
    }
  }

  /** What times the ways to compute a layer, for one who asks for it. */
  private SpeedRun speedRun(Surroundings surroundings) {
    return new SpeedRun(
        surroundings.bench().measurer(),
        new Background(surroundings.bench().thread(), Platform::runLater, log::record));
  }

  /** Work away from the window whose failures are told like any other. */
  private Executor guarded(Executor background) {
    return work ->
        background.execute(() -> {
          try {
            work.run();
          } catch (RuntimeException | Error failure) {
            tellLater(log.record(failure));
          }
        });
  }

  private void tellLater(Message wrong) {
    Platform.runLater(() -> store.dispatch(new Action.Tell(new Notice(wrong, true))));
  }

  private void writeLesson() {
    store.dispatch(new Action.Show(Screen.EXPLORE));
    screens.writeLesson();
  }

  private List<LessonChoice> lessons() {
    return BuiltInLessons.lessons().entrySet().stream()
        .map(lesson ->
            new LessonChoice(
                lesson.getKey(), lesson.getValue(), () -> desk.openBuiltIn(lesson.getKey())))
        .toList();
  }

  // ---- the stage

  private void dressStage(Screens monitors, LectureWindow.Makers makers) {
    VBox top = new VBox(bar, strip);
    root.setTop(top);
    LectureWindow lecture = new LectureWindow(stage, root, top, store, monitors, makers);
    root.addEventFilter(KeyEvent.KEY_PRESSED, lecture::pressed);
    root.addEventFilter(KeyEvent.KEY_TYPED, lecture::typed);
    WindowKeys keys = new WindowKeys(store, sheet, commands, screens);
    keys.leadToScreens(root);
    DroppedFiles.on(root, incoming::open);
    ScreenRoom.watch(root, room -> {});
    Scene scene = new Scene(root, WindowPlace.USUAL_WIDTH, WindowPlace.USUAL_HEIGHT);
    WornAppearance.of(scene, store);
    keys.accelerate(scene);
    stage.setScene(scene);
    screens.show(store.state().screen());
    stage.setMinWidth(WindowPlace.SMALLEST_WIDTH);
    stage.setMinHeight(WindowPlace.SMALLEST_HEIGHT);
    stage.setOnCloseRequest(this::closeRequested);
    settings.preferences().window().ifPresent(place -> WindowPlace.restore(stage, place));
  }

  private void show(AppState state) {
    bar.show(state);
    strip.show(state.current());
    stage.setTitle(AppBar.windowTitleOf(state, texts));
    screens.show(state.screen());
  }

  private void closeRequested(WindowEvent event) {
    event.consume();
    saver.afterKeepingAll(this::close);
  }

  private void close() {
    try {
      unsaved.close();
      packs.close();
      exercise.close();
      settings.keepLast(WindowPlace.of(stage));
      screens.close();
    } catch (RuntimeException | Error failure) {
      // Whatever happens, who closes a window sees it go.
      log.record(failure);
    } finally {
      stage.close();
    }
  }

  // ---- from outside

  /** A mistake in the program becomes one sentence here and an entry in the log. */
  public void failed(Throwable error) {
    failures.tell(error);
  }

  /** Takes all that nobody foresaw, on any thread. */
  Thread.UncaughtExceptionHandler failures() {
    return failures;
  }

  /** Opens a document or a table of samples, as if it had been dropped on the window. */
  public void open(Path file) {
    incoming.open(List.of(file));
  }

  /** The state that the window shows, for who drives it from outside. */
  public Store store() {
    return store;
  }

  /** How each screen is made. */
  private final class ScreenMakers implements WindowScreens.Makers {
    private final Surroundings surroundings;
    private final Executor background;
    private final Background away;
    private final RecoveryDesk recovered;

    ScreenMakers(
        Surroundings surroundings, Executor background, Background away, RecoveryDesk recovered) {
      this.surroundings = surroundings;
      this.background = background;
      this.away = away;
      this.recovered = recovered;
    }

    @Override
    public StartScreen start() {
      return new StartScreen(
          store,
          texts,
          StartDesk.lessons(),
          surroundings.noticeStays(),
          clock,
          startDesk,
          recovered);
    }

    @Override
    public ExploreScreen explore() {
      return new ExploreScreen(
          store,
          texts,
          surroundings.renderer(),
          surroundings.clipboard(),
          background,
          surroundings.later(),
          speedRun(surroundings),
          surroundings.noticeStays(),
          GradloomWindow.this::lessons,
          desk::showTraining,
          new WayToPractice(store, clock));
    }

    @Override
    public TrainScreen train() {
      return new TrainScreen(
          store,
          texts,
          away,
          surroundings.bench().blas(),
          surroundings.noticeStays(),
          new TrainDesk(asking, tables, desk));
    }

    @Override
    public PracticeScreen practice() {
      return new PracticeScreen(
          store,
          texts,
          surroundings.renderer(),
          clock,
          surroundings.clipboard(),
          surroundings.noticeStays(),
          new PracticeDesk(desk, packs));
    }

    @Override
    public SpeedScreen speed() {
      return new SpeedScreen(
          store,
          texts,
          surroundings.renderer(),
          surroundings.bench(),
          speedRun(surroundings),
          surroundings.clipboard(),
          surroundings.noticeStays());
    }
  }

  /** What is done about unsaved work that was left. */
  private final class RecoveryWindow implements RecoveryDesk.Parts {
    @Override
    public void opened(Origin origin) {
      settings.keep(origin);
    }

    @Override
    public Optional<Message> keep(Screen screen, Document document) {
      return unsaved.write(screen, document);
    }

    @Override
    public void openFile(Path file) {
      desk.openFile(file);
    }

    @Override
    public void show(Dialog<?> dialog) {
      dialogs.show(dialog);
    }
  }

  /** What the bar's menus do. */
  private final class BarCommands implements AppBar.MenuCommands {
    @Override
    public void run(Shortcut.OfWindow key) {
      commands.run(key);
    }

    @Override
    public void openExample(String id) {
      desk.openBuiltIn(id);
    }

    @Override
    public void openRecent(Path file) {
      desk.openFile(file);
    }

    @Override
    public List<Path> recentFiles() {
      return incoming.recent();
    }

    @Override
    public void export() {
      desk.export(texts);
    }

    @Override
    public void writePack() {
      desk.writePack();
    }

    @Override
    public void savePractice() {
      desk.savePractice();
    }

    @Override
    public void eraseProgress() {
      if (asking.eraseProgress()) {
        store.dispatch(new Action.EraseProgress());
        store.dispatch(new Action.EraseMastery());
        packs.erase();
        exercise.erase();
        store.dispatch(new Action.Tell(new Notice(Message.of("erase.done"), false)));
      }
    }

    @Override
    public void writeLesson() {
      GradloomWindow.this.writeLesson();
    }

    @Override
    public void lessonFormat() {
      dialogs.showLessonFormat();
    }

    @Override
    public void about() {
      dialogs.showAbout();
    }
  }
}
