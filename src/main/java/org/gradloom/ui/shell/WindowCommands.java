package org.gradloom.ui.shell;

import org.gradloom.lesson.Screen;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.sides.ScreenSides;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.theme.Appearance;

/** What each command of the window does, whether a key or a menu asks for it. */
final class WindowCommands {
  private final Store store;
  private final DocumentController desk;
  private final DocumentSaver saver;
  private final ElsewhereStrip strip;
  private final WindowScreens screens;
  private final WindowDialogs dialogs;

  WindowCommands(
      Store store,
      DocumentController desk,
      DocumentSaver saver,
      ElsewhereStrip strip,
      WindowScreens screens,
      WindowDialogs dialogs) {
    this.store = store;
    this.desk = desk;
    this.saver = saver;
    this.strip = strip;
    this.screens = screens;
    this.dialogs = dialogs;
  }

  void run(Shortcut.OfWindow shortcut) {
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
      case SIDES -> screens.sides().ifPresent(ScreenSides::turn);
      case THEME -> appear(appearance().with(appearance().theme().next()));
      case NOTICE -> screens.toggleNoticeFocus();
      case LECTURE -> store.dispatch(new Action.BeginLecture());
      case KEYS -> dialogs.showKeys();
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

  private Appearance appearance() {
    return store.state().look().appearance();
  }

  private void appear(Appearance next) {
    store.dispatch(new Action.Wear(next));
  }
}
