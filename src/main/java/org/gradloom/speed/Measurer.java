package org.gradloom.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.gradloom.blas.MachineBlas;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.speed.Timings.Finding;
import org.gradloom.text.InvalidInput;

/** Compares the ways to compute a layer, then times those that agree, on the calling thread. */
public final class Measurer {
  /** The largest |Δ| that rounding in another order explains, as a part of the largest number. */
  static final double AGREEMENT = 1e-9;

  static final int MOST_RUNS = 2001;

  /** Where runs are short there are more than the least, for as long as this. */
  static final long ENOUGH_NANOS = 100_000_000;

  /** Before that a way runs for so long that it is compiled. */
  static final long WARM_UP_NANOS = 150_000_000;

  private static final int WARM_UP_RUNS = 3;

  /** However short runs are, a warm-up ends. */
  private static final int MOST_WARM_UP_RUNS = 100_000;

  /** No news of runs sooner than this after the last. */
  private static final long NEWS_NANOS = 100_000_000;

  private final LongSupplier clock;
  private final LongSupplier memory;
  private final Contenders ways;

  /** What a way is doing. */
  public sealed interface Doing {
    /** It computes once, for its numbers. */
    record Comparing() implements Doing {}

    /** It runs without being timed, until it is compiled and its matrices are in the cache. */
    record WarmingUp() implements Doing {}

    /**
     * It is timed.
     *
     * @param run the one that comes, from 1
     * @param least how many there are at least
     */
    record Timing(int run, int least) implements Doing {}
  }

  /**
   * How far measuring has come.
   *
   * @param found so far
   * @param way the way whose turn it is
   * @param n its size
   * @param part of the whole that is done, from 0 to 1
   */
  public record Measuring(Timings found, Implementation way, int n, Doing doing, double part) {}

  /**
   * A measurer.
   *
   * @param clock nanoseconds from any beginning, as {@link System#nanoTime}
   * @param memory how many bytes there may be altogether
   * @param ways what each way is
   */
  public Measurer(LongSupplier clock, LongSupplier memory, Contenders ways) {
    this.clock = clock;
    this.memory = memory;
    this.ways = ways;
  }

  /** Times the ways as they are on this machine. */
  public static Measurer ofThisMachine(MachineBlas blas) {
    return new Measurer(System::nanoTime, Runtime.getRuntime()::maxMemory, Contenders.with(blas));
  }

  /**
   * Measures the plan, the smallest size first.
   *
   * @param before what was found of this workload, which stays until its size is measured anew
   * @param cancelled asked between runs; what is complete by then is kept
   * @param told how far it has come
   * @throws InvalidInput if a size does not fit in memory; most are refused before anything is
   *     measured
   */
  public Timings measure(
      SpeedPlan plan, Timings before, BooleanSupplier cancelled, Consumer<Measuring> told) {
    plan.sizes().forEach(n -> requireRoom(plan.work(), n));
    Timings found = before;
    double all = plan.sizes().stream().mapToDouble(Measurer::weight).sum();
    double done = 0;
    for (int n : plan.sizes()) {
      try {
        found = new Round(plan, n, done / all, weight(n) / all, cancelled, told).play(found);
      } catch (OutOfMemoryError full) {
        throw refusal(plan.work(), n);
      }
      if (cancelled.getAsBoolean()) {
        return found;
      }
      done += weight(n);
    }
    return found;
  }

  /** About how long a size takes beside others: a warm-up anyhow, and n² products. */
  private static double weight(int n) {
    double side = n / 512.0;
    return 1 + side * side;
  }

  private void requireRoom(Workload work, int n) {
    if (work.bytes(n) > memory.getAsLong()) {
      throw refusal(work, n);
    }
  }

  private InvalidInput refusal(Workload work, int n) {
    return new InvalidInput(
        "speed.memory",
        Integer.toString(n),
        Numbers.bytes(work.bytes(n)),
        Numbers.bytes((double) memory.getAsLong()));
  }

  /** The largest |Δ| as a part of the largest number; NaN where a number is none. */
  static double difference(Matrix result, Matrix reference) {
    double[] numbers = result.toArray();
    double[] right = reference.toArray();
    double furthest = 0;
    double largest = 0;
    for (int i = 0; i < right.length; i++) {
      furthest = Math.max(furthest, Math.abs(numbers[i] - right[i]));
      largest = Math.max(largest, Math.abs(right[i]));
    }
    return furthest == 0 ? 0 : furthest / largest;
  }

  /** Matrix by matrix, the largest of their differences. */
  static double difference(List<Matrix> results, List<Matrix> reference) {
    double largest = 0;
    for (int k = 0; k < reference.size(); k++) {
      largest = Math.max(largest, difference(results.get(k), reference.get(k)));
    }
    return largest;
  }

  /** A way that is ready to run. */
  private record Contender(Implementation way, PreparedLayer layer) {}

  /** All ways at one size: first compared, then timed one after the other. */
  private final class Round {
    private final SpeedPlan plan;
    private final int n;
    private final double begun;
    private final double share;
    private final BooleanSupplier cancelled;
    private final Consumer<Measuring> told;
    private long lastTold;

    /**
     * @param begun the part of the whole that is done before
     * @param share the part that this size is
     */
    Round(
        SpeedPlan plan,
        int n,
        double begun,
        double share,
        BooleanSupplier cancelled,
        Consumer<Measuring> told) {
      this.plan = plan;
      this.n = n;
      this.begun = begun;
      this.share = share;
      this.cancelled = cancelled;
      this.told = told;
    }

    Timings play(Timings before) {
      LayerTask task = plan.work().task(n);
      List<Contender> contenders = new ArrayList<>();
      List<Matrix> reference = List.of();
      Timings found = before.without(List.of(n));
      for (Implementation way : Implementation.values()) {
        if (cancelled.getAsBoolean()) {
          return before;
        }
        tell(found, way, new Doing.Comparing(), 0);
        Optional<PreparedLayer> prepared = ways.prepare(way, task);
        if (prepared.isEmpty()) {
          continue;
        }
        Contender contender = new Contender(way, prepared.get());
        contender.layer().run();
        List<Matrix> results = contender.layer().results();
        if (way == Implementation.LOOPS) {
          reference = results;
        }
        double difference = difference(results, reference);
        boolean agrees = difference <= AGREEMENT;
        found =
            found.with(
                way, n, agrees ? new Finding.Agrees(difference) : new Finding.Differs(difference));
        if (agrees && plan.ways().contains(way)) {
          contenders.add(contender);
        }
      }
      int done = 0;
      for (Contender contender : contenders) {
        double part = done++ / (double) contenders.size();
        double[] times = times(contender, found, part);
        if (times.length == 0) {
          return found;
        }
        found =
            found.with(
                contender.way(),
                n,
                new Finding.Timed(
                    found.at(contender.way(), n).orElseThrow().difference(),
                    Quartiles.of(times),
                    times.length));
      }
      return found.completeAt(n);
    }

    private void tell(Timings found, Implementation way, Doing doing, double part) {
      lastTold = clock.getAsLong();
      told.accept(new Measuring(found, way, n, doing, begun + share * part));
    }

    /** Nanoseconds of each run after the warm-up; none if it was cancelled before the last. */
    private double[] times(Contender contender, Timings found, double part) {
      if (cancelled.getAsBoolean()) {
        return new double[0];
      }
      tell(found, contender.way(), new Doing.WarmingUp(), part);
      long began = clock.getAsLong();
      for (int run = 0;
          run < WARM_UP_RUNS
              || (run < MOST_WARM_UP_RUNS && clock.getAsLong() - began < WARM_UP_NANOS);
          run++) {
        if (cancelled.getAsBoolean()) {
          return new double[0];
        }
        contender.layer().run();
      }
      int least = plan.leastRuns();
      double[] times = new double[Math.max(least, MOST_RUNS)];
      int runs = 0;
      long spent = 0;
      while (runs < least || (runs < MOST_RUNS && spent < ENOUGH_NANOS)) {
        if (cancelled.getAsBoolean()) {
          return new double[0];
        }
        if (runs < least && clock.getAsLong() - lastTold >= NEWS_NANOS) {
          tell(found, contender.way(), new Doing.Timing(runs + 1, least), part);
        }
        long from = clock.getAsLong();
        contender.layer().run();
        long took = clock.getAsLong() - from;
        times[runs++] = took;
        spent += took;
      }
      return Arrays.copyOf(times, runs);
    }
  }
}
