package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.PreferencesFile;
import org.gradloom.files.Progress;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.History;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.keys.KeySystem;
import org.gradloom.ui.shell.KillsJournal.Kind;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Document;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.theme.Appearance;
import org.gradloom.ui.theme.Fonts;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The process that a {@link KillsTrial} kills: the app's own window with the surroundings of a
 * desktop, opened with what was left. It opens the unsaved work that is offered, then changes two
 * documents and saves them, now and then as another file, by a seeded script and until it is
 * killed. Arguments: the journal to write, the seed, whether to save once and close the window
 * instead, and the files of both documents.
 */
public final class KilledWindow {
  /** The documents, by the screens that show them. */
  static final List<Screen> SCREENS = List.of(Screen.EXPLORE, Screen.TRAIN);

  private static final long PATIENCE_IN_SECONDS = 60;

  /** So many other names a document is saved under, so that files are written over, too. */
  private static final int NAMES = 3;

  private static final String LESSON = BuiltInLessons.FIRST;

  /** Where the documents are, or are being saved to. */
  private final Map<Screen, Path> files;

  private final TestWindow.Answers answers = new TestWindow.Answers();
  private final KillsJournal journal;
  private final Random random;
  private final Stage stage;
  private final GradloomWindow window;
  private final Store store;
  private Screen shown = Screen.EXPLORE;
  private int named;

  /** What a document's file holds, as far as its window knows. */
  private record Held(Optional<Path> file, Lesson saved) {
    private static Held of(Document document) {
      return new Held(document.origin().file(), document.saved());
    }
  }

  private KilledWindow(Map<Screen, Path> files, KillsJournal journal, Random random, Stage stage) {
    this.files = files;
    this.journal = journal;
    this.random = random;
    this.stage = stage;
    PreferencesFile preferences = PreferencesFile.ofUser();
    CrashLog log = new CrashLog(preferences.file());
    FirstPicture first = new FirstPicture();
    TexRenderer renderer = new TexRenderer();
    window =
        FirstWindow.open(
            StartupDocument.last(preferences.load(), log::record),
            false,
            document ->
                new GradloomWindow(
                    stage,
                    answered(Surroundings.desktop(Texts.english(), renderer, first)),
                    document),
            log::record);
    Thread.setDefaultUncaughtExceptionHandler(window.failures());
    store = window.store();
    stage.show();
    first.follow();
  }

  /** With somebody who answers where the desktop would ask. */
  private Surroundings answered(Surroundings desktop) {
    return new Surroundings(
        desktop.texts(),
        desktop.preferences(),
        desktop.renderer(),
        desktop.clipboard(),
        Optional.of(answers),
        desktop.background(),
        desktop.soon(),
        desktop.later(),
        desktop.bench(),
        desktop.noticeStays(),
        desktop.lessMotion(),
        desktop.screens(),
        desktop.clock());
  }

  /** Where a document is at first. */
  static Path document(Path folder, Screen screen) {
    return folder.resolve(screen + ".gradloom.json");
  }

  public static void main(String[] arguments) throws Exception {
    KillsJournal journal = new KillsJournal(Path.of(arguments[0]));
    Random random = new Random(Long.parseLong(arguments[1]));
    boolean closes = Boolean.parseBoolean(arguments[2]);
    Map<Screen, Path> files = new EnumMap<>(Screen.class);
    for (int i = 0; i < SCREENS.size(); i++) {
      files.put(SCREENS.get(i), Path.of(arguments[3 + i]));
    }
    CompletableFuture<KilledWindow> opened = new CompletableFuture<>();
    // That the window is closed must be seen.
    Platform.setImplicitExit(false);
    Platform.startup(() -> {
      try {
        Fonts.load();
        opened.complete(new KilledWindow(files, journal, random, new Stage()));
      } catch (RuntimeException | Error failure) {
        opened.completeExceptionally(failure);
      }
    });
    boolean failed = false;
    try {
      KilledWindow window = opened.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
      window.begin();
      if (closes) {
        window.saveAllAndClose();
      } else {
        window.work();
      }
    } catch (Exception | Error failure) {
      failed = true;
      journal.write(Kind.FAULT, Screen.EXPLORE, failure.toString());
    }
    System.exit(failed ? 1 : 0);
  }

  // ---- the start

  private void begin() throws Exception {
    for (Screen screen : SCREENS) {
      Path file = file(screen);
      if (!isOpen(screen)) {
        onWindow(() -> window.open(file));
        await(() -> isOpen(screen));
      }
    }
    // What was left is read before a file is, and by now one was.
    for (RecoveryFolder.Left left : left()) {
      journal.write(Kind.OFFERED, left.work().screen(), Optional.empty(), left.work().lesson());
    }
    for (int many = left().size(); many > 0; many--) {
      int before = many;
      onWindow(() -> {
        store.dispatch(new Action.Show(Screen.START));
        ((Button) scene().lookup("#recovered-open-1")).fire();
      });
      await(() -> left().size() < before);
    }
    onWindow(() -> {
      for (Screen screen : SCREENS) {
        document(screen).origin().file().ifPresent(file -> files.put(screen, file));
        journal.write(Kind.OPENED, screen, Optional.of(file(screen)), present(screen));
        store.select(
            state -> state.document(screen).map(Held::of),
            held ->
                held.ifPresent(now -> journal.write(Kind.SAVED, screen, now.file(), now.saved())));
      }
      journal.write(Kind.BEGUN, Screen.EXPLORE, "");
    });
  }

  private boolean isOpen(Screen screen) {
    Origin wanted = new Origin.InFile(file(screen));
    return onWindow(() -> store.state().document(screen).map(Document::origin))
        .equals(Optional.of(wanted));
  }

  private Path file(Screen screen) {
    return Objects.requireNonNull(files.get(screen));
  }

  private List<RecoveryFolder.Left> left() {
    return onWindow(() -> store.state().start().left());
  }

  // ---- the work

  private void work() throws Exception {
    int savesOnceIn = List.of(2, 5, 20, 200).get(random.nextInt(4));
    ProcessHandle trial = ProcessHandle.current().parent().orElseThrow();
    while (trial.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
      onWindow(() -> {
        if (random.nextInt(12) == 0) {
          shown = SCREENS.get(random.nextInt(2));
        }
        Screen screen = shown;
        store.dispatch(new Action.Show(screen));
        if (random.nextInt(savesOnceIn) == 0) {
          save(screen);
        } else if (random.nextInt(8) == 0) {
          remember();
        } else if (random.nextInt(8) == 0) {
          undo(screen);
        } else if (screen == Screen.EXPLORE) {
          setNumber();
        } else {
          rename();
        }
        if (document(screen).elsewhere().isPresent()) {
          journal.write(Kind.FAULT, screen, "The window takes its own file for another's.");
        }
      });
    }
  }

  private void setNumber() {
    Edit edit =
        new Edit.SetEntry(
            new Operand(0, MatrixSymbol.X),
            new Cell(random.nextInt(4), random.nextInt(3)),
            Entry.of(random.nextInt(1_000_000) / 64.0));
    change(Screen.EXPLORE, Edits.apply(present(Screen.EXPLORE), edit), new Action.Apply(edit));
  }

  private void rename() {
    String title = "Gate " + random.nextInt(1_000_000) + " no. " + ++named;
    change(Screen.TRAIN, present(Screen.TRAIN).withTitle(title), new Action.Rename(title));
  }

  private void undo(Screen screen) {
    History history = document(screen).history();
    if (history.undoable().isPresent()) {
      change(screen, history.undo().present(), new Action.Undo());
    }
  }

  private void change(Screen screen, Lesson next, Action action) {
    journal.write(Kind.MADE, screen, Optional.empty(), next);
    store.dispatch(action);
    if (!present(screen).equals(next)) {
      journal.write(Kind.FAULT, screen, "It is not what was to be made.");
    }
  }

  private void save(Screen screen) {
    boolean asAnother = random.nextInt(3) == 0;
    if (asAnother) {
      files.put(screen, another(screen));
      answers.saveTo(file(screen));
    }
    journal.write(Kind.SAVING, screen, Optional.of(file(screen)), present(screen));
    boolean mac = KeySystem.HERE == KeySystem.MAC;
    Event.fireEvent(
        scene().getRoot(),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.S, asAnother, !mac, false, mac));
  }

  private Path another(Screen screen) {
    return file(screen).resolveSibling(screen + "-" + random.nextInt(NAMES) + DocumentSaver.ENDING);
  }

  /** Something that goes into the other files. */
  private void remember() {
    Appearance worn = store.state().look().appearance();
    Progress reached = store.state().start().progress().at(LESSON, 1 + random.nextInt(9), 9);
    store.dispatch(new Action.Wear(worn.with(worn.theme().next())));
    store.dispatch(new Action.TakeProgress(reached));
  }

  private void saveAllAndClose() throws Exception {
    for (Screen screen : SCREENS) {
      onWindow(() -> {
        store.dispatch(new Action.Show(screen));
        save(screen);
      });
      await(() -> !onWindow(() -> document(screen).isChanged()));
    }
    onWindow(this::remember);
    onWindow(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    await(() -> !onWindow(stage::isShowing));
  }

  // ---- the window

  private Lesson present(Screen screen) {
    return document(screen).lesson();
  }

  private Document document(Screen screen) {
    return store.state().document(screen).orElseThrow();
  }

  private Scene scene() {
    return stage.getScene();
  }

  private static void onWindow(Runnable work) {
    onWindow(() -> {
      work.run();
      return true;
    });
  }

  private static <T> T onWindow(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_IN_SECONDS), work);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_IN_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The window does not go on.");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
