package org.gradloom.ui.store;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.History;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Screen;
import org.gradloom.practice.Mastery;
import org.gradloom.text.Message;
import org.gradloom.training.Command;

/**
 * Everything the window shows: a record for each screen, and what belongs to the window itself.
 *
 * @param screen the one that is shown
 * @param start the Start screen
 * @param explore the Explore screen, which always has a document
 * @param training the Train screen; absent until it is first shown
 * @param practice the Practice screen
 * @param speed the Speed screen
 * @param told what to tell the user about an action, and on which screen
 * @param look how the window looks on every screen
 * @param lecture the lecture that is going on, which shows Explore to a class
 */
public record AppState(
    Screen screen,
    StartContents start,
    Explore explore,
    Optional<Training> training,
    PracticeState practice,
    SpeedState speed,
    Optional<Told> told,
    Look look,
    Optional<Lecture> lecture) {

  private static final Message ENTERED = Message.of("practice.entered");

  /** What one screen has to tell. */
  public record Told(Notice notice, Screen on) {}

  /** A lesson in Explore, at its first beat or, without beats, at its first term. */
  public static AppState opened(Derivation derivation, Origin origin, View view) {
    return LessonReducer.begun(
        new AppState(
            Screen.EXPLORE,
            StartContents.EMPTY,
            Explore.opened(1, LessonReducer.opening(derivation), origin, Playback.USUAL, view),
            Optional.empty(),
            PracticeState.begun(Mastery.NONE, 1),
            SpeedState.begun(),
            Optional.empty(),
            Look.usual(),
            Optional.empty()));
  }

  /** The document that a screen works on, if it has one yet. */
  public Optional<Document> document(Screen of) {
    return switch (of) {
      case EXPLORE -> Optional.of(explore.document());
      case TRAIN -> training.map(Training::document);
      case START, PRACTICE, SPEED, SUMMARY -> Optional.empty();
    };
  }

  /** The document that the shown screen works on, if any: what is saved and undone there. */
  public Optional<Document> current() {
    return document(screen);
  }

  /** What the shown screen has to tell. */
  public Optional<Notice> notice() {
    return notice(screen);
  }

  /** What a screen has to tell: nothing while another one is shown. */
  public Optional<Notice> notice(Screen of) {
    return told.filter(said -> said.on() == of && of == screen).map(Told::notice);
  }

  /** True if Explore shows the very exercise that is being practised. */
  public boolean isExerciseShown() {
    return explore.document().origin() instanceof Origin.OfExercise(var draw)
        && practice.session().filter(session -> session.exercise().draw().equals(draw)).isPresent();
  }

  /** The screen that what Explore shows was opened from, if it waits there. */
  public Optional<Screen> cameFrom() {
    return isFrozenStep()
        ? Optional.of(Screen.TRAIN)
        : isExerciseShown() ? Optional.of(Screen.PRACTICE) : Optional.empty();
  }

  /** The training, while its screen is shown. */
  Optional<Training> shownTraining() {
    return training.filter(_ -> screen == Screen.TRAIN);
  }

  /** What undo would take back on the shown screen. */
  public Optional<Message> undoable() {
    return screen == Screen.PRACTICE
        ? practice.open().filter(Drafts::hasBefore).map(_ -> ENTERED)
        : shownTraining()
            .flatMap(Training::undoableByHand)
            .map(ByHand.Change::said)
            .or(() -> current().map(Document::history).flatMap(History::undoable));
  }

  /** What redo would bring back on the shown screen. */
  public Optional<Message> redoable() {
    return screen == Screen.PRACTICE
        ? practice.open().filter(Drafts::hasAfter).map(_ -> ENTERED)
        : shownTraining()
            .flatMap(Training::redoableByHand)
            .map(ByHand.Change::said)
            .or(() -> current().map(Document::history).flatMap(History::redoable));
  }

  /** True if Explore shows a step of the very run that waits to go on. */
  public boolean isFrozenStep() {
    return explore.document().origin() instanceof Origin.FrozenStep step
        && training.filter(waits -> waits.run() == step.run()).isPresent();
  }

  /** True if Explore shows such a step with other weights than the run had, or has taken since. */
  public boolean hasWeightsForRun() {
    // Asked with every change of the state, and steps of a run are seldom shown.
    if (!isFrozenStep()) {
      return false;
    }
    History step = explore.document().history();
    // What a step drops is its own, and not the run's.
    List<Layer> layers = step.present().withoutMasks().layers();
    return !layers.equals(step.first().withoutMasks().layers())
        && training
            .filter(waits -> waits.byHand().endsWith(new Command.SetLayers(layers)))
            .isEmpty();
  }

  /** A screen's document replaced by the same one, saved. */
  AppState with(Screen of, Document saved) {
    return switch (of) {
      case EXPLORE -> with(explore.with(saved));
      case TRAIN -> onTraining(present -> present.with(saved));
      case START, PRACTICE, SPEED, SUMMARY ->
          throw new IllegalArgumentException(of + " has no document");
    };
  }

  AppState with(Screen screen) {
    return new AppState(screen, start, explore, training, practice, speed, told, look, lecture);
  }

  /** The same in another look. */
  public AppState with(Look look) {
    return new AppState(screen, start, explore, training, practice, speed, told, look, lecture);
  }

  /** The same with what is known of lessons and files. */
  public AppState with(StartContents start) {
    return new AppState(screen, start, explore, training, practice, speed, told, look, lecture);
  }

  AppState with(Optional<Lecture> lecture) {
    return new AppState(screen, start, explore, training, practice, speed, told, look, lecture);
  }

  AppState with(Explore explore) {
    return new AppState(screen, start, explore, training, practice, speed, told, look, lecture);
  }

  AppState with(Training training) {
    return new AppState(
        screen, start, explore, Optional.of(training), practice, speed, told, look, lecture);
  }

  /** The same with what is practised. */
  public AppState with(PracticeState practice) {
    return new AppState(screen, start, explore, training, practice, speed, told, look, lecture);
  }

  /** The same with what is measured. */
  public AppState with(SpeedState speed) {
    return new AppState(screen, start, explore, training, practice, speed, told, look, lecture);
  }

  /** The Train screen changed, if there is one yet. */
  AppState onTraining(UnaryOperator<Training> change) {
    return training.map(present -> with(change.apply(present))).orElse(this);
  }

  AppState saying(Notice said) {
    return new AppState(
        screen,
        start,
        explore,
        training,
        practice,
        speed,
        Optional.of(new Told(said, screen)),
        look,
        lecture);
  }

  /** What was said of an earlier action is over, though it may have waited for an answer. */
  AppState quiet() {
    return new AppState(
        screen, start, explore, training, practice, speed, Optional.empty(), look, lecture);
  }

  /** The same, but what waits for an answer goes on waiting. */
  AppState movedOn() {
    return told.filter(said -> said.notice().isWaiting()).isPresent() ? this : quiet();
  }
}
