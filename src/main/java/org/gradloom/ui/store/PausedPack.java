package org.gradloom.ui.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.practice.BegunPack;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.PackResults;
import org.gradloom.practice.Plan;
import org.gradloom.practice.Request;
import org.gradloom.practice.Result.Outcome;
import org.gradloom.practice.Session;

/**
 * A pack that was left for something else after some of it was done. Its results are to be handed
 * in, so that a click beside it must not cost them.
 *
 * @param done how its exercises ended so far; empty for one that was skipped
 * @param entries what was made of them
 * @param asked the exercise that was asked for last
 * @param work that exercise as it was left
 */
public record PausedPack(
    Plan.OfPack pack,
    List<Optional<Outcome>> done,
    List<PackResults.Done> entries,
    Optional<Request> asked,
    Optional<PracticeState.Work> work) {
  public PausedPack {
    done = List.copyOf(done);
    entries = List.copyOf(entries);
  }

  /** What is lost if something else is begun now; nothing where nothing was done. */
  static Optional<PausedPack> of(PracticeState now) {
    boolean begun =
        !now.done().isEmpty() || now.work().filter(PracticeState.Work::isBegun).isPresent();
    return now.plan() instanceof Plan.OfPack pack && begun
        ? Optional.of(new PausedPack(pack, now.done(), now.entries(), now.asked(), now.work()))
        : Optional.empty();
  }

  /** One that was begun in another window, where it was left. */
  public static PausedPack of(BegunPack begun, Plan.OfPack pack, Instant now) {
    List<Exercise> exercises = pack.exercises();
    int behind = Math.min(begun.behind(), exercises.size());
    List<Optional<Outcome>> done = new ArrayList<>();
    List<PackResults.Done> entries = new ArrayList<>();
    for (int n = 0; n < behind; n++) {
      BegunPack.Answered answered = begun.answered().get(n);
      Session session = answered.at(exercises.get(n));
      done.add(session.outcome());
      entries.add(PackResults.Done.of(session, answered.seconds()));
    }
    boolean finished = behind == exercises.size();
    Optional<Request> asked =
        finished ? Optional.empty() : Optional.of(Request.of(exercises.get(behind).draw()));
    Optional<PracticeState.Work> work =
        finished || begun.answered().size() == behind
            ? Optional.empty()
            : Optional.of(work(begun.answered().get(behind), exercises.get(behind), now));
    return new PausedPack(pack, done, entries, asked, work);
  }

  private static PracticeState.Work work(
      BegunPack.Answered answered, Exercise exercise, Instant now) {
    return PracticeState.Work.of(answered.at(exercise), answered.draft(), now);
  }

  /** What is kept of it. An exercise that is over is behind: what is left of it is to go on. */
  public BegunPack kept() {
    List<BegunPack.Answered> answered = new ArrayList<>();
    entries.forEach(entry -> answered.add(BegunPack.Answered.of(entry)));
    Optional<Session> present = work.map(PracticeState.Work::session);
    boolean over = present.filter(Session::isOver).isPresent();
    work.filter(left -> left.isBegun() || over).ifPresent(left -> answered.add(left.answered()));
    return new BegunPack(
        pack.pack(),
        pack.convention(),
        pack.order(),
        pack.begun(),
        answered,
        done.size() + (over ? 1 : 0),
        BegunPack.Standing.OPEN);
  }
}
