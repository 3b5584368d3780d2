package org.gradloom.ui.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gradloom.data.TableColumn;
import org.gradloom.data.TableOutcome;
import org.gradloom.lesson.ColumnKind;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.FileName;
import org.gradloom.text.Message;
import org.gradloom.text.Middle;
import org.gradloom.text.Quote;
import org.gradloom.text.Texts;
import org.gradloom.training.PreparedData;
import org.gradloom.ui.control.LiveScroll;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Background;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sheet on which a table is read as its user means it, until he uses it or leaves it. */
public final class TableSheet extends StackPane {
  /** Who waits longer is told how far it is. */
  private static final Duration PATIENCE = Duration.seconds(1);

  private static final int LONGEST_FILE = 36;

  private final Texts texts;
  private final DataSource source;
  private final Path file;
  private final SheetReader reader;
  private final Consumer<PreparedData> use;
  private final Runnable leave;
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private final Label read = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Label waiting = new Label();
  private final HBox wait = new HBox();
  private final FormBar form;
  private final PreviewTable preview;
  private final SheetGroups groups;
  private final SheetFooter footer;
  private SheetModel model;
  private boolean waits;

  /** Whether it is waited for samples rather than for a reading. */
  private boolean prepares;

  private boolean focusGiven;

  /**
   * A sheet that begins to read.
   *
   * @param source whose rows are the table, with what was chosen before
   * @param use takes the samples as soon as the table is used, and the sheet away
   * @param leave takes the sheet away where the table is not used
   */
  public TableSheet(
      Texts texts,
      Background background,
      DataSource source,
      Consumer<PreparedData> use,
      Runnable leave) {
    this.texts = texts;
    this.source = source;
    this.file = Path.of(table().file());
    this.reader = new SheetReader(background);
    this.use = use;
    this.leave = leave;
    this.model = SheetModel.unread(table().choices());
    form = new FormBar(texts, this::choices, this::choose);
    preview = new PreviewTable(texts, model, new ColumnChooser());
    groups = new SheetGroups(texts, this::choices, this::choose);
    footer =
        new SheetFooter(
            texts, without -> choose(SheetModel.Part.COLUMNS, without), this::use, this::leave);
    setId("table-sheet");
    getStyleClass().add("table-sheet");
    VBox.setVgrow(preview, Priority.ALWAYS);
    VBox body = new VBox(head(), form, preview, groups);
    body.getStyleClass().add("table-body");
    setAlignment(footer.opened(), Pos.BOTTOM_LEFT);
    ScrollPane scroll = new LiveScroll(body);
    scroll.getStyleClass().add("table-body-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    StackPane above = new StackPane(scroll, footer.opened());
    VBox.setVgrow(above, Priority.ALWAYS);
    getChildren().add(new VBox(above, footer));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    patience.setOnFinished(event -> NodeVisibility.set(wait, waits));
    read();
  }

  private DataSource.Table table() {
    return source.table().orElseThrow();
  }

  private TableChoices choices() {
    return model.choices();
  }

  private HBox head() {
    String name = Middle.shortened(Quote.visible(FileName.of(file)), LONGEST_FILE);
    Label title = new Label(texts.get("table.title", name));
    title.setId("table-title");
    title.getStyleClass().add("table-title");
    title.setTooltip(new Tooltip(file.toString()));
    title.setMinWidth(0);
    read.setId("table-read");
    read.getStyleClass().add("muted");
    progress.setId("table-progress");
    waiting.getStyleClass().add("muted");
    Button stop = new Button(texts.get("table.stop"));
    stop.setId("table-stop");
    stop.setOnAction(event -> stop());
    wait.getStyleClass().add("table-wait");
    wait.getChildren().addAll(waiting, progress, stop);
    NodeVisibility.set(wait, false);
    Button shut = new Button();
    shut.setId("table-close");
    shut.setGraphic(new FontIcon(Feather.X));
    shut.getStyleClass().addAll("flat", "icon-button");
    String words = texts.get("table.close", KeyNames.here(texts).of(Shortcut.OfSheet.CANCEL));
    shut.setTooltip(new Tooltip(words));
    shut.setAccessibleText(words);
    shut.setOnAction(event -> leave());
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox head = new HBox(title, read, wait, between, shut);
    head.getStyleClass().add("table-sheet-head");
    return head;
  }

  // ---- reading

  private void choose(SheetModel.Part part, TableChoices wanted) {
    model = model.choosing(part, wanted);
    read();
  }

  private void read() {
    prepares = false;
    waits(Message.of("table.reading", FileName.of(file)));
    reader.read(file, model.choices(), progress::setProgress, this::take);
  }

  private void waits(Message words) {
    waits = true;
    progress.setProgress(0);
    waiting.setText(texts.say(words));
    patience.playFromStart();
    footer.show(model, true);
  }

  private void take(TableOutcome outcome) {
    model = model.with(outcome);
    rest();
    show();
    if (!focusGiven) {
      focusGiven = true;
      preview.focusTarget();
    }
  }

  private void rest() {
    waits = false;
    patience.stop();
    NodeVisibility.set(wait, false);
  }

  private void show() {
    read.setText(SheetNotes.read(model, size()).map(texts::say).orElse(""));
    form.show(model);
    preview.show(model);
    groups.show(model);
    footer.show(model, waits);
  }

  private long size() {
    try {
      return Files.size(file);
    } catch (IOException _) {
      // That it cannot be read is what came of the reading.
      return 0;
    }
  }

  /** What was read already is not lost with the samples that were being taken from it. */
  private void stop() {
    reader.stop();
    if (prepares) {
      rest();
      show();
    } else {
      take(new TableOutcome.Refused(Message.of("table.stopped"), model.glance()));
    }
  }

  // ---- what becomes of it

  private void use() {
    prepares = true;
    waits(Message.of("table.preparing", FileName.of(file)));
    reader.prepare(
        source.with(table().with(model.settled())),
        progress::setProgress,
        data -> {
          rest();
          use.accept(data);
        },
        wrong -> take(new TableOutcome.Refused(wrong, model.glance())));
  }

  /** The table is not used, and nothing of it is read any more. */
  public void leave() {
    reader.stop();
    patience.stop();
    leave.run();
  }

  private void pressed(KeyEvent event) {
    if (focused().filter(ComboBoxBase::isShowing).isPresent()) {
      return;
    }
    Shortcut.of(Shortcut.OfSheet.values(), event)
        .ifPresent(key -> {
          switch (key) {
            case USE -> {
              event.consume();
              if (footer.mayUse()) {
                use();
              }
            }
            case CANCEL -> {
              event.consume();
              leave();
            }
            case LEFT, UP, RIGHT, DOWN -> {}
          }
        });
  }

  private Optional<ComboBoxBase<?>> focused() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    return owner instanceof ComboBoxBase<?> list ? Optional.of(list) : Optional.empty();
  }

  /** Puts the focus on what the target does. */
  @Override
  public void requestFocus() {
    preview.focusTarget();
  }

  /** What is chosen in the header of a column. */
  private final class ColumnChooser implements PreviewColumn.Chooser {
    @Override
    public void choose(SheetColumn column, ColumnKind kind) {
      TableSheet.this.choose(SheetModel.Part.COLUMNS, column.as(kind, choices()));
    }

    @Override
    public void choose(SheetColumn column, TableColumn.Role role) {
      TableSheet.this.choose(SheetModel.Part.COLUMNS, column.as(role, choices()));
    }
  }
}
