package org.gradloom.speed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was found of each way at each size so far.
 *
 * @param findings by size and way
 */
public record Timings(Map<Contest, Finding> findings) {
  /** What takes so many times as long as the fastest, or less, is about as fast: it is noise. */
  static final double LEVEL = 1.1;

  public Timings {
    findings = Map.copyOf(findings);
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
     * @param median of the runs after the warm-up, in nanoseconds
     * @param runs how many there were
     */
    record Timed(double difference, double median, int runs) implements Finding {}
  }

  /** Nothing was measured yet. */
  public static Timings none() {
    return new Timings(Map.of());
  }

  Timings with(Implementation way, int n, Finding finding) {
    Map<Contest, Finding> all = new HashMap<>(findings);
    all.put(new Contest(way, n), finding);
    return new Timings(all);
  }

  /** Without what was found at these sizes. */
  public Timings without(List<Integer> sizes) {
    Map<Contest, Finding> rest = new HashMap<>(findings);
    rest.keySet().removeIf(contest -> sizes.contains(contest.n()));
    return new Timings(rest);
  }

  public Optional<Finding> at(Implementation way, int n) {
    return Optional.ofNullable(findings.get(new Contest(way, n)));
  }

  /** How long a run takes, in nanoseconds; nothing where it was not timed, or computes else. */
  public OptionalDouble median(Implementation way, int n) {
    return switch (findings.get(new Contest(way, n))) {
      case Finding.Timed(_, double median, _) -> OptionalDouble.of(median);
      case Finding.Agrees _, Finding.Differs _ -> OptionalDouble.empty();
      case null -> OptionalDouble.empty();
    };
  }

  /** True if every way has its time at a size, or computes something else. */
  public boolean isComplete(int n) {
    return Arrays.stream(Implementation.values())
        .allMatch(way ->
            switch (findings.get(new Contest(way, n))) {
              case Finding.Timed _, Finding.Differs _ -> true;
              case Finding.Agrees _ -> false;
              case null -> false;
            });
  }

  /** The way that took the least time, where a size is complete. */
  public Optional<Implementation> fastest(int n) {
    return isComplete(n) ? ranked(n).stream().findFirst() : Optional.empty();
  }

  /** How many times as long as the fastest way the loops take, where a size is complete. */
  public OptionalDouble ratio(int n) {
    return fastest(n)
        .map(way -> OptionalDouble.of(time(Implementation.LOOPS, n) / time(way, n)))
        .orElse(OptionalDouble.empty());
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
