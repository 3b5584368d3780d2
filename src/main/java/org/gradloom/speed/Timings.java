package org.gradloom.speed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What was found of each way at each size so far.
 *
 * @param findings by size and way
 * @param complete the sizes at which everything was measured that was asked for
 */
public record Timings(Map<Contest, Finding> findings, Set<Integer> complete) {
  /** What takes so many times as long as the fastest, or less, is about as fast: it is noise. */
  static final double LEVEL = 1.1;

  public Timings {
    findings = Map.copyOf(findings);
    complete = Set.copyOf(complete);
  }

  /** One way at one size. */
  public record Contest(Implementation way, int n) {}

  /** What was found of a way at a size. */
  public sealed interface Finding {
    /** The largest |Δ| from the loops' numbers, as a part of the largest of these. */
    double difference();

    /** It computes something else, and has no time. */
    record Differs(double difference) implements Finding {}

    /** It computes the same, and was not timed yet. */
    record Agrees(double difference) implements Finding {}

    /**
     * It computes the same, in this time.
     *
     * @param times of the runs after the warm-up
     * @param runs how many there were
     */
    record Timed(double difference, Quartiles times, int runs) implements Finding {}
  }

  /** Nothing was measured yet. */
  public static Timings none() {
    return new Timings(Map.of(), Set.of());
  }

  Timings with(Implementation way, int n, Finding finding) {
    Map<Contest, Finding> all = new HashMap<>(findings);
    all.put(new Contest(way, n), finding);
    return new Timings(all, complete);
  }

  Timings completeAt(int n) {
    Set<Integer> sizes = new HashSet<>(complete);
    sizes.add(n);
    return new Timings(findings, sizes);
  }

  /** Without what was found at these sizes. */
  public Timings without(List<Integer> sizes) {
    Map<Contest, Finding> rest = new HashMap<>(findings);
    rest.keySet().removeIf(contest -> sizes.contains(contest.n()));
    Set<Integer> others = new HashSet<>(complete);
    sizes.forEach(others::remove);
    return new Timings(rest, others);
  }

  public Optional<Finding> at(Implementation way, int n) {
    return Optional.ofNullable(findings.get(new Contest(way, n)));
  }

  /** What was found of a way, at any size. */
  private List<Finding> of(Implementation way) {
    return findings.entrySet().stream()
        .filter(entry -> entry.getKey().way() == way)
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Whether a way computes the same at every size that was compared; nothing before the first. */
  public Optional<Boolean> agrees(Implementation way) {
    List<Finding> found = of(way);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(found.stream().noneMatch(Finding.Differs.class::isInstance));
  }

  /** Whether sizes are complete and the way was never compared: this machine does not have it. */
  public boolean isMissing(Implementation way) {
    return !complete.isEmpty() && of(way).isEmpty();
  }

  /** The largest difference of a way at any size, NaN if one is; nothing before it is compared. */
  public OptionalDouble difference(Implementation way) {
    return of(way).stream()
        .map(Finding::difference)
        .reduce(Math::max)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  /** The times of a way at a size; none of a way that computes something else at any size. */
  public Optional<Quartiles> times(Implementation way, int n) {
    return switch (findings.get(new Contest(way, n))) {
      case Finding.Timed(_, Quartiles times, _) when agrees(way).orElse(false) ->
          Optional.of(times);
      case Finding.Timed _, Finding.Agrees _, Finding.Differs _ -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  /** How long a run takes, in nanoseconds; nothing where {@link #times} has nothing. */
  public OptionalDouble median(Implementation way, int n) {
    return times(way, n)
        .map(times -> OptionalDouble.of(times.median()))
        .orElse(OptionalDouble.empty());
  }

  /** True if all that was asked for at a size was measured. */
  public boolean isComplete(int n) {
    return complete.contains(n);
  }

  /** The way that took the least time, where a size is complete. */
  public Optional<Implementation> fastest(int n) {
    return isComplete(n) ? ranked(n).stream().findFirst() : Optional.empty();
  }

  /** How many times as long as the fastest way the loops take, where a size is complete. */
  public OptionalDouble ratio(int n) {
    return fastest(n).map(way -> ratio(way, n)).orElse(OptionalDouble.empty());
  }

  /** How many times as long as a way the loops take, where both were timed. */
  public OptionalDouble ratio(Implementation way, int n) {
    OptionalDouble loops = median(Implementation.LOOPS, n);
    OptionalDouble time = median(way, n);
    return loops.isPresent() && time.isPresent()
        ? OptionalDouble.of(loops.getAsDouble() / time.getAsDouble())
        : OptionalDouble.empty();
  }

  /** The ways that are about as fast as the fastest, and not it. */
  public List<Implementation> level(int n) {
    return fastest(n)
        .map(best ->
            ranked(n).stream()
                .filter(way -> way != best && time(way, n) <= LEVEL * time(best, n))
                .toList())
        .orElse(List.of());
  }

  /** The ways with a time, from the fastest. */
  private List<Implementation> ranked(int n) {
    return Arrays.stream(Implementation.values())
        .filter(way -> median(way, n).isPresent())
        .sorted(Comparator.comparingDouble(way -> time(way, n)))
        .toList();
  }

  private double time(Implementation way, int n) {
    return median(way, n).orElseThrow();
  }
}
