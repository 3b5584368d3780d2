package org.gradloom.ui.practice;

import atlantafx.base.controls.Spacer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.gradloom.practice.Result.Outcome;
import org.gradloom.practice.Session;
import org.gradloom.text.Quote;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ExplainedButton;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.PausedPack;
import org.gradloom.ui.store.PracticeState;
import org.gradloom.ui.store.Store;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How far one is in what is practised in one go. */
final class RoundBar extends HBox {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

  /** In em: what stands beside the boxes, and a box with the space after it. */
  private static final double BESIDE_BOXES = 30;

  private static final double OF_A_BOX = 2.1;
  private static final int FEWEST = 1;
  private static final int MOST = 12;

  private final Store store;
  private final Texts texts;
  private final Label name = new Label();
  private final Label count = new Label();
  private final Label legend = new Label();
  private final Button resume = new Button();
  private final Button leave = new Button("", new FontIcon(Feather.X));
  private final Tooltip leaveTip = new Tooltip();
  private final HBox paused = new HBox(resume, leave);
  private final HBox boxes = new HBox();
  private int most = MOST;
  private final Button skip;
  private final Button next;
  private final ExplainedButton skipExplained;
  private final ExplainedButton nextExplained;
  private final String skipTip;
  private final String nextTip;

  /**
   * @param leaving told which pack is not to be come back to
   */
  RoundBar(Store store, Texts texts, Clock clock, Consumer<PausedPack> leaving) {
    this.store = store;
    this.texts = texts;
    getStyleClass().addAll("transport", "round-bar");
    name.setId("practice-round");
    name.getStyleClass().add("strong");
    name.setMinWidth(0);
    count.setId("practice-count");
    count.getStyleClass().add("muted");
    count.setMinWidth(USE_PREF_SIZE);
    boxes.getStyleClass().add("round-boxes");
    legend.setText(texts.get("practice.legend"));
    legend.getStyleClass().addAll("muted", "practice-note");
    legend.setMinWidth(0);
    resume.setId("practice-resume");
    resume.setMinWidth(0);
    resume.setOnAction(event ->
        store
            .state()
            .practice()
            .paused()
            .ifPresent(left -> store.dispatch(new Action.ResumePack(left))));
    leave.setId("practice-leave");
    leave.getStyleClass().addAll("flat", "icon-button");
    leave.setMinWidth(USE_PREF_SIZE);
    leave.setTooltip(leaveTip);
    leave.setOnAction(event -> store.state().practice().paused().ifPresent(leaving));
    paused.getStyleClass().add("paused-pack");
    paused.setMinWidth(0);
    KeyNames keys = KeyNames.here(texts);
    skip = button("skip", store, clock);
    next = button("next", store, clock);
    next.setGraphic(new FontIcon(Feather.ARROW_RIGHT));
    next.setContentDisplay(ContentDisplay.RIGHT);
    skipTip = texts.get("practice.skip.tip", keys.of(Shortcut.OfPractice.SKIP));
    nextTip = texts.get("practice.next.tip", keys.of(Shortcut.OfPractice.CHECK));
    skipExplained = new ExplainedButton(skip);
    nextExplained = new ExplainedButton(next);
    getChildren()
        .addAll(name, count, boxes, legend, paused, new Spacer(), skipExplained, nextExplained);
  }

  private Button button(String id, Store store, Clock clock) {
    Button button = new Button(texts.get("practice." + id));
    button.setId("practice-" + id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> store.dispatch(new Action.NextExercise(clock.instant())));
    return button;
  }

  /**
   * Shows as many boxes as there is room for, around the present one: a pack may have hundreds.
   *
   * @param width of all of it, in em
   */
  void setRoom(double width) {
    int now = (int) Math.clamp((width - BESIDE_BOXES) / OF_A_BOX, FEWEST, MOST);
    if (now != most) {
      most = now;
      show(store.state().practice());
    }
  }

  void show(PracticeState practice) {
    name.setText(texts.say(practice.plan().title()));
    int length = practice.plan().length();
    int here = Math.min(practice.done().size() + 1, length);
    count.setText(
        practice.isFinished()
            ? texts.get("practice.finished", length)
            : texts.get("practice.count", here, length));
    // There is no room for both, and the way back is missed more.
    NodeVisibility.set(legend, practice.paused().isEmpty());
    NodeVisibility.set(paused, practice.paused().isPresent());
    practice.paused().ifPresent(this::offer);
    List<Node> all = new ArrayList<>();
    int from = Math.clamp(practice.done().size() - (long) most / 2, 0, Math.max(0, length - most));
    for (int n = from; n < Math.min(length, from + most); n++) {
      all.add(box(practice, n));
    }
    boxes.getChildren().setAll(all);
    boolean over = practice.session().map(Session::isOver).orElse(practice.isFinished());
    String drawing = texts.get("practice.drawing");
    nextExplained.explain(
        nextTip, over ? Optional.empty() : Optional.of(texts.get("practice.next.rests")));
    skipExplained.explain(
        skipTip,
        over ? Optional.of(texts.get("practice.skip.rests")) : practice.wanted().map(_ -> drawing));
    if (over && !next.getStyleClass().contains("accent")) {
      next.getStyleClass().add("accent");
    } else if (!over) {
      next.getStyleClass().remove("accent");
    }
    next.setText(texts.get(practice.isFinished() ? "practice.again" : "practice.next"));
  }

  private void offer(PausedPack left) {
    String title = left.pack().pack().title();
    resume.setText(texts.get("practice.resume", title));
    leaveTip.setText(texts.get("practice.leavePack", Quote.of(title)));
    leave.setAccessibleText(leaveTip.getText());
  }

  private Label box(PracticeState practice, int n) {
    boolean done = n < practice.done().size();
    boolean here = n == practice.done().size();
    Optional<Outcome> outcome =
        done
            ? practice.done().get(n)
            : here ? practice.session().flatMap(Session::outcome) : Optional.empty();
    Label box = new Label(outcome.map(this::sign).orElse(done ? "–" : Integer.toString(n + 1)));
    box.setId("round-" + (n + 1));
    box.getStyleClass().add("round-box");
    box.pseudoClassStateChanged(DONE, outcome.filter(it -> it == Outcome.FIRST).isPresent());
    box.pseudoClassStateChanged(HERE, here);
    box.setAccessibleText(
        outcome
            .map(it -> texts.get("practice.outcome." + it.documentName(), n + 1))
            .orElseGet(() ->
                texts.get(done ? "practice.outcome.skipped" : "practice.outcome.open", n + 1)));
    return box;
  }

  private String sign(Outcome outcome) {
    return switch (outcome) {
      case FIRST -> "✓";
      case RETRIED, HINTED -> "½";
      case SHOWN -> "0";
    };
  }
}
