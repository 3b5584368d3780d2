package org.gradloom.ui.practice;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gradloom.lesson.Screen;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Fading;
import org.gradloom.practice.PackResults;
import org.gradloom.practice.Session;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.LiveScroll;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.ScreenRoom;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.notice.NoticeCard;
import org.gradloom.ui.sides.ScreenSides;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.PausedPack;
import org.gradloom.ui.store.PracticeState;
import org.gradloom.ui.store.Store;

/** The Practice screen. */
public final class PracticeScreen extends BorderPane {
  /** The width in em that each side needs beside the exercise. */
  private static final double LEFT_FROM = 62;

  private static final double RIGHT_FROM = 84;

  /** Room around what is scrolled to. */
  private static final double AROUND_NEWS = 8;

  private final Store store;
  private final Clock clock;
  private final ExercisePane exercise;
  private final KindList kinds;
  private final PracticeAside aside;
  private final RoundBar round;
  private final ScreenSides sides;
  private final NoticeCard notice;
  private final Label waiting = new Label();
  private final Button results = new Button();
  private final VBox middle = new VBox();
  private final ScrollPane scroll = new LiveScroll();
  private final VBox under = new VBox();
  private final VBox beside = new VBox();
  private Optional<Exercise> seen = Optional.empty();
  private End seenEnd = End.NONE;
  private Fading fading = Fading.ALL;

  /** How many answers to the present exercise were given, and how many hints are open. */
  private int answers;

  private int hints;

  /** What came last, and how far was scrolled then. */
  private Optional<News> news = Optional.empty();

  private double scrolled;

  /**
   * What came last.
   *
   * @param end what has to be in sight with it, as far as there is room
   */
  private record News(Node said, Node end) {}

  /** What has come to its end. */
  private enum End {
    NONE,
    EXERCISE,
    PLAN;

    static End of(PracticeState practice) {
      return practice.isFinished()
          ? PLAN
          : practice.session().filter(Session::isOver).isPresent() ? EXERCISE : NONE;
    }
  }

  /** What the window around the screen does for it. */
  public interface Host {
    /** Opens the numbers of an exercise in Explore, once what is open there is safe. */
    void openInExplore(Session session);

    /** Opens the lesson that explains a kind, once what is open in Explore is safe. */
    void openLesson(Exercise.Kind kind);

    /** Saves what was made of a pack. */
    void saveResults(PackResults results);

    /** The learner comes back no more to a pack that was begun. */
    void leave(PausedPack pack);
  }

  /**
   * The screen of a store.
   *
   * @param noticeStays how long a notice is shown that asks for nothing
   */
  public PracticeScreen(
      Store store,
      Texts texts,
      TexRenderer renderer,
      Clock clock,
      TextClipboard clipboard,
      Duration noticeStays,
      Host host) {
    this.store = store;
    this.clock = clock;
    setId("practice");
    this.exercise =
        new ExercisePane(
            store,
            texts,
            renderer,
            clock,
            clipboard,
            () -> store.state().practice().session().ifPresent(host::openInExplore));
    this.kinds = new KindList(store, texts, clock);
    this.aside = new PracticeAside(store, texts, clock, host::openLesson);
    this.round =
        new RoundBar(
            store,
            texts,
            clock,
            left -> {
              host.leave(left);
              requestFocus();
            });
    this.notice = new NoticeCard(store, texts, noticeStays);
    waiting.setId("practice-waiting");
    waiting.getStyleClass().add("stage-subtitle");
    waiting.setWrapText(true);
    results.setId("practice-results");
    results.setText(texts.get("pack.saveResults"));
    results.setOnAction(event -> store.state().practice().results().ifPresent(host::saveResults));
    middle.getChildren().setAll(notice, waiting, results, exercise, under);
    middle.getStyleClass().addAll("stage", "practice-middle");
    scroll.setContent(middle);
    scroll.setId("practice-middle");
    scroll.getStyleClass().add("stage-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    beside.getStyleClass().add("practice-beside");
    this.sides =
        new ScreenSides(
            store,
            this,
            new ScreenSides.Side("practice-left", kinds, LEFT_FROM),
            new StackPane(scroll),
            new ScreenSides.Side("practice-right", beside, RIGHT_FROM));
    setBottom(round);
    ScreenRoom.watch(
        this,
        room -> {
          sides.setWidth(room.getWidth());
          placeAside(room.getWidth() >= RIGHT_FROM);
          round.setRoom(room.getWidth());
        });
    middle.addEventFilter(KeyEvent.KEY_PRESSED, this::enterPressed);
    middle.addEventFilter(KeyEvent.KEY_PRESSED, this::undoPressed);
    Stream.of(exercise.reply(), aside.hints(), under)
        .forEach(part ->
            part.boundsInParentProperty().addListener((observed, before, now) -> keepInSight()));
    middle.heightProperty().addListener((observed, before, now) -> keepInSight());
    store.select(AppState::practice, practice -> show(practice, texts));
    store.select(state -> state.notice(Screen.PRACTICE), notice::show);
    addEventHandler(KeyEvent.KEY_PRESSED, notice::closeByKey);
  }

  /** Where there is no room beside the exercise, it stands under it. */
  private void placeAside(boolean wide) {
    under.getChildren().clear();
    beside.getChildren().clear();
    (wide ? beside : under).getChildren().add(aside);
    VBox.setVgrow(aside, Priority.ALWAYS);
  }

  /** What stands beside the exercise. */
  public ScreenSides sides() {
    return sides;
  }

  private void show(PracticeState practice, Texts texts) {
    boolean isNew =
        !practice.session().map(Session::exercise).equals(seen) && practice.work().isPresent();
    End end = End.of(practice);
    waiting.setText(
        practice.isFinished()
            ? texts.get("practice.done", practice.plan().length())
            : texts.get("practice.drawing"));
    NodeVisibility.set(waiting, practice.work().isEmpty());
    NodeVisibility.set(results, practice.results().isPresent());
    exercise.show(practice);
    kinds.show(practice);
    aside.show(practice);
    round.show(practice);
    seen = practice.session().map(Session::exercise);
    boolean isAlone = practice.session().filter(now -> now.fading() != fading).isPresent();
    fading = practice.session().map(Session::fading).orElse(fading);
    if ((isNew || isAlone) && store.state().screen() == Screen.PRACTICE) {
      focusOnAnswer();
    } else if (end != End.NONE && end != seenEnd && store.state().screen() == Screen.PRACTICE) {
      focusOnEnd(practice);
    }
    seenEnd = end;
    showNews(practice.session(), isNew);
  }

  /** Says where the news of an exercise are, when there are further ones. */
  private void showNews(Optional<Session> session, boolean isNew) {
    int given = session.map(now -> now.attempts().size() + (now.shown() ? 1 : 0)).orElse(0);
    int open = session.map(Session::hints).orElse(0);
    if (isNew) {
      scroll.setVvalue(0);
      news = Optional.empty();
    } else if (given > answers) {
      news = Optional.of(new News(exercise.reply(), exercise.buttons()));
    } else if (open > hints && under.getChildren().contains(aside)) {
      news = Optional.of(new News(aside.hints(), aside.hints()));
    }
    if (isNew || given > answers || open > hints) {
      scrolled = scroll.getVvalue() * hidden();
      keepInSight();
    }
    answers = given;
    hints = open;
  }

  private double hidden() {
    return Math.max(0, middle.getHeight() - scroll.getViewportBounds().getHeight());
  }

  /**
   * The news are in sight, whatever stands above them, and no more is scrolled than that needs.
   * Where they come to stand is known only once all words have found their lines, so this follows
   * whenever that changes.
   */
  private void keepInSight() {
    news.filter(last -> last.said().isVisible())
        .ifPresent(last -> {
          double top = inMiddle(last.said()).getMinY() - AROUND_NEWS;
          double end = inMiddle(last.end()).getMaxY() + AROUND_NEWS;
          double below = Math.min(top, end - scroll.getViewportBounds().getHeight());
          double wanted = Math.max(scrolled, below);
          if (hidden() > 0) {
            scroll.setVvalue(Math.min(1, wanted / hidden()));
          }
        });
  }

  private Bounds inMiddle(Node node) {
    return middle.sceneToLocal(node.localToScene(node.getLayoutBounds()));
  }

  // ---- keys

  /** Enter checks wherever the answer is given, but on another button it does what that does. */
  private void enterPressed(KeyEvent key) {
    if (Shortcut.OfPractice.CHECK.matches(key) && !hasUseForEnter(key.getTarget())) {
      exercise.check();
      key.consume();
    }
  }

  /** A field's own history knows nothing of the other cells, and nothing of an earlier start. */
  private void undoPressed(KeyEvent key) {
    if (Shortcut.OfWindow.UNDO.matches(key)) {
      store.dispatch(new Action.Undo());
      key.consume();
    } else if (Shortcut.OfWindow.REDO.matches(key)) {
      store.dispatch(new Action.Redo());
      key.consume();
    }
  }

  private boolean hasUseForEnter(Object target) {
    return switch (target) {
      case Node part when exercise.isOfAnswer(part) -> false;
      case ButtonBase _, ComboBox<?> _ -> true;
      default -> false;
    };
  }

  /** Takes a key that works wherever in the window the focus is. */
  public void practise(KeyEvent key) {
    Shortcut.of(Shortcut.OfPractice.values(), key)
        .ifPresent(meant -> {
          switch (meant) {
            case HINT -> {
              store.dispatch(new Action.OpenHint());
              key.consume();
            }
            case EXPLORE -> {
              Node button = exercise.lookup("#practice-explore");
              if (button instanceof ButtonBase explore) {
                explore.fire();
              }
              key.consume();
            }
            case TELL -> {
              store.dispatch(new Action.TellAnswer(clock.instant()));
              key.consume();
            }
            case SKIP -> {
              store.dispatch(new Action.NextExercise(clock.instant()));
              key.consume();
            }
            case CHECK, CHOOSE -> {}
          }
        });
  }

  /** Brings the focus to the notice, or back from there. */
  public void toggleNoticeFocus() {
    notice.toggleFocus();
  }

  /** Puts the focus where the answer is given. */
  @Override
  public void requestFocus() {
    PracticeState practice = store.state().practice();
    if (End.of(practice) != End.NONE) {
      focusOnEnd(practice);
    } else {
      focusOnAnswer();
    }
  }

  /** Where it goes on; results of a pack come first, which going on would throw away. */
  private void focusOnEnd(PracticeState practice) {
    Node next = practice.results().isPresent() ? results : round.lookup("#practice-next");
    if (next != null) {
      next.requestFocus();
    }
  }

  /** What a scroll pane holds is in no window before it was styled once. */
  private void focusOnAnswer() {
    applyCss();
    layout();
    exercise.focus();
  }
}
