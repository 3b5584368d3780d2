package org.gradloom.ui.shell;

import java.nio.file.Path;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.text.Texts;

/** What this is, whose work is in it, and where the log of errors lies. */
final class AboutDialog extends Dialog<ButtonType> {
  private static final double WIDTH = 860;

  AboutDialog(Texts texts, Path log) {
    setTitle(texts.get("about.title"));
    setHeaderText(texts.get("about.header"));
    ListView<Licences.Licence> licences = new ListView<>();
    licences.setId("licences");
    licences.getItems().setAll(Licences.all());
    licences.setPrefSize(340, 340);
    licences.setMinWidth(300);
    TextArea licence = new TextArea();
    licence.setId("licence-text");
    licence.setEditable(false);
    licence.setPrefSize(520, 340);
    HBox.setHgrow(licence, Priority.ALWAYS);
    licences
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(chosen -> licence.setText(chosen == null ? "" : Licences.text(chosen)));
    licences.getSelectionModel().selectFirst();
    Label words = new Label(texts.get("about.words"));
    words.setWrapText(true);
    words.setMaxWidth(WIDTH);
    Label logged = new Label(texts.get("about.log", log.toString()));
    logged.getStyleClass().add("muted");
    logged.setWrapText(true);
    logged.setMaxWidth(WIDTH);
    VBox content = new VBox(12, words, new HBox(12, licences, licence), logged);
    getDialogPane().setContent(content);
    getDialogPane().getStyleClass().add("wide-dialog");
    getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    setResizable(true);
  }
}
