package org.gradloom.ui.explore;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.OtherName;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Repetition;
import org.gradloom.lesson.Screen;
import org.gradloom.marking.GradientComparison;
import org.gradloom.practice.Exercise;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.FormulaView;
import org.gradloom.ui.control.Late;
import org.gradloom.ui.control.LiveScroll;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.ScreenRoom;
import org.gradloom.ui.control.SideScroll;
import org.gradloom.ui.control.TexLine;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.KeyOwner;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.notice.NoticeCard;
import org.gradloom.ui.sides.ScreenSides;
import org.gradloom.ui.stage.CompareFormula;
import org.gradloom.ui.stage.CompareView;
import org.gradloom.ui.stage.Covering;
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
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The Explore screen: lessons and numbers at the left, the stage, the linked views at the right.
 */
public final class ExploreScreen extends BorderPane {
  private static final PseudoClass LESSON = PseudoClass.getPseudoClass("lesson");

  /** Of the formula's card, which keeps the room that a formula usually takes until it comes. */
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

  /** The width in em that each side needs; with it the stage keeps half of the screen. */
  private static final double LEFT_FROM = 86;

  private static final double RIGHT_FROM = 46;

  private final Store store;
  private final Texts texts;
  private final Label question = new Label();
  private final Label where = new Label();
  private final Label otherName = new Label();
  private final Label repetition = new Label();
  private final Button wayBack = new Button();
  private final Button takeBack = new Button();
  private final Practising practising;
  private final NoticeCard notice;
  private final BeatCard beat;
  private final Late<SummaryView> summary;
  private final Late<TimedTable> timed;
  private final QuestionCard asked;
  private final HBox title;
  private final HBox coveredSymbols;
  private final HBox coveredNumbers;
  private final FormulaCard formulaCard;
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
  private final FormulaView formula;
  private final RelayoutGuard steadyQuestion = new RelayoutGuard(question);
  private final RelayoutGuard steadyWhere = new RelayoutGuard(where);
  private final RelayoutGuard steadyOtherName = new RelayoutGuard(otherName);
  private final RelayoutGuard steadyFormula;
  private final TransportBar transport;
  private final Player player;
  private final FormulaAhead ahead;

  /** Both sides and the formula come after the first picture, which they would hold up. */
  private Optional<LeftSide> leftSide = Optional.empty();

  private Optional<LinkedViews> linkedViews = Optional.empty();
  private boolean formulaComes;

  /** The beat that the formula was last shown for. */
  private Optional<Beat> told = Optional.empty();

  /** Whether a beat's place has to do without a line of its own. */
  private boolean low;

  /** Whether the formula has room for one line only. */
  private boolean oneLine;

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
    this.practising = practising;
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
    this.title = new HBox(steadyQuestion, takeBack, wayBack);
    title.getStyleClass().add("stage-title-row");
    this.coveredSymbols = coveredRow("formula.symbols", "ask.coveredSymbols");
    coveredSymbols.setId("symbols-covered");
    this.coveredNumbers = coveredRow("formula.numbers", "ask.coveredNumbers");
    coveredNumbers.setId("numbers-covered");
    this.views = new StageViews(store, texts, renderer, clipboard);
    this.tabs = new PerspectiveTabs(store, texts);
    this.stage = views.show(store.state().explore());
    this.jacobian = new JacobianCards(texts);
    this.compare = new Late<>(() -> new CompareView(store, texts, renderer, clipboard));
    ScrollPane scroll = new LiveScroll(stage);
    this.column = new CalloutColumn(scroll, stage, notice, asked, linked);
    this.formula = new FormulaView(renderer, texts);
    this.steadyFormula = new RelayoutGuard(formula);
    // Numbers below stay where they are when it opens.
    VBox.setVgrow(coveredSymbols, Priority.ALWAYS);
    this.formulaCard = new FormulaCard(formula, coveredSymbols, coveredNumbers);
    this.transport = new TransportBar(store, texts);
    this.player = new Player(store);
    this.ahead = new FormulaAhead(renderer, texts, away);
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
    store.select(AppState::cameFrom, this::offerWayBack);
    store.select(AppState::hasWeightsForRun, edited -> NodeVisibility.set(takeBack, edited));
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
    later.execute(() -> {
      formulaComes = true;
      formulaCard.pseudoClassStateChanged(WAITING, false);
      formulaCard.getChildren().add(1, steadyFormula);
      showFormula(store.state().explore());
      ahead.prepare(store.state().explore());
    });
  }

  private HBox coveredRow(String name, String words) {
    Label lead = new Label(texts.get(name));
    lead.getStyleClass().add("muted");
    HBox row = new HBox();
    row.getStyleClass().add("covered-row");
    NodeVisibility.hideEmpty(row, lead, Covering.of("covered-line", texts.get(words)));
    return row;
  }

  private Region left() {
    leftGround.getStyleClass().addAll("side-panel", "left-side");
    return leftGround;
  }

  private Node middle(ScrollPane scroll) {
    question.setId("question");
    question.getStyleClass().add("stage-title");
    question.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(steadyQuestion, Priority.ALWAYS);
    wayBack.setGraphic(new FontIcon(Feather.ARROW_LEFT));
    wayBack.setMinWidth(USE_PREF_SIZE);
    takeBack.setId("take-back");
    takeBack.setText(texts.get("explore.takeBack"));
    takeBack.setMinWidth(USE_PREF_SIZE);
    takeBack.setOnAction(event -> store.dispatch(new Action.TakeBack()));
    Tip.set(takeBack, texts.get("explore.takeBack.tip"));
    where.setId("where");
    where.getStyleClass().add("stage-subtitle");
    where.setMaxWidth(Double.MAX_VALUE);
    steadyWhere.getStyleClass().add("place-line");
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
    formula.setId("formula");
    formulaCard.pseudoClassStateChanged(WAITING, !formulaComes);
    repetition.setId("repetition");
    repetition.getStyleClass().add("stage-warning");
    repetition.setWrapText(true);
    repetition.setMinHeight(USE_PREF_SIZE);
    middle
        .getChildren()
        .setAll(
            tabs,
            beat,
            title,
            steadyWhere,
            repetition,
            column,
            steadyOtherName,
            jacobian,
            formulaCard);
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
    Narration narration = Narration.of(step, state.seen());
    steadyQuestion.change(() -> question.setText(texts.say(narration.question())));
    steadyWhere.change(() -> where.setText(texts.say(narration.where())));
    // Its room stays from step to step, so that the stage does not jump.
    NodeVisibility.set(steadyOtherName, state.lesson().convention().neuronsAreRows());
    steadyOtherName.change(() -> otherName.setText(OtherName.of(step).map(texts::say).orElse("")));
    Optional<Message> twice = Repetition.in(state.lesson());
    repetition.setText(twice.map(texts::say).orElse(""));
    NodeVisibility.set(repetition, twice.isPresent());
    beat.show(state);
    asked.show(state);
    // The beat's headline takes the place of the step's own question.
    NodeVisibility.set(title, !state.isOnPath() || wayBack.isVisible());
    NodeVisibility.set(steadyQuestion, !state.isOnPath());
    middle.pseudoClassStateChanged(LESSON, state.path().isPresent());
    NodeVisibility.set(coveredSymbols, state.hidesSymbols());
    NodeVisibility.set(coveredNumbers, state.hidesNumbers());
    leftSide.ifPresent(side -> side.show(state));
    tabs.show(state);
    stage = views.show(state);
    timed.made().ifPresent(table -> table.follow(state));
    Optional<Node> ofBeat =
        state.beat().filter(_ -> state.isOnPath()).flatMap(now -> ofBeat(state, now));
    showPlaceLine(state);
    NodeVisibility.set(formulaCard, ofBeat.isEmpty());
    column.stand(stage, ofBeat.or(() -> state.yoursHere().map(yours -> compare.get())));
    showComparison(state);
    jacobian.show(step);
    showFormula(state);
    linkedViews.ifPresent(views -> views.show(state));
    transport.show(state);
    player.show(state);
    if (formulaComes) {
      ahead.prepare(state);
    }
  }

  private void fitInto(Dimension2D room) {
    sides.setWidth(room.getWidth());
    boolean flat = ScreenRoom.isFlat(room);
    if (flat != oneLine) {
      oneLine = flat;
      formulaCard.beginAnew();
      showFormula(store.state().explore());
    }
    if (ScreenRoom.isLow(room) != low) {
      low = ScreenRoom.isLow(room);
      showPlaceLine(store.state().explore());
    }
  }

  /** A beat has none that is about no place, or where room is short. */
  private void showPlaceLine(Explore state) {
    boolean told =
        state.isOnPath() && (low || state.beat().filter(ExploreScreen::isAboutAPlace).isEmpty());
    NodeVisibility.set(steadyWhere, !told);
  }

  private static boolean isAboutAPlace(Beat beat) {
    return switch (beat.screen()) {
      case START, EXPLORE, TRAIN, PRACTICE -> true;
      case SPEED, SUMMARY -> false;
    };
  }

  private void showFormula(Explore state) {
    if (!formulaComes) {
      return;
    }
    if (!state.beat().equals(told)) {
      told = state.beat();
      formulaCard.beginAnew();
    }
    List<TexLine> whole = CompareFormula.lines(state, texts);
    List<TexLine> lines = seen(state, whole);
    NodeVisibility.set(steadyFormula, !lines.isEmpty());
    steadyFormula.change(() -> formula.setLines(lines));
    formulaCard.keepRoomFor(oneLine ? List.of(whole.getLast()) : whole);
  }

  /**
   * The rule in symbols, then the numbers; nothing of what is covered. Where there is room for one
   * line only, that of the numbers.
   */
  private List<TexLine> seen(Explore state, List<TexLine> lines) {
    List<TexLine> seen =
        lines.subList(state.hidesSymbols() ? 1 : 0, state.hidesNumbers() ? 1 : lines.size());
    return oneLine && !seen.isEmpty() ? List.of(seen.getLast()) : seen;
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

  private void showComparison(Explore state) {
    state
        .yoursHere()
        .ifPresent(yours -> {
          GradientComparison compared = yours.compared();
          String gradient = new Notation(state.lesson()).plain(compared.gradient());
          String title = compared.differing().isEmpty() ? "compare.titleAgrees" : "compare.title";
          steadyQuestion.change(() -> question.setText(texts.get(title, gradient)));
          steadyWhere.change(() -> where.setText(texts.get("compare.where", gradient)));
          compare.get().show(state, yours);
        });
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

  /** Back to the screen that a training step or an exercise came from. */
  private void offerWayBack(Optional<Screen> from) {
    NodeVisibility.set(wayBack, from.isPresent());
    from.ifPresent(screen -> {
      boolean training = screen == Screen.TRAIN;
      wayBack.setId(training ? "back-to-training" : "back-to-practice");
      wayBack.setText(texts.get(training ? "explore.backToTraining" : "explore.backToPractice"));
      Tip.set(
          wayBack,
          training
              ? texts.get("explore.backToTraining.tip")
              : texts.get(
                  "explore.backToPractice.tip",
                  KeyNames.here(texts).of(Shortcut.OfPractice.EXPLORE)));
      wayBack.setOnAction(event -> {
        if (training) {
          store.dispatch(new Action.Show(Screen.TRAIN));
        } else {
          practising.comeBack();
        }
      });
    });
  }

  /**
   * Takes a key that walks, wherever in the window the focus is, and one that leads from outside to
   * the cells on the stage.
   */
  public void walk(KeyEvent key, KeyOwner owner) {
    Shortcut.of(Shortcut.OfLesson.values(), key)
        .filter(this::hasMeaning)
        .map(ExploreScreen::lessonAction)
        .ifPresent(action -> {
          store.dispatch(action);
          key.consume();
        });
    owner
        .meant(Shortcut.OfMatrix.values(), key)
        .filter(Shortcut.OfMatrix::isToNeighbour)
        .filter(_ -> stage.getScene() != null && stage.takeFocus())
        .ifPresent(_ -> key.consume());
    if (Shortcut.OfPractice.EXPLORE.matches(key) && store.state().isExerciseShown()) {
      practising.comeBack();
      key.consume();
    }
    owner
        .meant(Shortcut.OfWalk.values(), key)
        .map(meant -> StepKeys.action(meant, store.state().explore()))
        .ifPresent(action -> {
          if (asked.isOpen() && !asked.isFocusWithin() && leadsOn(action)) {
            asked.focus();
            key.consume();
            return;
          }
          if (store.state().explore().playback().playing() && !(action instanceof Action.Play)) {
            // Whoever steps by hand does not want to be carried on.
            store.dispatch(new Action.Play(false));
          }
          store.dispatch(action);
          key.consume();
        });
  }

  /** Numbers are moved on a lesson's way and beside slopes, beats are only on a lesson's way. */
  private boolean hasMeaning(Shortcut.OfLesson key) {
    Explore state = store.state().explore();
    return switch (key) {
      case PREVIOUS, NEXT -> state.path().isPresent();
      case LESS, MORE -> state.path().isPresent() || state.movable().isPresent();
    };
  }

  private static Action lessonAction(Shortcut.OfLesson key) {
    return switch (key) {
      case PREVIOUS -> new Action.PreviousBeat();
      case NEXT -> new Action.NextBeat();
      case LESS -> new Action.Nudge(-1);
      case MORE -> new Action.Nudge(1);
    };
  }

  /** Whoever steps or plays on from a question is led to it first. */
  private static boolean leadsOn(Action action) {
    return action instanceof Action.Forward || action instanceof Action.Play;
  }
}
