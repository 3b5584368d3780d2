package org.gradloom.ui.shell;

import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.gradloom.ui.keys.Chord;
import org.gradloom.ui.keys.KeyOwner;
import org.gradloom.ui.keys.KeySystem;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Store;

/**
 * Leads a key to the window or to the screen that is shown. While a sheet is up few go anywhere.
 */
final class WindowKeys {
  private final Store store;
  private final SheetLayer sheet;
  private final WindowCommands commands;
  private final WindowScreens screens;

  WindowKeys(Store store, SheetLayer sheet, WindowCommands commands, WindowScreens screens) {
    this.store = store;
    this.sheet = sheet;
    this.commands = commands;
    this.screens = screens;
  }

  /** Takes the keys of the screens, wherever on {@code root} the focus is. */
  void leadToScreens(BorderPane root) {
    KeyOwner owner = new KeyOwner(root, () -> root.getCenter().requestFocus());
    root.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, owner));
  }

  private void pressed(KeyEvent key, KeyOwner owner) {
    if (!key.isConsumed() && !sheet.isShown() && store.state().lecture().isEmpty()) {
      screens.pressed(key, owner);
    }
  }

  /** Gives a scene the window's own keys. */
  void accelerate(Scene scene) {
    for (Shortcut.OfWindow shortcut : Shortcut.OfWindow.values()) {
      for (Chord chord : shortcut.chords(KeySystem.HERE)) {
        scene.getAccelerators().put(chord.combination(), () -> pressed(shortcut));
      }
    }
  }

  /** Over a sheet a key of the window changes how the window looks, or tells the keys. */
  private void pressed(Shortcut.OfWindow shortcut) {
    switch (shortcut) {
      case LARGER, SMALLER, USUAL_SIZE, THEME, KEYS -> commands.run(shortcut);
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
          commands.run(shortcut);
        }
      }
    }
  }
}
