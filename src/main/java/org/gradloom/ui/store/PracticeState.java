package org.gradloom.ui.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Convention;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.BegunPack;
import org.gradloom.practice.DraftTexts;
import org.gradloom.practice.Draw;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Fading;
import org.gradloom.practice.LeftExercise;
import org.gradloom.practice.Mastery;
import org.gradloom.practice.PackResults;
import org.gradloom.practice.Plan;
import org.gradloom.practice.Request;
import org.gradloom.practice.Result;
import org.gradloom.practice.Result.Outcome;
import org.gradloom.practice.Session;
import org.gradloom.text.InvalidInput;

/**
 * What the Practice screen shows.
 *
 * @param mastery what was practised so far
 * @param convention how the learner's course writes a layer
 * @param firstSeed of a kind that was never practised
 * @param plan what is practised in one go
 * @param done how its exercises ended so far; empty for one that was skipped
 * @param entries what was made of them, to be handed in
 * @param asked the exercise that was asked for last; it is drawn while there is no session
 * @param work the exercise that is done, once it is drawn
 * @param left of each kind the last seed that was skipped, or left after a try: what is known of
 *     its answer by then would make another round of it too easy
 * @param paused the pack that was left last, while something else is practised
 */
public record PracticeState(
    Mastery mastery,
    Convention convention,
    long firstSeed,
    Plan plan,
    List<Optional<Outcome>> done,
    List<PackResults.Done> entries,
    Optional<Request> asked,
    Optional<Work> work,
    Map<Kind, Long> left,
    Optional<PausedPack> paused) {
  public PracticeState {
    done = List.copyOf(done);
    entries = List.copyOf(entries);
    left = Map.copyOf(left);
  }

  /**
   * An exercise that is done.
   *
   * @param session what was tried so far
   * @param drafts the answer to it while it is given
   * @param checked the answer as it stood when it was marked last
   * @param begun when the learner first saw it
   */
  public record Work(Session session, Drafts drafts, Optional<AnswerDraft> checked, Instant begun) {
    /** One whose answer is still to be given. */
    static Work of(Session session, Instant now) {
      return new Work(
          session,
          Drafts.of(AnswerDraft.begun(session.exercise(), session.fading())),
          Optional.empty(),
          now);
    }

    /**
     * One that is gone on with.
     *
     * @param draft what was entered; texts that fit no answer to it are left out
     */
    public static Work of(Session session, List<String> draft, Instant now) {
      Work work = of(session, now);
      Drafts entered =
          DraftTexts.draft(session.exercise(), draft).map(work.drafts::with).orElse(work.drafts);
      Work back = work.with(entered);
      boolean marked =
          session.wrong().flatMap(Session.Attempt::answer).filter(back::isEntered).isPresent();
      return marked ? back.marked(session) : back;
    }

    private boolean isEntered(Answer answer) {
      try {
        return session.exercise().marker().turned(draft().answer()).equals(answer);
      } catch (InvalidInput _) {
        return false;
      }
    }

    /** True where something would be lost with it. */
    boolean isBegun() {
      return !session.attempts().isEmpty() || drafts.hasBefore();
    }

    /** What is kept of it. */
    BegunPack.Answered answered() {
      return BegunPack.Answered.of(session, draft());
    }

    /** The answer as it stands now. */
    public AnswerDraft draft() {
      return drafts.now();
    }

    /** True if what was marked last stands there still. */
    public boolean isChecked() {
      return checked.equals(Optional.of(draft()));
    }

    Work with(Session next) {
      return new Work(next, drafts, checked, begun);
    }

    Work with(Drafts next) {
      return new Work(session, next, checked, begun);
    }

    Work marked(Session next) {
      return new Work(next, drafts, Optional.of(draft()), begun);
    }
  }

  /** Before anything was practised. */
  public static PracticeState begun(Mastery mastery, long firstSeed) {
    return new PracticeState(
        mastery,
        Convention.XW,
        firstSeed,
        new Plan.Mixed(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  /** The exercise to be drawn, while there is none. */
  public Optional<Request> wanted() {
    return work.isPresent() ? Optional.empty() : asked;
  }

  public Optional<Session> session() {
    return work.map(Work::session);
  }

  /** What is entered, while the exercise is not over. */
  Optional<Drafts> open() {
    return work.filter(present -> !present.session().isOver()).map(Work::drafts);
  }

  /** True once all exercises of the plan are done or skipped. */
  public boolean isFinished() {
    return done.size() >= plan.length();
  }

  /** The kind that is asked, or was last. */
  public Optional<Kind> kind() {
    return session()
        .map(Session::exercise)
        .map(Exercise::draw)
        .map(Draw::kind)
        .or(() -> asked.map(Request::kind));
  }

  PracticeState with(Mastery mastery) {
    return new PracticeState(
        mastery, convention, firstSeed, plan, done, entries, asked, work, left, paused);
  }

  PracticeState with(Work work) {
    return new PracticeState(
        mastery,
        convention,
        firstSeed,
        plan,
        done,
        entries,
        asked,
        Optional.of(work),
        left,
        paused);
  }

  PracticeState with(Plan plan) {
    return new PracticeState(
        mastery,
        convention,
        firstSeed,
        plan,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        leavingTried(),
        PausedPack.of(this).or(() -> paused));
  }

  PracticeState with(Convention convention) {
    return new PracticeState(
        mastery, convention, firstSeed, plan, done, entries, asked, work, left, paused);
  }

  /** The present exercise is behind. */
  PracticeState ended(Optional<Outcome> outcome, Instant now) {
    List<Optional<Outcome>> all = new ArrayList<>(done);
    all.add(outcome);
    return new PracticeState(
        mastery,
        convention,
        firstSeed,
        plan,
        all,
        entries(now),
        asked,
        Optional.empty(),
        leaving(work),
        paused);
  }

  /** The packs of which something was done, the present one first. */
  public Stream<PausedPack> begunPacks() {
    return Stream.concat(PausedPack.of(this).stream(), paused.stream());
  }

  /** In a pack, where it was left. */
  PracticeState resuming(PausedPack back) {
    return new PracticeState(
        mastery,
        convention,
        firstSeed,
        back.pack(),
        back.done(),
        back.entries(),
        back.asked(),
        back.work(),
        leavingTried(),
        begunPacks().filter(each -> !each.pack().equals(back.pack())).findFirst());
  }

  /** With a pack to come back to, unless there is one. */
  PracticeState offering(PausedPack left) {
    return begunPacks().findFirst().isPresent() ? this : pausing(Optional.of(left));
  }

  /** With this pack to come back to, or none. */
  PracticeState pausing(Optional<PausedPack> pack) {
    return new PracticeState(
        mastery, convention, firstSeed, plan, done, entries, asked, work, left, pack);
  }

  /** At an exercise of an earlier window, unless something was begun here. */
  PracticeState resuming(Work left) {
    boolean free =
        plan instanceof Plan.Mixed && done.isEmpty() && work.filter(Work::isBegun).isEmpty();
    return free
        ? new PracticeState(
            mastery,
            convention,
            firstSeed,
            plan,
            done,
            entries,
            Optional.of(Request.of(left.session().exercise().draw())),
            Optional.of(left),
            this.left,
            paused)
        : this;
  }

  /** What is kept of an exercise outside packs, if one goes on. */
  public Optional<LeftExercise> leftExercise() {
    return work.filter(present -> !(plan instanceof Plan.OfPack))
        .filter(present -> present.isBegun() && !present.session().isOver())
        .map(present ->
            new LeftExercise(
                present.session().exercise().draw(),
                present.session().fading(),
                present.answered()));
  }

  private Map<Kind, Long> leavingTried() {
    return leaving(work.filter(present -> !present.session().attempts().isEmpty()));
  }

  private Map<Kind, Long> leaving(Optional<Work> behind) {
    return leavingSeed(behind.map(present -> Request.of(present.session().exercise().draw())));
  }

  private Map<Kind, Long> leavingSeed(Optional<Request> behind) {
    Map<Kind, Long> all = new HashMap<>(left);
    behind.ifPresent(request -> all.merge(request.kind(), request.seed(), Math::max));
    return all;
  }

  /** Nothing is asked for: it could not be drawn. */
  PracticeState withoutRequest() {
    return new PracticeState(
        mastery,
        convention,
        firstSeed,
        plan,
        done,
        entries,
        Optional.empty(),
        Optional.empty(),
        leavingSeed(asked),
        paused);
  }

  private List<PackResults.Done> entries(Instant now) {
    List<PackResults.Done> all = new ArrayList<>(entries);
    work.ifPresent(present ->
        all.add(
            PackResults.Done.of(
                present.session(),
                Math.max(0, Duration.between(present.begun(), now).toSeconds()))));
    return all;
  }

  /** What was made of a pack, once it is finished. */
  public Optional<PackResults> results() {
    return plan instanceof Plan.OfPack pack && isFinished()
        ? Optional.of(new PackResults(pack.pack().title(), entries))
        : Optional.empty();
  }

  /** The next exercise of the plan is asked for; nothing where it is finished. */
  PracticeState asking(Instant now) {
    Optional<Request> next =
        isFinished()
            ? Optional.empty()
            : switch (plan) {
              case Plan.Mixed _ -> Optional.of(request(mastery.next(now, kind())));
              case Plan.OfKind(var kind) -> Optional.of(request(kind));
              case Plan.OfIdea(var idea) -> {
                List<Kind> kinds = Plan.kinds(idea);
                yield Optional.of(request(kinds.get(done.size() % kinds.size())));
              }
              case Plan.OfPack pack ->
                  Optional.of(Request.of(pack.exercises().get(done.size()).draw()));
            };
    return new PracticeState(
        mastery, convention, firstSeed, plan, done, entries, next, Optional.empty(), left, paused);
  }

  /** The next exercise, of the same kind where the plan is free to choose. */
  PracticeState askingAgain(Instant now) {
    return switch (plan) {
      case Plan.Mixed _ when !isFinished() ->
          new PracticeState(
              mastery,
              convention,
              firstSeed,
              plan,
              done,
              entries,
              asked.map(before -> request(before.kind())),
              Optional.empty(),
              left,
              paused);
      case Plan.Mixed _, Plan.OfKind _, Plan.OfIdea _, Plan.OfPack _ -> asking(now);
    };
  }

  private Request request(Kind kind) {
    long known = mastery.of(kind).stream().mapToLong(Result::seed).max().orElse(firstSeed - 1);
    long last = Math.max(known, left.getOrDefault(kind, known));
    // A pack may have used the greatest there is.
    long seed = last == Long.MAX_VALUE ? firstSeed + mastery.of(kind).size() : last + 1;
    return new Request(
        kind,
        seed,
        convention,
        Optional.of(mastery.level(kind)),
        Optional.empty(),
        Optional.empty());
  }

  /** How much of an exercise is left to the learner; of a pack, all. */
  Fading fading(Kind kind) {
    return switch (plan) {
      case Plan.OfPack _ -> Fading.ALL;
      case Plan.Mixed _, Plan.OfKind _, Plan.OfIdea _ -> mastery.fading(kind);
    };
  }
}
