package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Dimension2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.gradloom.Snapshots;
import org.gradloom.derivation.Granularity;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.keys.Chord;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.KeySystem;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.theme.Appearance;
import org.gradloom.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Every key of the table does something in the window, by each of its chords. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysInWindowTest {
  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private static boolean isDown(KeyCombination.ModifierValue modifier) {
    return modifier == KeyCombination.ModifierValue.DOWN;
  }

  private void press(FxRobot robot, Node target, Chord chord) {
    robot.interact(() ->
        target.fireEvent(
            new KeyEvent(
                KeyEvent.KEY_PRESSED,
                "",
                "",
                chord.key(),
                isDown(chord.shift()),
                isDown(chord.control()) || isDown(chord.shortcut()),
                isDown(chord.alt()),
                false)));
    PromptRobot.settle();
  }

  /**
   * What the window shows of itself: its state, its size, its colours, its dialogs, what it asks,
   * and whether it is about to be answered.
   */
  private List<Object> seen(FxRobot robot) {
    List<Object> all = new ArrayList<>();
    all.add(window.store().state());
    all.add(List.copyOf(window.answers().asked()));
    all.add(List.copyOf(window.scene().getStylesheets()));
    all.add(robot.listTargetWindows().size());
    all.add(robot.lookup("#notice-card").tryQuery().map(Node::isFocusWithin));
    return all;
  }

  private void dispatch(FxRobot robot, Action action) {
    robot.interact(() -> window.store().dispatch(action));
  }

  /** What leads away from the document that the other keys are about. */
  private static final Set<Shortcut.OfWindow> OTHER_SCREENS =
      Set.of(Shortcut.OfWindow.TRAIN, Shortcut.OfWindow.PRACTICE, Shortcut.OfWindow.SPEED);

  /** A state in which this key has something to do. */
  private void prepare(FxRobot robot, Shortcut.OfWindow shortcut) {
    AppState state = window.store().state();
    switch (shortcut) {
      case EXPLORE -> {
        robot.clickOn("#tab-train");
        PromptRobot.settle();
      }
      case UNDO -> dispatch(robot, new Action.Apply(new org.gradloom.lesson.Edit.SetTitle("Mine")));
      case REDO -> dispatch(robot, new Action.Undo());
      case NEW -> window.answers().newLesson(state.explore().lesson().withTitle("New"));
      case OPEN ->
          window.answers().fileToOpen(Path.of("assets/lessons/shapes-can-lie.gradloom.json"));
      case USUAL_SIZE ->
          press(
              robot,
              window.scene().getRoot(),
              Shortcut.OfWindow.LARGER.chords(KeySystem.HERE).getFirst());
      case NOTICE ->
          dispatch(robot, new Action.Tell(new Notice(Message.of("notice.reset"), false)));
      case START,
          TRAIN,
          PRACTICE,
          SPEED,
          SAVE,
          SAVE_AS,
          LARGER,
          SMALLER,
          SIDES,
          LECTURE,
          THEME,
          KEYS -> {}
    }
  }

  @Test
  void everyKeyOfTheWindowDoesSomething(FxRobot robot) {
    for (Shortcut.OfWindow shortcut : Shortcut.OfWindow.values()) {
      for (Chord chord : shortcut.chords(KeySystem.HERE)) {
        window.answers().aboutUnsaved(UserPrompts.Unsaved.DISCARD);
        if (shortcut == Shortcut.OfWindow.REDO) {
          prepare(robot, Shortcut.OfWindow.UNDO);
        }
        prepare(robot, shortcut);
        List<Object> before = seen(robot);
        press(robot, window.scene().getRoot(), chord);
        assertThat(seen(robot)).as(shortcut + " by " + chord).isNotEqualTo(before);
        if (shortcut == Shortcut.OfWindow.KEYS) {
          robot.type(KeyCode.ESCAPE);
        }
        if (shortcut == Shortcut.OfWindow.LECTURE) {
          dispatch(robot, new Action.EndLecture());
        }
        if (OTHER_SCREENS.contains(shortcut)) {
          dispatch(robot, new Action.Show(Screen.EXPLORE));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 300})
  void theSheetOfKeysCutsNothingInASmallWindow(int percent, FxRobot robot) {
    robot.interact(() -> {
      KeysDialog dialog =
          new KeysDialog(
              new KeyNames(Texts.english(), KeySystem.USUAL), new Dimension2D(1024, 700));
      DialogPane pane = dialog.getDialogPane();
      dialog.setDialogPane(new DialogPane());
      Appearance look = new Appearance(Theme.usual(), percent).within(1024, 700);
      Scene measured = new Scene(pane);
      look.applyTo(measured);
      pane.applyCss();
      double width = pane.prefWidth(-1);
      double height = pane.prefHeight(width);
      measured.setRoot(new Group());
      Scene scene = new Scene(pane, width, height);
      look.applyTo(scene);
      Snapshots.save(scene, "keys-" + percent);
      assertThat(LayoutFaults.of(scene)).isEmpty();
      assertThat(width).isBetween(500.0, 1024.0);
      assertThat(height).isBetween(400.0, 700.0);
    });
  }

  @Test
  void everyKeyOfTheWalkDoesSomething(FxRobot robot) {
    for (Shortcut.OfWalk shortcut : Shortcut.OfWalk.values()) {
      for (Chord chord : shortcut.chords(KeySystem.HERE)) {
        // In the middle of the backward phase, where every way is open.
        window.go(robot, "layer1/dW/2,1/term2");
        AppState before = window.store().state();
        press(robot, node(robot, "explore"), chord);
        assertThat(window.store().state()).as(shortcut + " by " + chord).isNotEqualTo(before);
        dispatch(robot, new Action.Play(false));
      }
    }
    dispatch(robot, new Action.StepBy(Granularity.TERM));
  }

  @Test
  void everyKeyOfTrainingDoesSomething(FxRobot robot) {
    robot.clickOn("#tab-train");
    PromptRobot.settle();
    for (Shortcut.OfTraining shortcut : Shortcut.OfTraining.values()) {
      for (Chord chord : shortcut.chords(KeySystem.HERE)) {
        boolean[] taken = new boolean[1];
        robot.interact(() -> {
          Node train = window.scene().lookup("#train");
          KeyEvent event =
              new KeyEvent(
                  KeyEvent.KEY_PRESSED,
                  "",
                  "",
                  chord.key(),
                  isDown(chord.shift()),
                  false,
                  false,
                  false);
          // What the window has taken does not come as far as the screen.
          train.addEventHandler(KeyEvent.KEY_PRESSED, reached -> taken[0] = true);
          train.fireEvent(event);
        });
        assertThat(taken[0]).as(shortcut + " by " + chord + " is left").isFalse();
      }
    }
    dispatch(robot, new Action.Train(false));
  }

  @Test
  void menusHaveTheKeysOfTheTable(FxRobot robot) {
    List<KeyCombination> table =
        Stream.of(Shortcut.OfWindow.values())
            .flatMap(shortcut -> shortcut.chords(KeySystem.HERE).stream())
            .map(Chord::combination)
            .toList();
    List<KeyCombination> menus =
        Stream.of("menu-file", "menu-help")
            .map(id -> (MenuButton) node(robot, id))
            .flatMap(menu -> menu.getItems().stream())
            .filter(item -> item.getAccelerator() != null)
            .map(item -> item.getAccelerator())
            .toList();
    assertThat(menus).hasSize(5).allMatch(table::contains);
    assertThat(window.scene().getAccelerators().keySet())
        .containsExactlyInAnyOrderElementsOf(table);
  }
}
