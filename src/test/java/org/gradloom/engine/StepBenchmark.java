package org.gradloom.engine;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.WeightInit;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
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
 * What a training step costs, beside the same step written plainly on EJML.
 *
 * <pre>mvn -o -q test-compile exec:exec@bench -Dbench=engine.StepBenchmark</pre>
 *
 * <p>{@code gradloom} should take a third off the plain time of 2-8-8-2, more than half off that of
 * 64-32-10, and three quarters off that of 784-128-10. In the first, exponentials are a good part
 * of either time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StepBenchmark {
  private static final int BATCHES = 20;
  private static final double RATE = 0.01;

  /** The sizes of a network, the activation of its hidden layers, and the rows of a mini-batch. */
  @Param({"2-8-8-2 tanh 10", "64-32-10 relu 32", "784-128-10 relu 64"})
  public String network = "";

  private Both both = new Both("2-8-8-2 tanh 10");
  private int next;

  @Setup
  public void make() {
    both = new Both(network);
  }

  /** The same network twice, with rows to train on. */
  private static final class Both {
    final int batch;
    final int[] order;
    final Examples examples;
    final Mlp mlp;
    final PlainStep plain;

    Both(String network) {
      String[] words = network.split(" ", -1);
      List<Integer> sizes = Stream.of(words[0].split("-", -1)).map(Integer::valueOf).toList();
      batch = Integer.parseInt(words[2]);
      order = IntStream.range(0, BATCHES * batch).toArray();
      Random random = new Random(1);
      Matrix x =
          Matrix.numbers(
              new Shape(order.length, sizes.getFirst()), (i, j) -> random.nextGaussian());
      int[] labels = random.ints(order.length, 0, sizes.getLast()).toArray();
      List<Layer> layers =
          WeightInit.GLOROT.layers(
              sizes, Activation.named(words[1]).orElseThrow(), Elementwise.IDENTITY, true, 1);
      Loss loss =
          new Loss(
              LossKind.SOFTMAX_CROSS_ENTROPY,
              new Target.Labels(IntStream.of(labels).boxed().toList()),
              Reduction.MEAN);
      examples = Examples.of(x, loss);
      mlp = new Mlp(layers, loss, new Optimizer.Sgd(RATE), 0, batch);
      plain = new PlainStep(layers, RATE, x.toArray(), labels, batch);
    }
  }

  private int next() {
    next = (next + 1) % BATCHES;
    return next * both.batch;
  }

  @Benchmark
  public double gradloom() {
    return both.mlp.step(both.examples, both.order, next(), both.batch);
  }

  @Benchmark
  public double plainEjml() {
    return both.plain.step(both.order, next());
  }
}
