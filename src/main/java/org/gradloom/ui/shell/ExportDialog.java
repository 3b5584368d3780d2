package org.gradloom.ui.shell;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.gradloom.export.ExportKind;
import org.gradloom.export.ExportOrder;
import org.gradloom.export.ExportSetting;
import org.gradloom.export.Headway;
import org.gradloom.export.Tokens;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ChoiceNames;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * Asks in which form a document is to leave, and shows what that form makes of it. A file is made
 * on a thread of its own, as training a network may take long; another choice, or closing the
 * dialog, ends the one before.
 */
final class ExportDialog extends Dialog<ExportedFile> {
  private static final int HUNDRED = 100;
  private static final double BORDERS = 2;

  /** What its own frame leaves of the window's height. */
  private static final double ROOM_OF_WINDOW = 0.92;

  /** How the file of an order is made. */
  @FunctionalInterface
  interface Writing {
    byte[] write(ExportKind kind, ExportOrder order, Headway headway);
  }

  private final Texts texts;
  private final ExportOrder order;
  private final Writing writing;
  private final ComboBox<ExportKind> kind = new ComboBox<>();
  private final ComboBox<Theme> theme = new ComboBox<>();
  private final TextArea preview = new TextArea();
  private final ImageView picture = new ImageView();
  private final DoubleProperty natural = new SimpleDoubleProperty();
  private final Label size = new Label();
  private final StackPane frame = new StackPane(picture);
  private final VBox looked = new VBox(8, frame, size);
  private final ProgressBar progress = new ProgressBar(0);
  private final Label wrong = new Label();
  private final Node save;

  /** Counts the choices, so that a file that is no longer wanted can know. */
  private final AtomicInteger choice = new AtomicInteger();

  private @Nullable ExportedFile made;

  ExportDialog(ExportOrder order, Texts texts, Writing writing) {
    this.order = order;
    this.texts = texts;
    this.writing = writing;
    setTitle(texts.get("export.title"));
    setHeaderText(texts.get("export.header"));
    setResizable(true);
    kind.setId("export-kind");
    kind.setAccessibleText(texts.get("export.form"));
    kind.getItems().setAll(ExportKind.values());
    kind.setConverter(
        new ChoiceNames<>(form -> texts.say(form.called()) + " (" + form.ending() + ")"));
    theme.setId("export-theme");
    theme.setAccessibleText(texts.get("export.theme"));
    theme.setTooltip(new Tooltip(texts.get("export.theme")));
    theme.getItems().setAll(Theme.all());
    theme.setConverter(new ChoiceNames<>(Theme::name));
    theme.setValue(Theme.of(order.colours().theme()).orElseGet(Theme::usual));
    preview.setId("export-preview");
    preview.setAccessibleText(texts.get("export.preview"));
    preview.setEditable(false);
    preview.setPrefColumnCount(70);
    preview.setPrefRowCount(20);
    preview.getStyleClass().add("mono");
    picture.setId("export-picture");
    picture.setPreserveRatio(true);
    frame.getStyleClass().add("export-picture");
    frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    size.setId("export-size");
    size.getStyleClass().add("muted");
    size.setWrapText(true);
    size.setTextAlignment(TextAlignment.CENTER);
    size.setMinHeight(Region.USE_PREF_SIZE);
    looked.setAlignment(Pos.CENTER);
    looked.setVisible(false);
    progress.setId("export-progress");
    progress.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(progress, Priority.ALWAYS);
    wrong.setId("export-wrong");
    wrong.getStyleClass().add("field-error");
    wrong.setWrapText(true);
    wrong.setMinHeight(Region.USE_PREF_SIZE);
    HBox choosing = new HBox(10, kind, theme, progress);
    choosing.setAlignment(Pos.CENTER_LEFT);
    StackPane seen = new StackPane(preview, looked);
    // The window has the size of the text that it opens with, whatever size that text is.
    seen.setMinSize(0, 0);
    picture.fitWidthProperty().bind(Bindings.min(natural, seen.widthProperty().subtract(BORDERS)));
    picture
        .fitHeightProperty()
        .bind(
            seen.heightProperty()
                .subtract(size.heightProperty())
                .subtract(looked.getSpacing() + BORDERS));
    VBox.setVgrow(seen, Priority.ALWAYS);
    getDialogPane().setContent(new VBox(10, choosing, seen, wrong));
    ButtonType saving = new ButtonType(texts.get("export.save"), ButtonBar.ButtonData.OK_DONE);
    getDialogPane()
        .getButtonTypes()
        .setAll(
            saving, new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
    save = getDialogPane().lookupButton(saving);
    setResultConverter(button -> saving.equals(button) ? made : null);
    // Large letters would make it higher than a small screen, and hide its buttons.
    setOnShowing(event -> getDialogPane().setMaxHeight(ROOM_OF_WINDOW * getOwner().getHeight()));
    setOnHidden(event -> choice.incrementAndGet());
    kind.valueProperty().addListener((_, _, chosen) -> make(chosen));
    theme.valueProperty().addListener((_, _, _) -> make(kind.getValue()));
    kind.setValue(ExportKind.NUMPY);
  }

  private void make(ExportKind chosen) {
    int mine = choice.incrementAndGet();
    NodeVisibility.set(theme, chosen.heeds(ExportSetting.THEME));
    made = null;
    save.setDisable(true);
    progress.setVisible(true);
    progress.setProgress(0);
    wrong.setText("");
    ExportOrder coloured = order.in(Tokens.of(theme.getValue().id()));
    Thread maker = new Thread(() -> make(chosen, coloured, mine), "export");
    maker.setDaemon(true);
    maker.start();
  }

  private void make(ExportKind chosen, ExportOrder coloured, int mine) {
    AtomicInteger percent = new AtomicInteger();
    try {
      byte[] bytes =
          writing.write(
              chosen,
              coloured,
              part -> {
                requireWanted(mine);
                int now = (int) (HUNDRED * part);
                if (percent.getAndSet(now) != now) {
                  Platform.runLater(() -> {
                    if (choice.get() == mine) {
                      progress.setProgress(part);
                    }
                  });
                }
              });
      ExportPreview shown =
          ExportPreview.of(chosen, coloured, bytes, _ -> requireWanted(mine), texts);
      Platform.runLater(() -> done(mine, Optional.of(new ExportedFile(chosen, bytes)), shown, ""));
    } catch (CancellationException _) {
      // Another form is wanted by now, or none.
    } catch (InvalidInput e) {
      refuse(mine, texts.say(e.said()));
    } catch (RuntimeException | Error failure) {
      // Nobody foresaw it: the dialog must not wait, and the window tells and logs it.
      Thread here = Thread.currentThread();
      here.getUncaughtExceptionHandler().uncaughtException(here, failure);
      refuse(
          mine, texts.get(failure instanceof OutOfMemoryError ? "export.memory" : "export.failed"));
    }
  }

  private void refuse(int mine, String why) {
    Platform.runLater(() -> done(mine, Optional.empty(), new ExportPreview.Text(""), why));
  }

  private void requireWanted(int mine) {
    if (choice.get() != mine) {
      throw new CancellationException();
    }
  }

  private void done(int mine, Optional<ExportedFile> file, ExportPreview shown, String refused) {
    if (choice.get() != mine) {
      return;
    }
    made = file.orElse(null);
    save.setDisable(file.isEmpty());
    progress.setVisible(false);
    show(shown);
    wrong.setText(refused);
  }

  private void show(ExportPreview shown) {
    preview.clear();
    picture.setImage(null);
    switch (shown) {
      case ExportPreview.Text(var text) -> preview.setText(text);
      case ExportPreview.Picture(var image, double width, var said) -> {
        natural.set(width);
        picture.setImage(image);
        picture.setAccessibleText(said);
        size.setText(said);
      }
    }
    boolean isPicture = picture.getImage() != null;
    looked.setVisible(isPicture);
    preview.setVisible(!isPicture);
  }
}
