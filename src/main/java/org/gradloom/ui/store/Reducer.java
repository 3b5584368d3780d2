package org.gradloom.ui.store;

import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.engine.Trace;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.History;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.text.FileName;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/** What each action does, as a pure function. */
final class Reducer {
  private Reducer() {}

  /**
   * The state after an action.
   *
   * @throws InvalidInput if the action asks for what cannot be; the state is as before
   */
  static AppState reduce(AppState state, Action action) {
    return switch (action) {
      case Action.Open(var derivation, var origin) -> opened(state, derivation, origin);
      case Action.Saved(var screen, var lesson, var path) ->
          state
              .document(screen)
              .map(document ->
                  state.with(
                      screen, new Document(document.history(), lesson, new Origin.InFile(path))))
              .orElse(state)
              .with(notice(Message.of("notice.saved", FileName.of(path))));
      case Action.Apply(var edit) -> apply(state, edit);
      case Action.Undo _ -> undo(state);
      case Action.Redo _ -> redo(state);
      case Action.Reset _ -> reset(state);
      case Action.OfTraining training -> TrainingReducer.reduce(state, training);
      case Action.Go(var place) -> arrive(state, state.derivation().at(place));
      case Action.Choose(var operand, var cell) ->
          state
              .derivation()
              .useOf(state.step(), operand, cell)
              .or(() -> state.derivation().placeOf(operand, cell))
              .map(place -> arrive(state, lastTerm(state, place)))
              .orElse(state);
      case Action.Seek(long term) ->
          arrive(state, unitAt(state, Math.clamp(term, 0, size(state, Granularity.TERM) - 1)));
      case Action.Forward(var by) -> forward(state, by);
      case Action.Back(var by) -> back(state, by);
      case Action.NextPhase _ -> nextPhase(state);
      case Action.PreviousPhase _ -> previousPhase(state);
      case Action.First _ -> arrive(state, state.derivation().at(Granularity.TERM, 0));
      case Action.Last _ ->
          arrive(
              state,
              state.derivation().at(state.granularity(), size(state, state.granularity()) - 1));
      case Action.StepBy(var granularity) -> stepBy(state, granularity);
      case Action.Play(boolean playing) -> play(state, playing);
      case Action.PlayAt(double speed) ->
          state.with(new Playback(state.playback().playing(), speed));
      case Action.LayOut(var layout) -> state.with(state.view().with(layout));
      case Action.ShowCode(var language) -> state.with(state.view().with(language));
      case Action.Fold(var panel, boolean folded) ->
          state.with(state.view().withFolded(panel, folded));
      case Action.Tell(var notice) -> state.with(Optional.of(notice));
    };
  }

  /** Another lesson in Explore; how it is looked at stays, and training waits. */
  static AppState opened(AppState state, Derivation derivation, Origin origin) {
    AppState opened =
        AppState.opened(derivation, origin, state.view())
            .with(new Playback(false, state.playback().speed()));
    return state.training().map(Training::waiting).map(opened::with).orElse(opened);
  }

  static Optional<Notice> notice(Message said) {
    return Optional.of(new Notice(said, false));
  }

  private static long size(AppState state, Granularity granularity) {
    return state.derivation().size(granularity);
  }

  // ---- the walk
  // -----------------------------------------------------------------------------------

  /** Standing at a step; what was said of an earlier action is over. */
  private static AppState arrive(AppState state, Step step) {
    return state.with(step).with(Optional.empty());
  }

  /** A chosen cell is shown with all its terms, so that one can step back through them. */
  private static Step lastTerm(AppState state, Place place) {
    return inGranularity(state, state.derivation().at(place));
  }

  /** The same place as the present granularity sees it, but never coarser than its cell. */
  private static Step inGranularity(AppState state, Step step) {
    Granularity granularity =
        state.granularity() == Granularity.TERM ? Granularity.TERM : Granularity.CELL;
    Derivation derivation = state.derivation();
    return derivation.at(granularity, derivation.indexOf(granularity, step));
  }

  /** Where a timeline's knob lands: the term itself, or the unit that holds it. */
  private static Step unitAt(AppState state, long term) {
    Derivation derivation = state.derivation();
    Step at = derivation.at(Granularity.TERM, term);
    return derivation.at(state.granularity(), derivation.indexOf(state.granularity(), at));
  }

  private static AppState forward(AppState state, Granularity by) {
    Derivation derivation = state.derivation();
    long index = derivation.indexOf(by, state.step());
    // A unit that is only begun is finished first.
    long next = isComplete(state, by, index) ? index + 1 : index;
    return next < size(state, by) ? arrive(state, derivation.at(by, next)) : state;
  }

  private static AppState back(AppState state, Granularity by) {
    long previous = state.derivation().indexOf(by, state.step()) - 1;
    return previous >= 0
        ? arrive(state, state.derivation().at(by, previous))
        : arrive(state, state.derivation().at(Granularity.TERM, 0));
  }

  private static AppState nextPhase(AppState state) {
    Derivation derivation = state.derivation();
    long next = derivation.indexOf(Granularity.PHASE, state.step()) + 1;
    return next < size(state, Granularity.PHASE)
        ? arrive(state, unitAt(state, phaseStart(derivation, next)))
        : reduce(state, new Action.Last());
  }

  private static AppState previousPhase(AppState state) {
    Derivation derivation = state.derivation();
    long phase = derivation.indexOf(Granularity.PHASE, state.step());
    Step start = unitAt(state, phaseStart(derivation, phase));
    if (phase > 0 && start.place().equals(state.step().place())) {
      start = unitAt(state, phaseStart(derivation, phase - 1));
    }
    return arrive(state, start);
  }

  /** The number of a phase's first term. */
  private static long phaseStart(Derivation derivation, long phase) {
    return phase == 0
        ? 0
        : derivation.indexOf(Granularity.TERM, derivation.at(Granularity.PHASE, phase - 1)) + 1;
  }

  /** True if the walk stands at the end of the unit with this number. */
  private static boolean isComplete(AppState state, Granularity by, long index) {
    Derivation derivation = state.derivation();
    long end = derivation.indexOf(Granularity.TERM, derivation.at(by, index));
    return derivation.indexOf(Granularity.TERM, state.step()) >= end;
  }

  /** Another granularity keeps the place: the same term, seen alone or as part of its unit. */
  private static AppState stepBy(AppState state, Granularity granularity) {
    Derivation derivation = state.derivation();
    Step step = derivation.at(Granularity.TERM, derivation.indexOf(Granularity.TERM, state.step()));
    long unit = derivation.indexOf(granularity, step);
    AppState changed = state.with(granularity);
    return isComplete(state, granularity, unit)
        ? changed.with(derivation.at(granularity, unit))
        : changed.with(step);
  }

  private static AppState play(AppState state, boolean playing) {
    AppState ready = playing && state.isAtEnd() ? reduce(state, new Action.First()) : state;
    return ready.with(new Playback(playing, state.playback().speed()));
  }

  // ---- the numbers
  // --------------------------------------------------------------------------------

  private static AppState apply(AppState state, Edit edit) {
    Lesson before = state.lesson();
    Lesson after = Edits.apply(before, edit);
    Message done = Edits.describe(before, edit);
    return at(state, state.document().history().commit(after, done)).with(notice(done));
  }

  private static AppState undo(AppState state) {
    History history = state.current().history();
    return history
        .undoable()
        .map(done -> moved(state, history.undo()).with(notice(Message.of("notice.undone", done))))
        .orElse(state);
  }

  private static AppState redo(AppState state) {
    History history = state.current().history();
    return history
        .redoable()
        .map(done -> moved(state, history.redo()).with(notice(done)))
        .orElse(state);
  }

  private static AppState reset(AppState state) {
    Message done = Message.of("notice.reset");
    Document document = state.current();
    return moved(state, document.history().commit(document.saved(), done)).with(notice(done));
  }

  /** The shown screen's document after a move through its history. */
  private static AppState moved(AppState state, History history) {
    return switch (state.screen()) {
      case EXPLORE -> at(state, history);
      case TRAIN -> TrainingReducer.moved(state, history);
    };
  }

  /** Everything derived follows the numbers; the place in the walk stays. */
  private static AppState at(AppState state, History history) {
    AppState changed = state.with(state.document().with(history));
    if (history.present().equals(state.lesson())) {
      return changed;
    }
    Derivation derivation = Derivation.of(Trace.of(history.present()));
    return changed.with(derivation, nearest(state.derivation(), derivation, state.step()));
  }

  /**
   * The same place in another derivation, or the nearest there is where matrices shrank or went.
   */
  private static Step nearest(Derivation before, Derivation derivation, Step step) {
    Section section = nearestSection(before, derivation, step.section());
    Cell cell =
        new Cell(
            Math.min(step.cell().row(), section.shape().rows() - 1),
            Math.min(step.cell().column(), section.shape().columns() - 1));
    int term = step.isLastTerm() ? section.terms() - 1 : Math.min(step.term(), section.terms() - 1);
    Step found = derivation.at(new Place.OfTerm(section.result(), cell, term));
    return derivation.at(step.granularity(), derivation.indexOf(step.granularity(), found));
  }

  /** The same matrix, whatever it is called now; where it went, the next of the old walk. */
  private static Section nearestSection(Derivation before, Derivation derivation, Section wanted) {
    return before.sections().stream()
        .skip(wanted.index())
        .flatMap(section -> sectionOf(derivation, section.result()).stream())
        .findFirst()
        .orElseGet(() -> derivation.sections().getLast());
  }

  private static Optional<Section> sectionOf(Derivation derivation, Operand named) {
    if (!derivation.lesson().has(named)) {
      return Optional.empty();
    }
    Operand result = derivation.lesson().canonical(named);
    return derivation.sections().stream()
        .filter(section -> section.result().equals(result))
        .findFirst();
  }
}
