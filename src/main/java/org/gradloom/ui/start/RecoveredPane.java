package org.gradloom.ui.start;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.files.UnsavedWork;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.FileName;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What windows left unsaved that were ended, a row a document, and what can be done with it. */
public final class RecoveredPane extends VBox {
  /** The others come up as these are answered. */
  private static final int MOST = 3;

  private static final int NAMED_CHANGES = 3;

  private final Texts texts;
  private final Host host;
  private final Label ended = new Label();
  private final VBox rows = new VBox();
  private final Label more = new Label();

  /** What is done with what was left. */
  public interface Host {
    /** Opens it as it was, unsaved. */
    void open(RecoveryFolder.Left left);

    /** Forgets it and opens what the user's file holds. */
    void keepSaved(RecoveryFolder.Left left);

    /** Shows in what the two differ. */
    void showBoth(RecoveryFolder.Left left);

    /** Forgets it, once the user has said so. */
    void discard(RecoveryFolder.Left left);
  }

  RecoveredPane(Texts texts, Host host) {
    this.texts = texts;
    this.host = host;
    setId("recovered");
    getStyleClass().add("recovered");
    Label title = new Label(texts.get("recovered.title"));
    title.setId("recovered-title");
    title.getStyleClass().add("start-title");
    ended.setId("recovered-ended");
    ended.getStyleClass().add("stage-subtitle");
    ended.setWrapText(true);
    VBox head = new VBox(title, ended);
    head.getStyleClass().add("recovered-head");
    rows.getStyleClass().add("recovered-rows");
    more.setId("recovered-more");
    more.getStyleClass().add("muted");
    Label promise = new Label(texts.get("recovered.promise"));
    promise.getStyleClass().add("muted");
    promise.setWrapText(true);
    VBox foot = new VBox(more, promise);
    foot.getStyleClass().add("recovered-foot");
    NodeVisibility.hideEmpty(this, head, rows, foot);
  }

  /** Shows what is left now, the latest first. */
  void show(List<RecoveryFolder.Left> left, ZonedDateTime now) {
    NodeVisibility.set(this, !left.isEmpty());
    rows.getChildren().clear();
    if (left.isEmpty()) {
      return;
    }
    ended.setText(
        texts.get("recovered.ended", OpenedWhen.of(left.getFirst().work().kept(), now, texts)));
    for (int i = 0; i < Math.min(MOST, left.size()); i++) {
      rows.getChildren().add(row(left.get(i), i, now));
    }
    more.setText(texts.get("recovered.more", left.size() - MOST));
    NodeVisibility.set(more, left.size() > MOST);
  }

  /** Puts the focus on the primary button. */
  void focus() {
    lookup("#recovered-open-1").requestFocus();
  }

  private HBox row(RecoveryFolder.Left left, int index, ZonedDateTime now) {
    UnsavedWork work = left.work();
    Optional<Path> file = file(work);
    Label name = new Label(name(left, texts));
    name.getStyleClass().add("recovered-name");
    Label where = new Label(where(work, file));
    where.getStyleClass().add("muted");
    HBox named = new HBox(name, where);
    named.getStyleClass().add("recovered-named");
    Text when = new Text(time("recovered.clock", work.kept(), now));
    when.getStyleClass().add("strong");
    TextFlow said =
        new TextFlow(
            new Text(texts.get("recovered.asOf") + " "), when, new Text(": " + held(left, now)));
    said.setId("recovered-said-" + (index + 1));
    Label what = new Label(file.isPresent() ? changes(work) : typed(work, now));
    what.setId("recovered-what-" + (index + 1));
    what.getStyleClass().add("muted");
    what.setWrapText(true);
    VBox words = new VBox(named, said, what);
    words.getStyleClass().add("recovered-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    FontIcon icon = new FontIcon(file.isPresent() ? Feather.FILE : Feather.EDIT_2);
    HBox buttons = new HBox(button("open", index, () -> host.open(left)));
    buttons.getStyleClass().add("recovered-buttons");
    if (index == 0) {
      buttons.getChildren().getFirst().getStyleClass().add("accent");
    }
    if (left.saved().isPresent()) {
      buttons
          .getChildren()
          .addAll(
              button("keep", index, () -> host.keepSaved(left)),
              button("both", index, () -> host.showBoth(left)));
    } else {
      buttons.getChildren().add(button("discard", index, () -> host.discard(left)));
    }
    HBox row = new HBox(icon, words, buttons);
    row.getStyleClass().add("recovered-row");
    row.setId("recovered-" + (index + 1));
    return row;
  }

  private Button button(String what, int index, Runnable action) {
    Button button = new Button(texts.get("recovered." + what));
    button.setId("recovered-" + what + "-" + (index + 1));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static Optional<Path> file(UnsavedWork work) {
    return work.source()
        .filter(source -> source.contains("/") || source.contains("\\"))
        .map(Path::of);
  }

  /** What the document is called: after its file or, without one, by its title. */
  public static String name(RecoveryFolder.Left left, Texts texts) {
    Lesson lesson = left.work().lesson();
    return Quote.of(
        file(left.work())
            .map(FileName::of)
            .map(RecentList::withoutEnding)
            .orElseGet(() ->
                lesson.title().isBlank() ? texts.get("recovered.ownNumbers") : lesson.title()));
  }

  private String where(UnsavedWork work, Optional<Path> file) {
    String screen = texts.get("tab." + work.screen().name().toLowerCase(Locale.ROOT));
    return file.map(path -> texts.get("recovered.inFile", screen, shortened(path)))
        .orElseGet(() ->
            texts.get(
                work.source().isPresent() ? "recovered.ofApp" : "recovered.neverSaved", screen));
  }

  /** From the user's own folder on, and of a long path its end. */
  private static String shortened(Path file) {
    String path = file.toString();
    String home = System.getProperty("user.home", "");
    String from =
        !home.isEmpty() && path.startsWith(home) ? "~" + path.substring(home.length()) : path;
    return Quote.end(from);
  }

  private String held(RecoveryFolder.Left left, ZonedDateTime now) {
    UnsavedWork work = left.work();
    if (file(work).isEmpty()) {
      return numbers(work.lesson());
    }
    int count = work.changes().size();
    return left.saved()
        .map(
            saved -> texts.get("recovered.notInFile", count, time("start.timePattern", saved, now)))
        .orElseGet(() -> texts.get("recovered.fileGone", count));
  }

  private String numbers(Lesson lesson) {
    return Stream.concat(
            lesson.inputs().stream()
                .limit(2)
                .map(operand ->
                    operand.quantity().letter() + " " + lesson.writtenShape(operand).toString()),
            Stream.of(texts.say(Message.of("loss." + lesson.loss().kind().ownName()))))
        .collect(Collectors.joining(", ", "", "."));
  }

  private String changes(UnsavedWork work) {
    List<String> all = work.changes();
    String named =
        all.stream().limit(NAMED_CHANGES).map(Quote::of).collect(Collectors.joining(" · "));
    return all.size() > NAMED_CHANGES
        ? texts.get("recovered.moreChanges", named, all.size() - NAMED_CHANGES)
        : named;
  }

  private String typed(UnsavedWork work, ZonedDateTime now) {
    return texts.get("recovered.since", time("start.timePattern", work.since(), now));
  }

  private String time(String pattern, Instant then, ZonedDateTime now) {
    Locale locale = Locale.forLanguageTag(texts.language());
    return DateTimeFormatter.ofPattern(texts.get(pattern), locale)
        .format(then.atZone(now.getZone()));
  }
}
