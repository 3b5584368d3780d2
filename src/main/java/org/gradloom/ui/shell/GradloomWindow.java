package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.gradloom.engine.Trace;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.ExerciseFile;
import org.gradloom.files.PacksFile;
import org.gradloom.files.PracticeFile;
import org.gradloom.files.Progress;
import org.gradloom.files.ProgressFile;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Screen;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.PackResults;
import org.gradloom.practice.Plan;
import org.gradloom.practice.Session;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.PreparedData;
import org.gradloom.training.Preset;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.Late;
import org.gradloom.ui.control.ScreenRoom;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.explore.ExploreScreen;
import org.gradloom.ui.explore.LessonChoice;
import org.gradloom.ui.keys.Chord;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.KeyOwner;
import org.gradloom.ui.keys.KeySystem;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.lecture.LectureKeys;
import org.gradloom.ui.lecture.LectureScreen;
import org.gradloom.ui.lecture.PresenterScreen;
import org.gradloom.ui.practice.PracticeScreen;
import org.gradloom.ui.sides.ScreenSides;
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
import org.gradloom.ui.store.PausedPack;
import org.gradloom.ui.store.PracticeState;
import org.gradloom.ui.store.SpeedState;
import org.gradloom.ui.store.StartContents;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.gradloom.ui.theme.Appearance;
import org.gradloom.ui.train.TrainScreen;
import org.jspecify.annotations.Nullable;

/** The window: wires screens, files and settings together, and remembers how it was left. */
public final class GradloomWindow {
  /** How long the question stands whether to leave a lecture. */
  private static final Duration ESC_WAITS = Duration.seconds(3);

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
  private final Late<StartScreen> start;
  private final Late<ExploreScreen> explore;
  private final Late<TrainScreen> train;
  private final Late<PracticeScreen> practice;
  private final Late<SpeedScreen> speed;
  private final Clock clock;

  /** How the window looks now; nothing until it is dressed. */
  private @Nullable Appearance worn;

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
    this.settings = new RememberedSettings(surroundings.preferences(), background, this::tellLater);
    RememberedProgress progress =
        new RememberedProgress(
            ProgressFile.beside(surroundings.preferences()), background, this::tellLater);
    RememberedPractice practised =
        new RememberedPractice(
            PracticeFile.beside(surroundings.preferences()), background, this::tellLater);
    this.store =
        new Store(
            AppState.opened(first.derivation(), first.origin(), settings.view())
                .with(StartContents.EMPTY.with(progress.progress()))
                .with(PracticeState.begun(practised.practised(), seedOfToday()))
                .with(SpeedState.begun().with(settings.backend()))
                .with(settings.look()));
    appearance().dressControls();
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
    Executor later = surroundings.later();
    later.execute(() -> background.execute(renderer::warmUp));
    this.explore =
        new Late<>(() ->
            offering(
                new ExploreScreen(
                    store,
                    texts,
                    renderer,
                    surroundings.clipboard(),
                    background,
                    later,
                    speedRun(surroundings),
                    surroundings.noticeStays(),
                    this::lessons,
                    desk::showTraining,
                    new PracticeWindow()),
                ExploreScreen::sides));
    this.startDesk = new StartDesk(store, desk, away, this::writeLesson);
    ElsewhereDesk elsewhere = new ElsewhereDesk(store, texts, saver, away, watch, this::show);
    this.strip = new ElsewhereStrip(texts, clock.getZone(), elsewhere);
    RecoveryDesk recovered =
        new RecoveryDesk(recovery, store, texts, asking, saver, away, new RecoveryWindow());
    this.start =
        new Late<>(() ->
            new StartScreen(
                store,
                texts,
                StartDesk.lessons(),
                surroundings.noticeStays(),
                clock,
                startDesk,
                recovered));
    this.practice =
        new Late<>(() ->
            offering(
                new PracticeScreen(
                    store,
                    texts,
                    renderer,
                    clock,
                    surroundings.clipboard(),
                    surroundings.noticeStays(),
                    new PracticeDesk()),
                PracticeScreen::sides));
    this.speed =
        new Late<>(() ->
            offering(
                new SpeedScreen(
                    store,
                    texts,
                    renderer,
                    surroundings.bench(),
                    speedRun(surroundings),
                    surroundings.clipboard(),
                    surroundings.noticeStays()),
                SpeedScreen::sides));
    AwaitedExercise.drawn(store, away, new Exercises(texts)::draw, clock);
    this.train =
        new Late<>(() ->
            offering(
                new TrainScreen(
                    store,
                    texts,
                    away,
                    surroundings.bench().blas(),
                    surroundings.noticeStays(),
                    new TrainWindow()),
                TrainScreen::sides));
    surroundings.lessMotion().subscribe(less -> store.dispatch(new Action.SystemMotion(less)));
    first
        .at()
        .<Action>map(Action.Go::new)
        .or(() -> beatLeft(first.origin(), progress.progress()))
        .ifPresent(store::dispatch);
    first.training().ifPresent(store::dispatch);
    settings.keep(
        first
            .training()
            .map(Action.OpenSetup::origin)
            .filter(trained -> trained.file().isPresent())
            .orElse(first.origin()));
    show(first.screen());
    first.pack().ifPresent(pack -> packs.open(() -> pack));
    // One after the other, the last alone would stay.
    Stream.of(practised.fault(), progress.fault(), first.notice().map(Notice::said))
        .flatMap(Optional::stream)
        .reduce(Notice::both)
        .ifPresent(said -> store.dispatch(new Action.Tell(new Notice(said, true))));
    dressStage(
        surroundings.screens(),
        new LectureMakers(renderer, surroundings.clipboard(), speedRun(surroundings)));
    store.select(state -> state.explore().view(), settings::keep);
    store.select(AppState::look, settings::keep);
    store.select(state -> state.speed().backend(), settings::keep);
    store.select(AppState::screen, this::arrived);
    store.select(
        state -> state.training().map(training -> training.document().origin()),
        trained -> trained.ifPresent(settings::keepTraining));
    store.select(state -> state.start().progress(), progress::keep);
    store.select(state -> state.practice().mastery(), practised::keep);
    store.select(AppState::practice, packs::keep);
    packs.offerLeft();
    exercise.resume(store, away, new Exercises(texts), clock);
    store.select(state -> state.practice().leftExercise(), exercise::keep);
    Runnable follow =
        () -> {
          progress.follow(away, found -> store.dispatch(new Action.TakeProgress(found)));
          elsewhere.look();
          practised.follow(away, found -> store.dispatch(new Action.TakeMastery(found)));
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
      recovered.look(any -> offerRecovered(any, first));
    }
  }

  /** Who named a document sees that; everybody else sees first what was left. */
  private void offerRecovered(boolean any, StartupDocument first) {
    if (!any) {
      return;
    }
    if (first.named()) {
      store.dispatch(
          new Action.Tell(
              new Notice(Message.of("recovered.notice"), false)
                  .offering(
                      new Notice.Choice(
                          Optional.empty(),
                          Message.of("recovered.see"),
                          new Action.Show(Screen.START)))));
    } else {
      store.dispatch(new Action.Show(Screen.START));
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

  /** Where the lesson that is opened was left, if it was. */
  private static Optional<Action> beatLeft(Origin origin, Progress progress) {
    return origin
        .remembered()
        .flatMap(progress::of)
        .map(reached -> new Action.ToBeat(reached.beat() - 1));
  }

  private void show(Screen screen) {
    switch (screen) {
      case START, EXPLORE, SPEED -> store.dispatch(new Action.Show(screen));
      case TRAIN -> desk.showTraining();
      case PRACTICE -> desk.showPractice();
      case SUMMARY -> throw new IllegalStateException("Nothing starts with " + screen);
    }
  }

  private void arrived(Screen screen) {
    settings.keep(screen);
    listRecentFiles();
  }

  private void listRecentFiles() {
    if (store.state().screen() == Screen.START) {
      startDesk.list(recentFiles(), settings.preferences().opened());
    }
  }

  private void writeLesson() {
    store.dispatch(new Action.Show(Screen.EXPLORE));
    explore.get().writeLesson();
  }

  private List<Path> recentFiles() {
    return settings.preferences().recentFiles().stream().map(Path::of).toList();
  }

  private List<LessonChoice> lessons() {
    return BuiltInLessons.lessons().entrySet().stream()
        .map(lesson ->
            new LessonChoice(
                lesson.getKey(), lesson.getValue(), () -> desk.openBuiltIn(lesson.getKey())))
        .toList();
  }

  // ---- the stage

  private void dressStage(Screens screens, LectureWindow.Makers makers) {
    VBox top = new VBox(bar, strip);
    root.setTop(top);
    LectureWindow lecture = new LectureWindow(stage, root, top, store, screens, makers);
    KeyOwner owner = new KeyOwner(root, () -> root.getCenter().requestFocus());
    root.addEventFilter(KeyEvent.KEY_PRESSED, lecture::pressed);
    root.addEventFilter(KeyEvent.KEY_TYPED, lecture::typed);
    root.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, owner));
    DroppedFiles.on(root, this::drop);
    ScreenRoom.watch(root, room -> {});
    Scene scene = new Scene(root, WindowPlace.USUAL_WIDTH, WindowPlace.USUAL_HEIGHT);
    store.select(state -> state.look().appearance(), appearance -> wear(appearance, scene));
    scene.widthProperty().subscribe(() -> wear(appearance(), scene));
    scene.heightProperty().subscribe(() -> wear(appearance(), scene));
    accelerators(scene);
    stage.setScene(scene);
    showScreen(store.state().screen());
    stage.setMinWidth(WindowPlace.SMALLEST_WIDTH);
    stage.setMinHeight(WindowPlace.SMALLEST_HEIGHT);
    stage.setOnCloseRequest(this::closeRequested);
    settings.preferences().window().ifPresent(place -> WindowPlace.restore(stage, place));
  }

  /** No larger than there is room for, whatever the user asks for. */
  private void wear(Appearance wanted, Scene scene) {
    Appearance next = wanted.within(scene.getWidth(), scene.getHeight());
    if (!next.equals(worn)) {
      worn = next;
      next.applyTo(scene);
    }
  }

  private void accelerators(Scene scene) {
    for (Shortcut.OfWindow shortcut : Shortcut.OfWindow.values()) {
      for (Chord chord : shortcut.chords(KeySystem.HERE)) {
        scene.getAccelerators().put(chord.combination(), () -> pressed(shortcut));
      }
    }
  }

  /** What a key of the window does; over a sheet only how the window looks. */
  private void pressed(Shortcut.OfWindow shortcut) {
    switch (shortcut) {
      case LARGER, SMALLER, USUAL_SIZE, THEME, KEYS -> run(shortcut);
      case START,
          EXPLORE,
          TRAIN,
          PRACTICE,
          SPEED,
          UNDO,
          REDO,
          NEW,
          OPEN,
          SAVE,
          SAVE_AS,
          SIDES,
          NOTICE,
          LECTURE -> {
        if (!sheet.isShown()) {
          run(shortcut);
        }
      }
    }
  }

  private void run(Shortcut.OfWindow shortcut) {
    switch (shortcut) {
      case START -> store.dispatch(new Action.Show(Screen.START));
      case EXPLORE -> store.dispatch(new Action.Show(Screen.EXPLORE));
      case TRAIN -> desk.showTraining();
      case PRACTICE -> desk.showPractice();
      case SPEED -> store.dispatch(new Action.Show(Screen.SPEED));
      case UNDO -> store.dispatch(new Action.Undo());
      case REDO -> store.dispatch(new Action.Redo());
      case NEW -> desk.openNew();
      case OPEN -> desk.openFile();
      case SAVE -> save();
      case SAVE_AS -> saver.saveAs();
      case LARGER -> appear(appearance().larger());
      case SMALLER -> appear(appearance().smaller());
      case USUAL_SIZE -> appear(appearance().usualSize());
      case SIDES -> sides().ifPresent(ScreenSides::turn);
      case THEME -> appear(appearance().with(appearance().theme().next()));
      case NOTICE -> toggleNoticeFocus();
      case LECTURE -> store.dispatch(new Action.BeginLecture());
      case KEYS ->
          show(
              new KeysDialog(
                  KeyNames.here(texts), new Dimension2D(stage.getWidth(), stage.getHeight())));
    }
  }

  /** Where something must be answered first, the keys for saving lead there. */
  private void save() {
    if (strip.isVisible()) {
      strip.focus();
    } else {
      saver.save();
    }
  }

  private void toggleNoticeFocus() {
    switch (store.state().screen()) {
      case START -> start.get().toggleNoticeFocus();
      case EXPLORE -> explore.get().toggleNoticeFocus();
      case TRAIN -> train.get().toggleNoticeFocus();
      case PRACTICE -> practice.get().toggleNoticeFocus();
      case SPEED -> speed.get().toggleNoticeFocus();
      case SUMMARY -> {}
    }
  }

  /** What stands beside the middle of the screen that is shown. */
  private Optional<ScreenSides> sides() {
    return switch (store.state().screen()) {
      case EXPLORE -> Optional.of(explore.get().sides());
      case TRAIN -> Optional.of(train.get().sides());
      case PRACTICE -> Optional.of(practice.get().sides());
      case SPEED -> Optional.of(speed.get().sides());
      case START, SUMMARY -> Optional.empty();
    };
  }

  private void show(Dialog<?> dialog) {
    dialog.initOwner(stage);
    dialog.show();
  }

  private Appearance appearance() {
    return store.state().look().appearance();
  }

  private void appear(Appearance next) {
    store.dispatch(new Action.Wear(next));
  }

  private void show(AppState state) {
    bar.show(state);
    strip.show(state.current());
    stage.setTitle(AppBar.windowTitleOf(state, texts));
    showScreen(state.screen());
  }

  private void showScreen(Screen screen) {
    Node wanted =
        switch (screen) {
          case START -> start.get();
          case EXPLORE -> explore.get();
          case TRAIN -> train.get();
          case PRACTICE -> practice.get();
          case SPEED -> speed.get();
          case SUMMARY -> throw new IllegalStateException("The store shows no " + screen);
        };
    if (store.state().lecture().isEmpty() && !wanted.equals(root.getCenter())) {
      root.setCenter(wanted);
      wanted.requestFocus();
      sides().map(sides -> sides.next().get()).ifPresent(bar::offerSides);
    }
  }

  /** A screen with sides, for which the bar says what its button does next. */
  private <S> S offering(S made, Function<S, ScreenSides> sides) {
    sides.apply(made).next().subscribe(bar::offerSides);
    return made;
  }

  /** Exercises of a kind that is met today begin here, so that two learners may compare notes. */
  private long seedOfToday() {
    LocalDate today = LocalDate.now(clock);
    return (today.getYear() * 100L + today.getMonthValue()) * 100 + today.getDayOfMonth();
  }

  private void pressed(KeyEvent key, KeyOwner owner) {
    if (key.isConsumed() || sheet.isShown() || store.state().lecture().isPresent()) {
      return;
    }
    switch (store.state().screen()) {
      case EXPLORE -> explore.get().walk(key, owner);
      case TRAIN -> train.get().train(key, owner);
      case PRACTICE -> practice.get().practise(key);
      case START, SPEED, SUMMARY -> {}
    }
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
      train.made().ifPresent(TrainScreen::close);
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
    drop(List.of(file));
  }

  /** One is opened, for a window shows one; the others wait among the recent files. */
  private void drop(List<Path> files) {
    DroppedTogether dropped = DroppedTogether.of(files);
    if (files.size() > 1) {
      // What was said before is no part of what is said of these.
      store.state().notice().map(Action.Dismiss::new).ifPresent(store::dispatch);
    }
    settings.keepWaiting(dropped.others());
    listRecentFiles();
    desk.openFile(
        dropped.opened(),
        () ->
            dropped
                .notice(store.state().notice(), recentFiles())
                .map(Action.Tell::new)
                .ifPresent(store::dispatch));
  }

  /** The state that the window shows, for who drives it from outside. */
  public Store store() {
    return store;
  }

  /** What the Train screen cannot do by itself. */
  private final class TrainWindow implements TrainScreen.Host {
    @Override
    public Optional<Path> csvToOpen() {
      return asking.csvToOpen();
    }

    @Override
    public void askAbout(DataSource table, Consumer<PreparedData> use) {
      tables.ask(table, use);
    }

    @Override
    public void openPreset(Preset preset) {
      desk.openPreset(preset);
    }

    @Override
    public void openStep(
        Trace step, Origin.FrozenStep origin, boolean trains, Optional<Action> then) {
      desk.openStep(step, origin, trains, then);
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
      GradloomWindow.this.show(dialog);
    }
  }

  /** The ways from Explore to the Practice screen. */
  private final class PracticeWindow implements ExploreScreen.Practising {
    @Override
    public void comeBack() {
      store.dispatch(new Action.ReturnToPractice(clock.instant()));
    }

    @Override
    public void practise(Exercise.Kind kind) {
      store.dispatch(new Action.Practise(new Plan.OfKind(kind), clock.instant()));
    }
  }

  /** What the Practice screen cannot do by itself. */
  private final class PracticeDesk implements PracticeScreen.Host {
    @Override
    public void openInExplore(Session session) {
      desk.openExercise(session);
    }

    @Override
    public void openLesson(Exercise.Kind kind) {
      BuiltInLessons.lessons().keySet().stream()
          .skip(kind.lesson() - 1L)
          .findFirst()
          .ifPresent(desk::openBuiltIn);
    }

    @Override
    public void saveResults(PackResults results) {
      packs.saveResults(results);
    }

    @Override
    public void leave(PausedPack pack) {
      packs.leave(pack);
    }
  }

  /** What a lecture is made of. */
  private final class LectureMakers implements LectureWindow.Makers {
    private final TexRenderer renderer;
    private final TextClipboard clipboard;
    private final SpeedRun speed;

    LectureMakers(TexRenderer renderer, TextClipboard clipboard, SpeedRun speed) {
      this.renderer = renderer;
      this.clipboard = clipboard;
      this.speed = speed;
    }

    @Override
    public LectureScreen lecture() {
      return new LectureScreen(store, texts, renderer, clipboard, speed);
    }

    @Override
    public LectureKeys keys(LectureScreen screen) {
      return new LectureKeys(store, screen, ESC_WAITS);
    }

    @Override
    public PresenterScreen presenter() {
      return new PresenterScreen(store, texts, clock);
    }
  }

  /** What the bar's menus do. */
  private final class BarCommands implements AppBar.MenuCommands {
    @Override
    public void run(Shortcut.OfWindow key) {
      GradloomWindow.this.run(key);
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
      return GradloomWindow.this.recentFiles();
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
      show(new FormatDialog(texts));
    }

    @Override
    public void about() {
      show(new AboutDialog(texts, log.file()));
    }
  }
}
