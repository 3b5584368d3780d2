package org.gradloom.ui.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Uncovering;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Screen;
import org.gradloom.marking.Vote;

/** What each action in a lecture does. */
final class LectureReducer {
  private LectureReducer() {}

  static AppState reduce(AppState state, Action.OfLecture action) {
    return switch (action) {
      case Action.BeginLecture _ -> begin(state);
      case Action.EndLecture _ -> end(state);
      case Action.Reveal _ -> reveal(shown(state));
      case Action.GoBack _ -> back(shown(state));
      case Action.TurnBlank(var blank) -> change(state, lecture(state).turned(blank));
      case Action.AskToLeave _ -> change(state, lecture(state).asking(true));
      case Action.Withdraw _ -> change(state, lecture(state).asking(false));
      case Action.TypeDigit(int digit) -> change(state, lecture(state).typed(digit));
      case Action.JumpToTyped _ -> jump(state);
      case Action.ZoomLecture(int by) -> change(state, lecture(state).zoomed(by));
      case Action.Spotlight(boolean lit) -> change(state, lecture(state).withSpotlight(lit));
      case Action.TurnCover(var region) -> turnCover(state, region);
      case Action.OpenVote _ -> openVote(state);
      case Action.CloseVote _ -> change(state, lecture(state).with(Optional.empty()));
      case Action.CountVotes(int option, int votes) ->
          onBallot(
              state,
              ballot -> option < ballot.tallies().size() ? ballot.counting(option, votes) : ballot);
    };
  }

  private static Lecture lecture(AppState state) {
    return state.lecture().orElseGet(Lecture::begun);
  }

  private static AppState change(AppState state, Lecture lecture) {
    return state.lecture().isPresent() ? state.with(Optional.of(lecture)) : state;
  }

  /** Whoever goes on wants to see where. */
  private static AppState shown(AppState state) {
    return change(state, lecture(state).shown());
  }

  private static AppState begin(AppState state) {
    return state.lecture().isPresent()
        ? change(state, lecture(state).asking(false))
        : state.with(Screen.EXPLORE).with(Optional.of(Lecture.begun())).quiet();
  }

  /**
   * Only a lecture's keys and clicks uncover what they covered, so it is given back with them: then
   * the lesson alone says what is covered.
   */
  private static AppState end(AppState state) {
    return state.lecture().isEmpty()
        ? state
        : state
            .with(Optional.<Lecture>empty())
            .with(state.explore().covering(ofLesson(state.explore())));
  }

  // ---- on and back

  private static AppState reveal(AppState state) {
    Optional<Ballot> ballot = lecture(state).ballot();
    if (ballot.filter(held -> !held.revealed()).isPresent()) {
      AppState told = onBallot(state, Ballot::reveal);
      return LessonReducer.reduce(told, new Action.ShowAnswer());
    }
    AppState over = change(state, lecture(state).with(Optional.empty()));
    return waits(over.explore()) ? uncovered(over) : onwards(over, true);
  }

  private static AppState back(AppState state) {
    return onwards(change(state, lecture(state).with(Optional.empty())), false);
  }

  /** True if something is covered that the class can be shown. */
  private static boolean waits(Explore explore) {
    return isBeatWaiting(explore)
        || !ofLesson(explore).containsAll(explore.derivation().cover().items());
  }

  /** What the present beat goes on covering, since later ones ask for it. */
  private static Collection<Coverable> ofLesson(Explore explore) {
    return explore.path().map(path -> path.covered(explore.derivation())).orElse(List.of());
  }

  private static boolean isBeatWaiting(Explore explore) {
    return explore.isOnPath()
        && explore
            .path()
            .filter(path -> !path.here().isOver())
            .flatMap(_ -> explore.beat())
            .filter(beat -> beat.ask() != null || !beat.cover().isEmpty())
            .isPresent();
  }

  /** What the beat covers first; then what was covered by hand. */
  private static AppState uncovered(AppState state) {
    return isBeatWaiting(state.explore())
        ? LessonReducer.reduce(state, new Action.ShowAnswer())
        : state.with(state.explore().covering(ofLesson(state.explore())));
  }

  /** To the next beat or, without beats, to the next phase. */
  private static AppState onwards(AppState state, boolean ahead) {
    Explore explore = state.explore();
    if (explore.path().isPresent()) {
      return LessonReducer.reduce(state, ahead ? new Action.NextBeat() : new Action.PreviousBeat());
    }
    return Walk.from(explore, ahead ? new Action.NextPhase() : new Action.PreviousPhase())
        .map(step -> state.with(explore.with(step)).movedOn())
        .orElse(state);
  }

  private static AppState jump(AppState state) {
    int number = lecture(state).number();
    AppState typed = change(state, lecture(state).shown().with(Optional.empty()));
    return number > 0 && typed.explore().path().isPresent()
        ? LessonReducer.reduce(typed, new Action.ToBeat(number - 1))
        : typed;
  }

  // ---- what the class does not see

  /** Covers a region that may be seen, and shows one that may not. */
  static AppState turnCover(AppState state, Region region) {
    Explore explore = state.explore();
    Derivation derivation = explore.derivation();
    boolean hidden =
        region instanceof Place.OfCell(var operand, var cell)
            ? derivation.cover().hides(operand, cell)
            : derivation.cover().hidesSomeOf(region.operand());
    return state.with(
        hidden
            ? explore.covering(Uncovering.rest(derivation, derivation.cover().items(), region))
            : explore.coveringToo(List.of(region)));
  }

  // ---- votes

  private static AppState openVote(AppState state) {
    Explore explore = state.explore();
    return explore
        .beat()
        .filter(_ -> explore.isOnPath())
        .flatMap(beat -> voteOn(explore, beat))
        .map(vote -> change(state, lecture(state).with(Optional.of(Ballot.opened(vote)))))
        .orElse(state);
  }

  /** The vote on what a beat asks; none where it asks for nothing that has options. */
  static Optional<Vote> voteOn(Explore explore, Beat beat) {
    Beat.Ask ask = beat.ask();
    Lesson lesson = explore.lesson();
    return ask == null
        ? Optional.empty()
        : Vote.of(
            // The ideas behind are told at the reveal, when nothing of them is covered.
            explore.derivation().covering(List.of()),
            ask,
            Vote.seed(lesson.title(), explore.path().map(LessonPath::index).orElse(0) + 1));
  }

  /** A vote is over once its beat is left or the numbers are others: its options were of those. */
  static AppState withoutStaleVote(AppState before, AppState after) {
    return after.lecture().flatMap(Lecture::ballot).isEmpty()
            || before.lecture().flatMap(Lecture::ballot).isEmpty()
            || isAboutTheSame(before.explore(), after.explore())
        ? after
        : change(after, lecture(after).with(Optional.empty()));
  }

  private static boolean isAboutTheSame(Explore before, Explore after) {
    return before.lesson().equals(after.lesson())
        && before.path().map(LessonPath::index).equals(after.path().map(LessonPath::index));
  }

  private static AppState onBallot(AppState state, UnaryOperator<Ballot> change) {
    Lecture lecture = lecture(state);
    return change(state, lecture.with(lecture.ballot().map(change)));
  }
}
