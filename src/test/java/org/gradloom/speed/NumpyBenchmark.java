package org.gradloom.speed;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.blas.Blas;
import org.gradloom.blas.MachineBlas;
import org.gradloom.engine.Examples;
import org.gradloom.engine.Mlp;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.WeightInit;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Dropout;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;

/**
 * Training steps and dense layers beside the same in NumPy, both in doubles and on one thread. They
 * take turns, a fifth of a second each, so that other work on the machine meets both alike; what
 * counts is the ratio of each round.
 *
 * <p>Arguments: how many rounds, 11 unless told, and the Python that has NumPy, {@code python3}
 * unless told.
 */
public final class NumpyBenchmark {
  private static final double SECONDS = 0.2;
  private static final double RATE = 0.01;

  /** Reads what to run and answers with the seconds that one run of it took in the middle. */
  private static final String PYTHON =
      """
      import sys, time
      import numpy as np

      rng = np.random.default_rng(1)

      def layer(n, rows):
          x = rng.standard_normal((rows, n))
          w = rng.standard_normal((n, n))
          dz = rng.standard_normal((rows, n))
          return lambda: (x @ w, x.T @ dz, dz @ w.T)

      def step(sizes, rows):
          ws = [rng.standard_normal(s) * 0.1 for s in zip(sizes, sizes[1:])]
          bs = [np.zeros((1, s)) for s in sizes[1:]]
          # Made once: a new array of this size costs NumPy as much as its product.
          dws = [np.empty_like(w) for w in ws]
          x = rng.standard_normal((rows, sizes[0]))
          y = rng.integers(0, sizes[-1], rows)
          at = np.arange(rows)

          def run():
              a = [x]
              for i, (w, b) in enumerate(zip(ws, bs)):
                  z = a[-1] @ w + b
                  a.append(np.maximum(z, 0) if i < len(ws) - 1 else z)
              p = np.exp(a[-1] - a[-1].max(axis=1, keepdims=True))
              p /= p.sum(axis=1, keepdims=True)
              loss = -np.log(p[at, y]).mean()
              p[at, y] -= 1
              dz = p / rows
              for i in reversed(range(len(ws))):
                  dw, db = np.matmul(a[i].T, dz, out=dws[i]), dz.sum(axis=0, keepdims=True)
                  if i > 0:
                      dz = (dz @ ws[i].T) * (a[i] > 0)
                  ws[i] -= np.multiply(dw, 0.01, out=dw)
                  bs[i] -= 0.01 * db
              return loss
          return run

      made = {}
      for line in sys.stdin:
          kind, sizes, rows, seconds = line.split()
          if line not in made:
              numbers = [int(s) for s in sizes.split("-")]
              made[line] = (step(numbers, int(rows)) if kind == "step"
                            else layer(numbers[0], int(rows)))
          run, times = made[line], []
          end = time.perf_counter() + float(seconds)
          while time.perf_counter() < end:
              begin = time.perf_counter()
              run()
              times.append(time.perf_counter() - begin)
          print(sorted(times)[len(times) // 2], flush=True)
      """;

  /** What both do. */
  private record Task(String kind, String sizes, int rows) {
    List<Integer> numbers() {
      return Stream.of(sizes.split("-", -1)).map(Integer::valueOf).toList();
    }

    Runnable inJava(Optional<Blas> blas, MachineBlas machine) {
      return kind.equals("step") ? step(blas) : layer(blas, machine);
    }

    private Runnable layer(Optional<Blas> blas, MachineBlas machine) {
      Workload work = new Workload(rows, Workload.Passes.BOTH);
      return Contenders.with(machine)
              .prepare(
                  blas.isPresent() ? Implementation.BLAS : Implementation.KERNEL,
                  work.task(numbers().getFirst()))
              .orElseThrow()
          ::run;
    }

    private Runnable step(Optional<Blas> blas) {
      Random random = new Random(1);
      List<Integer> all = numbers();
      Matrix x = Matrix.numbers(new Shape(rows, all.getFirst()), (i, j) -> random.nextGaussian());
      List<Integer> labels = random.ints(rows, 0, all.getLast()).boxed().toList();
      Loss loss =
          new Loss(LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(labels), Reduction.MEAN);
      Mlp mlp =
          new Mlp(
              WeightInit.GLOROT.layers(all, Elementwise.RELU, Elementwise.IDENTITY, true, 1),
              loss,
              new Optimizer.Sgd(RATE),
              Dropout.NONE,
              0,
              rows,
              blas);
      Examples examples = Examples.of(x, loss);
      int[] order = IntStream.range(0, rows).toArray();
      return () -> mlp.step(examples, order, 0, rows);
    }
  }

  private static final List<Task> TASKS =
      List.of(
          new Task("step", "784-128-10", 64),
          new Task("step", "64-32-10", 32),
          new Task("step", "2-8-8-2", 10),
          new Task("layer", "16", 64),
          new Task("layer", "64", 64),
          new Task("layer", "128", 64),
          new Task("layer", "256", 64),
          new Task("layer", "1024", 64));

  private NumpyBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length < 1 ? 11 : Integer.parseInt(arguments[0]);
    String python = arguments.length < 2 ? "python3" : arguments[1];
    ProcessBuilder builder = new ProcessBuilder(python, "-c", PYTHON);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    for (String threads : List.of("OPENBLAS", "MKL", "OMP")) {
      builder.environment().put(threads + "_NUM_THREADS", "1");
    }
    MachineBlas machine = MachineBlas.ofSystem();
    Map<String, Function<Task, Runnable>> ours = new LinkedHashMap<>();
    ours.put("kernel", task -> task.inJava(Optional.empty(), machine));
    machine
        .blas()
        .ifPresent(blas -> ours.put("BLAS", task -> task.inJava(Optional.of(blas), machine)));
    Process numpy = builder.start();
    try (BufferedWriter ask = numpy.outputWriter(StandardCharsets.UTF_8);
        BufferedReader answer = numpy.inputReader(StandardCharsets.UTF_8)) {
      for (Task task : TASKS) {
        Map<String, Runnable> runs = new LinkedHashMap<>();
        ours.forEach((name, make) -> runs.put(name, make.apply(task)));
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        double theirs = 0;
        for (int round = -2; round < rounds; round++) {
          ask.write("%s %s %d %s%n".formatted(task.kind(), task.sizes(), task.rows(), SECONDS));
          ask.flush();
          theirs = Double.parseDouble(answer.readLine());
          for (Map.Entry<String, Runnable> run : runs.entrySet()) {
            double mine = median(run.getValue());
            // The first rounds warm up.
            if (round >= 0) {
              ratios.computeIfAbsent(run.getKey(), _ -> new ArrayList<>()).add(theirs / mine);
            }
          }
        }
        for (Map.Entry<String, List<Double>> of : ratios.entrySet()) {
          double[] sorted =
              of.getValue().stream().mapToDouble(Double::doubleValue).sorted().toArray();
          System.out.printf(
              "%-5s %-10s of %d rows: NumPy %.1f µs, %-6s is %.2f times as fast (%.2f to %.2f)%n",
              task.kind(),
              task.sizes(),
              task.rows(),
              1e6 * theirs,
              of.getKey(),
              sorted[sorted.length / 2],
              sorted[0],
              sorted[sorted.length - 1]);
        }
      }
    }
    numpy.destroy();
  }

  /** Seconds of one run, the one in the middle. */
  private static double median(Runnable work) {
    double[] times = new double[1 << 20];
    int count = 0;
    long end = System.nanoTime() + (long) (1e9 * SECONDS);
    while (System.nanoTime() < end && count < times.length) {
      long begin = System.nanoTime();
      work.run();
      times[count++] = (System.nanoTime() - begin) / 1e9;
    }
    Arrays.sort(times, 0, count);
    return times[count / 2];
  }
}
