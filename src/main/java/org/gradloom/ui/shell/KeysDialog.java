package org.gradloom.ui.shell;

import javafx.geometry.Dimension2D;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gradloom.ui.control.LiveScroll;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.KeyRow;

/** The sheet of keys. */
final class KeysDialog extends Dialog<ButtonType> {
  /**
   * A sheet that is not shown yet.
   *
   * @param window is no smaller than the sheet, in pixels
   */
  KeysDialog(KeyNames names, Dimension2D window) {
    setTitle(names.texts().get("keys.title"));
    GridPane sheet = new GridPane();
    sheet.setId("keys");
    ColumnConstraints rest = new ColumnConstraints();
    rest.setHgrow(Priority.ALWAYS);
    rest.setFillWidth(true);
    sheet.getColumnConstraints().setAll(new ColumnConstraints(), rest);
    for (KeyRow row : KeyRow.values()) {
      Label keys = new Label(names.of(row));
      keys.getStyleClass().add("strong");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      Label meaning = new Label(names.meaning(row));
      meaning.setWrapText(true);
      meaning.setMinHeight(Region.USE_PREF_SIZE);
      sheet.addRow(sheet.getRowCount(), keys, meaning);
    }
    getDialogPane().setContent(new Sheet(sheet, window));
    getDialogPane().getStyleClass().add("wide-dialog");
    getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
  }

  /** As large as its content asks for, and scrolled where the window is smaller. */
  private static final class Sheet extends LiveScroll {
    private static final double OF_WIDTH = 0.92;

    /** What stands around it, in em. */
    private static final double AROUND = 6;

    private final Region content;
    private final Dimension2D window;

    Sheet(Region content, Dimension2D window) {
      super(content);
      this.content = content;
      this.window = window;
      getStyleClass().add("side-scroll");
      setFitToWidth(true);
      setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    @Override
    protected double computePrefWidth(double height) {
      return Math.floor(Math.min(content.prefWidth(-1), OF_WIDTH * window.getWidth()));
    }

    @Override
    protected double computePrefHeight(double width) {
      double wanted = content.prefHeight(computePrefWidth(-1));
      double em = ((Label) content.getChildrenUnmodifiable().getFirst()).getFont().getSize();
      return Math.floor(Math.min(wanted, window.getHeight() - AROUND * em));
    }
  }
}
