package org.gradloom.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;

/**
 * Why the ways differ at a size, in sentences filled from n, N, bytes and what this run found. A
 * way is credited with nothing that the run did not show.
 */
public final class SpeedReasons {
  private static final int BYTES = Double.BYTES;

  private final SpeedPlan plan;
  private final Timings found;
  private final Machine machine;

  public SpeedReasons(SpeedPlan plan, Timings found, Machine machine) {
    this.plan = plan;
    this.found = found;
    this.machine = machine;
  }

  /** What is to be said at a size; nothing before anything was timed there. */
  public List<Message> at(int n) {
    if (found.fastest(n).isEmpty()) {
      return List.of();
    }
    List<Message> said = new ArrayList<>(SpeedWords.of(found, n));
    said.add(Message.of("speed.why.same", Numbers.grouped(plan.work().multiplications(n))));
    if (has(Implementation.LOOPS, n)) {
      said.add(Message.of("speed.why.loops", Numbers.bytes((double) n * BYTES)));
    }
    if (has(Implementation.SAMPLES, n)) {
      said.add(Message.of("speed.why.samples", bytesOfW(n), plan.work().samples()));
    }
    cache(n).ifPresent(said::add);
    batch(n).ifPresent(said::add);
    kernel(n).ifPresent(said::add);
    blas(n).ifPresent(said::add);
    said.add(Message.of("speed.why.gpu"));
    return said;
  }

  private boolean has(Implementation way, int n) {
    return found.median(way, n).isPresent();
  }

  private static String bytesOfW(int n) {
    return Numbers.bytes((double) n * n * BYTES);
  }

  private Optional<Message> cache(int n) {
    if (machine.cache().isEmpty()) {
      return Optional.empty();
    }
    long cache = machine.cache().getAsLong();
    return Optional.of(
        Message.of(
            (double) n * n * BYTES <= cache ? "speed.why.fits" : "speed.why.tooLarge",
            bytesOfW(n),
            Numbers.bytes((double) cache)));
  }

  /** EJML on the whole batch beside one sample at a time. */
  private Optional<Message> batch(int n) {
    return times(Implementation.SAMPLES, Implementation.BATCH, n)
        .map(times ->
            times > Timings.LEVEL
                ? Message.of("speed.why.batchFaster", SpeedWords.times(times))
                : times * Timings.LEVEL < 1
                    ? Message.of("speed.why.batchSlower", SpeedWords.times(1 / times))
                    : Message.of("speed.why.batchLevel"));
  }

  /** The kernel beside EJML on the whole batch. */
  private Optional<Message> kernel(int n) {
    return times(Implementation.BATCH, Implementation.KERNEL, n)
        .map(times ->
            times <= Timings.LEVEL
                ? Message.of("speed.why.kernelLevel")
                : machine.lanes().isPresent()
                    ? Message.of(
                        "speed.why.kernelLanes",
                        SpeedWords.times(times),
                        machine.lanes().getAsInt())
                    : Message.of("speed.why.kernel", SpeedWords.times(times)));
  }

  /** The machine's BLAS beside the kernel. */
  private Optional<Message> blas(int n) {
    return times(Implementation.KERNEL, Implementation.BLAS, n)
        .map(times ->
            times > Timings.LEVEL
                ? Message.of("speed.why.blas", SpeedWords.times(times))
                : Message.of("speed.why.blasLevel"));
  }

  /** How many times as long as another a way takes, where both were timed. */
  private Optional<Double> times(Implementation way, Implementation other, int n) {
    OptionalDouble mine = found.median(way, n);
    OptionalDouble its = found.median(other, n);
    return mine.isPresent() && its.isPresent()
        ? Optional.of(mine.getAsDouble() / its.getAsDouble())
        : Optional.empty();
  }
}
