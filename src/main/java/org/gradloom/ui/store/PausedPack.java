package org.gradloom.ui.store;

import java.util.List;
import java.util.Optional;
import org.gradloom.practice.PackResults;
import org.gradloom.practice.Plan;
import org.gradloom.practice.Request;
import org.gradloom.practice.Result.Outcome;

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

  /** What there is to hand in. */
  public PackResults results() {
    return new PackResults(pack.name(), entries);
  }

  /** What is lost if something else is begun now; nothing where nothing was done. */
  static Optional<PausedPack> of(PracticeState now) {
    boolean begun =
        !now.done().isEmpty()
            || now.session().filter(session -> !session.attempts().isEmpty()).isPresent();
    return now.plan() instanceof Plan.OfPack pack && begun
        ? Optional.of(new PausedPack(pack, now.done(), now.entries(), now.asked(), now.work()))
        : Optional.empty();
  }
}
