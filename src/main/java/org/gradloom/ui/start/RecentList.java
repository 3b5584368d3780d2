package org.gradloom.ui.start;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.text.FileName;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.RecentDocument;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The documents that were opened last, each with its kind and when that was. */
final class RecentList extends VBox {
  /** As many as stand in sight beside the path. */
  private static final int MOST = 6;

  private static final String ENDING = "\\.gradloom\\.json$|\\.json$";

  private final Texts texts;
  private final Consumer<Path> open;

  RecentList(Texts texts, Consumer<Path> open) {
    this.texts = texts;
    this.open = open;
    setId("recent");
    getStyleClass().add("recent");
    show(List.of());
  }

  void show(List<RecentDocument> documents) {
    ZonedDateTime now = ZonedDateTime.now(java.time.ZoneId.systemDefault());
    getChildren()
        .setAll(documents.stream().limit(MOST).map(document -> item(document, now)).toList());
    if (documents.isEmpty()) {
      Label none = new Label(texts.get("start.noRecent"));
      none.getStyleClass().add("muted");
      none.setWrapText(true);
      getChildren().add(none);
    }
  }

  static String withoutEnding(String name) {
    return name.replaceFirst(ENDING, "");
  }

  private Node item(RecentDocument document, ZonedDateTime now) {
    Label name = new Label(withoutEnding(FileName.of(document.file())));
    name.getStyleClass().add("recent-name");
    Label kind = new Label(texts.get("start.kind." + document.kind().name()));
    kind.getStyleClass().add("muted");
    kind.setMinWidth(USE_PREF_SIZE);
    Label when = new Label(OpenedWhen.of(document.opened(), now, texts));
    when.getStyleClass().add("muted");
    when.setMinWidth(USE_PREF_SIZE);
    HBox named = new HBox(new FontIcon(Feather.FILE), name, kind);
    named.getStyleClass().add("recent-named");
    HBox.setHgrow(named, Priority.ALWAYS);
    HBox line = new HBox(named, when);
    line.getStyleClass().add("recent-line");
    Button item = new Button("", line);
    item.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    item.getStyleClass().addAll("list-item", "recent-item");
    item.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(item.widthProperty());
    item.setAccessibleText(
        texts.get("start.recentItem", name.getText(), kind.getText(), when.getText()));
    item.setOnAction(event -> open.accept(document.file()));
    return item;
  }
}
