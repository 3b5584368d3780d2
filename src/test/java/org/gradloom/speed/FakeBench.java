package org.gradloom.speed;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.gradloom.matrix.Matrix;

/** Ways that take a known time on a clock of their own, so that nothing waits. */
public final class FakeBench {
  private long now;

  /** A bench whose measurer is run by this. */
  public static Bench on(Executor thread) {
    return new Bench(new FakeBench().measurer(), thread);
  }

  Measurer measurer() {
    return new Measurer(this::now, this::prepare);
  }

  long now() {
    return now;
  }

  /** The loops take 8·n, one sample at a time 3·n, EJML's whole batch 2·n, the kernel n µs. */
  PreparedProduct prepare(Implementation way, LayerTask task) {
    long micros = task.w().rows();
    return taking(
        task.x(),
        () ->
            1000
                * switch (way) {
                  case LOOPS -> 8 * micros;
                  case SAMPLES -> 3 * micros;
                  case BATCH -> 2 * micros;
                  case KERNEL -> micros;
                });
  }

  /** A product with this result, each run of which takes so many nanoseconds. */
  PreparedProduct taking(Matrix result, LongSupplier nanos) {
    return new PreparedProduct() {
      @Override
      public void run() {
        now += nanos.getAsLong();
      }

      @Override
      public Matrix result() {
        return result;
      }
    };
  }
}
