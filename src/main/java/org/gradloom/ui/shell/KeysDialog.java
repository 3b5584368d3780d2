package org.gradloom.ui.shell;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.KeyRow;

/** The sheet of keys. */
final class KeysDialog extends Dialog<ButtonType> {
  KeysDialog(KeyNames names) {
    setTitle(names.texts().get("keys.title"));
    setHeaderText(names.texts().get("keys.title"));
    GridPane sheet = new GridPane(28, 7);
    sheet.setId("keys");
    for (KeyRow row : KeyRow.values()) {
      Label keys = new Label(names.of(row));
      keys.getStyleClass().add("strong");
      sheet.addRow(sheet.getRowCount(), keys, new Label(names.meaning(row)));
    }
    getDialogPane().setContent(sheet);
    getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
  }
}
