package org.gradloom.ui.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gradloom.speed.Measurer.Measuring;
import org.gradloom.speed.SpeedPlan;
import org.gradloom.speed.Timings;
import org.gradloom.speed.Workload;
import org.gradloom.text.Message;

/**
 * The Speed screen.
 *
 * @param plan what is to be measured
 * @param found what was, of the plan's workload
 * @param measuring whether a measurement goes on
 * @param news how far it has come; nothing before its first word
 * @param failed why the last one ended by itself before it was done
 * @param chosen the size that was chosen to be looked at
 * @param backend what multiplies when a network is trained
 */
public record SpeedState(
    SpeedPlan plan,
    Timings found,
    boolean measuring,
    Optional<Measuring> news,
    Optional<Message> failed,
    OptionalInt chosen,
    Backend backend) {

  /** Nothing is measured yet. */
  public static SpeedState begun() {
    return new SpeedState(
        SpeedPlan.of(Workload.both(), SpeedPlan.USUAL_SIZES),
        Timings.none(),
        false,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        new Backend.Own());
  }

  /** Another plan; what was found of another workload is no answer to it. */
  SpeedState with(SpeedPlan next) {
    boolean same = next.work().equals(plan.work());
    return new SpeedState(
        next, same ? found : Timings.none(), measuring, news, Optional.empty(), chosen, backend);
  }

  SpeedState choosing(int n) {
    return new SpeedState(plan, found, measuring, news, failed, OptionalInt.of(n), backend);
  }

  /** The same with another backend of training. */
  public SpeedState with(Backend other) {
    return new SpeedState(plan, found, measuring, news, failed, chosen, other);
  }

  /** The sizes to be shown, the smallest first: those of the plan and those that were measured. */
  public List<Integer> sizes() {
    return Stream.concat(
            plan.sizes().stream(), found.findings().keySet().stream().map(Timings.Contest::n))
        .distinct()
        .sorted()
        .toList();
  }

  /** The size that is looked at: the chosen one, else the largest that is complete. */
  public OptionalInt at() {
    return chosen.isPresent() && found.isComplete(chosen.getAsInt())
        ? chosen
        : found.complete().stream().mapToInt(Integer::intValue).max();
  }
}
