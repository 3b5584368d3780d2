package org.gradloom.derivation;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to seek in the walk of a network of 64 samples, 784 features, 128 hidden units and
 * 10 classes, which has some twenty million terms.
 *
 * <pre>mvn -o -q test-compile exec:exec@bench -Dbench=DerivationBenchmark</pre>
 *
 * <p>A seek should take about a microsecond and building the walk nothing noticeable. A running sum
 * is computed when it is asked for, in the time that its terms take.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DerivationBenchmark {
  private final Random random = new Random(1);
  private final Trace trace = Trace.of(network());
  private final Derivation derivation = Derivation.of(trace);

  /** Places all over the walk, visited in turn, so that no seek repeats the one before. */
  private final long[] indices = new long[4096];

  private final Place[] places = new Place[indices.length];
  private final Cell[] pixels = new Cell[indices.length];
  private final Step longSum = derivation.at(Place.parse("layer1/z/64,128/term785"));
  private int next;

  private static Lesson network() {
    Random random = new Random(1);
    return new Lesson(
        "",
        gaussian(random, 64, 784),
        List.of(
            new Layer(gaussian(random, 784, 128), gaussian(random, 1, 128), Elementwise.RELU),
            new Layer(gaussian(random, 128, 10), gaussian(random, 1, 10), Elementwise.IDENTITY)),
        new Loss(
            LossKind.SOFTMAX_CROSS_ENTROPY,
            new Target.Labels(random.ints(64, 0, 10).boxed().toList()),
            Reduction.MEAN),
        0.1);
  }

  private static Matrix gaussian(Random random, int rows, int columns) {
    return Matrix.numbers(
        new Shape(rows, columns), (i, j) -> random.nextGaussian() / Math.sqrt(rows));
  }

  @Setup
  public void choosePlaces() {
    for (int i = 0; i < indices.length; i++) {
      indices[i] = random.nextLong(derivation.size(Granularity.TERM));
      places[i] = derivation.at(Granularity.TERM, indices[i]).place();
      pixels[i] = new Cell(random.nextInt(64), random.nextInt(784));
    }
  }

  private int next() {
    next = (next + 1) % indices.length;
    return next;
  }

  @Benchmark
  public Trace computeTrace() {
    return Trace.of(trace.lesson());
  }

  @Benchmark
  public Derivation build() {
    return Derivation.of(trace);
  }

  @Benchmark
  public Step seekByIndex() {
    return derivation.at(Granularity.TERM, indices[next()]);
  }

  @Benchmark
  public long seekByPlace() {
    return derivation.indexOf(Granularity.TERM, places[next()]);
  }

  @Benchmark
  public Object findInput() {
    return derivation.placeOf(new Operand(0, MatrixSymbol.X), pixels[next()]);
  }

  @Benchmark
  public double addUp785Terms() {
    return longSum.runningSum();
  }

  @Benchmark
  public Formula writeFormula() {
    return Formula.of(derivation.at(Granularity.TERM, indices[next()]));
  }

  @Benchmark
  public Narration tell() {
    return Narration.of(derivation.at(Granularity.TERM, indices[next()]));
  }
}
