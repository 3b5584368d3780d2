package org.gradloom.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.gradloom.derivation.Derivation;
import org.gradloom.export.ExportKind;
import org.gradloom.export.ExportOrder;
import org.gradloom.export.Headway;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.PreferencesFile;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.practice.Pack;
import org.gradloom.speed.Bench;
import org.gradloom.speed.FakeBench;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.MemoryClipboard;
import org.gradloom.ui.shell.ExportedFile;
import org.gradloom.ui.shell.FakeScreens;
import org.gradloom.ui.shell.GradloomWindow;
import org.gradloom.ui.shell.StartupDocument;
import org.gradloom.ui.shell.Surroundings;
import org.gradloom.ui.shell.UserPrompts;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Look;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.View;
import org.gradloom.ui.theme.Fonts;
import org.gradloom.ui.theme.Theme;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/**
 * The app's window with preferences, clipboard and answers of its own, and what a user sees in it.
 * Files are read and written at once, on the window's thread.
 */
public final class TestWindow {
  /** So that whatever depends on the day is the same each time. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

  public static final double WIDTH = 1280;
  public static final double HEIGHT = 800;

  private final Stage stage;
  private final GradloomWindow window;
  private final MemoryClipboard clipboard;
  private final Answers answers;
  private final PreferencesFile preferences;
  private final FakeScreens screens;

  private TestWindow(
      Stage stage,
      GradloomWindow window,
      MemoryClipboard clipboard,
      Answers answers,
      PreferencesFile preferences,
      FakeScreens screens) {
    this.screens = screens;
    this.stage = stage;
    this.window = window;
    this.clipboard = clipboard;
    this.answers = answers;
    this.preferences = preferences;
  }

  /** What the user will answer, in order; where nothing was prepared he would rather not. */
  public static final class Answers implements UserPrompts {
    private final Deque<Unsaved> unsaved = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private Optional<Path> toOpen = Optional.empty();
    private Optional<Path> csv = Optional.empty();
    private Optional<Path> toSave = Optional.empty();
    private Optional<Lesson> made = Optional.empty();
    private Optional<Pack> packed = Optional.empty();
    private Optional<ExportKind> form = Optional.empty();
    private boolean erasing;
    private boolean discarding;

    public void aboutUnsaved(Unsaved answer) {
      unsaved.add(answer);
    }

    public void fileToOpen(Path file) {
      toOpen = Optional.of(file);
    }

    public void csvToOpen(Path file) {
      csv = Optional.of(file);
    }

    public void saveTo(Path file) {
      toSave = Optional.of(file);
    }

    public void newLesson(Lesson lesson) {
      made = Optional.of(lesson);
    }

    public void erasingProgress() {
      erasing = true;
    }

    private void forget() {
      erasing = false;
      form = Optional.empty();
      discarding = false;
      unsaved.clear();
      asked.clear();
      toOpen = Optional.empty();
      csv = Optional.empty();
      toSave = Optional.empty();
      made = Optional.empty();
    }

    /** What was asked so far: titles of unsaved documents and suggested file names. */
    public List<String> asked() {
      return asked;
    }

    @Override
    public Optional<Path> fileToOpen() {
      return toOpen;
    }

    @Override
    public Optional<Path> csvToOpen() {
      return csv;
    }

    @Override
    public Optional<Path> fileToSave(String suggestion) {
      asked.add(suggestion);
      return toSave;
    }

    @Override
    public Unsaved aboutUnsaved(String title) {
      asked.add(title);
      return unsaved.isEmpty() ? Unsaved.CANCEL : unsaved.pop();
    }

    @Override
    public boolean discardRecovered(String title) {
      asked.add(title);
      return discarding;
    }

    /** What windows left is to be forgotten where that is asked. */
    public void discarding() {
      discarding = true;
    }

    @Override
    public boolean eraseProgress() {
      return erasing;
    }

    public void newPack(Pack pack) {
      packed = Optional.of(pack);
    }

    @Override
    public Optional<Pack> newPack(Lesson shown) {
      return packed;
    }

    public void exportingAs(ExportKind kind) {
      form = Optional.of(kind);
    }

    @Override
    public Optional<ExportedFile> export(ExportOrder order) {
      return form.map(kind -> new ExportedFile(kind, kind.write(order, Headway.UNSEEN)));
    }

    @Override
    public Optional<Lesson> newLesson() {
      return made;
    }
  }

  /** Opens a window of the usual size; {@code folder} takes its preferences and its log. */
  public static TestWindow open(Stage stage, Path folder, StartupDocument opening) {
    return open(stage, folder, opening, WIDTH, HEIGHT);
  }

  /**
   * One window for all tests of a class, each of which finds it as if it had just been opened:
   * opening one takes half a second. What was trained in it, and the files it remembers, stay.
   */
  public static final class Kept {
    private @Nullable TestWindow window;

    /** A window of the usual size at lesson H, without motion; another where one was closed. */
    public TestWindow open(Stage stage, Path folder) {
      TestWindow opened = window;
      if (opened == null || !opened.stage.isShowing()) {
        opened = TestWindow.open(stage, folder, StartupDocument.builtIn("h")).withoutMotion();
        window = opened;
      } else {
        opened.renew();
      }
      return opened;
    }
  }

  private void renew() {
    answers.forget();
    clipboard.clear();
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    View usual = View.usual();
    screens.unplug();
    screens.filled().clear();
    store().dispatch(new Action.EndLecture());
    store().dispatch(new Action.Wear(Look.usual().appearance()));
    store().dispatch(new Action.SystemMotion(false));
    store().dispatch(new Action.LayOut(usual.layout()));
    store().dispatch(new Action.ShowCode(usual.language()));
    store().dispatch(new Action.ShowSides(usual.sides()));
    store()
        .state()
        .explore()
        .view()
        .folded()
        .forEach(panel -> store().dispatch(new Action.Fold(panel, false)));
    store().dispatch(new Action.EraseProgress());
    store().dispatch(new Action.EraseMastery());
    store().dispatch(new Action.PlayAt(1));
    openBuiltIn("h");
    withoutMotion();
    // Where Tab led gives the keys back to the walk.
    scene()
        .lookup("#explore")
        .fireEvent(
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
  }

  /** Opens a window of any size. */
  public static TestWindow open(
      Stage stage, Path folder, StartupDocument opening, double width, double height) {
    return open(stage, folder, opening, width, height, Runnable::run, _ -> {});
  }

  /** Opens a window that measures on this bench. */
  public static TestWindow open(
      Stage stage, Path folder, StartupDocument opening, double width, double height, Bench bench) {
    return open(stage, folder, opening, width, height, Runnable::run, _ -> {}, bench);
  }

  /** Opens a window that leaves to {@code background} what need not be done at once. */
  public static TestWindow open(
      Stage stage,
      Path folder,
      StartupDocument opening,
      double width,
      double height,
      Executor background) {
    return open(stage, folder, opening, width, height, background, _ -> {});
  }

  /** Opens a window that keeps unsaved work whenever {@code soon} runs what it is given. */
  public static TestWindow open(
      Stage stage,
      Path folder,
      StartupDocument opening,
      double width,
      double height,
      Executor background,
      Executor soon) {
    return open(
        stage, folder, opening, width, height, background, soon, FakeBench.on(Runnable::run));
  }

  private static TestWindow open(
      Stage stage,
      Path folder,
      StartupDocument opening,
      double width,
      double height,
      Executor background,
      Executor soon,
      Bench bench) {
    Fonts.load();
    MemoryClipboard clipboard = new MemoryClipboard();
    Answers answers = new Answers();
    FakeScreens screens = new FakeScreens();
    PreferencesFile preferences = new PreferencesFile(folder.resolve("preferences.json"));
    GradloomWindow window =
        new GradloomWindow(
            stage,
            new Surroundings(
                Texts.english(),
                preferences,
                new TexRenderer(),
                clipboard,
                Optional.of(answers),
                background,
                soon,
                Runnable::run,
                bench,
                Duration.INDEFINITE,
                new SimpleBooleanProperty(false),
                screens,
                CLOCK),
            opening);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
    return new TestWindow(stage, window, clipboard, answers, preferences, screens);
  }

  /** Lets every motion end at once, so that what is seen is where it ends. */
  public TestWindow withoutMotion() {
    store().dispatch(new Action.LessMotion(true));
    return this;
  }

  /** The screens that lectures are shown on. */
  public FakeScreens screens() {
    return screens;
  }

  public Stage stage() {
    return stage;
  }

  public Scene scene() {
    return stage.getScene();
  }

  public GradloomWindow window() {
    return window;
  }

  public Store store() {
    return window.store();
  }

  public MemoryClipboard clipboard() {
    return clipboard;
  }

  public Answers answers() {
    return answers;
  }

  public PreferencesFile preferences() {
    return preferences;
  }

  /** Where the walk stands, as text. */
  public String place() {
    return store().state().explore().step().place().toString();
  }

  /** Wears one theme after the other, as a user does, and says how each is laid out. */
  public Map<String, List<String>> layouts(FxRobot robot) {
    Map<String, List<String>> layouts = new HashMap<>();
    for (int i = 0; i < Theme.all().size(); i++) {
      robot.press(KeyCode.CONTROL).type(KeyCode.T).release(KeyCode.CONTROL);
      layouts.put(theme(), layout());
    }
    return layouts;
  }

  private String theme() {
    return scene().getStylesheets().stream()
        .map(sheet -> sheet.substring(sheet.lastIndexOf('/') + 1).replace(".css", ""))
        .filter(name -> Theme.of(name).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** Where every node that is seen stands, one a line, in the order in which they are drawn. */
  public List<String> layout() {
    List<String> nodes = new ArrayList<>();
    addLayout(scene().getRoot(), nodes);
    return nodes;
  }

  private static void addLayout(Node node, List<String> nodes) {
    if (node.isVisible()) {
      Bounds at = node.localToScene(node.getLayoutBounds());
      nodes.add(
          "%s %s: %.3f, %.3f, %.3f by %.3f"
              .formatted(
                  node.getStyleClass(),
                  PromptRobot.nameOf(node),
                  at.getMinX(),
                  at.getMinY(),
                  at.getWidth(),
                  at.getHeight()));
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> addLayout(child, nodes));
      }
    }
  }

  public void go(FxRobot robot, String place) {
    robot.interact(() -> store().dispatch(new Action.Go(Place.parse(place))));
  }

  // ---- what a user sees

  /** The node with this id. */
  public static Node node(FxRobot robot, String id) {
    return robot.lookup("#" + id).query();
  }

  /** Opens a built-in document by its name, on the window's thread. */
  public void openBuiltIn(String id) {
    store()
        .dispatch(new Action.Open(Derivation.of(BuiltInLessons.read(id)), new Origin.BuiltIn(id)));
  }

  /** The words of the node with this id; empty while it is out of sight. */
  public static String text(FxRobot robot, String id) {
    Node node = node(robot, id);
    // Where lines must not break, a blank looks like any other.
    return isSeen(node) ? words(node).replace('\u00A0', ' ') : "";
  }

  private static String words(Node node) {
    return switch (node) {
      case Labeled labeled -> labeled.getText();
      case TextInputControl input -> input.getText();
      case Text run -> run.getText();
      default -> {
        StringBuilder all = new StringBuilder();
        node.lookupAll(".text").forEach(run -> all.append(((Text) run).getText()));
        yield all.toString();
      }
    };
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** The number that a cell of a matrix shows. */
  public static String cell(FxRobot robot, String grid, int row, int column) {
    Node cell = node(robot, grid + "-" + row + "-" + column);
    return ((Text) cell.lookup(".cell-text")).getText();
  }

  public static boolean is(Node node, String pseudoClass) {
    return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass(pseudoClass));
  }

  /** The cells of a matrix with this look, as {@code row,column}, in reading order. */
  public static List<String> cells(FxRobot robot, String grid, String pseudoClass) {
    String prefix = grid + "-";
    return robot.lookup("#" + grid).query().lookupAll(".matrix-cell").stream()
        .filter(cell -> is(cell, pseudoClass))
        .map(PromptRobot::nameOf)
        .map(name -> name.substring(prefix.length()).replace('-', ','))
        .sorted()
        .toList();
  }

  /** What the popups with this style class say: tooltips, sentences at a cell. */
  public static List<String> popups(FxRobot robot, String styleClass) {
    return robot.listTargetWindows().stream()
        .filter(PopupWindow.class::isInstance)
        .filter(Window::isShowing)
        .flatMap(popup -> popup.getScene().getRoot().lookupAll(styleClass).stream())
        .filter(Labeled.class::isInstance)
        .map(label -> ((Labeled) label).getText())
        .toList();
  }
}
