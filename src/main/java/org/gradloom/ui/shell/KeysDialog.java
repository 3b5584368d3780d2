package org.gradloom.ui.shell;

import java.util.List;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.gradloom.text.Texts;

/** The sheet of keys. */
final class KeysDialog extends Dialog<ButtonType> {
  /** Each has its keys and its meaning in the texts. */
  private static final List<String> KEYS =
      List.of(
          "play",
          "step",
          "coarser",
          "ends",
          "phases",
          "inGrid",
          "heat",
          "type",
          "commit",
          "restore",
          "menu",
          "copyPaste",
          "screens",
          "train",
          "oneBatch",
          "network",
          "points",
          "undo",
          "file",
          "zoom",
          "theme",
          "help");

  KeysDialog(Texts texts) {
    setTitle(texts.get("keys.title"));
    setHeaderText(texts.get("keys.title"));
    GridPane sheet = new GridPane(28, 7);
    sheet.setId("keys");
    for (int i = 0; i < KEYS.size(); i++) {
      Label keys = new Label(texts.get("keys." + KEYS.get(i) + ".keys"));
      keys.getStyleClass().add("strong");
      sheet.addRow(i, keys, new Label(texts.get("keys." + KEYS.get(i))));
    }
    getDialogPane().setContent(sheet);
    getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
  }
}
