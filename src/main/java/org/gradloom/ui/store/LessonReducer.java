package org.gradloom.ui.store;

import java.util.List;
import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.EditDescription;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.History;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.marking.Marked;
import org.gradloom.marking.Marker;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/** What each action on the way through a lesson does. */
final class LessonReducer {
  /** Marks the numbers before they were moved. */
  private static final String NUDGED = "nudged";

  private LessonReducer() {}

  /** A lesson with the numbers of its first beat, if it has beats. */
  static Derivation opening(Derivation derivation) {
    Lesson lesson = derivation.lesson().withEveryBeatInAScene();
    Lesson first = LessonPath.first().in(lesson).map(path -> path.home(lesson)).orElse(lesson);
    return first.equals(derivation.lesson()) ? derivation : Derivation.of(first);
  }

  /** A lesson that was just opened, at its first beat, if it has beats. */
  static AppState begun(AppState state) {
    return toBeat(state, 0);
  }

  /**
   * The state after an action.
   *
   * @throws InvalidInput if a prediction cannot be read
   */
  static AppState reduce(AppState state, Action.OfLesson action) {
    Explore explore = state.explore();
    int index = explore.path().map(LessonPath::index).orElse(-1);
    return switch (action) {
      case Action.ToBeat(int wanted) -> toBeat(state, wanted);
      case Action.NextBeat _ -> toBeat(state, index + 1);
      case Action.PreviousBeat _ -> toBeat(state, index - 1);
      case Action.ReturnToBeat _ -> toBeat(state, index);
      case Action.LeaveLesson _ ->
          state.with(explore.on(Optional.empty()).covering(List.of()).playing(false));
      case Action.Predict(var words, var answer) -> predict(state, words, answer);
      case Action.NameLines(var words) -> nameLines(state, words);
      case Action.Mark(var cell) ->
          state.with(explore.on(explore.path().map(path -> path.marking(cell))));
      case Action.Nudge(int steps) ->
          explore.movable().map(entry -> move(state, entry, steps)).orElse(state);
      case Action.Move(var entry, int steps) ->
          explore.isSeen(entry) ? move(state, entry, steps) : state;
      case Action.Narrate(var edit) -> narrate(state, edit);
      case Action.Hint _ -> tried(state, tries(explore).hint());
      case Action.ShowAnswer _ -> tried(state, tries(explore).uncover());
    };
  }

  private static Tries tries(Explore explore) {
    return explore.path().map(LessonPath::here).orElse(Tries.NONE);
  }

  // ---- from beat to beat

  private static AppState toBeat(AppState state, int wanted) {
    Lesson present = state.explore().document().lesson();
    if (present.beats().isEmpty()) {
      return state;
    }
    int index = Math.clamp(wanted, 0, present.beats().size() - 1);
    LessonPath path = state.explore().path().orElseGet(LessonPath::first).at(index);
    return arrived(Reducer.withNumbers(state, history -> at(history, path)), path).movedOn();
  }

  /** Own numbers are one undo away. */
  private static History at(History history, LessonPath path) {
    Lesson home = path.home(history.present());
    return history.commit(home, Message.of("notice.beatNumbers", path.index() + 1));
  }

  /** At the beat's place, with what it covers; the numbers are there or on their way. */
  private static AppState arrived(AppState state, LessonPath path) {
    Explore explore = state.explore().on(Optional.of(path)).comparing(Optional.empty());
    Explore covered = explore.covering(path.covered(explore.derivation())).playing(false);
    return state
        .with(state.start().at(explore.document().origin(), path, explore.lesson()))
        .with(
            covered
                .with(
                    path.beat(covered.lesson()).view(),
                    LessonPath.stepOf(path.beat(covered.lesson()), covered.derivation())
                        .orElse(covered.step()))
                .withNumbersSaved());
  }

  // ---- what an author changes

  private static AppState narrate(AppState state, Edit.OfBeats edit) {
    Message done = EditDescription.of(state.explore().document().lesson(), edit);
    int changed =
        switch (edit) {
          case Edit.AddBeat(int at, _) -> at;
          case Edit.ReplaceBeat(int at, _) -> at;
          case Edit.MoveBeat(_, int to) -> to;
          case Edit.RemoveBeat(int at) -> at;
        };
    return toBeat(Reducer.apply(state, edit), changed).saying(new Notice(done, false));
  }

  // ---- what may be moved

  /** Several moves of one entry in a row are one step of undo. */
  private static AppState move(AppState state, Place.OfCell entry, int steps) {
    Lesson lesson = state.explore().document().lesson();
    Cell cell = entry.cell();
    double before = lesson.input(entry.operand()).get(cell.row(), cell.column());
    Edit edit = new Edit.SetEntry(entry.operand(), cell, Entry.of(before + steps * Beat.NUDGE));
    Message done = moved(lesson, entry);
    return Reducer.withNumbers(
            state,
            history -> {
              boolean goesOn = history.undoable().filter(done::equals).isPresent();
              History marked = goesOn ? history : history.mark(NUDGED);
              return marked.commit(Edits.apply(lesson, edit), done).squash(NUDGED, done);
            })
        .movedOn();
  }

  private static Message moved(Lesson lesson, Place.OfCell entry) {
    return Message.of("notice.nudged", new Notation(lesson).entry(entry.operand(), entry.cell()));
  }

  /** The numbers before the last gesture, if that moved this entry. */
  static Optional<Lesson> beforeMove(History history, Place.OfCell entry) {
    return history
        .undoable()
        .filter(moved(history.present(), entry)::equals)
        .map(_ -> history.undo().present());
  }

  // ---- what is asked

  private static AppState predict(AppState state, String words, Optional<Answer> answer) {
    Explore explore = state.explore();
    return asked(explore)
        .map(ask -> new Tries.Attempt(words, answer, marked(explore, ask, words, answer)))
        .map(attempt -> tried(state, tries(explore).with(attempt)))
        .orElse(state);
  }

  /** Nothing of a guess that only a machine can judge. */
  private static Optional<Marked> marked(
      Explore explore, Beat.Ask ask, String words, Optional<Answer> answer) {
    if (ask.measured()) {
      return Optional.empty();
    }
    Marker marker = new Marker(explore.derivation(), ask);
    Marked marked = answer.map(marker::mark).orElseGet(() -> marker.mark(words));
    if (!marked.attempt()) {
      throw new InvalidInput(marked.reply());
    }
    return Optional.of(marked);
  }

  private static AppState nameLines(AppState state, String words) {
    Explore explore = state.explore();
    Tries tries = tries(explore);
    return asked(explore)
        .filter(_ -> tries.asksLines())
        .map(ask -> {
          Tries.Attempt last = tries.attempts().getLast();
          Marker marker = new Marker(explore.derivation(), ask);
          Marked marked = marker.mark(last.words(), Optional.of(Marker.readLines(words)));
          return tried(
              state,
              tries.withLast(new Tries.Attempt(last.words(), last.answer(), Optional.of(marked))));
        })
        .orElse(state);
  }

  private static Optional<Beat.Ask> asked(Explore explore) {
    return explore
        .beat()
        .filter(_ -> explore.isAsking())
        .flatMap(beat -> Optional.ofNullable(beat.ask()));
  }

  private static AppState tried(AppState state, Tries made) {
    Explore explore = state.explore();
    return explore
        .path()
        .map(way -> way.with(made))
        .map(way -> explore.on(Optional.of(way)).covering(way.covered(explore.derivation())))
        .map(next -> state.with(next).movedOn())
        .orElse(state);
  }
}
