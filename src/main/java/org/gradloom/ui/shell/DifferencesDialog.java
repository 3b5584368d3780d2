package org.gradloom.ui.shell;

import java.util.List;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.gradloom.lesson.Differences;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.LiveScroll;

/** Two states of a document beside each other, where they differ. Looking opens nothing. */
final class DifferencesDialog extends Dialog<Void> {
  private static final int MOST = 200;

  /** In em. */
  private static final double HEIGHT = 28;

  private final Texts texts;

  /**
   * A sheet.
   *
   * @param heads what the two are called
   */
  DifferencesDialog(Texts texts, Lesson one, Lesson other, List<Message> heads) {
    this.texts = texts;
    List<Differences.Difference> all = Differences.between(one, other);
    setTitle(texts.get("differs.heading"));
    setHeaderText(texts.get("differs.count", all.size()));
    GridPane sheet = new GridPane();
    sheet.setId("differences");
    sheet.getStyleClass().add("differences");
    sheet.addRow(
        0,
        head(texts.get("differs.where")),
        head(texts.say(heads.getFirst())),
        head(texts.say(heads.getLast())));
    all.stream()
        .limit(MOST)
        .forEach(each ->
            sheet.addRow(
                sheet.getRowCount(), cell(each.what()), cell(each.one()), cell(each.other())));
    if (all.size() > MOST) {
      sheet.addRow(sheet.getRowCount(), cell(Message.of("differs.more", all.size() - MOST)));
    }
    ScrollPane scroll = new LiveScroll(sheet);
    scroll.getStyleClass().add("side-scroll");
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(HEIGHT * new Label().getFont().getSize());
    getDialogPane().setContent(scroll);
    getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    setResizable(true);
  }

  private static Label head(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("panel-title");
    return label;
  }

  private Label cell(Message words) {
    Label label = new Label(texts.say(words));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
