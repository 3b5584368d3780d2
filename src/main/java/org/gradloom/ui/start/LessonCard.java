package org.gradloom.ui.start;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Outline;
import org.gradloom.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The next lesson on the path, with the screen's one primary button. */
final class LessonCard extends HBox {
  LessonCard(LessonEntry lesson, Course course, Texts texts, LessonRow.Opener opener) {
    Outline outline = lesson.outline();
    String language = texts.language();
    boolean begun = course.isBegun(lesson);
    int beat = course.beat(lesson);
    getStyleClass().addAll("card", "lesson-card");
    setId("lesson-card");
    Label title = new Label(lesson.lesson().title());
    title.setId("card-title");
    title.getStyleClass().add("lesson-card-title");
    Label words = new Label((begun ? outline.aha() : outline.card()).in(language));
    words.setId("card-words");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add(begun ? "muted" : "lesson-card-words");
    Label minutes =
        new Label(texts.get(begun ? "start.minutes" : "start.minutesInFull", outline.minutes()));
    minutes.setMinWidth(USE_PREF_SIZE);
    minutes.getStyleClass().addAll("muted", "lesson-minutes");
    Button primary =
        new Button(
            begun
                ? texts.get("start.goOn", beat, lesson.lesson().beats().size())
                : texts.get("start.begin", outline.number()),
            new FontIcon(Feather.ARROW_RIGHT));
    primary.setContentDisplay(ContentDisplay.RIGHT);
    primary.setId("start-primary");
    primary.getStyleClass().addAll("accent", "lesson-begin");
    primary.setMinWidth(USE_PREF_SIZE);
    primary.setOnAction(event -> opener.open(lesson, beat));
    HBox buttons = new HBox(primary, begun ? fromStart(lesson, texts, opener) : minutes);
    buttons.getStyleClass().add("lesson-card-buttons");
    VBox content = new VBox(title, words, buttons);
    content.getStyleClass().add("lesson-card-content");
    HBox.setHgrow(content, Priority.ALWAYS);
    getChildren().addAll(LessonRow.number(lesson, false), content);
    Optional<Node> aside = begun ? Optional.of(minutes) : CardPicture.of(lesson.lesson(), texts);
    aside.ifPresent(getChildren()::add);
  }

  private static Button fromStart(LessonEntry lesson, Texts texts, LessonRow.Opener opener) {
    Button fromStart = new Button(texts.get("start.fromStart"));
    fromStart.setId("start-from-start");
    fromStart.getStyleClass().add("flat");
    fromStart.setOnAction(event -> opener.open(lesson, 1));
    return fromStart;
  }
}
