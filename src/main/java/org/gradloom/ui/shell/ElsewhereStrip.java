package org.gradloom.ui.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.FileName;
import org.gradloom.text.Quote;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Document;
import org.gradloom.ui.store.Elsewhere;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Under the bar, while something must be answered before the shown document is saved. */
final class ElsewhereStrip extends HBox {
  private final Texts texts;
  private final ZoneId zone;
  private final Label what = new Label();
  private final Label rest = new Label();
  private final Hyperlink differs = new Hyperlink();
  private final Button mine = new Button();
  private final Button theirs = new Button();
  private final Button saveAs = new Button();
  private final Host host;

  /** What is done about it. */
  interface Host {
    /** Writes the shown document over what is there. */
    void keepMine();

    /** What is there takes the place of the shown document, which undo brings back. */
    void takeTheirs(Lesson theirs);

    void saveMineAs();

    void whatDiffers(Lesson mine, Lesson theirs);
  }

  ElsewhereStrip(Texts texts, ZoneId zone, Host host) {
    this.texts = texts;
    this.zone = zone;
    this.host = host;
    setId("elsewhere");
    getStyleClass().add("elsewhere");
    what.setId("elsewhere-what");
    what.getStyleClass().add("strong");
    what.setMinWidth(USE_PREF_SIZE);
    rest.setId("elsewhere-rest");
    HBox words = new HBox(new FontIcon(Feather.FILE), what, rest);
    words.getStyleClass().add("elsewhere-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    differs.setText(texts.get("elsewhere.differs"));
    differs.setId("elsewhere-differs");
    mine.setText(texts.get("elsewhere.mine"));
    mine.setId("elsewhere-mine");
    mine.setOnAction(event -> host.keepMine());
    theirs.setText(texts.get("elsewhere.theirs"));
    theirs.setId("elsewhere-theirs");
    saveAs.setText(texts.get("elsewhere.saveAs"));
    saveAs.setId("elsewhere-saveAs");
    saveAs.setOnAction(event -> host.saveMineAs());
    FlowPane buttons = new FlowPane(differs, mine, theirs, saveAs);
    buttons.getStyleClass().add("elsewhere-buttons");
    buttons.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(buttons, Priority.NEVER);
    NodeVisibility.hideEmpty(this, words, buttons);
  }

  /** Shows what became of the file of the shown document, if anything did. */
  void show(Optional<Document> document) {
    Optional<Elsewhere> found = document.flatMap(Document::elsewhere);
    NodeVisibility.set(this, found.isPresent());
    if (document.isPresent() && found.isPresent()) {
      show(document.get(), found.get());
    }
  }

  private void show(Document document, Elsewhere found) {
    String file = Quote.of(document.origin().file().map(FileName::of).orElse(""));
    boolean readable = false;
    switch (found) {
      case Elsewhere.Changed(var onDisk, var when) -> {
        readable = true;
        what.setText(texts.get("elsewhere.changed", file));
        rest.setText(texts.get("elsewhere.at", time(when), document.changes()));
        theirs.setOnAction(event -> host.takeTheirs(onDisk));
        differs.setOnAction(event -> host.whatDiffers(document.lesson(), onDisk));
      }
      case Elsewhere.Unreadable(var why) -> {
        what.setText(texts.get("elsewhere.unreadable", file));
        rest.setText(texts.say(why));
      }
      case Elsewhere.Deleted _ -> {
        what.setText(texts.get("elsewhere.deleted", file));
        rest.setText(texts.get("elsewhere.onlyHere"));
      }
    }
    NodeVisibility.set(theirs, readable);
    NodeVisibility.set(differs, readable);
    setAccessibleText(what.getText() + ". " + rest.getText());
  }

  private String time(Instant when) {
    return DateTimeFormatter.ofPattern(
            texts.get("start.timePattern"), Locale.forLanguageTag(texts.language()))
        .format(when.atZone(zone));
  }

  /** Puts the focus on the likeliest answer. */
  void focus() {
    mine.requestFocus();
  }
}
