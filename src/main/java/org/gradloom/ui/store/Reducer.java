package org.gradloom.ui.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Perspectives;
import org.gradloom.derivation.Step;
import org.gradloom.files.Progress;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.EditDescription;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.History;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.ViewPart;
import org.gradloom.marking.GradientComparison;
import org.gradloom.matrix.Cell;
import org.gradloom.paste.Reading;
import org.gradloom.text.FileName;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/** What each action does, as a pure function. */
final class Reducer {
  /**
   * Products of a forward pass whose matrices are computed at once. Ten times as many took 50 to 90
   * ms, which would hold frames up; these take about 5.
   */
  private static final long MOST_AT_ONCE = 1_000_000;

  private Reducer() {}

  /**
   * The state after an action.
   *
   * @throws InvalidInput if the action asks for what cannot be; the state is as before
   */
  static AppState reduce(AppState state, Action action) {
    return LectureReducer.withoutStaleVote(state, changed(state, action));
  }

  private static AppState changed(AppState state, Action action) {
    Explore explore = state.explore();
    return switch (action) {
      case Action.Open(var derivation, var origin) -> opened(state, derivation, origin);
      case Action.Saved(var screen, var lesson, var path) ->
          onDocument(state, screen, document -> document.savedTo(path, lesson))
              .saying(notice(Message.of("notice.saved", FileName.of(path))));
      case Action.Replace(var lesson, var done) ->
          withNumbers(state, history -> history.commit(lesson, done));
      case Action.FoundElsewhere(var screen, var found) ->
          onDocument(state, screen, document -> document.with(found));
      case Action.HeldOnDisk(var screen, var lesson) ->
          onDocument(state, screen, document -> document.holding(lesson));
      case Action.Apply(var edit) -> apply(state, edit);
      case Action.Rename(var title) -> rename(state, new Edit.SetTitle(title));
      case Action.Write(var before, var convention) -> write(state, before, convention);
      case Action.Paste(var pasted) -> paste(state, pasted);
      case Action.PasteAs(var pasted, var option) ->
          pasted(state, option).saying(notices(state, pasted).plain(option));
      case Action.PasteInstead(var pasted, var option) ->
          pasted(withoutPaste(state, pasted), option).saying(notices(state, pasted).done(option));
      case Action.Compare(var gradient, var reading) -> compare(state, gradient, reading);
      case Action.EndComparison _ -> state.with(explore.comparing(Optional.empty()));
      case Action.Cover(var items) -> cover(state, items);
      case Action.Uncover(var items) -> uncover(state, items);
      case Action.Undo _ when state.screen() == Screen.PRACTICE ->
          PracticeReducer.moved(state, Drafts::back);
      case Action.Redo _ when state.screen() == Screen.PRACTICE ->
          PracticeReducer.moved(state, Drafts::forth);
      case Action.Undo _ -> undo(state);
      case Action.Redo _ -> redo(state);
      case Action.Reset _ -> reset(state);
      case Action.Computed(var derivation) -> computed(state, derivation);
      case Action.NotComputed(var lesson, var why) -> notComputed(state, lesson, why);
      case Action.OfStart start -> state.with(start(state.start(), start));
      case Action.OfLook look -> state.with(look(state.look(), look));
      case Action.OfSpeed speed -> state.with(speed(state.speed(), speed));
      case Action.OfTraining training -> TrainingReducer.reduce(state, training);
      case Action.OfPractice practice -> PracticeReducer.reduce(state, practice);
      case Action.OfLecture lecture -> LectureReducer.reduce(state, lecture);
      case Action.OfLesson lesson -> LessonReducer.reduce(state, lesson);
      case Action.Choose(var operand, var cell) when isToBeMarked(explore, operand) ->
          reduce(
              state, new Action.Mark(new Place.OfCell(explore.lesson().canonical(operand), cell)));
      case Action.Choose(var operand, var cell) when state.lecture().isPresent() ->
          LectureReducer.turnCover(state, new Place.OfCell(operand, cell));
      case Action.OfWalk walk ->
          Walk.from(explore, walk)
              .map(step -> state.with(stoppedByQuestion(explore.with(step))).movedOn())
              .orElse(state);
      case Action.StepBy(var granularity) ->
          state.with(explore.with(granularity, Walk.seenBy(explore, granularity)));
      case Action.See(var perspective) -> see(state, perspective);
      case Action.Play(boolean playing) -> play(state, playing);
      case Action.PlayAt(double speed) -> state.with(explore.at(speed));
      case Action.LayOut(var layout) -> state.with(explore.with(explore.view().with(layout)));
      case Action.ShowCode(var language) -> state.with(explore.with(explore.view().with(language)));
      case Action.Fold(var panel, boolean folded) ->
          state.with(explore.with(explore.view().withFolded(panel, folded)));
      case Action.ShowSides(var sides) -> state.with(explore.with(explore.view().with(sides)));
      case Action.Tell(var notice) -> state.saying(notice);
      case Action.Answer(var choice) -> reduce(state.quiet(), choice.then());
      case Action.Dismiss(var notice) ->
          state.notice().filter(notice::equals).isPresent() ? state.quiet() : state;
    };
  }

  /** Another lesson in Explore; how it is looked at stays, and training waits. */
  static AppState opened(AppState state, Derivation derivation, Origin origin) {
    Explore before = state.explore();
    return LessonReducer.begun(
        state
            .with(
                Explore.opened(
                    before.document().opening() + 1,
                    LessonReducer.opening(derivation),
                    origin,
                    before.playback().speed(),
                    before.view()))
            .with(Screen.EXPLORE)
            .onTraining(Training::waiting)
            .quiet());
  }

  private static StartContents start(StartContents now, Action.OfStart action) {
    return switch (action) {
      case Action.EraseProgress _ -> now.with(Progress.NONE);
      case Action.TakeProgress(var progress) -> now.with(progress);
      case Action.ListRecent(var recent) -> now.with(recent);
      case Action.ListLeft(var left) -> now.leaving(left);
    };
  }

  private static Look look(Look now, Action.OfLook action) {
    return switch (action) {
      case Action.Wear(var appearance) ->
          new Look(appearance, now.lessMotion(), now.systemAsksForLess());
      case Action.LessMotion(boolean wanted) ->
          new Look(now.appearance(), wanted, now.systemAsksForLess());
      case Action.SystemMotion(boolean less) -> new Look(now.appearance(), now.lessMotion(), less);
    };
  }

  private static SpeedState speed(SpeedState now, Action.OfSpeed action) {
    return switch (action) {
      case Action.PlanSpeed(var plan) -> now.measuring() ? now : now.with(plan);
      case Action.TakeTimings(var found, boolean measuring, var news, var failed) ->
          new SpeedState(now.plan(), found, measuring, news, failed, now.chosen(), now.backend());
      case Action.SeeSize(int n) -> now.choosing(n);
      case Action.TrainOnBlas(boolean wanted) -> now.with(Backend.wanted(wanted));
      // Who has changed his mind meanwhile keeps his own.
      case Action.TakeBlas(var found) ->
          now.backend().wantsBlas() ? now.with(Backend.of(found)) : now;
    };
  }

  private static Notice notice(Message said) {
    return new Notice(said, false);
  }

  private static boolean isToBeMarked(Explore explore, Operand operand) {
    Lesson lesson = explore.lesson();
    return explore
        .markable()
        .filter(asked -> lesson.canonical(asked).equals(lesson.canonical(operand)))
        .isPresent();
  }

  /** Playing goes no further than to where something is asked. */
  private static Explore stoppedByQuestion(Explore explore) {
    return explore.playback().playing() && explore.isAsking() && explore.isOnPath()
        ? explore.playing(false)
        : explore;
  }

  /** The same place in another view; what samples deal one by one is seen by its last term. */
  private static AppState see(AppState state, Perspective perspective) {
    Explore explore = state.explore();
    Step from =
        explore.step().granularity() == Granularity.SAMPLE && perspective != Perspective.CARDS
            ? explore.derivation().at(explore.step().termPlace())
            : explore.step();
    return state.with(
        explore.with(perspective, Perspectives.towards(perspective, explore.derivation(), from)));
  }

  /** Who plays on from the end begins again; where something is asked, nobody plays on. */
  private static AppState play(AppState state, boolean playing) {
    AppState ready =
        playing && state.explore().isAtEnd() ? reduce(state, new Action.First()) : state;
    return ready.with(stoppedByQuestion(ready.explore().playing(playing)));
  }

  // ---- a gradient of the user's own

  private static AppState compare(AppState state, Operand gradient, Reading reading) {
    Explore explore = state.explore();
    Yours yours = Yours.of(explore.derivation(), gradient, reading);
    GradientComparison compared = yours.compared();
    Cell first =
        compared.isShapedAlike() && !compared.differing().isEmpty()
            ? compared.differing().getFirst()
            : new Cell(0, 0);
    Place.OfCell listed = new Place.OfCell(compared.gradient(), first);
    Step step = explore.derivation().at(explore.lesson().convention().turned(listed));
    return state
        .with(explore.with(Granularity.CELL, step).playing(false).comparing(Optional.of(yours)))
        .quiet();
  }

  // ---- what is covered

  private static AppState cover(AppState state, Collection<? extends Coverable> items) {
    Explore explore = state.explore();
    for (Coverable item : items) {
      switch (item) {
        case Region region -> explore.lesson().require(region);
        case ViewPart _ -> {
          // There is nothing that a lesson could lack.
        }
      }
    }
    return state.with(explore.coveringToo(items));
  }

  private static AppState uncover(AppState state, Collection<? extends Coverable> items) {
    Explore explore = state.explore();
    Set<Coverable> rest = new HashSet<>(explore.derivation().cover().items());
    rest.removeAll(Set.copyOf(items));
    return state.with(explore.covering(rest));
  }

  // ---- the numbers

  static AppState apply(AppState state, Edit edit) {
    Lesson before = state.explore().document().lesson();
    Lesson after = Edits.apply(before, edit);
    Message done = EditDescription.of(before, edit);
    return state
        .with(at(state.explore(), state.explore().document().history().commit(after, done)))
        .saying(notice(done));
  }

  private static AppState write(AppState state, History before, Convention convention) {
    Edit edit = new Edit.SetConvention(convention);
    Lesson after = Edits.apply(before.present(), edit);
    Message done = EditDescription.of(before.present(), edit);
    return state.with(at(state.explore(), before.commit(after, done)));
  }

  private static AppState rename(AppState state, Edit.SetTitle edit) {
    return onDocument(
        state,
        document -> {
          Lesson before = document.lesson();
          Lesson after = Edits.apply(before, edit);
          if (after.equals(before)) {
            return state;
          }
          Message done = EditDescription.of(before, edit);
          return moved(state, document.history().commit(after, done)).saying(notice(done));
        });
  }

  /** Where the shown screen has a document to change. */
  private static AppState onDocument(AppState state, Function<Document, AppState> change) {
    return state.current().map(change).orElse(state);
  }

  private static AppState onDocument(
      AppState state, Screen screen, UnaryOperator<Document> change) {
    return state
        .document(screen)
        .map(document -> state.with(screen, change.apply(document)))
        .orElse(state);
  }

  private static AppState paste(AppState state, Pasted pasted) {
    PasteNotices notices = notices(state, pasted);
    return pasted.asks()
        ? state.saying(notices.question())
        : pasted(state, pasted.likeliest()).saying(notices.done(pasted.likeliest()));
  }

  /** As before what was pasted last; where something else was done since, as it is. */
  private static AppState withoutPaste(AppState state, Pasted pasted) {
    History back = state.explore().document().history().undo();
    return back.present().equals(pasted.before()) ? moved(state, back) : state;
  }

  private static AppState pasted(AppState state, Pasted.Option option) {
    return apply(state, option.edit());
  }

  private static PasteNotices notices(AppState state, Pasted pasted) {
    return new PasteNotices(pasted, state.explore().derivation().cover());
  }

  private static AppState undo(AppState state) {
    Optional<ByHand.Change> byHand = state.shownTraining().flatMap(Training::undoableByHand);
    if (byHand.isPresent()) {
      return state
          .onTraining(training -> training.with(training.byHand().undo()))
          .saying(notice(Message.of("notice.undone", byHand.get().said())));
    }
    return state
        .current()
        .map(Document::history)
        .flatMap(history ->
            history
                .undoable()
                .map(done ->
                    moved(state, history.undo()).saying(notice(Message.of("notice.undone", done)))))
        .orElse(state);
  }

  private static AppState redo(AppState state) {
    Optional<ByHand.Change> byHand = state.shownTraining().flatMap(Training::redoableByHand);
    if (byHand.isPresent()) {
      return state
          .onTraining(training -> training.with(training.byHand().redo()))
          .saying(notice(byHand.get().said()));
    }
    return state
        .current()
        .map(Document::history)
        .flatMap(history ->
            history.redoable().map(done -> moved(state, history.redo()).saying(notice(done))))
        .orElse(state);
  }

  private static AppState reset(AppState state) {
    Message done = Message.of("notice.reset");
    return onDocument(
        state,
        document ->
            moved(state, document.history().commit(document.saved(), done)).saying(notice(done)));
  }

  /** Explore's document at another moment of its history. */
  static AppState withNumbers(AppState state, UnaryOperator<History> change) {
    return state.with(at(state.explore(), change.apply(state.explore().document().history())));
  }

  /** The shown screen's document after a move through its history. */
  private static AppState moved(AppState state, History history) {
    return switch (state.screen()) {
      case EXPLORE -> state.with(at(state.explore(), history));
      case TRAIN -> TrainingReducer.moved(state, history);
      case START, PRACTICE, SPEED, SUMMARY ->
          throw new IllegalStateException(state.screen() + " has no history");
    };
  }

  /**
   * Small matrices follow at once; large ones are awaited, and until then the old are shown. Other
   * beats are never awaited: who is on the way through them must not be past their end.
   */
  private static Explore at(Explore explore, History history) {
    Explore changed = explore.with(explore.document().with(history));
    Lesson wanted = history.present();
    boolean waits =
        wanted.products() > MOST_AT_ONCE && wanted.beats().equals(explore.lesson().beats());
    return wanted.equals(explore.lesson()) || waits
        ? changed
        : changed.computed(Derivation.of(wanted));
  }

  private static AppState computed(AppState state, Derivation derivation) {
    Explore explore = state.explore();
    return explore.awaited().filter(derivation.lesson()::equals).isPresent()
        ? state.with(explore.computed(derivation))
        : state;
  }

  /** What cannot be shown is not kept as the present, but undo still knows it. */
  private static AppState notComputed(AppState state, Lesson lesson, Message why) {
    Explore explore = state.explore();
    if (explore.awaited().filter(lesson::equals).isEmpty()) {
      return state;
    }
    Document document = explore.document();
    History back = document.history().commit(explore.lesson(), Message.of("notice.backToShown"));
    return state.with(explore.with(document.with(back))).saying(new Notice(why, true));
  }
}
