package org.gradloom.ui.explore;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gradloom.derivation.OtherName;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Repetition;
import org.gradloom.lesson.Screen;
import org.gradloom.practice.Exercise;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.Late;
import org.gradloom.ui.control.LiveScroll;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.ScreenRoom;
import org.gradloom.ui.control.SideScroll;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.keys.KeyOwner;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.notice.NoticeCard;
import org.gradloom.ui.sides.ScreenSides;
import org.gradloom.ui.stage.CompareView;
import org.gradloom.ui.stage.FormulaAhead;
import org.gradloom.ui.stage.JacobianCards;
import org.gradloom.ui.stage.PerspectiveTabs;
import org.gradloom.ui.stage.RelayoutGuard;
import org.gradloom.ui.stage.SpeedRun;
import org.gradloom.ui.stage.StagePane;
import org.gradloom.ui.stage.StageViews;
import org.gradloom.ui.stage.TimedTable;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/**
 * The Explore screen: lessons and numbers at the left, the stage, the linked views at the right.
 */
public final class ExploreScreen extends BorderPane {
  private static final PseudoClass LESSON = PseudoClass.getPseudoClass("lesson");

  /** The width in em that each side needs; with it the stage keeps half of the screen. */
  private static final double LEFT_FROM = 86;

  private static final double RIGHT_FROM = 46;

  private final Store store;
  private final Texts texts;
  private final Label otherName = new Label();
  private final Label repetition = new Label();
  private final NoticeCard notice;
  private final BeatCard beat;
  private final Late<SummaryView> summary;
  private final Late<TimedTable> timed;
  private final QuestionCard asked;
  private final StageTitle title;
  private final VBox middle = new VBox();
  private final VBox leftGround = new VBox();
  private final VBox rightGround = new VBox();
  private final VBox linked = new VBox();
  private final StageViews views;
  private final PerspectiveTabs tabs;

  /** The view that is seen. */
  private StagePane stage;

  private final ScreenSides sides;
  private final JacobianCards jacobian;
  private final Late<CompareView> compare;
  private final CalloutColumn column;
  private final StageFormula formula;
  private final StepKeys keys;
  private final RelayoutGuard steadyOtherName = new RelayoutGuard(otherName);
  private final TransportBar transport;
  private final Player player;

  /** Both sides come after the first picture, which they would hold up. */
  private Optional<LeftSide> leftSide = Optional.empty();

  private Optional<LinkedViews> linkedViews = Optional.empty();

  /** The ways from here to the Practice screen. */
  public interface Practising {
    /** Back there, on from an exercise that was shown here. */
    void comeBack();

    void practise(Exercise.Kind kind);
  }

  /**
   * The screen of a store.
   *
   * @param away runs what need not be ready for this frame
   * @param later runs, on the window's thread, what the window's first picture can do without
   * @param speed times the ways to multiply where a lesson compares them
   * @param noticeStays how long a notice is shown that asks for nothing
   * @param lessonNames the built-in lessons to choose from
   * @param showTraining leads to the Train screen
   * @param practising leads to the Practice screen
   */
  public ExploreScreen(
      Store store,
      Texts texts,
      TexRenderer renderer,
      TextClipboard clipboard,
      Executor away,
      Executor later,
      SpeedRun speed,
      Duration noticeStays,
      Supplier<List<LessonChoice>> lessonNames,
      Runnable showTraining,
      Practising practising) {
    this.store = store;
    this.texts = texts;
    this.notice = new NoticeCard(store, texts, noticeStays);
    this.beat = new BeatCard(store, texts, showTraining);
    this.summary =
        new Late<>(() ->
            new SummaryView(
                texts,
                lessonNames.get(),
                practising::practise,
                () -> store.dispatch(new Action.Show(Screen.SPEED))));
    this.timed = new Late<>(() -> new TimedTable(texts, speed));
    this.asked = new QuestionCard(store, texts);
    this.title = new StageTitle(store, texts, practising);
    this.views = new StageViews(store, texts, renderer, clipboard);
    this.tabs = new PerspectiveTabs(store, texts);
    this.stage = views.show(store.state().explore());
    this.jacobian = new JacobianCards(texts);
    this.compare = new Late<>(() -> new CompareView(store, texts, renderer, clipboard));
    ScrollPane scroll = new LiveScroll(stage);
    this.column = new CalloutColumn(scroll, stage, notice, asked, linked);
    this.formula =
        new StageFormula(store, texts, renderer, new FormulaAhead(renderer, texts, away));
    this.keys =
        new StepKeys(store, asked, practising, () -> stage.getScene() != null && stage.takeFocus());
    this.transport = new TransportBar(store, texts);
    this.player = new Player(store);
    setId("explore");
    this.sides =
        new ScreenSides(
            store,
            this,
            new ScreenSides.Side("left-scroll", left(), LEFT_FROM),
            middle(scroll),
            new ScreenSides.Side("right-scroll", right(), RIGHT_FROM));
    setBottom(transport);
    ScreenRoom.watch(this, this::fitInto);
    store.select(state -> state.look().appearance().fontSize(), views::setLetters);
    store.select(state -> state.look().isMotionReduced(), views::setReducedMotion);
    addEventHandler(KeyEvent.KEY_PRESSED, notice::closeByKey);
    addEventHandler(KeyEvent.KEY_PRESSED, this::endComparisonByKey);
    store.select(
        state -> state.start().progress(),
        reached -> leftSide.ifPresent(side -> side.show(reached)));
    store.select(AppState::explore, this::show);
    later.execute(() -> {
      rightGround.getChildren().add(linkedScroll());
      LinkedViews made = new LinkedViews(store, texts, clipboard, linked, rightGround);
      made.show(store.state().explore());
      linkedViews = Optional.of(made);
    });
    later.execute(() -> {
      LeftSide made = new LeftSide(store, texts, renderer, lessonNames.get(), leftGround);
      made.show(store.state().explore());
      made.show(store.state().start().progress());
      leftSide = Optional.of(made);
    });
    later.execute(formula::come);
  }

  private Region left() {
    leftGround.getStyleClass().addAll("side-panel", "left-side");
    return leftGround;
  }

  private Node middle(ScrollPane scroll) {
    scroll.setId("stage-scroll");
    scroll.getStyleClass().add("stage-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.viewportBoundsProperty().subscribe(views::setRoom);
    VBox.setVgrow(column, Priority.ALWAYS);
    store.select(state -> state.notice(Screen.EXPLORE), column::show);
    otherName.setId("other-name");
    otherName.getStyleClass().add("matrix-caption");
    otherName.setMaxWidth(Double.MAX_VALUE);
    repetition.setId("repetition");
    repetition.getStyleClass().add("stage-warning");
    repetition.setWrapText(true);
    repetition.setMinHeight(USE_PREF_SIZE);
    middle
        .getChildren()
        .setAll(
            tabs,
            beat,
            title.row(),
            title.placeLine(),
            repetition,
            column,
            steadyOtherName,
            jacobian,
            formula.card());
    middle.getStyleClass().add("stage");
    middle.setMinWidth(0);
    return middle;
  }

  private Region right() {
    rightGround.getStyleClass().addAll("side-panel", "right-side");
    return rightGround;
  }

  private Region linkedScroll() {
    linked.getStyleClass().add("linked");
    SideScroll scroll = new SideScroll("linked-scroll", linked);
    scroll.setMaxHeight(USE_PREF_SIZE);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  /** What stands beside the stage. */
  public ScreenSides sides() {
    return sides;
  }

  /** Puts the focus where Space plays and the arrows step. */
  @Override
  public void requestFocus() {
    transport.requestFocus();
  }

  private void show(Explore state) {
    Step step = state.step();
    title.show(state);
    // Its room stays from step to step, so that the stage does not jump.
    NodeVisibility.set(steadyOtherName, state.lesson().convention().neuronsAreRows());
    steadyOtherName.change(() -> otherName.setText(OtherName.of(step).map(texts::say).orElse("")));
    Optional<Message> twice = Repetition.in(state.lesson());
    repetition.setText(twice.map(texts::say).orElse(""));
    NodeVisibility.set(repetition, twice.isPresent());
    beat.show(state);
    asked.show(state);
    middle.pseudoClassStateChanged(LESSON, state.path().isPresent());
    leftSide.ifPresent(side -> side.show(state));
    tabs.show(state);
    stage = views.show(state);
    timed.made().ifPresent(table -> table.follow(state));
    Optional<Node> ofBeat =
        state.beat().filter(_ -> state.isOnPath()).flatMap(now -> ofBeat(state, now));
    NodeVisibility.set(formula.card(), ofBeat.isEmpty());
    column.stand(stage, ofBeat.or(() -> state.yoursHere().map(yours -> compare.get())));
    state.yoursHere().ifPresent(yours -> compare.get().show(state, yours));
    jacobian.show(step);
    formula.show(state);
    linkedViews.ifPresent(views -> views.show(state));
    transport.show(state);
    player.show(state);
    formula.prepare(state);
  }

  private void fitInto(Dimension2D room) {
    sides.setWidth(room.getWidth());
    formula.fitInto(room);
    title.fitInto(room);
  }

  /** What takes the stage's place in a beat that is about no place of the walk. */
  private Optional<Node> ofBeat(Explore state, Beat beat) {
    return switch (beat.screen()) {
      case START, EXPLORE, TRAIN, PRACTICE -> Optional.empty();
      case SPEED -> {
        TimedTable table = timed.get();
        // It may be made only now; later it would take this lesson for another one, and forget.
        table.follow(state);
        table.show(state, beat);
        yield Optional.of(table);
      }
      case SUMMARY -> {
        summary.get().show(state, beat);
        yield Optional.of(summary.get());
      }
    };
  }

  private void endComparisonByKey(KeyEvent key) {
    if (!key.isConsumed()
        && store.state().explore().yoursHere().isPresent()
        && Shortcut.OfNotice.CLOSE.matches(key)) {
      store.dispatch(new Action.EndComparison());
      key.consume();
    }
  }

  /** Shows where the lesson's beats are written. */
  public void writeLesson() {
    sides.showLeft();
    leftSide.ifPresent(LeftSide::writeBeats);
  }

  /** Brings the focus to the notice, or back from there. */
  public void toggleNoticeFocus() {
    notice.toggleFocus();
  }

  /**
   * Takes a key that walks, wherever in the window the focus is, and one that leads from outside to
   * the cells on the stage.
   */
  public void walk(KeyEvent key, KeyOwner owner) {
    keys.walk(key, owner);
  }
}
