package org.gradloom.ui.explore;

import atlantafx.base.controls.Spacer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Outline;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.Wording;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.control.Unbroken;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.LessonPath;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where a lesson has come to: which beat of how many, its headline, what it says, and the ways on
 * and back. Away from the lesson's path it shrinks to one dashed line with the way back.
 */
final class BeatCard extends VBox {
  private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final Store store;
  private final Texts texts;
  private final Label name = new Label();
  private final HBox segments = new HBox();
  private final Label count = new Label();
  private final Label title = new Label();
  private final Label say = new Label();
  private final Label aside;
  private final Button back;
  private final Button next;
  private final Button comeBack;
  private final Button train = new Button();
  private final HBox telling;
  private final HBox leading;

  BeatCard(Store store, Texts texts, Runnable showTraining) {
    this.store = store;
    this.texts = texts;
    KeyNames keys = KeyNames.here(texts);
    setId("beat-card");
    getStyleClass().addAll("card", "beat-card");
    setMinHeight(USE_PREF_SIZE);
    name.setId("beat-name");
    name.getStyleClass().add("panel-title");
    name.setMinWidth(0);
    segments.getStyleClass().add("beat-segments");
    count.setId("beat-count");
    count.getStyleClass().add("muted");
    count.setMinWidth(USE_PREF_SIZE);
    Button leave = button("leave", Feather.X, new Action.LeaveLesson());
    leave.getStyleClass().add("flat");
    Tip.set(leave, texts.get("beat.leave.tip"));
    HBox head = new HBox(name, segments, count, new Spacer(), leave);
    head.getStyleClass().add("beat-head");
    title.setId("beat-title");
    title.getStyleClass().add("beat-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    say.setId("beat-say");
    say.getStyleClass().add("beat-say");
    say.setWrapText(true);
    say.setMinHeight(USE_PREF_SIZE);
    say.setMaxHeight(Double.MAX_VALUE);
    back = button("back", Feather.ARROW_LEFT, new Action.PreviousBeat());
    Tip.set(back, texts.get("beat.back.tip", keys.of(Shortcut.OfLesson.PREVIOUS)));
    next = button("next", Feather.ARROW_RIGHT, new Action.NextBeat());
    Tip.set(next, texts.get("beat.next.tip", keys.of(Shortcut.OfLesson.NEXT)));
    next.setContentDisplay(ContentDisplay.RIGHT);
    train.setText(texts.get("beat.train"));
    train.setId("beat-train");
    train.setMinWidth(USE_PREF_SIZE);
    train.setOnAction(event -> showTraining.run());
    HBox ways = new HBox(train, back, next);
    ways.getStyleClass().add("beat-ways");
    ways.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(say, Priority.ALWAYS);
    telling = new HBox(say, new Spacer(), ways);
    telling.getStyleClass().add("beat-body");
    aside = new Label();
    aside.setId("beat-aside");
    aside.setWrapText(true);
    aside.setMinHeight(USE_PREF_SIZE);
    aside.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(aside, Priority.ALWAYS);
    comeBack = button("return", Feather.FLAG, new Action.ReturnToBeat());
    comeBack.getStyleClass().add("accent");
    leading = new HBox(aside, comeBack);
    leading.getStyleClass().add("beat-body");
    NodeVisibility.hideEmpty(this, head, title, telling, leading);
  }

  private Button button(String id, Feather icon, Action action) {
    Button button = new Button(texts.get("beat." + id), new FontIcon(icon));
    button.setId("beat-" + id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> store.dispatch(action));
    return button;
  }

  /** Shows where the lesson stands; nothing of a document without beats. */
  void show(Explore state) {
    Optional<LessonPath> path = state.path();
    NodeVisibility.set(this, path.isPresent());
    path.ifPresent(way -> show(state, way));
  }

  private void show(Explore state, LessonPath path) {
    Lesson lesson = state.lesson();
    Beat beat = path.beat(lesson);
    boolean away = !state.isOnPath();
    boolean asking = path.isAsking(lesson);
    int beats = lesson.beats().size();
    pseudoClassStateChanged(AWAY, away);
    name.setText(nameOf(lesson).toUpperCase(Locale.ROOT));
    showSegments(path, beats);
    count.setText(texts.get("beat.count", path.index() + 1, beats));
    say(title, beat.title());
    say(say, beat.screen() == Screen.SUMMARY ? null : beat.say());
    // Its room holds the two ways, whether or not anything is said.
    NodeVisibility.set(say, true);
    NodeVisibility.set(title, !away && !title.getText().isEmpty());
    NodeVisibility.set(telling, !away);
    NodeVisibility.set(leading, away);
    NodeVisibility.set(train, beat.screen() == Screen.TRAIN);
    back.setDisable(path.index() == 0);
    next.setDisable(path.index() == beats - 1);
    boolean wanted = !asking && path.index() < beats - 1 && beat.screen() != Screen.SUMMARY;
    style(next, wanted);
    aside.setText(texts.get("beat.away", path.index() + 1));
  }

  /** Next is quiet while something is asked, but never locked. */
  private static void style(Button button, boolean primary) {
    if (primary && !button.getStyleClass().contains("accent")) {
      button.getStyleClass().add("accent");
    } else if (!primary) {
      button.getStyleClass().remove("accent");
    }
  }

  private String nameOf(Lesson lesson) {
    Outline outline = lesson.outline();
    return outline == null
        ? lesson.title()
        : texts.get("beat.lesson", outline.number(), lesson.title());
  }

  private void say(Label label, @Nullable Wording wording) {
    label.setText(wording == null ? "" : Unbroken.of(wording.in(texts.language())));
    NodeVisibility.set(label, wording != null);
  }

  private void showSegments(LessonPath path, int beats) {
    if (segments.getChildren().size() != beats) {
      List<Button> made = new ArrayList<>();
      for (int i = 0; i < beats; i++) {
        made.add(segment(i));
      }
      segments.getChildren().setAll(made);
    }
    for (int i = 0; i < beats; i++) {
      segments.getChildren().get(i).pseudoClassStateChanged(DONE, i < path.index());
      segments.getChildren().get(i).pseudoClassStateChanged(HERE, i == path.index());
    }
  }

  private Button segment(int index) {
    Button segment = new Button();
    segment.setId("beat-segment-" + (index + 1));
    segment.getStyleClass().setAll("beat-segment");
    String tip = texts.get("beat.segment", index + 1);
    segment.setAccessibleText(tip);
    Tip.set(segment, tip);
    segment.setOnAction(event -> store.dispatch(new Action.ToBeat(index)));
    return segment;
  }
}
