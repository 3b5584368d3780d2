package org.gradloom.speed;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.gradloom.matrix.Matrix;

/** Ways that take a known time on a clock of their own, so that nothing waits. */
public final class FakeBench {
  /** As large as a size may be here: what n = 1024 needs. */
  static final long MEMORY = 500_000_000;

  private long now;

  /** A bench whose measurer is run by this, on a machine of 2 cores. */
  public static Bench on(Executor thread) {
    return new Bench(machine(), new FakeBench().measurer(), thread);
  }

  /** The same, but the kernel computes something else. */
  public static Bench withWrongKernel() {
    FakeBench bench = new FakeBench();
    return new Bench(
        machine(),
        bench.measurer((way, task) ->
            way == Implementation.KERNEL
                ? bench.taking(Matrix.row(1, 2, 3), () -> 1)
                : bench.prepare(way, task)),
        Runnable::run);
  }

  static Machine machine() {
    return new Machine("Loom 9", 2, "25", OptionalInt.of(8), OptionalLong.of(1_000_000));
  }

  Measurer measurer() {
    return measurer(this::prepare);
  }

  Measurer measurer(BiFunction<Implementation, LayerTask, PreparedLayer> ways) {
    return new Measurer(this::now, () -> MEMORY, ways);
  }

  long now() {
    return now;
  }

  /** The loops take 8·n, one sample at a time 3·n, EJML's whole batch 2·n, the kernel n µs. */
  PreparedLayer prepare(Implementation way, LayerTask task) {
    long micros = task.w().rows();
    return taking(
        Matrix.row(1, 2, 4),
        () ->
            1000
                * switch (way) {
                  case LOOPS -> 8 * micros;
                  case SAMPLES -> 3 * micros;
                  case BATCH -> 2 * micros;
                  case KERNEL -> micros;
                });
  }

  /** A layer with this result, each run of which takes so many nanoseconds. */
  PreparedLayer taking(Matrix result, LongSupplier nanos) {
    return new PreparedLayer() {
      @Override
      public void run() {
        now += nanos.getAsLong();
      }

      @Override
      public List<Matrix> results() {
        return List.of(result);
      }
    };
  }
}
