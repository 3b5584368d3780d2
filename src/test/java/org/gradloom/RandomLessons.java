package org.gradloom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Dropout;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.jspecify.annotations.Nullable;

/** Networks of one to four layers with every activation and loss, the same for the same seed. */
public final class RandomLessons {
  private static final double KINK = 1e-3;
  private static final double CERTAIN = 1e-3;

  private RandomLessons() {}

  /** Networks none of whose units is so near a kink that a central difference could cross it. */
  public static List<Lesson> awayFromKinks(int count, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(n -> {
          Lesson lesson = draw(random, n);
          while (isNearKink(lesson)) {
            lesson = draw(random, n);
          }
          return lesson;
        })
        .toList();
  }

  /** Any networks. */
  public static List<Lesson> any(int count, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(n -> draw(random, n)).toList();
  }

  private static Lesson draw(Random random, int n) {
    Lesson lesson = drawAny(random, n);
    while (isNearCertain(lesson)) {
      lesson = drawAny(random, n);
    }
    return lesson;
  }

  /** True if a probability is so near 0 or 1 that its logarithm has no digits left. */
  private static boolean isNearCertain(Lesson lesson) {
    Matrix a = Trace.of(lesson).matrix(new Operand(lesson.lastLayer(), MatrixSymbol.A));
    Loss loss = lesson.loss();
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.columns(); j++) {
        if (loss.kind().reach(a.get(i, j), loss.target().at(i, j)) < CERTAIN) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNearKink(Lesson lesson) {
    Trace trace = Trace.of(lesson);
    for (int l = 0; l < lesson.layers().size(); l++) {
      if (lesson.loss().l1().isPresent() && hasSmallWeight(lesson.layers().get(l).w())) {
        return true;
      }
      if (lesson.layers().get(l).activation().hasKink()) {
        for (double z : trace.matrix(new Operand(l, MatrixSymbol.Z)).toArray()) {
          if (Math.abs(z) < KINK) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** A weight of 0 is none: both sides of it are alike. */
  private static boolean hasSmallWeight(Matrix w) {
    return Arrays.stream(w.toArray()).anyMatch(each -> each != 0 && Math.abs(each) < KINK);
  }

  /** Depth, loss, reduction and convention go round, so that a few networks have them all. */
  private static Lesson drawAny(Random random, int n) {
    int samples = 1 + random.nextInt(5);
    int features = 1 + random.nextInt(5);
    boolean whole = random.nextInt(4) == 0;
    Matrix x = numbers(random, new Shape(samples, features), whole);
    LossKind kind = List.of(LossKind.values()).get(n % LossKind.values().length);
    List<Layer> layers = new ArrayList<>();
    int inputs = features;
    int last = n % 4;
    for (int l = 0; l <= last; l++) {
      int units = 1 + random.nextInt(5);
      Activation drawn = pick(random, Activation.in(l == last));
      layers.add(
          new Layer(
                  numbers(random, new Shape(inputs, units), whole),
                  random.nextBoolean() ? numbers(random, new Shape(1, units), whole) : null,
                  l == last ? kind.outputs().orElse(drawn) : drawn)
              .with(new Frozen(random.nextInt(6) == 0, false))
              .withMask(l == last ? null : mask(n, l, new Shape(samples, units))));
      inputs = units;
    }
    Layer first = layers.getFirst();
    layers.set(0, first.with(first.frozen().withB(first.hasBias() && random.nextInt(4) == 0)));
    Shape outputs = new Shape(samples, inputs);
    Reduction reduction = List.of(Reduction.values()).get(n % Reduction.values().length);
    Target target = target(random, kind, outputs, whole);
    // Each depth and each loss meets each convention.
    Convention convention = List.of(Convention.values()).get((n + n / 4 + n / 16) % 4);
    Loss loss = new Loss(kind, target, reduction, l2(random), l1(n));
    return new Lesson("network " + n, x, layers, loss, 0.1).withConvention(convention);
  }

  /** Every fifth network has one, some of them beside an L2. */
  private static L1 l1(int n) {
    return n % 5 == 3 ? new L1(0.25 + n % 7 / 8.0) : L1.NONE;
  }

  /** Every third network has masks in its hidden layers, which drop half of what they multiply. */
  private static @Nullable Matrix mask(int n, int layer, Shape shape) {
    if (n % 3 != 1) {
      return null;
    }
    double[] mask = new double[shape.size()];
    new Dropout(0.5, n).draw(0, layer, mask, mask.length);
    return Matrix.of(shape, mask);
  }

  private static L2 l2(Random random) {
    return random.nextInt(3) == 0
        ? new L2(0.25 + random.nextDouble(), random.nextBoolean(), random.nextBoolean())
        : L2.NONE;
  }

  private static <T> T pick(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static Target target(Random random, LossKind kind, Shape outputs, boolean whole) {
    return switch (pick(random, kind.forms())) {
      case UPSTREAM -> new Target.Upstream(numbers(random, outputs, whole));
      case TARGETS ->
          new Target.Targets(
              switch (kind.range()) {
                case ANY -> numbers(random, outputs, whole);
                case PROBABILITY ->
                    Matrix.numbers(
                        outputs, (i, j) -> whole ? random.nextInt(2) : random.nextDouble());
                case DISTRIBUTION -> distributions(random, outputs);
              });
      case LABELS ->
          new Target.Labels(
              IntStream.range(0, outputs.rows())
                  .mapToObj(k -> random.nextInt(outputs.columns()))
                  .toList());
    };
  }

  /** Rows that add up to 1, some of their entries 0. */
  public static Matrix distributions(Random random, Shape shape) {
    Matrix drawn =
        Matrix.numbers(
            shape, (i, j) -> j > 0 && random.nextInt(4) == 0 ? 0 : 0.1 + random.nextDouble());
    return Matrix.numbers(
        shape,
        (i, j) -> {
          double sum = 0;
          for (int k = 0; k < shape.columns(); k++) {
            sum += drawn.get(i, k);
          }
          return drawn.get(i, j) / sum;
        });
  }

  private static Matrix numbers(Random random, Shape shape, boolean whole) {
    return Matrix.numbers(shape, (i, j) -> whole ? random.nextInt(7) - 3 : random.nextGaussian());
  }
}
