package org.gradloom.speed;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.gradloom.matrix.Matrix;
import org.gradloom.speed.Timings.Finding;

/** Compares the ways to compute a layer, then times those that agree, on the calling thread. */
public final class Measurer {
  /** The largest |Δ| that rounding in another order explains, of numbers about 1. */
  static final double AGREEMENT = 1e-9;

  /** At least so many runs have a median; more where they are short, for as long as this. */
  public static final int LEAST_RUNS = 9;

  static final int MOST_RUNS = 2001;
  static final long ENOUGH_NANOS = 100_000_000;

  /** Before that a way runs for so long that it is compiled. */
  static final long WARM_UP_NANOS = 150_000_000;

  private static final int WARM_UP_RUNS = 3;

  /** However short runs are, a warm-up ends. */
  private static final int MOST_WARM_UP_RUNS = 100_000;

  private final LongSupplier clock;
  private final BiFunction<Implementation, LayerTask, PreparedProduct> prepare;

  /**
   * How far measuring has come.
   *
   * @param found so far
   * @param way the way whose turn it is
   * @param n its size
   * @param part of the whole that is done, from 0 to 1
   */
  public record Measuring(Timings found, Implementation way, int n, double part) {}

  /**
   * A measurer.
   *
   * @param clock nanoseconds from any beginning, as {@link System#nanoTime}
   * @param prepare what each way is
   */
  public Measurer(
      LongSupplier clock, BiFunction<Implementation, LayerTask, PreparedProduct> prepare) {
    this.clock = clock;
    this.prepare = prepare;
  }

  /** Times the ways as they are on this machine. */
  public static Measurer ofThisMachine() {
    return new Measurer(System::nanoTime, Implementation::prepare);
  }

  /**
   * Measures every way at these sizes, the smallest first.
   *
   * @param before what was found at other sizes, which stays
   * @param cancelled asked between runs; what is complete by then is kept
   * @param told how far it has come, before each way is timed
   */
  public Timings measure(
      Timings before, List<Integer> sizes, BooleanSupplier cancelled, Consumer<Measuring> told) {
    Timings found = before.without(sizes);
    List<Integer> ordered = sizes.stream().distinct().sorted().toList();
    double of = ordered.size() * (double) Implementation.values().length;
    int done = 0;
    for (int n : ordered) {
      if (cancelled.getAsBoolean()) {
        return found;
      }
      List<Contender> contenders = contenders(LayerTask.ofSize(n));
      found = compared(found, n, contenders);
      for (Contender contender : contenders) {
        if (cancelled.getAsBoolean()) {
          return found;
        }
        told.accept(new Measuring(found, contender.way(), n, done++ / of));
        found = timed(found, n, contender, cancelled);
      }
    }
    return found;
  }

  /** A way that is ready to run. */
  private record Contender(Implementation way, PreparedProduct product) {}

  /** In the order of the ways: the loops first. */
  private List<Contender> contenders(LayerTask task) {
    return Arrays.stream(Implementation.values())
        .map(way -> new Contender(way, prepare.apply(way, task)))
        .toList();
  }

  private static Timings compared(Timings before, int n, List<Contender> contenders) {
    Timings found = before;
    contenders.forEach(contender -> contender.product().run());
    Matrix reference = contenders.getFirst().product().result();
    for (Contender contender : contenders) {
      double difference = difference(contender.product().result(), reference);
      found =
          found.with(
              contender.way(),
              n,
              difference <= AGREEMENT
                  ? new Finding.Agrees(difference)
                  : new Finding.Differs(difference));
    }
    return found;
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

  private Timings timed(Timings found, int n, Contender contender, BooleanSupplier cancelled) {
    return switch (found.at(contender.way(), n).orElseThrow()) {
      case Finding.Agrees(double difference) -> {
        double[] times = times(contender.product(), cancelled);
        yield times.length == 0
            ? found
            : found.with(
                contender.way(), n, new Finding.Timed(difference, median(times), times.length));
      }
      case Finding.Differs _, Finding.Timed _ -> found;
    };
  }

  /** Nanoseconds of each run after the warm-up; none if it was cancelled before the last. */
  private double[] times(PreparedProduct product, BooleanSupplier cancelled) {
    long began = clock.getAsLong();
    for (int run = 0;
        run < WARM_UP_RUNS
            || (run < MOST_WARM_UP_RUNS && clock.getAsLong() - began < WARM_UP_NANOS);
        run++) {
      if (cancelled.getAsBoolean()) {
        return new double[0];
      }
      product.run();
    }
    double[] times = new double[MOST_RUNS];
    int runs = 0;
    long spent = 0;
    while (runs < LEAST_RUNS || (runs < MOST_RUNS && spent < ENOUGH_NANOS)) {
      if (cancelled.getAsBoolean()) {
        return new double[0];
      }
      long from = clock.getAsLong();
      product.run();
      long took = clock.getAsLong() - from;
      times[runs++] = took;
      spent += took;
    }
    return Arrays.copyOf(times, runs);
  }

  /** The middle one, or the mean of the two in the middle. */
  static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
