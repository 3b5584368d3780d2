package org.gradloom.speed;

import java.util.List;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param sizes n, without repetitions, the smallest first
 * @param ways those to be timed; all are held against the loops, timed or not
 * @param leastRuns a median is of at least so many
 */
public record SpeedPlan(
    Workload work, List<Integer> sizes, Set<Implementation> ways, int leastRuns) {
  /** At least so many runs have a median where nobody says otherwise. */
  public static final int USUAL_RUNS = 9;

  /** From a layer that is all overhead to one beyond most caches. */
  public static final List<Integer> USUAL_SIZES = List.of(16, 32, 64, 128, 256, 512, 1024);

  public SpeedPlan {
    sizes = sizes.stream().distinct().sorted().toList();
    ways = Set.copyOf(ways);
    if (leastRuns < 1) {
      throw new IllegalArgumentException("A median of nothing");
    }
  }

  /** Every way at these sizes. */
  public static SpeedPlan of(Workload work, List<Integer> sizes) {
    return new SpeedPlan(work, sizes, Set.of(Implementation.values()), USUAL_RUNS);
  }

  /** The same at other sizes. */
  public SpeedPlan at(List<Integer> others) {
    return new SpeedPlan(work, others, ways, leastRuns);
  }

  /** What of it was not measured yet; all of it again where nothing is missing. */
  public SpeedPlan missing(Timings found) {
    List<Integer> missing = sizes.stream().filter(n -> !isMeasured(found, n)).toList();
    return missing.isEmpty() ? this : at(missing);
  }

  /** Whether everything of it was measured. */
  public boolean isMeasured(Timings found) {
    return sizes.stream().allMatch(n -> isMeasured(found, n));
  }

  /** A way that agrees and has no time was not asked for the last time. */
  private boolean isMeasured(Timings found, int n) {
    return found.isComplete(n)
        && ways.stream()
            .flatMap(way -> found.at(way, n).stream())
            .noneMatch(Timings.Finding.Agrees.class::isInstance);
  }
}
