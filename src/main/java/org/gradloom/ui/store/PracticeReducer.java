package org.gradloom.ui.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Screen;
import org.gradloom.marking.Marked;
import org.gradloom.marking.Marker;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Mastery;
import org.gradloom.practice.Plan;
import org.gradloom.practice.Session;
import org.gradloom.practice.Session.Attempt;
import org.gradloom.text.InvalidInput;

/** What actions on the Practice screen make of the state. */
final class PracticeReducer {
  private PracticeReducer() {}

  /** What is typed is taken back, or brought back. */
  static AppState moved(AppState state, UnaryOperator<Drafts> move) {
    PracticeState practice = state.practice();
    return practice
        .work()
        .filter(work -> !work.session().isOver())
        .map(work -> state.with(practice.with(work.with(move.apply(work.drafts())))))
        .orElse(state);
  }

  static AppState reduce(AppState state, Action.OfPractice action) {
    PracticeState practice = state.practice();
    return switch (action) {
      case Action.ShowPractice(var now) ->
          TrainingReducer.show(state, Screen.PRACTICE).with(begun(practice, now));
      case Action.Practise(var plan, var now) ->
          TrainingReducer.show(state, Screen.PRACTICE).with(practice.with(plan).asking(now));
      case Action.ResumePack(var left) ->
          TrainingReducer.show(state, Screen.PRACTICE).with(practice.resuming(left));
      case Action.OfferPack(var left) -> state.with(practice.offering(left));
      case Action.ResumeExercise(var left) -> state.with(practice.resuming(left));
      case Action.LeavePack _ -> state.with(practice.pausing(Optional.empty()));
      case Action.TakeExercise(var request, var exercise, var now) ->
          practice.wanted().equals(Optional.of(request))
              ? state.with(taken(practice, exercise, now))
              : state;
      case Action.GiveUpExercise(var request) ->
          practice.wanted().equals(Optional.of(request))
              ? state.with(practice.withoutRequest())
              : state;
      case Action.EnterAnswer(var draft) -> state.with(entered(practice, draft));
      case Action.CheckAnswer(var words, var now) -> state.with(checked(practice, words, now));
      case Action.NameUsed(var lines) -> state.with(named(practice, lines));
      case Action.OpenHint _ -> state.with(onSession(practice, Session::hinted));
      case Action.SolveAlone _ -> state.with(alone(practice));
      case Action.TellAnswer(var now) -> state.with(told(practice, now));
      case Action.NextExercise(var now) -> state.with(next(practice, now));
      case Action.WriteExercisesAs(var convention, var now) ->
          state.with(redrawn(practice.with(convention), now));
      case Action.ReturnToPractice(var now) ->
          TrainingReducer.show(state, Screen.PRACTICE).with(returned(practice, now));
      case Action.TakeMastery(var mastery) -> state.with(practice.with(mastery));
      case Action.EraseMastery _ -> state.with(practice.with(Mastery.NONE));
      case Action.OpenExercise(var derivation, var origin, var at) ->
          Reducer.reduce(Reducer.opened(state, derivation, origin), new Action.Go(at));
    };
  }

  /** The first time there is something to do at once. */
  private static PracticeState begun(PracticeState practice, Instant now) {
    return practice.asked().isEmpty() && !practice.isFinished() ? practice.asking(now) : practice;
  }

  private static PracticeState taken(PracticeState practice, Exercise exercise, Instant now) {
    Session session = Session.of(exercise, practice.fading(exercise.draw().kind()));
    return practice.with(PracticeState.Work.of(session, now));
  }

  private static PracticeState entered(PracticeState practice, AnswerDraft draft) {
    return practice
        .work()
        .filter(work -> !work.session().isOver())
        .map(work -> practice.with(work.with(work.drafts().with(draft))))
        .orElse(practice);
  }

  private static PracticeState onSession(PracticeState practice, UnaryOperator<Session> change) {
    return practice
        .work()
        .map(work -> practice.with(work.with(change.apply(work.session()))))
        .orElse(practice);
  }

  /** What was marked already is no further try. */
  private static PracticeState checked(PracticeState practice, String words, Instant now) {
    return practice
        .work()
        .filter(work -> !work.session().isOver() && !work.isChecked())
        .map(work ->
            kept(
                practice.with(
                    work.marked(
                        work.session()
                            .with(attempt(work.session().exercise(), work.draft(), words)))),
                now))
        .orElse(practice);
  }

  private static Attempt attempt(Exercise exercise, AnswerDraft draft, String words) {
    try {
      Marker marker = exercise.marker();
      Answer answer = marker.turned(draft.answer());
      return new Attempt(words, Optional.of(answer), marker.mark(answer));
    } catch (InvalidInput unread) {
      return new Attempt(words, Optional.empty(), Marked.noTry(unread.said()));
    }
  }

  /** What was over just now is kept. */
  private static PracticeState kept(PracticeState practice, Instant now) {
    return practice
        .session()
        .flatMap(session -> session.result(now))
        .map(result -> practice.with(practice.mastery().with(result)))
        .orElse(practice);
  }

  /** The lines that the last wrong answer was made of tell which of two ideas is behind it. */
  private static PracticeState named(PracticeState practice, Answer.Lines lines) {
    return onSession(
        practice,
        session ->
            session
                .wrong()
                .filter(last -> last.marked().asksLines())
                .flatMap(last ->
                    last.answer()
                        .map(answer -> {
                          Marker marker = session.exercise().marker();
                          Optional<Answer.Lines> used =
                              marker.turned(lines) instanceof Answer.Lines inside
                                  ? Optional.of(inside)
                                  : Optional.empty();
                          return session.explained(
                              new Attempt(
                                  last.words(),
                                  last.answer(),
                                  Optional.of(lines),
                                  marker.mark(answer, used)));
                        }))
                .orElse(session));
  }

  /** Without the steps, and without the numbers that they gave, which undo does not bring back. */
  private static PracticeState alone(PracticeState practice) {
    return practice
        .work()
        .filter(work -> !work.session().isOver())
        .map(work ->
            practice.with(
                work.with(work.session().unaided())
                    .with(Drafts.of(AnswerDraft.empty(work.session().exercise())))))
        .orElse(practice);
  }

  private static PracticeState told(PracticeState practice, Instant now) {
    return practice.session().filter(session -> !session.isOver()).isPresent()
        ? kept(onSession(practice, Session::showing), now)
        : practice;
  }

  /** On from an exercise that is over, or past one that is skipped; not past one never seen. */
  private static PracticeState next(PracticeState practice, Instant now) {
    if (practice.wanted().isPresent()) {
      return practice;
    }
    if (practice.isFinished()) {
      return practice.with(practice.plan().again(now)).asking(now);
    }
    return practice.ended(practice.session().flatMap(Session::outcome), now).asking(now);
  }

  /** Who was shown an answer tries the same with other numbers. */
  private static PracticeState returned(PracticeState practice, Instant now) {
    return practice
        .session()
        .filter(Session::shown)
        .flatMap(Session::outcome)
        .map(outcome -> practice.ended(Optional.of(outcome), now).askingAgain(now))
        .orElse(practice);
  }

  /** The same numbers in another convention, unless they were tried. */
  private static PracticeState redrawn(PracticeState practice, Instant now) {
    boolean tried =
        practice
            .session()
            .filter(session -> session.isOver() || !session.attempts().isEmpty())
            .isPresent();
    boolean own = practice.plan() instanceof Plan.OfPack;
    if (tried || own || practice.asked().isEmpty()) {
      return practice;
    }
    return practice.asking(now);
  }
}
