package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.gradloom.export.ExportKind;
import org.gradloom.export.ExportOrder;
import org.gradloom.lesson.Lesson;
import org.gradloom.practice.Pack;
import org.gradloom.text.Texts;

/** Asks with the desktop's file chooser and with dialogs. */
final class DesktopPrompts implements UserPrompts {
  private final Window owner;
  private final Texts texts;

  DesktopPrompts(Window owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public Optional<Path> fileToOpen() {
    FileChooser chooser = chooser("file.open");
    chooser.getExtensionFilters().add(tables());
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(java.io.File::toPath);
  }

  @Override
  public Optional<Path> csvToOpen() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("file.openCsv"));
    chooser
        .getExtensionFilters()
        .setAll(tables(), new FileChooser.ExtensionFilter(texts.get("file.any"), "*"));
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(java.io.File::toPath);
  }

  @Override
  public Optional<Path> fileToSave(String suggestion) {
    // Some desktops add the ending of the filter to whatever is typed.
    FileChooser chooser =
        suggestion.endsWith(DocumentSaver.ENDING) ? chooser("file.save") : new FileChooser();
    chooser.setInitialFileName(suggestion);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(java.io.File::toPath);
  }

  private FileChooser.ExtensionFilter tables() {
    return new FileChooser.ExtensionFilter(texts.get("file.csv"), "*.csv", "*.tsv", "*.txt");
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(title));
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter(texts.get("file.lessons"), "*" + DocumentSaver.ENDING),
            new FileChooser.ExtensionFilter(texts.get("file.json"), "*.json"));
    return chooser;
  }

  @Override
  public Unsaved aboutUnsaved(String title) {
    ButtonType save = new ButtonType(texts.get("unsaved.save"), ButtonBar.ButtonData.YES);
    ButtonType discard = new ButtonType(texts.get("unsaved.discard"), ButtonBar.ButtonData.NO);
    ButtonType cancel =
        new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert =
        new Alert(
            Alert.AlertType.CONFIRMATION, texts.get("unsaved.explain"), save, discard, cancel);
    alert.initOwner(owner);
    alert.setTitle(texts.get("app.name"));
    alert.setHeaderText(texts.get("unsaved.question", title));
    ButtonType answer = alert.showAndWait().orElse(cancel);
    if (answer.equals(save)) {
      return Unsaved.SAVE;
    }
    return answer.equals(discard) ? Unsaved.DISCARD : Unsaved.CANCEL;
  }

  @Override
  public boolean eraseProgress() {
    return confirms(
        texts.get("erase.question"), texts.get("erase.explain"), texts.get("erase.erase"));
  }

  @Override
  public boolean discardRecovered(String title) {
    return confirms(
        texts.get("recovered.question", title),
        texts.get("recovered.explain"),
        texts.get("unsaved.discard"));
  }

  private boolean confirms(String question, String explained, String yes) {
    ButtonType confirm = new ButtonType(yes, ButtonBar.ButtonData.YES);
    ButtonType cancel =
        new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, explained, confirm, cancel);
    alert.initOwner(owner);
    alert.setTitle(texts.get("app.name"));
    alert.setHeaderText(question);
    return alert.showAndWait().filter(confirm::equals).isPresent();
  }

  @Override
  public Optional<Pack> newPack(Lesson shown) {
    PackDialog dialog = new PackDialog(texts, shown);
    dialog.initOwner(owner);
    return dialog.showAndWait();
  }

  @Override
  public Optional<ExportedFile> export(ExportOrder order) {
    ExportDialog dialog = new ExportDialog(order, texts, ExportKind::write);
    dialog.initOwner(owner);
    return dialog.showAndWait();
  }

  @Override
  public Optional<Lesson> newLesson() {
    NewLessonDialog dialog = new NewLessonDialog(texts);
    dialog.initOwner(owner);
    return dialog.showAndWait();
  }
}
