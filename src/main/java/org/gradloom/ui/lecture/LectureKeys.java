package org.gradloom.ui.lecture;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.gradloom.lesson.Place;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Lecture;
import org.gradloom.ui.store.Store;

/**
 * What keys do in a lecture. They come before any control's own, so that a remote works wherever
 * the focus is; only where something is typed most of them are letters.
 */
public final class LectureKeys {
  private static final int ZOOM = 10;

  private final Store store;
  private final LectureScreen screen;
  private final PauseTransition patience;

  /**
   * The keys of a screen.
   *
   * @param patience how long a first press of Esc waits for a second
   */
  public LectureKeys(Store store, LectureScreen screen, Duration patience) {
    this.store = store;
    this.screen = screen;
    this.patience = new PauseTransition(patience);
    this.patience.setOnFinished(event -> store.dispatch(new Action.Withdraw()));
  }

  /** A key before it comes to what has the focus; consumed where it is the lecture's. */
  public void pressed(KeyEvent key) {
    Optional<Lecture> lecture = store.state().lecture();
    if (lecture.isEmpty() || Shortcut.isModifier(key)) {
      return;
    }
    Node focused = screen.getScene() == null ? null : screen.getScene().getFocusOwner();
    boolean typed = focused instanceof TextInputControl text && text.isEditable();
    boolean tallied = focused instanceof BallotPane.TallyField;
    Optional<Shortcut.OfLecture> meant =
        Shortcut.of(Shortcut.OfLecture.values(), key)
            .filter(entry -> tallied ? entry.reachesTallies() : !typed || entry.reachesTexts());
    boolean leaves = meant.filter(Shortcut.OfLecture.LEAVE::equals).isPresent();
    OptionalInt digit = typed ? OptionalInt.empty() : Shortcut.digit(key);
    boolean jumps = meant.filter(Shortcut.OfLecture.JUMP::equals).isPresent();
    boolean pends = lecture.get().asksToLeave() ? !leaves : lecture.get().number() > 0 && !jumps;
    if (pends && digit.isEmpty()) {
      patience.stop();
      store.dispatch(new Action.Withdraw());
    }
    if (Shortcut.OfWindow.LECTURE.matches(key)) {
      // A remote sends it in turn with Esc.
      key.consume();
    } else if (leaves && typed) {
      home(screen);
      key.consume();
    } else if (!typed && vote(lecture.get(), key)) {
      key.consume();
    } else if (meant.filter(entry -> run(entry, lecture.get())).isPresent()) {
      key.consume();
    } else if (digit.isPresent()) {
      store.dispatch(new Action.TypeDigit(digit.getAsInt()));
      key.consume();
    }
  }

  /** Typing edits no cell here. */
  public void typed(KeyEvent key) {
    Node focused = screen.getScene() == null ? null : screen.getScene().getFocusOwner();
    if (store.state().lecture().isPresent() && !(focused instanceof TextInputControl)) {
      key.consume();
    }
  }

  /** While a vote is held, its letters are fields. */
  private boolean vote(Lecture lecture, KeyEvent key) {
    Optional<Shortcut.OfBallot> letter = Shortcut.of(Shortcut.OfBallot.values(), key);
    if (lecture.ballot().isEmpty() || letter.isEmpty()) {
      return false;
    }
    screen.count(letter.get().option());
    return true;
  }

  /** False where the key means nothing just now, so that what has the focus can use it. */
  private boolean run(Shortcut.OfLecture entry, Lecture lecture) {
    Explore explore = store.state().explore();
    switch (entry) {
      case REVEAL, REVEAL_TOO -> {
        home(screen);
        store.dispatch(new Action.Reveal());
      }
      case BACK -> {
        home(screen);
        store.dispatch(new Action.GoBack());
      }
      case STEP_BACK -> store.dispatch(new Action.Back(explore.granularity()));
      case STEP -> store.dispatch(new Action.Forward(explore.granularity()));
      case BLACK -> store.dispatch(new Action.TurnBlank(Lecture.Blank.BLACK));
      case WHITE -> store.dispatch(new Action.TurnBlank(Lecture.Blank.WHITE));
      case LARGER -> store.dispatch(new Action.ZoomLecture(ZOOM));
      case SMALLER -> store.dispatch(new Action.ZoomLecture(-ZOOM));
      case SPOTLIGHT -> store.dispatch(new Action.Spotlight(!lecture.spotlight()));
      case COVER ->
          store.dispatch(new Action.TurnCover(new Place.OfMatrix(explore.step().result())));
      case VOTE ->
          store.dispatch(
              lecture.ballot().isPresent() ? new Action.CloseVote() : new Action.OpenVote());
      case JUMP -> {
        if (lecture.number() == 0) {
          return false;
        }
        store.dispatch(new Action.JumpToTyped());
      }
      case LEAVE -> leave(lecture);
    }
    return true;
  }

  private void leave(Lecture lecture) {
    patience.stop();
    if (lecture.asksToLeave()) {
      store.dispatch(new Action.EndLecture());
    } else {
      store.dispatch(new Action.AskToLeave());
      patience.playFromStart();
    }
  }

  /** The focus goes where no key is a letter. */
  static void home(Node within) {
    Node screen = within;
    while (screen.getParent() != null && !(screen instanceof LectureScreen)) {
      screen = screen.getParent();
    }
    screen.requestFocus();
  }
}
