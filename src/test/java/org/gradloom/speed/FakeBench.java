package org.gradloom.speed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.gradloom.blas.MachineBlas;
import org.gradloom.matrix.Matrix;

/** Ways that take a known time on a clock of their own, so that nothing waits. */
public final class FakeBench {
  /** As large as a size may be here: what n = 1024 needs. */
  static final long MEMORY = 500_000_000;

  private long now;

  /** A bench whose measurer is run by this, on a machine of 2 cores. */
  public static Bench on(Executor thread) {
    return new Bench(machine(), MachineBlas.none(), new FakeBench().measurer(), thread);
  }

  /** The same, but the kernel computes something else. */
  public static Bench withWrongKernel() {
    FakeBench bench = new FakeBench();
    return new Bench(
        machine(),
        MachineBlas.none(),
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

  Measurer measurer(Contenders ways) {
    return new Measurer(this::now, () -> MEMORY, ways);
  }

  long now() {
    return now;
  }

  /**
   * The loops take 8·n, one sample at a time 3·n, EJML's whole batch 2·n, the kernel n µs; no BLAS.
   */
  Optional<PreparedLayer> prepare(Implementation way, LayerTask task) {
    long n = task.w().rows();
    return switch (way) {
      case LOOPS -> taking(8 * n);
      case SAMPLES -> taking(3 * n);
      case BATCH -> taking(2 * n);
      case KERNEL -> taking(n);
      case BLAS -> Optional.empty();
    };
  }

  private Optional<PreparedLayer> taking(long micros) {
    return taking(Matrix.row(1, 2, 4), () -> 1000 * micros);
  }

  /** A layer with this result, each run of which takes so many nanoseconds. */
  Optional<PreparedLayer> taking(Matrix result, LongSupplier nanos) {
    return Optional.of(
        new PreparedLayer() {
          @Override
          public void run() {
            now += nanos.getAsLong();
          }

          @Override
          public List<Matrix> results() {
            return List.of(result);
          }
        });
  }
}
