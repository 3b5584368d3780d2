package org.gradloom.ui.start;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.gradloom.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A lesson on the path: its number, name and aha, and how long it takes or what was reached. */
final class LessonRow extends HBox {
  private final Runnable open;

  /** What a row and a card lead to. */
  interface Opener {
    /** Opens a lesson at one of its beats, from 1. */
    void open(LessonEntry lesson, int beat);
  }

  LessonRow(LessonEntry lesson, Course course, Texts texts, Opener opener) {
    this.open = () -> opener.open(lesson, course.beat(lesson));
    getStyleClass().add("lesson-row");
    // Not as its id: rows with ids of their own share no styles, nor does what they hold.
    setUserData("row-" + lesson.outline().number());
    boolean done = course.isDone(lesson);
    Label title = new Label(lesson.lesson().title());
    title.getStyleClass().add("lesson-row-title");
    Label aha = new Label(lesson.outline().aha().in(texts.language()));
    aha.getStyleClass().add("muted");
    aha.setWrapText(true);
    aha.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(aha, Priority.ALWAYS);
    Label status = new Label(status(lesson, course, texts));
    status.setMinWidth(USE_PREF_SIZE);
    status.getStyleClass().addAll("lesson-status", done ? "done" : "muted");
    if (done) {
      status.setGraphic(new FontIcon(Feather.CHECK));
    }
    getChildren().addAll(number(lesson, done), title, aha, status);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(
        texts.get(
            "start.row",
            lesson.outline().number(),
            title.getText(),
            aha.getText(),
            status.getText()));
    setOnMouseClicked(click -> {
      if (click.getButton() == MouseButton.PRIMARY) {
        open();
      }
    });
  }

  private static String status(LessonEntry lesson, Course course, Texts texts) {
    if (course.isDone(lesson)) {
      return texts.get("start.done");
    }
    return course.isBegun(lesson)
        ? texts.get("start.beat", course.beat(lesson), lesson.lesson().beats().size())
        : texts.get("start.minutes", lesson.outline().minutes());
  }

  /** A lesson's number in its circle. */
  static StackPane number(LessonEntry lesson, boolean done) {
    Label number = new Label(Integer.toString(lesson.outline().number()));
    number.getStyleClass().add("course-number");
    if (done) {
      number.getStyleClass().add("done");
    }
    StackPane place = new StackPane(number);
    place.getStyleClass().add("course-number-place");
    return place;
  }

  void open() {
    open.run();
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      open();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
