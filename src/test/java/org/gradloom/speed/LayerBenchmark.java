package org.gradloom.speed;

import java.util.concurrent.TimeUnit;
import org.gradloom.blas.MachineBlas;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a dense layer of 64 samples costs, forward and backward, in every way that the Speed screen
 * shows: its own medians come from a run of seconds, these from JMH.
 *
 * <pre>mvn -o -q test-compile exec:exec@bench -Dbench=speed.LayerBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class LayerBenchmark {
  @Param public Implementation way = Implementation.LOOPS;

  /** n, the inputs and the neurons of the layer. */
  @Param({"16", "64", "128", "256", "1024"})
  public int size;

  private PreparedLayer layer = new NestedLoops(Workload.both().task(1));

  @Setup
  public void make() {
    layer =
        Contenders.with(MachineBlas.ofSystem())
            .prepare(way, Workload.both().task(size))
            .orElseThrow(() -> new IllegalStateException("This machine has no " + way));
  }

  @Benchmark
  public void run() {
    layer.run();
  }
}
