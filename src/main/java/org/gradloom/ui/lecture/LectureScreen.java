package org.gradloom.ui.lecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Narration;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.FormulaView;
import org.gradloom.ui.control.LiveScroll;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.TexLine;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.stage.CompareFormula;
import org.gradloom.ui.stage.RelayoutGuard;
import org.gradloom.ui.stage.SpeedRun;
import org.gradloom.ui.stage.StagePane;
import org.gradloom.ui.stage.StageViews;
import org.gradloom.ui.stage.TimedTable;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Ballot;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Lecture;
import org.gradloom.ui.store.Store;

/** What a class sees: a headline, what is said, the stage, the formula, and how far it is. */
public final class LectureScreen extends StackPane {
  /** The size of plain text on a screen of {@link #BASE_HEIGHT} lines, in pixels. */
  private static final double BASE = 31;

  private static final double BASE_HEIGHT = 1080;

  /** Below so many times its height a screen is no wide one, as many projectors are. */
  private static final double LEAST_WIDE = 1.5;

  /** There letters are smaller beside a vote, and those of times always: all of it is in sight. */
  private static final double IN_LITTLE_ROOM = 0.72;

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final Store store;
  private final Texts texts;
  private final Label title = new Label();
  private final Label say = new Label();
  private final VBox lines = new VBox();
  private final StageViews views;
  private final ScrollPane scroll = new LiveScroll();
  private final BallotPane ballot;
  private final ClassPanels panels;
  private final TimedTable timed;
  private final FormulaView formula;
  private final RelayoutGuard steadyFormula;
  private final HBox dots = new HBox();
  private final Label count = new Label();
  private final Region rule = new Region();
  private final VBox content = new VBox();
  private final Overlays overlays;

  public LectureScreen(
      Store store, Texts texts, TexRenderer renderer, TextClipboard clipboard, SpeedRun speed) {
    this.store = store;
    this.texts = texts;
    this.views = new StageViews(store, texts, renderer, clipboard);
    this.ballot = new BallotPane(store, texts);
    this.panels = new ClassPanels(texts);
    this.timed = new TimedTable(texts, speed);
    this.formula = new FormulaView(renderer, texts);
    this.steadyFormula = new RelayoutGuard(formula);
    this.overlays = new Overlays(texts);
    setId("lecture");
    getStyleClass().add("lecture");
    title.setId("lecture-title");
    title.getStyleClass().add("lecture-title");
    say.setId("lecture-say");
    say.getStyleClass().add("lecture-say");
    for (Label words : List.of(title, say)) {
      words.setWrapText(true);
      words.setMinHeight(USE_PREF_SIZE);
      words.setMaxWidth(Double.MAX_VALUE);
    }
    lines.setId("lecture-lines");
    lines.getStyleClass().add("lecture-lines");
    scroll.setId("lecture-stage");
    scroll.getStyleClass().add("stage-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.viewportBoundsProperty().subscribe(views::setRoom);
    scroll.setMinSize(0, 0);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    HBox middle = new HBox(scroll, ballot, panels);
    middle.getStyleClass().add("lecture-middle");
    middle.setMinSize(0, 0);
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox.setVgrow(lines, Priority.ALWAYS);
    formula.setId("lecture-formula");
    formula.getStyleClass().add("lecture-formula");
    HBox.setHgrow(steadyFormula, Priority.ALWAYS);
    steadyFormula.setMinWidth(0);
    rule.getStyleClass().add("lecture-rule");
    dots.getStyleClass().add("lecture-dots");
    dots.setMinWidth(USE_PREF_SIZE);
    count.setId("lecture-count");
    count.setMinWidth(USE_PREF_SIZE);
    HBox way = new HBox(dots, count);
    way.getStyleClass().add("lecture-way");
    way.setMinWidth(USE_PREF_SIZE);
    HBox below = new HBox(steadyFormula, way);
    below.getStyleClass().add("lecture-below");
    below.setMinHeight(USE_PREF_SIZE);
    content.getStyleClass().add("lecture-content");
    content.getChildren().setAll(title, say, middle, lines, rule, below);
    setAlignment(content, Pos.TOP_LEFT);
    getChildren().addAll(content, overlays);
    views.setAlone(true);
    heightProperty().subscribe(this::fit);
    widthProperty().subscribe(this::fit);
    setFocusTraversable(true);
    store.select(state -> state.look().isMotionReduced(), views::setReducedMotion);
    store.select(AppState::lecture, lecture -> lecture.ifPresent(this::show));
    store.select(AppState::explore, this::show);
  }

  /** Plain text is as large as the screen's height and the zoom say. */
  private void fit() {
    boolean narrow = getWidth() < LEAST_WIDE * getHeight();
    boolean votes = store.state().lecture().flatMap(Lecture::ballot).isPresent();
    pseudoClassStateChanged(NARROW, narrow);
    ballot.setNarrow(narrow);
    int percent = store.state().lecture().map(Lecture::percent).orElse(100);
    double size = Math.rint(2 * BASE * getHeight() / BASE_HEIGHT * percent / 100) / 2;
    if (size > 0) {
      setStyle("-fx-font-size: " + size + "px");
      double smaller = Math.rint(2 * size * IN_LITTLE_ROOM) / 2;
      views.setLetters(narrow && votes ? smaller : size);
      // Its rows are as many without a vote.
      timed.setStyle("-fx-font-size: " + (narrow ? smaller : size) + "px");
    }
  }

  private void show(Lecture lecture) {
    fit();
    overlays.show(lecture);
    Optional<Ballot> held = lecture.ballot();
    NodeVisibility.set(ballot, held.isPresent());
    held.ifPresent(ballot::show);
    show(store.state().explore());
  }

  private void show(Explore state) {
    if (store.state().lecture().isEmpty()) {
      // Nobody sees it.
      return;
    }
    Optional<Beat> beat = state.beat().filter(_ -> state.isOnPath());
    Narration narration = Narration.of(state.step(), state.seen());
    title.setText(
        beat.map(now -> now.title() == null ? "" : now.title().in(texts.language()))
            .orElseGet(() -> texts.say(narration.question())));
    boolean summary = beat.filter(now -> now.screen() == Screen.SUMMARY).isPresent();
    String said =
        beat.map(now -> now.say() == null ? "" : now.say().in(texts.language()))
            .orElseGet(() -> texts.say(narration.where()));
    say.setText(summary || !ClassPanels.PanelName.SAY.isShown(beat) ? "" : said);
    NodeVisibility.set(say, !say.getText().isEmpty());
    NodeVisibility.set(title, !title.getText().isEmpty());
    showSummary(summary ? said : "");
    Node onStage = onStage(state, beat);
    if (!onStage.equals(scroll.getContent())) {
      scroll.setContent(onStage);
    }
    panels.show(state, beat);
    scroll.getParent().setVisible(!summary);
    scroll.getParent().setManaged(!summary);
    boolean ofPlace = beat.filter(now -> now.screen() == Screen.SPEED).isEmpty();
    NodeVisibility.set(formula, !summary && ofPlace && ClassPanels.PanelName.FORMULA.isShown(beat));
    steadyFormula.change(() -> formula.setLines(formulaLines(state)));
    showWay(state);
  }

  /** A view of the place or, in a beat that times, the table of times. */
  private Node onStage(Explore state, Optional<Beat> beat) {
    StagePane pane = views.show(state);
    timed.follow(state);
    Optional<Beat> timing = beat.filter(now -> now.screen() == Screen.SPEED);
    timing.ifPresent(now -> timed.show(state, now));
    return timing.isPresent() ? timed : pane;
  }

  private void showSummary(String said) {
    List<Label> labels = new ArrayList<>();
    said.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          Label label = new Label(line.strip());
          label.setWrapText(true);
          label.setMinHeight(USE_PREF_SIZE);
          labels.add(label);
        });
    lines.getChildren().setAll(labels);
    NodeVisibility.set(lines, !labels.isEmpty());
  }

  /** One line: symbols until what is asked is shown, numbers after. */
  private List<TexLine> formulaLines(Explore state) {
    List<TexLine> all = CompareFormula.lines(state, texts);
    boolean hidden =
        state.asked().isPresent()
            || state.step().cover().hides(state.step().result(), state.step().cell());
    return List.of(hidden ? all.getFirst() : all.getLast());
  }

  private void showWay(Explore state) {
    int beats = state.path().isPresent() ? state.lesson().beats().size() : 0;
    int here = state.path().map(path -> path.index()).orElse(0);
    if (dots.getChildren().size() != beats) {
      dots.getChildren().clear();
      for (int i = 0; i < beats; i++) {
        Region dot = new Region();
        dot.getStyleClass().add("lecture-dot");
        dots.getChildren().add(dot);
      }
    }
    for (int i = 0; i < beats; i++) {
      dots.getChildren().get(i).pseudoClassStateChanged(DONE, i < here);
      dots.getChildren().get(i).pseudoClassStateChanged(HERE, i == here);
    }
    count.setText(beats == 0 ? "" : texts.get("lecture.count", here + 1, beats));
  }

  /** Where votes for an option are counted, if a vote is held. */
  void count(int option) {
    ballot.focus(option);
  }
}
