package org.gradloom.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;

/** What the document is called; a click on it lets another name be typed in its place. */
final class DocumentTitle extends StackPane {
  private final Store store;
  private final Texts texts;
  private final Button shown = new Button();
  private final TextField field = new TextField();
  private String atFirst = "";

  DocumentTitle(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    getStyleClass().add("title-slot");
    shown.setId("document-title");
    shown.getStyleClass().addAll("flat", "document-title");
    shown.setMnemonicParsing(false);
    Tip.set(shown, texts.get("title.rename"));
    shown.setOnAction(event -> edit());
    field.setId("document-title-field");
    field.setPrefColumnCount(24);
    field.setAccessibleText(texts.get("title.name"));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            commit();
          }
        });
    NodeVisibility.set(field, false);
    setMinWidth(0);
    getChildren().add(shown);
  }

  /** Says what the document is called now. */
  void show(String title) {
    shown.setText(title);
  }

  /** Lets a name be typed. */
  void edit() {
    atFirst = Titles.of(store.state(), store.state().screen(), texts);
    field.setText(atFirst);
    swap(true);
    field.requestFocus();
    field.selectAll();
  }

  private void swap(boolean typing) {
    NodeVisibility.set(this, field, typing);
    NodeVisibility.set(shown, !typing);
  }

  private void pressed(KeyEvent key) {
    if (Shortcut.OfEditor.TAKE.matches(key)) {
      commit();
      key.consume();
    } else if (Shortcut.OfEditor.RESTORE.matches(key)) {
      field.setText(atFirst);
      commit();
      key.consume();
    }
  }

  private void commit() {
    if (!field.isVisible()) {
      return;
    }
    boolean focused = field.isFocused();
    swap(false);
    if (focused) {
      shown.requestFocus();
    }
    if (!field.getText().equals(atFirst)) {
      store.dispatch(new Action.Rename(field.getText()));
    }
  }
}
