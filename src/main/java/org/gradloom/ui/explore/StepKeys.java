package org.gradloom.ui.explore;

import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyEvent;
import org.gradloom.derivation.Granularity;
import org.gradloom.ui.keys.KeyOwner;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/** The keys that walk, through steps and beats, and what they do on the Explore screen. */
final class StepKeys {
  private final Store store;
  private final QuestionCard asked;
  private final ExploreScreen.Practising practising;
  private final BooleanSupplier toCells;

  /**
   * Keys that change a store.
   *
   * @param asked what is led to first by who walks on from it
   * @param toCells brings the focus to the cells on the stage, if there are any
   */
  StepKeys(
      Store store,
      QuestionCard asked,
      ExploreScreen.Practising practising,
      BooleanSupplier toCells) {
    this.store = store;
    this.asked = asked;
    this.practising = practising;
    this.toCells = toCells;
  }

  /**
   * Takes a key that walks, wherever in the window the focus is, and one that leads from outside to
   * the cells on the stage.
   */
  void walk(KeyEvent key, KeyOwner owner) {
    Shortcut.of(Shortcut.OfLesson.values(), key)
        .filter(this::hasMeaning)
        .map(StepKeys::lessonAction)
        .ifPresent(action -> {
          store.dispatch(action);
          key.consume();
        });
    owner
        .meant(Shortcut.OfMatrix.values(), key)
        .filter(Shortcut.OfMatrix::isToNeighbour)
        .filter(_ -> toCells.getAsBoolean())
        .ifPresent(_ -> key.consume());
    if (Shortcut.OfPractice.EXPLORE.matches(key) && store.state().isExerciseShown()) {
      practising.comeBack();
      key.consume();
    }
    owner
        .meant(Shortcut.OfWalk.values(), key)
        .map(meant -> action(meant, store.state().explore()))
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

  private static Action action(Shortcut.OfWalk key, Explore state) {
    Granularity by = state.granularity();
    return switch (key) {
      case PLAY -> new Action.Play(!state.playback().playing());
      case FORWARD -> new Action.Forward(by);
      case BACK -> new Action.Back(by);
      case COARSER_FORWARD -> new Action.Forward(by.coarser());
      case COARSER_BACK -> new Action.Back(by.coarser());
      case FIRST -> new Action.First();
      case LAST -> new Action.Last();
      case NEXT_PHASE -> new Action.NextPhase();
      case PREVIOUS_PHASE -> new Action.PreviousPhase();
    };
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
