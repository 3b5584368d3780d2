package org.gradloom.ui.shell;

import javafx.geometry.Dimension2D;
import javafx.scene.control.Dialog;
import javafx.stage.Stage;
import org.gradloom.text.Texts;
import org.gradloom.ui.keys.KeyNames;

/** The dialogs that tell something and ask for nothing: the window goes on beside them. */
final class WindowDialogs {
  private final Stage stage;
  private final Texts texts;
  private final CrashLog log;

  WindowDialogs(Stage stage, Texts texts, CrashLog log) {
    this.stage = stage;
    this.texts = texts;
    this.log = log;
  }

  void showKeys() {
    show(
        new KeysDialog(KeyNames.here(texts), new Dimension2D(stage.getWidth(), stage.getHeight())));
  }

  void showLessonFormat() {
    show(new FormatDialog(texts));
  }

  void showAbout() {
    show(new AboutDialog(texts, log.file()));
  }

  /** Shows a dialog over the window and does not wait for it. */
  void show(Dialog<?> dialog) {
    dialog.initOwner(stage);
    dialog.show();
  }
}
